"""One conversation for a terminal, with what its graders say of it where they say it."""

from rich.text import Text

from api.replay import TurnRecord
from evals.nouns import CaseResult, End, Grade, Scenario, Transcript
from evals.reports.paper import Paper


def as_chat(
    scenario: Scenario | None,
    transcript: Transcript,
    result: CaseResult,
    *,
    width: int = 120,
    colour: bool = False,
) -> str:
    """The goal, every turn, and the grades; those that fail stand beneath their turn."""
    paper = Paper(width, colour)
    named = transcript.scenario + (f" [{transcript.perturbation}]" if transcript.perturbation else "")
    paper.print(Text(named, "bold"))
    if scenario is not None:
        paper.print(Text(f"{scenario.goal} ({scenario.group}, {scenario.temper.value})", "dim"))
    failing = [grade for grade in result.grades if grade.gate and grade.score < 1]
    for turn in transcript.turns:
        _print_turn(paper, turn)
        for grade in failing:
            if grade.turn == turn.turn:
                _print_fault(paper, grade)
    if transcript.ended is not End.DONE:
        told = f"The conversation ended: {transcript.ended.value.replace('_', ' ')}. {transcript.error or ''}"
        paper.print(Text(told.strip(), "red"))
    paper.print()
    for grade in failing:
        if grade.turn is None or grade.turn > len(transcript.turns):
            _print_fault(paper, grade)
    _print_grades(paper, result)
    return paper.text


def _print_turn(paper: Paper, turn: TurnRecord) -> None:
    paper.print(Text.assemble("\n", (f"{turn.turn} client  ", "bold cyan"), turn.text))
    paper.print(Text.assemble(("  agent   ", "bold"), turn.reply.replace("\n", "\n          ")))
    people = ", ".join(f"{place} {each.name}" for place, each in enumerate(turn.listed, start=1))
    asked = f"; asks about {turn.question.slot}" if turn.question is not None else ""
    told = f"          {turn.intent.value} → {turn.step}{asked}"
    paper.print(Text(f"{told}; {people}" if people else told, "dim"))


def _print_fault(paper: Paper, grade: Grade) -> None:
    paper.print(Text.assemble((f"  ✗ {grade.key}: ", "bold red"), (grade.comment, "red")))


def _print_grades(paper: Paper, result: CaseResult) -> None:
    held = [grade.key for grade in result.grades if grade.gate and grade.score == 1]
    paper.print(Text(f"holds: {', '.join(held)}", "dim"))
    for grade in result.grades:
        if not grade.gate:
            paper.print(Text(f"{grade.key}: {grade.score:.3f}  {grade.comment}", "dim"))
    state = ("passed", "green") if result.passed else ("FAILED", "bold red")
    paper.print(Text.assemble(state, f", score {result.score:.3f}"))
