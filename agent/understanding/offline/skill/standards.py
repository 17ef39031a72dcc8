"""Reads standards by who issues them and their number: EN 13445, ASTM D4169-22, IEC/IEEE 60255.

No list has them all, and whoever names one wants somebody who knows it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.skill.background import is_background
from agent.understanding.offline.skill.lists import LINKS
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.reading import Operation
from store.nouns.brief import Importance, SkillWish, Slot

_KIND = "standards"
_BEFORE = "EN"
"""Taken over by Europe: 'EN ISO 12100' is ISO 12100 to everybody."""


class StandardReader:
    """Finds standards in messages."""

    def __init__(self, lexicon: Lexicon) -> None:
        bodies, rarer, hyphened = (
            "|".join(sorted(map(_as_written, lexicon.words(_KIND, key)), key=len, reverse=True))
            for key in ("bodies", "rarer", "hyphened")
        )
        any_body = f"(?:{bodies}|{rarer})"
        tail = r"(?:[.:/-][A-Z0-9]+)*[a-z]?(?![A-Za-z0-9%])"
        self._pattern = re.compile(
            rf"(?<!\w)(?:{any_body}[ /]){{0,2}}"
            rf"(?:(?:{bodies})[ -]?(?:[A-Z]{{1,3}}[ -]?)?\d\d+{tail}"
            rf"|(?:{rarer})[ -]\d{{3,}}(?: \d{{3}}(?!\d))?{tail}"
            rf"|(?:{hyphened})-\d\d{tail})"
        )

    def find(self, scene: Scene, skills: Sequence[Finding]) -> Iterator[Finding]:
        """The standards that are wished for and are none of the `skills` that were found."""
        message = scene.message
        taken = {index for each in skills for index in range(each.first, each.last)}
        starts = [token.start for token in message.tokens]
        for match in self._pattern.finditer(message.text):
            first = bisect_left(starts, match.start())
            last = bisect_right(starts, match.end() - 1)
            mention = Mention("skill", _name(match[0]), first, last)
            if taken & set(range(first, last)) or not _is_wished_for(scene, mention):
                continue
            taken |= set(range(first, last))
            yield _finding(scene, mention)
        for mention in _further_numbers(scene, skills):
            if mention.first not in taken:
                yield _finding(scene, mention)


def _further_numbers(scene: Scene, skills: Sequence[Finding]) -> Iterator[Mention]:
    """'ISO 9001, 14001 and 45001': the numbers after a standard that is known, by the same body."""
    message = scene.message
    for each in skills:
        body, index = message.norm(each.first), each.last
        if not body.isalpha() or not message.norm(each.first + 1).isdigit():
            continue
        while message.norm(index) in LINKS:
            while message.norm(index) in LINKS:
                index += 1
            known = scene.knowledge.find_skill(f"{body} {message.norm(index)}")
            if known is None or not message.norm(index).isdigit() or scene.is_priced(index):
                break
            yield Mention("skill", known.name, index, index + 1)
            index += 1


def _as_written(body: str) -> str:
    return re.escape(body.upper()).replace(r"\ \-\ ", "-").replace(r"\ /\ ", "/").replace(" ", "[ -]")


def _name(written: str) -> str:
    """'EN ISO 12100:2010' as 'ISO 12100': without the year and the one who took it over."""
    name = written.split(":")[0]
    words = name.split(" ")
    return " ".join(words[1:] if words[0] == _BEFORE and words[1:2] and words[1].isalpha() else words)


def _is_wished_for(scene: Scene, mention: Mention) -> bool:
    stance = scene.stance(mention.first, mention.last)
    counted = any(scene.is_priced(i) for i in range(mention.first, mention.last))
    denied = stance.excluded or stance.unneeded or scene.message.norm(mention.first - 1) in _DENYING
    return not (denied or counted or is_background(scene, mention))


_DENYING = frozenset({"no", "not", "without", "nor"})


def _finding(scene: Scene, mention: Mention) -> Finding:
    stance = scene.stance(mention.first, mention.last)
    known = scene.knowledge.find_skill(mention.key)
    wish = SkillWish(
        name=mention.key if known is None else known.name,
        importance=Importance.NICE if stance.liked else Importance.MUST,
        words=scene.message.words(mention.first, mention.last),
    )
    return Finding(Slot.SKILLS, wish, mention.first, mention.last, Operation.ADD)
