"""A run as one HTML file: plots of where conversations fail, and every conversation to read. It needs no
network and loads nothing: styles, script, plots and conversations are all inside."""

from evals.reports.page.rendering import as_page

__all__ = ["as_page"]
