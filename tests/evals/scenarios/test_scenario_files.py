import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from evals.nouns import Scenario
from evals.scenarios import BrokenScenario, load_scenarios
from evals.scenarios.schema import FILE, scenario_schema, schema_text
from evals.scenarios.validation import problems
from store.knowledge import Knowledge, load_knowledge

SAMPLE = Path(__file__).parent / "clients.jsonl"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def sample(scenario_id: str) -> dict[str, Any]:
    lines = (json.loads(line) for line in SAMPLE.read_text().splitlines())
    found: dict[str, Any] = next(line for line in lines if line["id"] == scenario_id)
    return found


def test_sound_scenarios_load_in_the_order_of_the_lines(knowledge: Knowledge) -> None:
    loaded = load_scenarios([SAMPLE], knowledge)
    assert [scenario.id for scenario in loaded][:2] == ["react-store-front", "logo-terse"]
    assert load_scenarios([SAMPLE.parent], knowledge) == loaded


def test_our_own_scenarios_are_sound(knowledge: Knowledge) -> None:
    for scenario in load_scenarios(None, knowledge):
        assert problems(scenario, knowledge) == []


def test_the_published_schema_is_the_one_we_read_by() -> None:
    assert FILE.read_text(encoding="utf-8") == schema_text()


def test_the_schema_takes_sound_scenarios_and_no_unknown_slot() -> None:
    checker = jsonschema.Draft202012Validator(scenario_schema())
    for line in SAMPLE.read_text().splitlines():
        checker.validate(json.loads(line))
    broken = sample("logo-terse")
    broken["facts"]["shoeSize"] = 43
    assert not checker.is_valid(broken)
    broken = sample("logo-terse")
    broken["facts"]["hourlyRate"] = {"max": "forty", "currency": "EUR"}
    assert not checker.is_valid(broken)


def test_every_fault_is_told_with_file_and_line(tmp_path: Path, knowledge: Knowledge) -> None:
    first, second = sample("logo-terse"), sample("privacy-delete")
    first["gold"]["brief"]["role"] = "wizard"
    second["gold"]["shortlist"] = 3
    file = tmp_path / "mine.jsonl"
    file.write_text(f"{json.dumps(first)}\n\n{json.dumps(second)}\nno json\n{json.dumps(second)}\n")
    with pytest.raises(BrokenScenario) as raised:
        load_scenarios([file], knowledge)
    told = str(raised.value)
    assert f"{file}:1: logo-terse: gold.brief: role: there is no role id 'wizard'" in told
    assert f"{file}:3: privacy-delete: gold.shortlist is 3, but the client points at 0" in told
    assert f"{file}:4: Invalid JSON" in told
    assert f"{file}:5: the id 'privacy-delete' is there already" in told


def _with(scenario_id: str, path: str, value: Any) -> dict[str, Any]:
    """The scenario with the value at that path; None takes away what is there."""
    changed = sample(scenario_id)
    place: Any = changed
    *way, last = path.split(".")
    for step in way:
        place = place[int(step)] if isinstance(place, list) else place.setdefault(step, {})
    if value is None:
        del place[last]
    elif isinstance(place, list):
        place[int(last)] = value
    else:
        place[last] = value
    return changed


REACT, WRITER, MARKETER = "react-store-front", "writer-cancels", "marketer-undecided"
VIDEO, TRANSLATOR, PYTHON = "video-relaxing", "translator-mistaken", "python-hostile"


