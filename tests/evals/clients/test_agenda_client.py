import os
import subprocess
import sys
from pathlib import Path

import pytest

from evals.clients import PERTURBATIONS, AgendaClient, Said
from evals.nouns import Act, AgendaItem, End, Gold, Scenario, Temper
from store.knowledge import Knowledge
from store.nouns.brief import Slot
from tests_support.plain_agent import NAMES, PEOPLE, conversation, question, reply

from .conftest import SAMPLE

Scenarios = dict[str, Scenario]

EVERYTHING_SAID = """
from pathlib import Path
from tests_support.plain_agent import conversation
from evals.clients import PERTURBATIONS, AgendaClient
from evals.scenarios import load_scenarios
from store.knowledge import load_knowledge
knowledge = load_knowledge()
for scenario in load_scenarios([Path({sample!r})], knowledge):
    for perturbation in (None, *PERTURBATIONS):
        said, end = conversation(AgendaClient(scenario, knowledge, seed=3, perturbation=perturbation))
        print(scenario.id, perturbation, end, [(each.text, each.intended.model_dump_json()) for each in said])
"""


def test_the_same_seed_says_the_same_whatever_the_hash_seed() -> None:
    told = [
        subprocess.run(
            [sys.executable, "-c", EVERYTHING_SAID.format(sample=str(SAMPLE))],
            env=os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONPATH": f"{Path.cwd()}:tests"},
            capture_output=True,
            check=True,
        ).stdout
        for hash_seed in ("1", "2")
    ]
    assert told[0] == told[1]
    assert len(told[0].splitlines()) == 12 * 9


def test_another_seed_speaks_otherwise(scenarios: Scenarios, knowledge: Knowledge) -> None:
    def texts(seed: int) -> list[str]:
        said = [conversation(AgendaClient(each, knowledge, seed=seed))[0] for each in scenarios.values()]
        return [each.text for heard in said for each in heard]

    assert texts(1) != texts(2)


def test_what_it_was_not_told_to_say_it_tells_when_asked(scenarios: Scenarios, knowledge: Knowledge) -> None:
    asked = [question(Slot.HOURS_PER_WEEK), question(Slot.REGIONS)]
    heard, end = conversation(AgendaClient(scenarios["react-store-front"], knowledge), asked)
    answers = {said.intended.answers: said.intended for said in heard if said.intended.answers is not None}
    assert answers[Slot.HOURS_PER_WEEK].facts == {Slot.HOURS_PER_WEEK: {"min": 20}}
    assert answers[Slot.REGIONS].declines
    assert answers[Slot.REGIONS].facts == {}
    assert end is End.DONE


def test_what_it_has_told_it_tells_again_when_asked(scenarios: Scenarios, knowledge: Knowledge) -> None:
    client = AgendaClient(scenarios["react-store-front"], knowledge)
    heard, _ = conversation(client, [question(Slot.HOURLY_RATE)])
    assert heard[1].intended.facts == {Slot.HOURLY_RATE: {"max": 60, "currency": "USD"}}
    assert not heard[1].intended.declines


def test_a_question_is_answered_by_what_comes_next_anyway(scenarios: Scenarios, knowledge: Knowledge) -> None:
    client = AgendaClient(scenarios["assistant-long-term"], knowledge)
    heard, _ = conversation(client, [None, None, question(Slot.REGIONS), None])
    acts = [said.intended.act for said in heard]
    assert acts == [Act.GREET, Act.HELP, Act.OPEN, Act.ADD, Act.ADD]
    assert heard[3].intended.answers is Slot.REGIONS


def test_what_an_answer_told_is_not_said_again(scenarios: Scenarios, knowledge: Knowledge) -> None:
    client = AgendaClient(scenarios["assistant-long-term"], knowledge)
    heard, _ = conversation(client, [None, None, question(Slot.HOURLY_RATE), question(Slot.LANGUAGES)])
    told = [slot for said in heard for slot in said.intended.facts]
    assert len(told) == len(set(told)) == 6


def test_a_place_to_be_answers_where_they_may_live(scenarios: Scenarios, knowledge: Knowledge) -> None:
    client = AgendaClient(scenarios["bookkeeper-rambling"], knowledge)
    heard, _ = conversation(client, [question(Slot.REGIONS)])
    assert heard[1].intended.facts == {Slot.COUNTRIES: {"include": ["GB"]}}
    assert "United Kingdom" in heard[1].text or "UK" in heard[1].text


def test_nothing_gives_way_that_the_client_does_not_mean_to(
    scenarios: Scenarios, knowledge: Knowledge
) -> None:
    asked = question(Slot.SKILLS, "React is optional", "up to $60/h is optional")
    heard, _ = conversation(AgendaClient(scenarios["react-store-front"], knowledge), [asked])
    assert heard[1].intended.declines
    assert heard[1].intended.facts == {}


