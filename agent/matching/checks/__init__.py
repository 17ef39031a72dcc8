"""One freelancer held against one brief: a verdict for each requirement, with the stored fact behind it."""

from agent.matching.checks.checking import checks
from agent.matching.checks.finding import Finding, Judged

__all__ = ["Finding", "Judged", "checks"]
