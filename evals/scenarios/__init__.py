"""Scenarios as data: JSON Lines files, read and checked whole before anything is played."""

from evals.scenarios.loading import BrokenScenario, load_scenarios

__all__ = ["BrokenScenario", "load_scenarios"]
