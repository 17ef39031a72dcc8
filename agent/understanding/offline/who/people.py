"""Finds who is wanted: how senior, one person or a company, how many."""

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.who.providers import find_provider
from agent.understanding.offline.who.seniority import find_seniority
from agent.understanding.offline.who.teams import find_team


def find_people(scene: Scene) -> list[Finding]:
    """seniority, provider, and the headcount where no role is counted."""
    levels = sorted(find_seniority(scene), key=lambda f: scene.stance(f.first, f.last).excluded)
    return [*levels[:1], *find_provider(scene), *find_team(scene)]
