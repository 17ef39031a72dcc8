from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from agent.understanding.reading import Context, Reading
from api.services import Marketplace
from evals.clients.llm import ModelClientSettings
from evals.nouns import Act, AgendaItem, End, HandOffGold, Scenario, Transcript
from evals.playing import Job, play, play_all
from evals.scenarios import load_scenarios
from evals.staging import StageSettings, build_stage, open_stage
from store.knowledge import load_knowledge
from tests_support.openai_endpoint import openai_endpoint

SAMPLE = Path(__file__).parent / "scenarios" / "clients.jsonl"


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> StageSettings:
    settings = StageSettings(size=60, seed=7, folder=tmp_path_factory.mktemp("stages"))
    build_stage(settings)
    return settings


@pytest.fixture(scope="module")
def scenarios() -> dict[str, Scenario]:
    return {scenario.id: scenario for scenario in load_scenarios([SAMPLE], load_knowledge())}


@pytest.fixture
async def marketplace(stage: StageSettings) -> AsyncIterator[Marketplace]:
    async with open_stage(stage) as opened:
        yield opened


def without_ms(transcript: Transcript) -> Transcript:
    turns = tuple(turn.model_copy(update={"ms": None}) for turn in transcript.turns)
    return transcript.model_copy(update={"turns": turns})


async def test_a_conversation_ends_with_what_became_of_it(
    marketplace: Marketplace, scenarios: dict[str, Scenario]
) -> None:
    transcript = await play(scenarios["writer-cancels"], marketplace)
    assert transcript.ended is End.DONE
    assert len(transcript.turns) == len(transcript.intended)
    pointed = [who for meant in transcript.intended for who in meant.people]
    assert transcript.hand_off is not None
    assert transcript.hand_off.status is HandOffGold.CANCELLED
    assert [transcript.hand_off.freelancer_id] == pointed
    assert transcript.turns[0].ms is not None
    assert Transcript.model_validate_json(transcript.model_dump_json()) == transcript


async def test_people_kept_and_sent_away_are_told(
    marketplace: Marketplace, scenarios: dict[str, Scenario]
) -> None:
    words = (("shortlist", "Shortlist the first one."), ("dismiss", "Remove the second one from the list."))
    opening = scenarios["privacy-delete"].agenda[0]
    pointing = [
        AgendaItem(act=Act(act), people=(place,), says=(said,)) for place, (act, said) in enumerate(words, 1)
    ]
    scenario = scenarios["privacy-delete"].model_copy(update={"agenda": (opening, *pointing)})
    transcript = await play(scenario, marketplace)
    meant = {each.act: each.people for each in transcript.intended}
    assert transcript.shortlist == meant[Act.SHORTLIST] != ()
    assert transcript.dismissed == meant[Act.DISMISS] != ()


async def test_the_same_comes_out_again_and_another_seed_speaks_otherwise(
    marketplace: Marketplace, scenarios: dict[str, Scenario]
) -> None:
    scenario = scenarios["logo-terse"]
    once, again = [without_ms(await play(scenario, marketplace, seed=5)) for _ in range(2)]
    assert once.model_dump_json() == again.model_dump_json()
    other = await play(scenario, marketplace, seed=6)
    assert [turn.text for turn in other.turns] != [turn.text for turn in once.turns]


async def test_an_error_of_the_agent_is_told_and_ends_the_conversation(
    marketplace: Marketplace, scenarios: dict[str, Scenario]
) -> None:
    class Broken:
        async def read(self, text: str, context: Context, work: object = None) -> Reading:
            raise RuntimeError("no idea")

    broken = replace(marketplace, deps=replace(marketplace.deps, interpreter=Broken()))
    transcript = await play(scenarios["logo-terse"], broken)
    assert transcript.ended is End.FAILED
    assert transcript.error == "RuntimeError: no idea"
    assert transcript.turns == transcript.intended == ()


async def test_another_policy_chooses_the_questions(
    marketplace: Marketplace, scenarios: dict[str, Scenario]
) -> None:
    transcript = await play(scenarios["logo-terse"], marketplace, policy="fixed")
    assert transcript.policy == "fixed"
    with pytest.raises(KeyError):
        await play(scenarios["logo-terse"], marketplace, policy="clever")


def test_results_and_their_order_do_not_depend_on_the_number_of_workers(
    stage: StageSettings, scenarios: dict[str, Scenario]
) -> None:
    chosen = [scenarios[name] for name in ("logo-terse", "privacy-delete", "own-words")]
    jobs = [Job(each, perturbation=how) for each in chosen for how in (None, "typos", "split")]
    seen: list[tuple[str, int, int]] = []
    one = play_all(jobs, stage, workers=1, progress=lambda *told: seen.append(told))
    two = play_all(jobs, stage, workers=2)
    assert [(each.scenario, each.perturbation) for each in one] == [
        (job.scenario.id, job.perturbation) for job in jobs
    ]
    assert list(map(without_ms, one)) == list(map(without_ms, two))
    assert seen[-1] == ("Playing conversations", 9, 9)


def test_a_model_speaks_for_the_client(stage: StageSettings, scenarios: dict[str, Scenario]) -> None:
    with openai_endpoint() as endpoint:
        endpoint.content = "I am after a data analyst, well two of them really, free right now"
        model = ModelClientSettings(model="talker", api_key="test", base_url=endpoint.url)
        [transcript] = play_all([Job(scenarios["privacy-delete"])], stage, workers=1, model=model)
    assert transcript.client == "talker"
    assert transcript.turns[0].text == endpoint.content
    assert transcript.turns[0].brief["role"] == "data-analyst"


def test_a_stage_is_built_once_and_named_by_what_it_is_made_of(stage: StageSettings, tmp_path: Path) -> None:
    steps: list[str] = []
    build_stage(stage, lambda step, done, total: steps.append(step))
    assert steps == []
    assert stage.name.startswith("60-7-2026-11-23-")
    assert replace(stage, today=date(2026, 1, 1)).name != stage.name
    small = StageSettings(size=3, folder=tmp_path)
    build_stage(small, lambda step, done, total: steps.append(step))
    assert {"Inventing people", "Indexing profiles"} == set(steps)
    assert sorted(path.suffix for path in tmp_path.iterdir()) == ["", ".lock"]


async def test_a_run_changes_nothing_on_the_stage(stage: StageSettings) -> None:
    async with open_stage(stage) as first, open_stage(stage) as second:
        everybody = [person.id async for batch in first.store.freelancers.batches(100) for person in batch]
        await first.store.freelancers.delete_many(everybody[:10])
        assert await second.store.freelancers.count() == 60
    async with open_stage(stage) as third:
        assert await third.store.freelancers.count() == 60
