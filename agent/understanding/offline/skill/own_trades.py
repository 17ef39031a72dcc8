"""Tells experience that is asked of the freelancer from the client's own trade, told in passing."""

from collections.abc import Sequence
from dataclasses import replace

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.role.needed_things import SOMEBODY
from agent.understanding.offline.skill.establishments import is_spoken_for
from agent.understanding.offline.skill.trades import cue_before, is_business, is_who_they_are, was_worked_in
from agent.understanding.offline.words.gazetteer import Mention

_REACH = 5
"""Tokens between a word for experience and the industry, at the most."""

_KINDS_OF_BUSINESS = frozenset(
    {
        "brands", "client base", "clients", "companies", "customers", "domain", "field", "industry", "niche",
        "platforms", "portfolio", "projects", "sector", "space", "startups", "vertical",
    }
)  # fmt: skip
"""Words near an industry that alone ask nobody to know it: 'for beauty brands', 'in the SaaS space'."""

_CLIENT = frozenset({"we", "i", "our", "my", "were", "weve", "im", "ive"})
_ANYBODY = SOMEBODY | {"who", "whos", "with", "must", "should", "they", "need", "want", "looking", "ideally"}
"""Between the client and the word for experience, these mean that somebody else is to have it."""


def with_owners(scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
    """The industries that were found, each with whether it is the client's own and asked of nobody."""
    return [replace(each, own=_is_own(scene, str(each.value))) for each in findings]


def with_successors(scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
    """The findings; what takes the place of a trade of the client's is one too: 'not retail, real estate'."""
    own = set(scene.context.brief.own_trades)
    return [
        replace(each, own=True) if each.replaces and own and set(each.replaces) <= own else each
        for each in findings
    ]


def _is_own(scene: Scene, industry: str) -> bool:
    mentions = [m for m in scene.message.of("industry") if m.key == industry and _counts(scene, m)]
    if any(asks_for_it(scene, mention) for mention in mentions):
        return False
    return industry in scene.context.brief.own_trades or any(_is_told(scene, m) for m in mentions)


def _counts(scene: Scene, mention: Mention) -> bool:
    stance = scene.stance(mention.first, mention.last)
    return not (stance.excluded or stance.unneeded)


def _is_told(scene: Scene, mention: Mention) -> bool:
    """'we are a bakery', 'for a roofing business', 'two coffee shops, Xero'."""
    if any(is_told(scene, mention) for is_told in (is_who_they_are, is_business, is_spoken_for)):
        return True
    return any(_is_the_clients(scene, cue) for cue in _experience_before(scene, mention))


def asks_for_it(scene: Scene, mention: Mention) -> bool:
    """'who has worked in fintech', 'healthcare background', 'with SaaS clients': not 'we know insurance'."""
    if cue_before(scene, mention, "own") is not None:
        return False
    if was_worked_in(scene, mention):
        return True
    message = scene.message
    if any(_leads_to(scene, cue, mention) for cue in _experience_before(scene, mention)):
        return True
    _, high = message.sentence(mention.first)
    last = mention.last
    while last < high and message.norm(last) in _KINDS_OF_BUSINESS:
        last += 1
    if last > mention.last and message.norm(mention.first - 1) == "with":
        return True
    after = message.at("trades", last) if last < high else None
    return after is not None and after.key == "experience" and not _is_kind_of_business(scene, after)


def _experience_before(scene: Scene, mention: Mention) -> list[Mention]:
    low, _ = scene.message.sentence(mention.first)
    cues = scene.message.between("trades", max(low, mention.first - _REACH), mention.first)
    return [cue for cue in cues if cue.key == "experience" and not _is_kind_of_business(scene, cue)]


def _leads_to(scene: Scene, cue: Mention, mention: Mention) -> bool:
    """Whether the industry is what the experience is in: not 'experience with Shopify for a bakery'."""
    message = scene.message
    if _is_the_clients(scene, cue):
        return False
    between = message.norms[cue.last : mention.first]
    if message.norm(cue.first) in ("from", "ex"):
        return not between
    return "for" not in between or message.norm(cue.first) in ("has", "have", "who", "whos")


def _is_kind_of_business(scene: Scene, cue: Mention) -> bool:
    return " ".join(scene.message.norms[cue.first : cue.last]) in _KINDS_OF_BUSINESS


def _is_the_clients(scene: Scene, cue: Mention) -> bool:
    """'we have twenty years of experience in healthcare': the client's, who looks for somebody else."""
    first = scene.message.segment(cue.first).first
    said = scene.message.norms[first : cue.first]
    last = max((place for place, word in enumerate(said) if word in _CLIENT), default=None)
    return last is not None and not _ANYBODY & set(said[last:])
