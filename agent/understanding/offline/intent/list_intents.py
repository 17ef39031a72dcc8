"""What a client orders about the people shown: to compare, keep, hide or hire them."""

from agent.understanding.offline.intent.evidence import (
    COURTESY,
    POLITE,
    SHORT,
    SOON,
    VERY_SHORT,
    Evidence,
    begins_as_question,
    is_question,
)
from agent.understanding.offline.intent.own_list import asks_for_own_list
from agent.understanding.offline.intent.put_to_somebody import put_to_somebody
from agent.understanding.offline.intent.turned_down import denied_hand_off
from agent.understanding.offline.intent.weighing_people import weighs_people
from agent.understanding.offline.pointing.implied import with_implied
from agent.understanding.offline.pointing.orders import CUES, ends_message, is_parted
from agent.understanding.offline.pointing.places_on_list import DENYING
from agent.understanding.offline.pointing.references import everyone
from agent.understanding.offline.pointing.strangers import TITLES, is_given_to
from agent.understanding.offline.pointing.together import leaves_somebody_out, turns_all_down
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.reading import Intent, Operation, ReferenceKind

_THEM = frozenset({"him", "her", "them", "both"})
_DENYING = DENYING | {"no", "without"}


def about_candidates(e: Evidence) -> Intent | None:
    """Orders about the people shown."""
    if asks_for_own_list(e) or (e.has("show_shortlist") and not e.begins("hand_off")):
        return Intent.SHORTLIST
    whole = everyone(e.scene)
    shown = bool(e.scene.context.shown)
    if e.has("widen") and e.findings and e.scene.context.brief.is_searchable and not _named(e):
        return Intent.REFINE
    if _one_more(e):
        return Intent.SHORTLIST
    if (
        e.has("compare")
        and (len(e.pointers) > 1 or (shown and not e.needs and (whole or _orders(e, "compare"))))
        and (len(e.pointers) > 1 or not _weak_compare(e) or whole)
    ):
        return Intent.COMPARE
    if (asked := put_to_somebody(e)) is not None:
        return asked
    if turns_all_down(e.scene) and not e.findings and e.scene.context.question is None:
        return Intent.DISMISS
    if weighs_people(e):
        return Intent.COMPARE
    if _dismisses_others(e):
        return Intent.DISMISS
    if not e.pointers and not whole:
        return _without_pointers(e)
    if _courteous(e):
        return Intent.HAND_OFF
    if leaves_somebody_out(e.scene) and not e.findings:
        return next((intent for intent, key in CUES.items() if e.begins(key)), None)
    chooses = _points(e, "hand_off") or _gives(e)
    ordered = not is_question(e) or _requests(e, "hand_off", "giving") or _is_settled_first(e)
    if chooses and (denied := denied_hand_off(e)) is not None:
        return None if "?" in e.scene.message.norms else denied
    if chooses and ordered and not _negated(e, "hand_off") and not _only_takes(e):
        return Intent.HAND_OFF
    removes = not _named(e) and any(f.operation in _OF_TERMS for f in e.findings)
    if (_points(e, "dismiss") or _denied(e)) and not begins_as_question(e) and not removes:
        return Intent.DISMISS
    keeps = _points(e, "shortlist") and (not begins_as_question(e) or _requests(e, "shortlist"))
    if keeps and _only_praises(e) and _asks_besides(e):
        return None
    if keeps and _likes(e):
        return Intent.SHORTLIST
    if _points(e, "more_like", reach=4) and not whole:
        return Intent.MORE_RESULTS
    if keeps:
        return Intent.SHORTLIST
    return None


_OF_TERMS = frozenset({Operation.REMOVE, Operation.TIGHTEN})


def _dismisses_others(e: Evidence) -> bool:
    """'dismiss the rest', 'hide everyone else'."""
    others = e.scene.lexicon.words("references", "others")
    norms = e.scene.message.norms
    return bool(e.scene.context.shown) and any(
        " ".join(norms[cue.last : cue.last + size]) in others for cue in e.cues("dismiss") for size in (2, 3)
    )


def _only_takes(e: Evidence) -> bool:
    """'take Olga off then', 'take both to the shortlist': to take somebody somewhere else.

    'drop Liam, I'll take Maria' takes her.
    """
    taking = e.cues("hand_off")
    took = all(e.scene.message.norm(cue.last - 1) == "take" for cue in taking)
    elsewhere = [cue for key in ("dismiss", "shortlist") for cue in e.cues(key)]
    return took and any(cue.last > taken.first for taken in taking for cue in elsewhere)


