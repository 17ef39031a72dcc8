"""Finds who is wanted: how senior, one person or a company, how many."""

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.who.providers import find_provider
from agent.understanding.offline.who.seniority import find_seniority
from agent.understanding.offline.who.teams import find_team


def find_people(scene: Scene) -> list[Finding]:
    """seniority, provider, and the headcount where no role is counted."""
    levels = sorted(find_seniority(scene), key=lambda f: _is_given_up(scene, f))
    levels = sorted(levels, key=lambda f: not _is_put_right(scene, f))
    return [*levels[:1], *find_provider(scene), *find_team(scene)]


def _is_put_right(scene: Scene, level: Finding) -> bool:
    """'a senior developer, sorry, mid-level': what takes the place of the level said first."""
    message, index = scene.message, level.first
    index -= message.norm(index - 1) in ("a", "an")
    index -= message.norm(index - 1) in (",", ":", "-")
    return message.norm(index - 1) in _SORRY and message.norm(index - 2) in (",", ".", "-", "–", "i", "no")


_SORRY = frozenset({"sorry", "mean", "meant", "correction", "oops", "wait"})


def _is_given_up(scene: Scene, level: Finding) -> bool:
    """'no seniors', 'forget senior, mid-level is enough'."""
    cue = scene.message.ending("edits", level.first)
    dropped = cue is not None and cue.key == "drop"
    return dropped or scene.stance(level.first, level.last).excluded
