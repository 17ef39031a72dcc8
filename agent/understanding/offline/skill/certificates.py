"""Reads a certificate that is named without whose it is: 'HubSpot admin, certified only'."""

from collections.abc import Iterator, Sequence

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import TokenKind


def certificates(scene: Scene, meant: Sequence[Mention]) -> Iterator[Mention]:
    """The certificates of the one product that is asked for and has such a one."""
    message, words = scene.message, scene.lexicon.words("makers", "certificates")
    if any(_CERTIFIED in each.key for each in meant):
        return
    heads = {message.norm(each.first) for each in meant if not scene.activities.has(each.key)}
    spans: dict[tuple[int, int], set[str]] = {}
    for named in message.of("product"):
        if message.norm(named.last - 1) in words and named.key.partition(" ")[0] in heads:
            spans.setdefault((named.first, named.last), set()).add(named.key)
    for (first, last), names in spans.items():
        skills = {skill.name for name in names if (skill := scene.knowledge.find_skill(name)) is not None}
        if len(skills) == 1 and _is_somebodys(scene, first, last):
            yield Mention("skill", skills.pop(), first, last)


def _is_somebodys(scene: Scene, first: int, last: int) -> bool:
    """Whether people have it: no 'certified copies', nor the certification that a company goes through."""
    message = scene.message
    if message.over("skill", first, last) is not None:
        return False
    after = message.norm(last)
    begins = first == message.segment(first).first or message.norm(first - 1) in _BEFORE
    if not (begins or any(message.ending(kind, first) is not None for kind in ("role", "heads"))):
        return False
    if last >= len(message.tokens) or message.tokens[last].kind is not TokenKind.WORD:
        return True
    return after in scene.lexicon.words("makers", "after_certificates") or message.names_somebody(last)


_CERTIFIED = "Certif"
_BEFORE = frozenset(
    {"be", "is", "are", "and", "a", "ideally", "preferably", "only", "need", "must", "with", "want", "best"}
)
"""Before such a word: 'must be certified'."""