def _named(e: Evidence) -> bool:
    return any(p.kind is not ReferenceKind.PRONOUN for p in e.pointers)


def _one_more(e: Evidence) -> bool:
    """'Aisha too', after others were kept."""
    norms = e.scene.message.norms
    return (
        len(e.pointers) == 1 and not e.findings and e.size <= COURTESY and norms[-1:] in (("too",), ("also",))
    )


def _requests(e: Evidence, *keys: str) -> bool:
    """'can you connect me with Liam?', 'how do I hire Liam?' order in the form of a question."""
    norms = e.scene.message.norms
    starts = e.scene.lexicon.words("intents", "sentence_starts") | {"how"}
    cues = [cue for key in keys for cue in e.cues(key)]
    return any(
        (norms[i] in POLITE or norms[i - 1 : i + 1] == ("how", "do"))
        and norms[i + 1] in ("you", "we", "i", "u")
        and all(word in starts for word in norms[e.scene.message.sentence(i)[0] : i])
        and any(i <= cue.first <= i + SOON for cue in cues)
        for i in range(len(norms) - 1)
    )


def _gives(e: Evidence) -> bool:
    """'hand this over to #1', 'send my request to everyone': what is given, and to whom."""
    everybody = e.scene.message.of("references", "whole_list")
    starts = [*(pointer.first for pointer in e.pointers), *(mention.first for mention in everybody)]
    return any(is_given_to(e.scene, first) for first in starts)


def _is_settled_first(e: Evidence) -> bool:
    """'We have decided in favour of Ms Khan. What happens next?': whom, in a sentence that asks nothing."""
    message = e.scene.message
    weak = {(m.first, m.last) for m in e.cues("weak_hand_off")}
    for cue in (m for m in e.cues("hand_off") if (m.first, m.last) not in weak):
        low, high = message.sentence(cue.first)
        begins = {m.key for m in message.between("intents", low, high) if m.first == low}
        names = any(cue.last <= p.first < high for p in e.pointers)
        if (
            names
            and high < len(message.tokens)
            and message.norm(high - 1) != "?"
            and "question" not in begins
        ):
            return True
    return False


def _likes(e: Evidence) -> bool:
    """'I like the first one' says whom, and not like whom others should be."""
    liked = {m.last - 1 for m in e.cues("shortlist") if e.scene.message.norm(m.last - 1) == "like"}
    return bool(liked) and all(m.first in liked for m in (*e.cues("more_like"), *e.cues("more_results")))


def _only_praises(e: Evidence) -> bool:
    """'the third looks good' keeps nobody by itself, as 'shortlist the third' does."""
    praised = e.scene.lexicon.words("intents", "praise")
    return all(e.scene.message.norm(m.first) in praised for m in e.cues("shortlist"))


def _asks_besides(e: Evidence) -> bool:
    """'..., what has he done?': a question about somebody follows."""
    message = e.scene.message
    topics = any(m.key != "overview" for m in message.of("topics"))
    asking = e.scene.lexicon.words("intents", "asking_verbs")
    first = {message.norm(segment.first) for segment in message.segments[1:]}
    when = any(
        message.norm(s.first) == "when" and message.norm(s.first + 1) in asking for s in message.segments[1:]
    )
    verbs = bool(asking & {message.norm(segment.first) for segment in message.segments})
    return when or bool(_ASKING & first) or ((topics or verbs) and "?" in message.norms)


_ASKING = frozenset({"what", "how", "why", "where"})
"""These ask without a question mark too."""


def _orders(e: Evidence, key: str) -> bool:
    return e.begins(key) or e.size <= SHORT


def _weak_compare(e: Evidence) -> bool:
    words = {" ".join(e.scene.message.norm(i) for i in range(m.first, m.last)) for m in e.cues("compare")}
    return words <= {"how does", "how do", "vs", "vs.", "versus"}


def _without_pointers(e: Evidence) -> Intent | None:
    context = e.scene.context
    someone = context.focus is not None or len(context.shown) == 1
    chooses = e.has("hand_off") and not e.has("weak_hand_off")
    if someone and chooses and not e.findings and e.size <= SHORT and not is_question(e):
        return Intent.HAND_OFF
    if e.scene.asked is None and not e.findings and e.size <= VERY_SHORT and not is_question(e):
        orders = (Intent.DISMISS,) if _only_praises(e) else (Intent.SHORTLIST, Intent.DISMISS)
        return next((order for order in orders if with_implied(e.scene, order, ())), None)
    return None