def test_what_may_give_way_is_said_where_it_was_meant_to(scenarios: Scenarios, knowledge: Knowledge) -> None:
    asked = question(Slot.SKILLS, "DaVinci Resolve is optional")
    heard, _ = conversation(AgendaClient(scenarios["video-relaxing"], knowledge), [asked])
    assert heard[1].intended.act is Act.RELAX
    assert heard[1].intended.answers is Slot.SKILLS


def test_people_are_pointed_at_as_they_are_listed(scenarios: Scenarios, knowledge: Knowledge) -> None:
    for seed in range(12):
        heard, _ = conversation(AgendaClient(scenarios["react-store-front"], knowledge, seed=seed))
        shortlisting = next(said for said in heard if said.intended.act is Act.SHORTLIST)
        assert shortlisting.intended.people == (PEOPLE[1].id,)
        assert any(way in shortlisting.text for way in ("second", "2", "Ben"))
        assert PEOPLE[1].id not in shortlisting.text


def test_a_first_name_that_two_have_is_not_enough(knowledge: Knowledge) -> None:
    scenario = _pointing(1)
    for seed in range(30):
        heard, _ = conversation(AgendaClient(scenario, knowledge, seed=seed), [])
        assert "Ana" not in heard[-1].text or NAMES[0] in heard[-1].text


def test_a_place_beyond_the_list_means_its_last(knowledge: Knowledge) -> None:
    client = AgendaClient(_pointing(5), knowledge)
    first = client.next(None)
    assert isinstance(first, Said)
    said = client.next(reply(1, first.text, people=PEOPLE[:2]))
    assert isinstance(said, Said)
    assert said.intended.people == (PEOPLE[1].id,)


def test_with_nobody_to_point_at_it_is_stuck(knowledge: Knowledge) -> None:
    client = AgendaClient(_pointing(1), knowledge)
    first = client.next(None)
    assert isinstance(first, Said)
    assert client.next(reply(1, first.text, people=())) is End.STUCK


def test_it_leaves_when_the_same_question_comes_again_and_again(knowledge: Knowledge) -> None:
    scenario = _pointing(1).model_copy(
        update={"agenda": (AgendaItem(act=Act.OPEN, facts={Slot.ROLE: "copywriter"}),)}
    )
    heard, end = conversation(AgendaClient(scenario, knowledge), [question(Slot.ROLE)] * 9)
    assert end is End.STUCK
    assert 3 <= len(heard) <= 4
    assert all(said.intended.facts == {Slot.ROLE: "copywriter"} for said in heard)


def test_an_impatient_client_goes_on_with_what_it_wants(knowledge: Knowledge) -> None:
    asked = [question(Slot.SENIORITY), question(Slot.REGIONS), question(Slot.HOURLY_RATE)]
    patient = conversation(AgendaClient(_pointing(1), knowledge), asked)[0]
    hostile = _pointing(1).model_copy(update={"temper": Temper.HOSTILE})
    impatient = conversation(AgendaClient(hostile, knowledge), asked)[0]
    assert sum(said.intended.declines for said in patient) == 3
    assert sum(said.intended.declines for said in impatient) == 2


def test_a_mistaken_client_puts_itself_right_in_the_same_breath(knowledge: Knowledge) -> None:
    facts = {Slot.ROLE: "copywriter", Slot.HOURLY_RATE: {"max": 40, "currency": "USD"}}
    scenario = _pointing(1).model_copy(
        update={"temper": Temper.MISTAKEN, "agenda": (AgendaItem(act=Act.OPEN, facts=facts),)}
    )
    for seed in range(10):
        said = AgendaClient(scenario, knowledge, seed=seed).next(None)
        assert isinstance(said, Said)
        assert said.text.index("60") < said.text.index("40")
        assert said.intended.facts == facts


def test_every_temper_sounds_like_itself(scenarios: Scenarios, knowledge: Knowledge) -> None:
    scenario = scenarios["react-store-front"]

    def words(temper: Temper) -> int:
        client = AgendaClient(scenario.model_copy(update={"temper": temper}), knowledge)
        return sum(len(said.text.split()) for said in conversation(client)[0])

    spoken = {temper: words(temper) for temper in Temper}
    assert spoken[Temper.TERSE] < spoken[Temper.COOPERATIVE] < spoken[Temper.RAMBLING]
    assert len(set(spoken.values())) == len(Temper)


def test_an_unknown_perturbation_is_refused(scenarios: Scenarios, knowledge: Knowledge) -> None:
    assert len(PERTURBATIONS) == 8
    with pytest.raises(ValueError, match="there is no perturbation 'upside-down'"):
        AgendaClient(scenarios["logo-terse"], knowledge, perturbation="upside-down")


def _pointing(place: int) -> Scenario:
    opening = AgendaItem(act=Act.OPEN, facts={Slot.ROLE: "copywriter"})
    return Scenario(
        id="pointing",
        group="writing",
        goal="Points at somebody.",
        intents=("shortlist",),
        agenda=(opening, AgendaItem(act=Act.SHORTLIST, people=(place,))),
        gold=Gold(brief={Slot.ROLE: "copywriter"}, shortlist=1),
    )
