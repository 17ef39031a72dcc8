"""Tells those whom a recruiter is to find from those whom the client asks for: 'headhunt a CFO for us'."""

from collections.abc import Sequence

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


def without_recruited(scene: Scene, asks: Sequence[RoleAsk]) -> list[RoleAsk]:
    """Without those whom a recruiter that is asked for is to find: 'hiring a PA, need a recruiter'."""
    recruiter = next((ask for ask in asks if ask.role == RECRUITER), None)
    if recruiter is None or not _is_needed_apart(scene, recruiter):
        return list(asks)
    return [ask for ask in asks if ask.last > recruiter.first or not _is_to_be_hired(scene, ask)]


def _is_needed_apart(scene: Scene, recruiter: RoleAsk) -> bool:
    """Whether a recruiter has a word of need of their own: not 'we are hiring a designer and a recruiter'."""
    message = scene.message
    if message.norm(recruiter.last) in ("wanted", "needed", "required"):
        return True
    needed = message.between("intents", max(0, recruiter.first - _REACH), recruiter.first)
    last = max((m.last for m in needed if m.key == "need"), default=None)
    return last is not None and not any(
        m.first >= last for m in message.between("role", last, recruiter.first)
    )


def _is_to_be_hired(scene: Scene, ask: RoleAsk) -> bool:
    """Whether somebody stands after a verb of hiring in one sentence: 'we have to hire a CFO and a PA'."""
    message = scene.message
    low, _ = message.sentence(ask.first)
    hires = stems_of(tuple(scene.lexicon.words("people", "seeking")))
    return any(stem(message.norm(index)) in hires for index in range(low, ask.first))
