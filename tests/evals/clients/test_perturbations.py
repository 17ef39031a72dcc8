import re
from itertools import pairwise
from typing import Any

import pytest

from evals.clients import PERTURBATIONS, AgendaClient, Said
from evals.clients.naming import Names
from evals.clients.perturbing import chatty, distracted, mistyped, split
from evals.clients.wording import Choice, load_wording
from evals.nouns import Act, AgendaItem, Scenario
from evals.telling import Told, tell, told_by
from store.demo.chance import Chance
from store.knowledge import Knowledge
from store.nouns.brief import Slot
from tests_support.plain_agent import conversation, question

Scenarios = dict[str, Scenario]
MONEY = (Slot.HOURLY_RATE, Slot.FIXED_BUDGET)
SEEDS = (0, 1, 2)

QUESTIONS = [question(Slot.HOURLY_RATE), question(Slot.REGIONS), None, question(Slot.SKILLS)]


def heard(scenario: Scenario, knowledge: Knowledge, perturbation: str | None, seed: int = 0) -> list[Said]:
    return conversation(AgendaClient(scenario, knowledge, seed=seed, perturbation=perturbation), QUESTIONS)[0]


def meant(said: list[Said], scenario: Scenario) -> Told:
    """What the client meant by all it said, from what is written down for the graders."""
    weighed = [item for item in scenario.agenda if item.slots]
    told = Told()
    for each in said:
        act = each.intended.act or Act.ADD
        if weighed and act is weighed[0].act:
            told = tell(told, weighed.pop(0))
        else:
            told = tell(told, AgendaItem(act=act, facts=each.intended.facts))
    return told


def in_dollars(slot: Slot, value: Any, knowledge: Knowledge) -> Any:
    if slot not in MONEY:
        return value
    return {
        key: knowledge.convert(amount, value["currency"], "USD")
        for key, amount in value.items()
        if key != "currency" and amount is not None
    }


@pytest.mark.parametrize("perturbation", PERTURBATIONS)
def test_every_perturbation_keeps_the_meaning(
    perturbation: str, scenarios: Scenarios, knowledge: Knowledge
) -> None:
    for scenario in scenarios.values():
        for seed in SEEDS:
            plain = meant(heard(scenario, knowledge, None, seed), scenario)
            told = meant(heard(scenario, knowledge, perturbation, seed), scenario)
            assert told.hard == plain.hard
            assert set(told.facts) == set(plain.facts), scenario.id
            for slot, value in plain.facts.items():
                expected = in_dollars(slot, value, knowledge)
                if slot in MONEY:
                    expected = pytest.approx(expected, rel=0.01)
                assert in_dollars(slot, told.facts[slot], knowledge) == expected, (scenario.id, slot)


@pytest.mark.parametrize("perturbation", PERTURBATIONS)
def test_every_perturbation_keeps_whom_and_what_it_is_about(
    perturbation: str, scenarios: Scenarios, knowledge: Knowledge
) -> None:
    for scenario in scenarios.values():
        doings = [
            [
                (said.intended.act, said.intended.people)
                for said in heard(scenario, knowledge, each)
                if said.intended.act not in (None, Act.OPEN, Act.ADD, Act.CORRECT)
            ]
            for each in (None, perturbation)
        ]
        assert doings[0] == doings[1]


@pytest.mark.parametrize("perturbation", PERTURBATIONS)
def test_every_perturbation_changes_the_words_of_nearly_every_conversation(
    perturbation: str, scenarios: Scenarios, knowledge: Knowledge
) -> None:
    changed = [
        [said.text for said in heard(scenario, knowledge, perturbation)]
        != [said.text for said in heard(scenario, knowledge, None)]
        for scenario in scenarios.values()
    ]
    assert sum(changed) >= len(changed) / 2, changed


def test_a_split_message_comes_in_two_and_says_what_the_one_said(
    scenarios: Scenarios, knowledge: Knowledge
) -> None:
    scenario = scenarios["react-store-front"]
    whole, parts = (
        [s.intended for s in heard(scenario, knowledge, each) if s.intended.act in (Act.OPEN, Act.ADD)]
        for each in (None, "split")
    )
    assert len(parts) == len(whole) + 1
    assert Slot.ROLE in parts[0].facts


def test_skills_that_the_role_tells_already_stay_with_it_where_they_must_not_change(
    scenarios: Scenarios, knowledge: Knowledge
) -> None:
    plain = scenarios["react-store-front"]
    opening = plain.agenda[0].model_copy(
        update={"facts": {Slot.ROLE: "php-developer", Slot.SKILLS: {"MySQL": "MUST"}, Slot.HEADCOUNT: 2}}
    )
    for may, kept in (({Slot.SKILLS: {"PHP": "MUST"}}, True), ({}, False)):
        gold = plain.gold.model_copy(update={"unchanged": (Slot.SKILLS,), "may": may})
        scenario = plain.model_copy(update={"agenda": (opening,), "gold": gold})
        first = [split(scenario, Chance(seed))[0].facts for seed in range(20)]
        assert all(Slot.SKILLS in facts for facts in first) is kept
        assert all(Slot.HEADCOUNT not in facts for facts in first)


