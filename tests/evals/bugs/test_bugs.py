"""An agent broken on purpose is noticed, and is whole again afterwards."""

from pathlib import Path

import pytest

import agent.graph.nodes.search as node
from evals.bugs import BUGS, Verdict, as_markdown, as_terminal, hunt_all, judged, seeded, share_caught
from evals.bugs.hunting import TRIES
from evals.bugs.seams import Bug
from evals.nouns import CaseResult, Grade
from evals.scenarios import load_scenarios
from evals.staging import StageSettings
from store.knowledge import load_knowledge

SAMPLE = Path(__file__).parents[1] / "scenarios" / "clients.jsonl"
BY_NAME = {bug.name: bug for bug in BUGS}


def result(*grades: Grade) -> CaseResult:
    return CaseResult(scenario="test", group="test", score=1, passed=True, grades=grades)


def gate(key: str, score: float) -> Grade:
    return Grade(key=key, score=score, gate=True)


def test_there_are_many_bugs_each_with_its_own_name_and_a_scenario_that_shows_it() -> None:
    assert len(BY_NAME) == len(BUGS) >= 40
    ours = load_scenarios(None, load_knowledge())
    shown = {bug.name: sum(bug.shows_in(scenario) for scenario in ours) for bug in BUGS}
    assert [name for name, number in shown.items() if number < 1] == []


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.name)
def test_the_agent_is_whole_after_a_bug(bug: Bug) -> None:
    before = node.search_reply, node.next_question
    with seeded(BY_NAME[bug.name]):
        pass
    assert (node.search_reply, node.next_question) == before


def test_a_bug_is_caught_by_a_gate_that_breaks_or_a_grade_that_falls() -> None:
    bug = BUGS[0]
    sound = result(gate("brief", 1), gate("path", 0), Grade(key="relevance", score=0.9))
    worse = result(gate("brief", 0), gate("path", 0), Grade(key="relevance", score=0.6))
    assert dict(judged(bug, [sound], [worse]).broke) == {"brief": 1}
    assert judged(bug, [sound], [worse]).caught_by == "brief 1/1, relevance -0.30"
    assert not judged(bug, [sound], [sound]).is_caught
    assert not judged(bug, [worse], [sound]).is_caught


def test_the_table_tells_what_got_away() -> None:
    caught, missed = Verdict(BUGS[0], 3), Verdict(BUGS[1], 3)
    caught.broke.update(["brief"])
    assert share_caught([caught, missed]) == 0.5
    assert as_terminal([caught, missed]).splitlines()[0].startswith("MISSED")
    assert "1 of 2 bugs caught (50%)." in as_markdown([caught, missed])


def test_bugs_of_every_part_are_caught(tmp_path: Path) -> None:
    names = ["maximum-is-minimum", "worst-first", "rating-invented", "name-invented", "crash"]
    stage = StageSettings(size=120, seed=7, folder=tmp_path)
    verdicts = hunt_all(names, load_scenarios([SAMPLE], load_knowledge()), stage, workers=1, tries=TRIES // 2)
    assert [each.bug.name for each in verdicts if not each.is_caught] == []
