"""Tells what a long post asks of the freelancer from what it mentions while it describes the work.

"We will send you a Figma file" in the middle of a post is no condition, and to show nobody without Figma
would hide the right people. In a short message everything is said on purpose.
"""

from collections.abc import Sequence

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.skill.lists import LINKS, segment_words
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Opener
from agent.understanding.offline.words.spans import WORKLOADS
from store.nouns.brief import Slot

_PEOPLE = ("anyone", "heads")
_ADDRESSED = frozenset(
    {"you", "your", "youll", "youre", "candidate", "candidates", "applicant", "applicants"}
)
_THEY_MUST = frozenset(
    (who, verb)
    for who in ("they", "he", "she")
    for verb in ("should", "must", "need", "needs", "have", "has", "cannot", "cant")
)
"""How a sentence begins that says what whoever comes has to be: "They should have worked in retail"."""

_SHORT_LINE = 9
"""Tokens of a line that states a condition by itself: "Location: UK only"."""

_LABEL = 4
"""Tokens of a label and its colon: "Where we look:"."""

_ELSEWHERE_IN_POSTS = frozenset(
    {
        Slot.COUNTRIES,
        Slot.REGIONS,
        Slot.UTC_OFFSET,
        Slot.INDUSTRIES,
        Slot.HOURS_PER_WEEK,
        Slot.DURATION_WEEKS,
        Slot.SENIORITY,
        Slot.PROVIDER,
        Slot.MIN_JOBS_COMPLETED,
    }
)
"""What a post may also say of its own matter: where a film plays, how long a video is."""

_GREETING = 4
"""Tokens that may come before the sentence in which clients say who they are: 'Dear all,'."""

_LIST_ITEM = 2
"""Words an item of a list may have besides the skill's name."""


def mentioned_in_passing(
    scene: Scene, mentions: Sequence[Mention], asks: Sequence[RoleAsk]
) -> frozenset[Mention]:
    """Those of the skills that a post only mentions; none where the need is known already."""
    if not scene.is_post:
        return frozenset()
    passing: set[Mention] = set()
    before: Mention | None = None
    for mention in mentions:
        follows = before is not None and _goes_on(scene, before, mention) and before not in passing
        if not follows and not _is_asked(scene, mention, asks):
            passing.add(mention)
        before = mention
    return frozenset(passing)


def asked_of_somebody(scene: Scene, findings: Sequence[Finding], asks: Sequence[RoleAsk]) -> list[Finding]:
    """The findings without what a post says of its own matter rather than of the freelancer."""
    if not scene.is_post:
        return list(findings)
    return [f for f in findings if f.slot not in _ELSEWHERE_IN_POSTS or _is_condition(scene, f, asks)]


def _is_place_by_itself(scene: Scene, finding: Finding) -> bool:
    """', UK-based people', '. Kenya or Ghana, good English': a place that begins a short item."""
    if finding.slot not in (Slot.COUNTRIES, Slot.REGIONS):
        return False
    segment = scene.message.segment(finding.first)
    named = scene.message.norms[segment.first : finding.first]
    begins = not named or named[-1] in ("or", "and", "/")
    return begins and segment.last - segment.first <= _LONGEST_PLACES


_LONGEST_PLACES = 6
"""Tokens of an item that is but a place or two."""


def _is_condition(scene: Scene, finding: Finding, asks: Sequence[RoleAsk]) -> bool:
    message = scene.message
    low, high = message.sentence(finding.first)
    if finding.slot is Slot.INDUSTRIES and low <= _GREETING:
        return True
    if scene.is_title(low) or high - low <= _SHORT_LINE or finding.hard is not None:
        return True
    if ":" in message.norms[low : low + _LABEL] or finding.first - low <= _LIST_ITEM:
        return True
    if any(low <= ask.first < high for ask in asks) or _ADDRESSED & set(message.norms[low:high]):
        return True
    if message.norms[low : low + 2] in _THEY_MUST:
        return True
    if _is_beside_price(scene, low, high) or _is_place_by_itself(scene, finding):
        return True
    spoken_of = (
        *(m for m in message.between("people", low, high) if m.key in _PEOPLE),
        *message.between("heads", low, high),
        *message.between("slots", low, high),
        *(m for m in message.between("intents", low, high) if m.key == "need"),
        *(m for m in message.between("schedule", low, high) if m.key in ("lasting", "start", "experience")),
    )
    return bool(spoken_of)


def _is_beside_price(scene: Scene, low: int, high: int) -> bool:
    """'60 EUR/h, 20h weekly, 3 months': a sentence that tells the pay or the hours tells the other terms."""
    told = [q for q in scene.quantities if low <= q.first < high]
    paid = any(q.per is not None and (q.currency is not None or q.per == "hour") for q in told)
    hours = any(q.unit in ("hour", "day") and q.per == "week" for q in told)
    return paid or hours or any(m.key in WORKLOADS for m in scene.message.between("schedule", low, high))


def _goes_on(scene: Scene, before: Mention, mention: Mention) -> bool:
    """Whether the two are items of one list."""
    between = [scene.message.norm(i) for i in range(before.last, mention.first)]
    return bool(between) and all(word in LINKS for word in between)


def _is_asked(scene: Scene, mention: Mention, asks: Sequence[RoleAsk]) -> bool:
    message = scene.message
    low, high = message.sentence(mention.first)
    if scene.is_title(low) or scene.stance(mention.first, mention.last).hard is not None:
        return True
    if any(low <= ask.first < high for ask in asks) or message.at("heads", mention.last) is not None:
        return True
    if message.norms[low : low + 2] in _THEY_MUST:
        return True
    if any(m.key in _PEOPLE for m in message.between("people", low, mention.first)):
        return True
    presented = message.between("ordinary", max(low, mention.first - 4), min(high, mention.last + 2))
    if any(cue.key in ("leaders", "followers") for cue in presented):
        return True
    opener = message.segment(mention.first).opener
    if opener is Opener.COMMA and not _needs(scene, low, mention.first):
        return False
    return opener is not Opener.SENTENCE and segment_words(scene, mention) <= mention.size + _LIST_ITEM


def _needs(scene: Scene, low: int, high: int) -> bool:
    """Whether what stands before asks for something or somebody."""
    return any(m.key == "need" for m in scene.message.between("intents", low, high))
