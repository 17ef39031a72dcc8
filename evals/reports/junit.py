"""A run as JUnit XML: a suite for each group, a test case for each conversation."""

from collections import defaultdict
from xml.etree import ElementTree

from evals.nouns import Run, Transcript
from evals.outcomes import Outcome, case_of, outcomes
from evals.reports.commands import replay_command

_UNWRITABLE = {code: None for code in range(32) if code not in (9, 10, 13)}
"""What XML 1.0 has no way to write."""


def as_junit(run: Run) -> str:
    """The XML, declaration included."""
    transcripts = {case_of(each): each for each in run.transcripts}
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for case in outcomes(run).cases:
        groups[case.group].append(case)
    root = ElementTree.Element("testsuites", name="rolecall evals", time=f"{run.seconds:.3f}")
    _count(root, [case for cases in groups.values() for case in cases])
    for group, cases in sorted(groups.items()):
        suite = ElementTree.SubElement(root, "testsuite", name=group, timestamp=run.created.isoformat())
        _count(suite, cases)
        for case in cases:
            suite.append(_case(case, run, transcripts.get(case.key)))
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _count(element: ElementTree.Element, cases: list[Outcome]) -> None:
    element.set("tests", str(len(cases)))
    element.set("failures", str(sum(not case.passed for case in cases)))
    element.set("errors", "0")


def _case(case: Outcome, run: Run, transcript: Transcript | None) -> ElementTree.Element:
    name = case.scenario if case.perturbation is None else f"{case.scenario} [{case.perturbation}]"
    element = ElementTree.Element("testcase", classname=f"evals.{case.group}", name=name)
    if transcript is not None:
        spent = sum((turn.ms or {}).get("total", 0.0) for turn in transcript.turns)
        element.set("time", f"{spent / 1000:.3f}")
    if not case.passed:
        kinds = ", ".join(failure.kind for failure in case.failures) or "failed"
        failed = ElementTree.SubElement(element, "failure", type=kinds, message=_first(case))
        failed.text = "\n".join(_details(case, run, transcript)).translate(_UNWRITABLE)
    return element


def _first(case: Outcome) -> str:
    return (case.failures[0].comment if case.failures else "").translate(_UNWRITABLE)


def _details(case: Outcome, run: Run, transcript: Transcript | None) -> list[str]:
    told = [
        f"{failure.kind}{f', turn {failure.turn}' if failure.turn else ''}: {failure.comment}"
        for failure in case.failures
    ]
    return [*told, replay_command(run, transcript)] if transcript is not None else told
