"""Judges freelancers against a brief: who may be shown, in what order, and why."""

from agent.matching.matcher import Matcher

__all__ = ["Matcher"]
