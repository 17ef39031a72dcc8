"""Reads a product by its name without the maker's, which is beside: Books after Zoho CRM.

Whoever lists several products of one maker names it once: 'Zoho CRM + Books', 'Google + Microsoft Ads'.
"""

from collections.abc import Iterator, Sequence

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.skill.certificates import certificates
from agent.understanding.offline.skill.lists import LINKS, is_everyday
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import folded

_OPENING = frozenset({"(", ":", "[", "–", "—"})
"""Before the first product of a list: 'Zoho One (CRM, Books)', 'Salesforce developer – Apex, Flows'."""

_OTHERS = ("role", "heads", "cues", "country", "city", "language", "currency", "zone", "edits", "people")
"""What a word may be besides the name of a product."""

_LONGEST_LIST = 10
_BARE = 2
"""Tokens of a name that tells a product by itself where it is written with capitals: 'Security Hub'."""


def with_products(scene: Scene, meant: Sequence[Mention]) -> list[Mention]:
    """The skills that are meant, and the products that are named without their makers, in order."""
    found = [*_products(scene, meant), *certificates(scene, meant)]
    taken = {index for each in found for index in range(each.first, each.last)}
    kept = [each for each in meant if not taken & set(range(each.first, each.last))]
    return sorted([*kept, *found, *_with_another_makers(scene)], key=lambda each: each.first)


def _products(scene: Scene, meant: Sequence[Mention]) -> Iterator[Mention]:
    """The products whose maker is told by another of the list they stand in."""
    message = scene.message
    items = {each.last: each for each in meant}
    starts = {each.first: each for each in meant}
    told: dict[int, str] = {}
    for product in message.of("product"):
        if not _may_be_one(scene, product, starts.get(product.first)):
            continue
        maker = product.key.partition(" ")[0]
        skill = scene.knowledge.find_skill(product.key)
        if skill is None or scene.activities.has(skill.name):
            continue
        if (
            _follows(scene, product, maker, items, told)
            or _precedes(scene, product, maker, starts)
            or _tells_itself(scene, product, maker)
        ):
            told[product.last] = maker
            yield Mention("skill", skill.name, product.first, product.last)


def _may_be_one(scene: Scene, product: Mention, named: Mention | None) -> bool:
    """Whether nothing else is meant by the words: no longer name, no skill for certain, no amount or date."""
    message, first, last = scene.message, product.first, product.last
    if message.norms[first - 1 : first] == (product.key.partition(" ")[0],):
        return False
    longer = message.over("skill", first, last)
    if longer is not None and longer.size > product.size:
        return False
    surely = (
        named is not None
        and (named.size > 1 or folded(named.key) == message.norm(first))
        and not (is_everyday(scene, named) or scene.activities.has(named.key))
    )
    if surely or scene.is_measured(first, last) or any(message.over(kind, first, last) for kind in _OTHERS):
        return False
    return message.text.islower() or message.words(first, last)[0].isupper()


def _follows(
    scene: Scene, product: Mention, maker: str, items: dict[int, Mention], told: dict[int, str]
) -> bool:
    """Whether the items before it in a list, or what the list is of, are of that maker."""
    index = product.first
    for _ in range(_LONGEST_LIST):
        linked = _before_links(scene, index)
        if told.get(linked) == maker:
            return True
        before = items.get(linked)
        if before is None:
            return _is_led_by(scene, linked, maker, joined=linked < index)
        if linked == index or _is_of(scene, before, maker):
            return linked < index
        index = before.first
    return False


def _is_led_by(scene: Scene, last: int, maker: str, *, joined: bool) -> bool:
    """Whether the words that end there, before a list, name the maker: 'Salesforce developer: Apex, Flow'."""
    message = scene.message
    somebody = message.ending("role", last, reach=8) or message.ending("heads", last)
    if somebody is not None:
        return maker in message.norms[max(0, somebody.first - 1) : somebody.last]
    return joined and message.norm(last - 1) == maker


def _before_links(scene: Scene, index: int) -> int:
    """The end of what stands before an item, the marks between left out."""
    while scene.message.norm(index - 1) in LINKS or scene.message.norm(index - 1) in _OPENING:
        index -= 1
    return index


def _precedes(scene: Scene, product: Mention, maker: str, starts: dict[int, Mention]) -> bool:
    """'Flows + CPQ' of Salesforce: whether the next item is of the maker."""
    message, index = scene.message, product.last
    while message.norm(index) in LINKS:
        index += 1
    after = starts.get(index)
    return index > product.last and after is not None and _is_of(scene, after, maker)


def _is_of(scene: Scene, mention: Mention, maker: str) -> bool:
    """Whether a skill is the maker's: by its name, or because whoever knows it knows the maker's."""
    skill = scene.knowledge.skills.get(mention.key)
    if scene.message.norm(mention.first) == maker:
        return True
    if skill is None:
        return False
    names = (skill.name, *skill.implies)
    return any(name.lower().partition(" ")[0] == maker for name in names)


def _tells_itself(scene: Scene, product: Mention, maker: str) -> bool:
    """'Security Hub' somewhere after 'AWS': several words with capitals, of a maker that is named."""
    message = scene.message
    written = message.words(product.first, product.last).split(" ")
    named = product.size >= _BARE and len(written) == product.size
    capitals = named and all(word[0].isupper() and not word.isupper() for word in written[:1] + written[-1:])
    return (
        capitals
        and maker in scene.once(_words_said)
        and not scene.is_title(message.sentence(product.first)[0])
    )


def _words_said(scene: Scene) -> frozenset[str]:
    return frozenset(scene.message.norms)


def _with_another_makers(scene: Scene) -> Iterator[Mention]:
    """'Google + Microsoft Ads': the product of the one maker, by the name of the other's."""
    message = scene.message
    for other in message.of("skill"):
        join = other.first - 1
        if other.size == 1 or message.norm(join) not in LINKS or message.over("skill", join - 1, join):
            continue
        tail = message.norms[other.first + 1 : other.last]
        if not {message.norm(join - 1), message.norm(other.first)} <= scene.lexicon.words("makers", "makers"):
            continue
        skill = scene.knowledge.find_skill(" ".join((message.norm(join - 1), *tail)))
        if skill is not None:
            yield Mention("skill", skill.name, join - 1, join)
