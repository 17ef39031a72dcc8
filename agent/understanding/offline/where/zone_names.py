"""Tells names of time zones from what else they stand for: 'CT scans', 'est. 50 hours', 'GST returns'."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.when.clocks import is_beside
from agent.understanding.offline.where.offsets import signed_slack, slack_before
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.tokens import TokenKind
from agent.understanding.offline.words.tongue import ENGLISH


def is_no_zone(scene: Scene, mention: Mention) -> bool:
    """'UTC+2' (the number after it counts), a word of another language, an abbreviation of something else."""
    message = scene.message
    small = message.words(mention.first, mention.last).islower()
    if scene.language != ENGLISH and small:
        return True  # 'TypeScript ist Pflicht'
    if message.norm(mention.last) in ("+", "-") and message.norm(mention.last + 1).isdigit():
        return message.norm(mention.first) in _UNIVERSAL
    if mention.size > 1:
        return False
    if scene.knowledge.time_zones[mention.key].ordinary_word:
        return not _is_of_time(scene, mention)
    first_letters = scene.lexicon.words("places", "estimates")
    shouted = message.words(mention.first, mention.last).isupper()
    if message.norm(mention.first) in first_letters and not shouted:
        return not _is_of_time(scene, mention) and _goes_on(message, mention.last)
    return False


_UNIVERSAL = frozenset({"utc", "gmt"})


def _goes_on(message: Message, index: int) -> bool:
    """Whether a word or a number follows, be it after the stop of an abbreviation."""
    index += message.norm(index) in (".", ":", "~")
    return index < len(message.tokens) and message.tokens[index].kind in (TokenKind.WORD, TokenKind.NUMBER)


def _is_of_time(scene: Scene, mention: Mention) -> bool:
    """'9-5 ET', 'overlap with PT', 'ET or CT', 'PT, please': beside a time or another zone, or alone."""
    message, first, last = scene.message, mention.first, mention.last
    if any(is_beside(message, hours, first) for hours in scene.hours_of_day):
        return True
    if message.norm(first - 1) in _CLOCK or slack_before(scene, first) is not None:
        return True
    if signed_slack(message, last)[1] > last:
        return True
    cues = (*message.between("places", max(message.sentence(first)[0], first - _NEAR), first),)
    after = message.at("places", last)
    if any(cue.key in _TIMES for cue in (*cues, *((after,) if after is not None else ()))):
        return not any(scene.is_measured(cue.first, cue.last) for cue in cues) or after is not None
    linked = (message.ending("zone", first - 1), message.at("zone", last + 1))
    if any(linked) and (message.norm(first - 1) in _LINKS or message.norm(last) in _LINKS):
        return True
    return _is_alone(message, mention)


_CLOCK = frozenset({"am", "pm", "noon", "midnight"})
_TIMES = frozenset({"time_zone", "mornings", "afternoons", "evenings", "overlap"})
_LINKS = frozenset({"/", "or", "and", "to", "-", "–"})
_NEAR = 4


def _is_alone(message: Message, mention: Mention) -> bool:
    """', PT.', 'somebody in ET': two letters that end their item, and are no country and no part of a job."""
    first, last = mention.first, mention.last
    ends = last >= len(message.tokens) or message.tokens[last].kind is not TokenKind.WORD
    if not ends or len(message.norm(first)) > _SHORT or message.norm(last) in ("/", "-"):
        return False
    if message.norm(first - 1) in ("in", "from"):
        return message.norm(first - 2) not in _LIVING
    return not message.norm(first - 1).isalpha() and message.norm(first - 2) not in _FULL_TIME


_SHORT = 2
_LIVING = frozenset(
    {"living", "live", "lives", "based", "located", "resident", "born", "residing", "are", "is"}
)
_FULL_TIME = frozenset({"ft"})