@pytest.mark.parametrize(
    ("scenario_id", "path", "value", "told"),
    [
        (REACT, "facts.skills", {"ReactJS": "MUST"}, "there is no skill 'ReactJS'; write 'React'"),
        (REACT, "facts.skills", {"React": "OPTIONAL"}, "skills is"),
        (REACT, "gold.brief.countries", {"include": ["XX"]}, "there is no country code 'XX'"),
        (REACT, "gold.brief.industries", ["weather"], "there is no industry id 'weather'"),
        (REACT, "gold.brief.regions", ["atlantis"], "there is no region id 'atlantis'"),
        (REACT, "gold.brief.languages", {"xx": "FLUENT"}, "there is no language code 'xx'"),
        (REACT, "gold.brief.hourlyRate", {"max": 60, "currency": "ABC"}, "no currency code 'ABC'"),
        (REACT, "gold.brief.hourlyRate", {"min": 70, "max": 60, "currency": "USD"}, "min is above max"),
        (REACT, "gold.brief.hoursPerWeek", {}, "give min, max or both"),
        (REACT, "gold.brief.startBy", "soon", "startBy is 'soon'"),
        (REACT, "facts.role", ["frontend-developer"], "role is a list"),
        (REACT, "gold.brief.hourlyRate.max", 70, "but the agenda ends with"),
        (REACT, "gold.brief.seniority", "EXPERT", "nobody tells seniority"),
        (REACT, "gold.brief.hourlyRate", None, "it is neither in brief nor in may"),
        (REACT, "gold.may.hoursPerWeek", None, "is told when asked for: put it in may"),
        (REACT, "gold.may.hoursPerWeek", {"min": 30}, "is told when asked for: put it in may"),
        (REACT, "facts.hourlyRate.max", 70, "facts: hourlyRate is"),
        (REACT, "unknown.0", "hourlyRate", "the client has an opinion on hourlyRate"),
        (REACT, "gold.hard.0", "languages", "languages is neither in brief nor in may"),
        (REACT, "gold.soft", ["skills"], "skills cannot be hard and soft"),
        (REACT, "gold.shortlist", 2, "gold.shortlist is 2, but the client points at 1"),
        (REACT, "gold.shortlist", 0, "gold.shortlist is 0, but the client points at 1 at once"),
        (REACT, "gold.hand_off", "CANCELLED", "gold.hand_off is CANCELLED, but by the agenda there is APPR"),
        (REACT, "gold.hand_off", None, "gold.hand_off is None"),
        (REACT, "gold.steps", ["think"], "there is no step 'think'"),
        (REACT, "gold.refuses", True, "nothing is off topic"),
        (PYTHON, "gold.refuses", False, "the client asks for what must be declined"),
        (REACT, "agenda.1.people", None, "it needs people"),
        (REACT, "agenda.2.people", [1, 2], "it can point at one person alone"),
        (REACT, "agenda.0.people", [1], "it points at nobody"),
        (REACT, "agenda.0.facts", {}, "it tells nothing"),
        (REACT, "agenda.1.facts", {"headcount": 2}, "it cannot tell facts"),
        (REACT, "agenda.0.slots", ["skills"], "slots are for relax"),
        (REACT, "intents", ["compare"], "nothing in the agenda is a compare"),
        (WRITER, "agenda.1", {"act": "greet"}, "there is no hand-off to decide on"),
        (MARKETER, "gold.brief", {"languages": {"en": "FLUENT"}}, "nobody tells languages"),
        (MARKETER, "agenda.0.facts", {"headcount": 1}, "nobody tells role"),
        (VIDEO, "agenda.1.items", ["Avid"], "'Avid' was not told before"),
        (VIDEO, "agenda.2.slots", ["countries"], "countries was not told before"),
        (VIDEO, "agenda.2.slots", [], "it names no slots"),
        (VIDEO, "facts.hoursPerWeek", {"min": 30}, "hoursPerWeek is dropped in the agenda"),
        (VIDEO, "gold.brief.skills", {"Adobe Premiere Pro": "MUST"}, "but the agenda ends with"),
        (TRANSLATOR, "gold.unchanged", ["hourlyRate"], "the client corrects hourlyRate"),
        (TRANSLATOR, "agenda.1.facts", {"seniority": "EXPERT"}, "seniority was not told before"),
        ("own-words", "gold.soft", ["utcOffset"], "the client tightens utcOffset"),
        ("bookkeeper-rambling", "agenda.2.topic", None, "it needs a topic"),
    ],
)
def test_a_broken_scenario_is_an_error(
    scenario_id: str, path: str, value: Any, told: str, knowledge: Knowledge
) -> None:
    assert problems(Scenario.model_validate(sample(scenario_id)), knowledge) == []
    broken = Scenario.model_validate(_with(scenario_id, path, value))
    assert any(told in problem for problem in problems(broken, knowledge)), problems(broken, knowledge)


def test_no_search_can_be_expected_without_a_role_or_a_skill(knowledge: Knowledge) -> None:
    vague = sample("privacy-delete")
    del vague["agenda"][0]["facts"]["role"], vague["gold"]["brief"]["role"]
    told = problems(Scenario.model_validate(vague), knowledge)
    assert told == ["gold.acceptable: no search can be made without a role or a skill; set it to false"]
