"""The agent broken on purpose, to measure the graders: which grader catches which bug."""

from evals.bugs.hunting import Verdict, judged
from evals.bugs.over_processes import BUGS, hunt_all
from evals.bugs.seams import Bug, Seam, seeded
from evals.bugs.table import LEAST_CAUGHT, as_markdown, as_terminal, share_caught

__all__ = [
    "BUGS",
    "LEAST_CAUGHT",
    "Bug",
    "Seam",
    "Verdict",
    "as_markdown",
    "as_terminal",
    "hunt_all",
    "judged",
    "seeded",
    "share_caught",
]