def test_a_skill_is_never_called_by_what_is_done(knowledge: Knowledge) -> None:
    wording = load_wording()
    names = Names(knowledge, wording)
    heard = {names.skill("Spanish Translation", Choice((seed,), True)) for seed in range(60)}
    assert "Spanish translations" in heard
    assert not any(" to " in name for name in heard)


def test_a_wrong_value_is_put_right_and_never_one_that_must_not_change(
    scenarios: Scenarios, knowledge: Knowledge
) -> None:
    corrected = 0
    for scenario in scenarios.values():
        said = heard(scenario, knowledge, "correction")
        planned = [set(item.facts) for item in scenario.agenda if item.act is Act.CORRECT]
        for place, each in enumerate(said):
            slots = set(each.intended.facts)
            if each.intended.act is not Act.CORRECT or slots in planned:
                continue
            corrected += 1
            before = [other.intended.facts for other in said[:place] if slots <= set(other.intended.facts)]
            assert all(before[-1][slot] != each.intended.facts[slot] for slot in slots)
            assert not slots & set(scenario.gold.unchanged)
    assert corrected >= 6


def test_other_units_name_another_currency_where_it_comes_out_even(
    scenarios: Scenarios, knowledge: Knowledge
) -> None:
    said = heard(scenarios["react-store-front"], knowledge, "units")[0]
    assert said.intended.facts[Slot.HOURLY_RATE] == {"max": 51, "currency": "EUR"}
    assert re.search(r"51", said.text)
    assert "60" not in said.text


def test_a_sum_the_client_speaks_of_in_its_own_words_stays_in_its_currency(
    scenarios: Scenarios, knowledge: Knowledge
) -> None:
    scenario = scenarios["react-store-front"]
    lower = AgendaItem(act=Act.RELAX, slots=(Slot.HOURLY_RATE,), says=("60 is not set in stone",))
    told = scenario.model_copy(update={"agenda": (*scenario.agenda, lower)})
    said = heard(told, knowledge, "units")[0]
    assert said.intended.facts[Slot.HOURLY_RATE]["currency"] == "USD"
    assert "60" in said.text


def test_order_puts_the_work_behind_what_it_takes(scenarios: Scenarios, knowledge: Knowledge) -> None:
    scenario = scenarios["react-store-front"]
    sentences = {
        each: re.split(r"(?<=[.?])\s", heard(scenario, knowledge, each)[0].text) for each in (None, "order")
    }
    assert sorted(sentences[None]) == sorted(sentences["order"])
    assert sentences[None] != sentences["order"]


def test_slips_of_the_fingers_spare_names_numbers_and_negations(knowledge: Knowledge) -> None:
    text = "Please compare Monica Hartwell without anybody else, under 1500 dollars"
    for seed in range(200):
        typed = mistyped(text, Chance(seed), load_wording(), knowledge, ["Monica Hartwell"])
        assert "Monica Hartwell" in typed
        assert "without" in typed
        assert "1500 dollars" in typed


def test_a_slip_never_spells_another_skill_role_or_place(knowledge: Knowledge) -> None:
    finders = (knowledge.find_skill, knowledge.find_role, knowledge.find_country, knowledge.find_city)
    text = "Angular Flutter Kotlin Scala Malta Italy writers English Finland Photoshop"
    for seed in range(300):
        typed = mistyped(text, Chance(seed), load_wording(), knowledge).split()
        for before, after in zip(text.split(), typed, strict=True):
            assert before == after or all(find(after) is None for find in finders)


def test_a_distraction_leaves_the_sentences_whole() -> None:
    text = "I need a copywriter. They must know SEO. Max $40 an hour."
    for seed in range(20):
        said = distracted(text, "It rains.", Chance(seed))
        assert said.replace("It rains.", "").split() == text.split()


def test_chat_keeps_every_number() -> None:
    said = chatty(
        "Hello! I'm looking for people with 4.5 stars, thanks. Max $1,500.50 please.", load_wording()
    )
    assert said == "hello\nim lookin for ppl w/ 4.5 stars, thx\nmax $1,500.50 pls"


def test_no_line_that_is_put_in_tells_a_fact(knowledge: Knowledge) -> None:
    """Nothing around a message names a skill, a role, a place, a language, a price or a time."""
    wording = load_wording()
    lines = list(wording.distractors)
    for manner in wording.tempers.values():
        for around in (manner.opening, manner.closing, manner.before, manner.after):
            lines += around.lines
    for line in lines:
        words = re.findall(r"[A-Za-z']+", line)
        pairs = [" ".join(pair) for pair in pairwise(words) if pair != ("I", "am")]
        assert not re.search(r"\d|[$€£]", line)
        for part in (*words, *pairs):
            skill = knowledge.find_skill(part)
            assert skill is None or part.casefold() in map(str.casefold, skill.ordinary_names), (line, part)
            assert knowledge.find_region(part) is None, (line, part)
            assert knowledge.find_language(part.capitalize()) is None or len(part) < 4, (line, part)


def test_what_the_agenda_tells_is_what_is_meant(scenarios: Scenarios, knowledge: Knowledge) -> None:
    for scenario in scenarios.values():
        said = conversation(AgendaClient(scenario, knowledge), [])[0]
        assert meant(said, scenario).facts == told_by(scenario.agenda).facts, scenario.id
