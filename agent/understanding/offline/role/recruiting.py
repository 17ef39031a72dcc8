"""Tells those whom a recruiter is to find from those whom the client asks for: 'headhunt a CFO for us'."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.role.needed_things import SOMEBODY
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.words.verbs import stem, stems_of

RECRUITER = "recruiter"

_REACH = 6


def as_recruiting(scene: Scene, ask: RoleAsk) -> RoleAsk | None:
    """Somebody to do the recruiting, where a role is only whom they are to find."""
    verb = _seeking_verb(scene, ask)
    if verb is None or ask.role == RECRUITER or RECRUITER not in scene.knowledge.roles:
        return None
    by_whom = _by_whom(scene, verb)
    return None if by_whom is None else RoleAsk(RECRUITER, by_whom, by_whom, verb + 1)


def _seeking_verb(scene: Scene, ask: RoleAsk) -> int | None:
    """The verb of seeking people before the role, in one clause with it."""
    message = scene.message
    stems = stems_of(tuple(scene.lexicon.words("people", "seeking")))
    low = max(message.segment(ask.first).first, ask.first - _REACH)
    return next((i for i in range(ask.first - 1, low - 1, -1) if stem(message.norm(i)) in stems), None)


def _by_whom(scene: Scene, verb: int) -> int | None:
    """Where those are named who seek for the client: 'a headhunter to find', 'someone to recruit'.

    Nobody has to be named where the verb itself is the order: 'recruit four nurses', 'headhunt a CFO'.
    """
    message = scene.message
    low, _ = message.sentence(verb)
    if stem(message.norm(verb)) in stems_of(tuple(scene.lexicon.words("people", "recruiting"))):
        ordered = message.norm(verb - 1) in ("please", "help", "us", "me") or verb == low
        if ordered and not message.norm(verb).endswith("ing"):
            return verb
    named = [m.first for m in message.between("role", low, verb) if m.key == RECRUITER]
    if named:
        return named[0]
    before = message.norms[max(low, verb - 3) : verb]
    anybody = next((i for i in range(max(low, verb - 3), verb) if message.norm(i) in SOMEBODY), None)
    return anybody if {"to", "who", "that"} & set(before) else None
