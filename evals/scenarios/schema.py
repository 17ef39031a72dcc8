"""The published JSON Schema of a scenario, so that editors and other tools can check the files.

`python -m evals.scenarios.schema > evals/scenarios/scenario.schema.json` writes it anew.
"""

import json
from typing import Any

from pydantic import TypeAdapter

from evals.nouns import Scenario
from evals.scenarios.loading import FOLDER
from evals.scenarios.values import SHAPES

FILE = FOLDER / "scenario.schema.json"
_PLAIN_BRIEF = "PlainBrief"


def scenario_schema() -> dict[str, Any]:
    """The schema of one line of a scenario file."""
    schema = Scenario.model_json_schema()
    definitions = schema["$defs"]
    slots: dict[str, Any] = {}
    for slot, shape in SHAPES.items():
        value = TypeAdapter(shape).json_schema(ref_template="#/$defs/{model}")
        definitions.update(value.pop("$defs", {}))
        slots[slot.value] = value
    plain: dict[str, Any] = _with_plain_briefs(schema)
    plain["$defs"][_PLAIN_BRIEF] = {
        "type": "object",
        "description": "Slots with their values.",
        "properties": slots,
        "additionalProperties": False,
    }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **plain}


def schema_text() -> str:
    """The schema as the file holds it."""
    return json.dumps(scenario_schema(), indent=2, sort_keys=True) + "\n"


def _with_plain_briefs(part: Any) -> Any:
    """The schema with every plain brief, which pydantic sees as any object by slots, spelled out."""
    if isinstance(part, list):
        return [_with_plain_briefs(each) for each in part]
    if not isinstance(part, dict):
        return part
    if part.get("propertyNames") == {"$ref": "#/$defs/Slot"}:
        kept = {key: part[key] for key in ("description", "title") if key in part}
        return {"$ref": f"#/$defs/{_PLAIN_BRIEF}", **kept}
    return {key: _with_plain_briefs(each) for key, each in part.items()}


if __name__ == "__main__":
    print(schema_text(), end="")
