from evals.comparing import compare
from evals.nouns import Run
from evals.outcomes import outcomes
from evals.reports.differences import differences_as_terminal
from tests_support.eval_runs import result, run_of, small_run, transcript


def test_equal_runs_do_not_differ() -> None:
    run = small_run()
    comparison = compare(outcomes(run), outcomes(run), (run, run))
    assert comparison.changed == ()
    assert comparison.same == 36


def test_times_and_last_digits_of_scores_are_no_difference() -> None:
    slow = run_of([transcript("a", ms=500)], [result("a")])
    quick = run_of([transcript("a", ms=5)], [result("a")])
    assert compare(outcomes(slow), outcomes(quick), (slow, quick)).changed == ()
    assert compare(outcomes(slow), outcomes(quick)).changed == ()


def _reordered() -> tuple[Run, Run]:
    before = run_of([transcript("a"), transcript("b")], [result("a"), result("b")])
    after = run_of(
        [transcript("a", people=("fr_1", "fr_2"), reply="Here are 3 people."), transcript("b")],
        [result("a", failing=("grounding",)), result("b")],
    )
    return before, after


def test_each_changed_turn_says_how() -> None:
    before, after = _reordered()
    (change,) = compare(outcomes(before), outcomes(after), (before, after)).changed
    assert change.broke
    assert not change.mended
    first, second = change.turns
    assert [(aspect.name, aspect.before, aspect.after) for aspect in first.aspects] == [
        ("reply", "Here are 2 people.", "Here are 3 people.")
    ]
    assert [(aspect.name, aspect.before, aspect.after) for aspect in second.aspects] == [
        ("people", "Ann 2., Ann 1.", "Ann 1., Ann 2.")
    ]


def test_without_transcripts_it_is_known_which_turns_changed() -> None:
    before, after = _reordered()
    (change,) = compare(outcomes(before), outcomes(after)).changed
    assert [(turn.turn, turn.aspects) for turn in change.turns] == [(1, ()), (2, ())]


def test_a_brief_that_came_out_otherwise_is_told_slot_by_slot() -> None:
    talk = transcript("a")
    brief = {
        "role": "illustrator",
        "hourlyRate": {"max": 40, "currency": "USD"},
        "terms": {"hourlyRate": {"hard": True}},
    }
    other = talk.model_copy(
        update={"turns": (talk.turns[0], talk.turns[1].model_copy(update={"brief": brief}))}
    )
    before, after = run_of([talk], [result("a")]), run_of([other], [result("a")])
    (change,) = compare(outcomes(before), outcomes(after), (before, after)).changed
    told = {(aspect.name, aspect.before, aspect.after) for aspect in change.turns[0].aspects}
    assert told == {
        ("brief: hourlyRate", "not set", "currency USD, max 40"),
        ("brief: role", "graphic-designer", "illustrator"),
        ("brief: hourlyRate", "no requirement", "a requirement"),
    }


def test_a_conversation_that_became_shorter() -> None:
    talk = transcript("a")
    cut = talk.model_copy(update={"turns": talk.turns[:1]})
    before, after = run_of([talk], [result("a")]), run_of([cut], [result("a")])
    (change,) = compare(outcomes(before), outcomes(after), (before, after)).changed
    (turn,) = change.turns
    assert turn.turn == 2
    assert turn.aspects[0].after == "nothing"


def test_what_broke_comes_first_then_what_was_mended() -> None:
    before = outcomes(small_run({("a", None): ("brief",)}))
    after = outcomes(small_run({("d", "typos"): ("brief",)}, relevance=0.95))
    changed = compare(before, after).changed
    assert [(change.after.scenario, change.broke, change.mended) for change in changed[:2]] == [
        ("d", True, False),
        ("a", False, True),
    ]
    assert len(changed) == 36


def test_cases_that_only_one_run_has_are_named() -> None:
    before = outcomes(run_of([transcript("a")], [result("a")]))
    after = outcomes(run_of([transcript("b")], [result("b")]))
    comparison = compare(before, after)
    assert comparison.gone == (("a", None, 0),)
    assert comparison.new == (("b", None, 0),)
    assert comparison.same == 0


def test_in_a_terminal_it_reads_from_the_figures_to_the_turns() -> None:
    before, after = _reordered()
    told = differences_as_terminal(
        outcomes(before), outcomes(after), compare(outcomes(before), outcomes(after), (before, after))
    )
    assert "1 cases are as they were, 1 changed: 1 broke, 0 were mended." in told
    assert "success on first try: 100% to 50%" in told
    assert "a  broke" in told
    assert "turn 2 people: Ann 2., Ann 1." in told
