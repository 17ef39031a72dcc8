"""Every conversation of a run as the page's script reads it: packed, because there are thousands."""

import base64
import gzip
import json
from collections.abc import Mapping
from typing import Any

from api.replay import TurnRecord
from evals.comparing import CaseChange, compare
from evals.nouns import Grade, Run, Scenario, Transcript
from evals.outcomes import CaseKey, Outcomes, case_of, outcomes
from evals.reports.commands import replay_command
from evals.reports.figures import FIRST_ACCEPTABLE

AS_WRITTEN = "as written"


def packed(run: Run, baseline: Outcomes | None = None) -> str:
    """The conversations as gzipped JSON in base64, failing ones first; the same run gives the same text."""
    changed = compare(baseline, outcomes(run)).changed if baseline is not None else ()
    since = {change.after.key: change for change in changed}
    cases = sorted(conversations(run, since), key=lambda case: (case["passed"], case["score"]))
    told = json.dumps(cases, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(gzip.compress(told.encode(), 9, mtime=0)).decode()


def conversations(run: Run, since: Mapping[CaseKey, CaseChange]) -> list[dict[str, Any]]:
    """What is shown of each graded conversation; `since` has those that are not as in the baseline."""
    scenarios = {scenario.id: scenario for scenario in run.scenarios}
    transcripts = {case_of(each): each for each in run.transcripts}
    found = []
    for result in run.results:
        transcript = transcripts.get(case_of(result))
        if transcript is None:
            continue
        failing = [grade for grade in result.grades if grade.gate and grade.score < 1]
        found.append(
            {
                "scenario": result.scenario,
                "perturbation": result.perturbation or AS_WRITTEN,
                "seed": result.seed,
                "group": result.group,
                "passed": result.passed,
                "score": round(result.score, 3),
                "kinds": [grade.key for grade in failing],
                "grades": [_grade(grade) for grade in result.grades if not _is_silent(grade)],
                "held": sum(grade.gate and grade.score == 1 for grade in result.grades),
                "turns": _turns(transcript),
                "ended": transcript.ended.value,
                "error": transcript.error,
                "replay": replay_command(run, transcript),
                **_since(since.get(case_of(result))),
                **_who(scenarios.get(result.scenario)),
            }
        )
    return found


def _since(change: CaseChange | None) -> dict[str, Any]:
    if change is None:
        return {"since": "", "other": []}
    state = "broke" if change.broke else "mended" if change.mended else "changed"
    return {"since": state, "other": [turn.turn for turn in change.turns]}


def _who(scenario: Scenario | None) -> dict[str, str]:
    if scenario is None:
        return {"goal": "A recorded conversation.", "temper": ""}
    return {"goal": scenario.goal, "temper": scenario.temper.value}


def _is_silent(grade: Grade) -> bool:
    """Gates that hold are only counted, and so is what has nothing to say."""
    return grade.score == 1 and (grade.gate or grade.key != FIRST_ACCEPTABLE)


def _grade(grade: Grade) -> dict[str, Any]:
    return {
        "key": grade.key,
        "score": round(grade.score, 3),
        "gate": grade.gate,
        "turn": grade.turn,
        "comment": grade.comment,
    }


def _turns(transcript: Transcript) -> list[dict[str, Any]]:
    told = []
    before: dict[str, Any] = {}
    for turn in transcript.turns:
        told.append({**_turn(turn), "brief": _changed(before, turn.brief)})
        before = turn.brief
    return told


def _turn(turn: TurnRecord) -> dict[str, Any]:
    question = turn.question
    return {
        "text": turn.text,
        "reply": turn.reply,
        "step": turn.step,
        "intent": turn.intent.value,
        "options": [option.text for option in question.options] if question is not None else [],
        "asks": question.slot.value if question is not None else None,
        "people": [[each.name, round(each.score, 3)] for each in turn.candidates],
        "ms": round((turn.ms or {}).get("total", 0)),
    }


def _changed(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    hard = {slot for slot, term in after.get("terms", {}).items() if term.get("hard")}
    was_hard = {slot for slot, term in before.get("terms", {}).items() if term.get("hard")}
    told = []
    for slot in sorted({*before, *after} - {"terms"}):
        if before.get(slot) != after.get(slot) or (slot in hard) != (slot in was_hard):
            value = _value(after[slot]) if slot in after else "taken out"
            told.append(f"{slot}: {value}{' (must)' if slot in hard else ''}")
    return told


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(
            f"{_value(each)}" if key == "name" else f"{key} {_value(each)}" for key, each in value.items()
        )
    if isinstance(value, list):
        return ", ".join(map(_value, value))
    return str(value)