def _points(e: Evidence, key: str, reach: int = 3) -> bool:
    """Whether a cue of that table stands next to a pointer."""
    weak = {(m.first, m.last) for m in e.cues("weak_hand_off")} if key == "hand_off" else set()
    if any(is_parted(e.scene, pointer, key) for pointer in e.pointers):
        return True
    for cue in e.cues(key):
        if _is_of_a_name(e, cue):
            continue
        if (
            key in _ALONE
            and ends_message(e.scene, cue)
            and e.scene.message.segment(cue.first).first == cue.first
        ):
            return bool(e.pointers)
        for pointer in e.pointers:
            ahead = pointer.first - cue.last
            behind = cue.first - pointer.last
            near = 0 <= ahead <= (1 if (cue.first, cue.last) in weak else reach) or 0 <= behind <= 2
            near = near and not (behind >= 0 and e.scene.message.norm(cue.last) in _ANOTHER)
            near = near or (behind > 0 and e.scene.message.norm(cue.last) in _THEM)
            overlap = cue.first < pointer.last and pointer.first < cue.last
            if near or overlap:
                return True
        if not e.pointers and not e.findings and everyone(e.scene) and key in ("shortlist", "dismiss"):
            return True
    return False


_ANOTHER = frozenset({"a", "an", "another", "some", "somebody", "someone"})
"""After an order's words: it is for somebody else than was named before: 'drop Liam and get me a nurse'."""
_ALONE = frozenset({"dismiss", "shortlist"})
"""Orders that may stand by themselves, after what was said of whom: 'Liam cannot do Mondays. Remove.'"""


def _is_of_a_name(e: Evidence, cue: Mention) -> bool:
    """The 'Bin' of 'Bin Li' orders nothing, nor does the 'Book' of 'Book keeping' or 'the five-star one'."""
    skill = e.scene.message.over("skill", cue.first, cue.last)
    if skill is not None and skill.size > cue.size:
        return True
    names = (p for p in e.pointers if p.kind is ReferenceKind.NAME or p.described)
    return any(name.first <= cue.first and cue.last <= name.last for name in names)


def _denied(e: Evidence) -> bool:
    """'not Maria', 'not #3', 'no 3 not'."""
    message = e.scene.message
    before = any(message.norm(p.first - 1) in _DENYING for p in e.pointers if p.first > 0)
    if message.norms[:2] == ("why", "not"):
        return False
    after = message.norms[-1:] == ("not",) and any(p.last == len(message.norms) - 1 for p in e.pointers)
    return e.size <= SHORT and (before or after)


def _courteous(e: Evidence) -> bool:
    """'the last one please', 'number 4 then, go ahead', 'ok, Liam then' choose."""
    message = e.scene.message
    if len(e.pointers) != 1 or e.findings or is_question(e):
        return False
    pointer = e.pointers[0]
    liked = {m.first for m in e.cues("shortlist")}
    agreed = [cue for cue in e.cues("confirm") if cue.size > 1 and cue.first not in liked]
    said = {*range(pointer.first, pointer.last), *(i for m in agreed for i in range(m.first, m.last))}
    rest = [n for i, n in enumerate(message.norms) if i not in said and n.isalpha()]
    last = message.norms[pointer.first - 1 : pointer.first] == ("then",) and "and" not in rest
    settled = pointer.kind is ReferenceKind.NAME and (
        (rest[-1:] == ["then"] and len(rest) > 1) or (last and message.norm(pointer.last) in ("", ".", "!"))
    )
    asked = "please" in rest or (
        (bool(agreed) or settled) and _named(e) and not e.scene.context.handoff_pending
    )
    return asked and set(rest) <= _CHOOSING


_CHOOSING = TITLES | frozenset(
    {"please", "the", "then", "ok", "okay", "definitely", "so", "yes", "alright", "right", "fine", "well"}
    | {"and", "hm", "hmm"}
)


def _negated(e: Evidence, key: str) -> bool:
    message = e.scene.message
    return any(
        message.norm(cue.first - 1) in ("dont", "not", "wont", "cant", "never")
        or message.norm(cue.last) == "against"
        for cue in e.cues(key)
    )
