"""What a run came to: for a terminal, as a page, as JUnit XML and as JSON."""

from evals.reports.junit import as_junit
from evals.reports.page import as_page
from evals.reports.summary import as_json
from evals.reports.terminal import as_terminal

__all__ = ["as_json", "as_junit", "as_page", "as_terminal"]
