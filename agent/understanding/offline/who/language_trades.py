"""Knows whose work is in a language: a translator, a copywriter, a teacher."""

from agent.understanding.offline.findings import Scene


def has_language_trade(scene: Scene) -> bool:
    """Whether somebody is asked for, here or in the brief, whose work is in a language."""
    trades = scene.lexicon.setting("languages", "trades", "categories")
    ids = scene.lexicon.setting("languages", "trades", "roles")
    asked = {*(m.key for m in scene.message.of("role")), scene.context.brief.role or ""}
    roles = scene.knowledge.roles
    return any(role in roles and (roles[role].category in trades or role in ids) for role in asked)
