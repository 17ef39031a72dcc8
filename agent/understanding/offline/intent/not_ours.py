"""Tells what a few words make plain, and what is none of our business: work sought, favours, orders to us."""

from agent.briefs.slots import PRICES
from agent.understanding.offline.intent.evidence import (
    COURTESY,
    SHORT,
    SOON,
    Evidence,
    is_question,
)
from agent.understanding.offline.intent.refusals import is_refused
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.reading import Intent
from store.nouns.brief import Slot


def unmistakable(e: Evidence) -> Intent | None:
    if e.has("delete_my_data") or _follows(e, "erase", "my_things") or _follows(e, "my_things", "erase"):
        return Intent.DELETE_MY_DATA
    if e.has("seeks_work") and not _hires(e):
        return Intent.OUT_OF_SCOPE
    if _follows(e, "need", "work_nouns") and _presents_self(e):
        return Intent.OUT_OF_SCOPE
    if e.begins("asks_meaning") and e.size <= SHORT and "?" in e.scene.message.norms and not e.pointers:
        return Intent.HELP
    if e.begins("help") and e.size <= SHORT and not e.asks and _only(e, Slot.LANGUAGES):
        return Intent.HELP
    if e.size <= SHORT and not e.findings and _asks_of_service(e):
        return Intent.HELP
    if is_refused(e.scene, e.pointers) or e.has("never_ours"):
        return Intent.OUT_OF_SCOPE
    if e.has("offers_work") and not e.needs and not e.has("need") and not _prices_the_need(e):
        return Intent.OUT_OF_SCOPE
    strange = (
        is_strange(e) and not _answers(e) and not e.has("vague_need") and (not e.needs or _is_asked_of_us(e))
    )
    if strange and (is_question(e) or not e.has("need")):
        return Intent.OUT_OF_SCOPE
    begins = e.begins("elsewhere") and bool(_apart(e)) and not e.scene.message.has("role")
    if (begins or e.has("for_ourselves")) and not e.has("need"):
        return Intent.OUT_OF_SCOPE
    if e.has("injection") and not (e.asks and e.has("need")):
        return Intent.OUT_OF_SCOPE
    return None


def is_barred(e: Evidence) -> bool:
    """Whether it plainly asks for what we never do: contact details, favours, orders to the system."""
    return unmistakable(e) is Intent.OUT_OF_SCOPE or e.has("injection")


def is_strange(e: Evidence) -> bool:
    """Whether it is about something that has nothing to do with freelancers."""
    return bool(_apart(e)) and not _tells_of_the_work(e)


def _answers(e: Evidence) -> bool:
    """'Max 1200, my boss would kill me otherwise': it tells what was asked, whatever else it says."""
    asked = PRICES if e.scene.asked in PRICES else (e.scene.asked,)
    return not is_question(e) and any(finding.slot in asked for finding in e.findings)


def _prices_the_need(e: Evidence) -> bool:
    """'45, the max I can do': what is paid for the need there is."""
    return bool(e.scene.context.brief.terms) and any(f.slot in PRICES for f in e.findings)


def _apart(e: Evidence) -> list[Mention]:
    """The words for something else that are no part of a name: not the movie of 'movie translation'."""
    message = e.scene.message
    named = [m for kind in ("industry", "skill", "role") for m in message.of(kind)]
    return [
        cue
        for cue in e.cues("elsewhere")
        if not any(m.first <= cue.first and cue.last <= m.last and m.size > cue.size for m in named)
    ]


def _is_asked_of_us(e: Evidence) -> bool:
    """'can you write a poem for my wife?', 'know any good jokes?': a favour, though poets are for hire."""
    message = e.scene.message
    favour = message.norms[:2] in _FAVOURS and not message.of("role")
    cues = e.cues("elsewhere")
    return favour and all(
        any(finding.first < cue.last and cue.first < finding.last for cue in cues) for finding in e.findings
    )


_FAVOURS = frozenset(
    {("can", "you"), ("could", "you"), ("would", "you"), ("will", "you"), ("know", "any"), ("got", "any")}
)


def _tells_of_the_work(e: Evidence) -> bool:
    """'we sell pizza', 'the app shows the weather': the client's own matter, while a need is described."""
    message = e.scene.message
    first = next((i for i, word in enumerate(message.norms) if word not in _STARTERS), 0)
    subject = message.norm(first) in ("we", "our", "its", "it", "were") or (
        message.norm(first) in ("the", "this", "my") and message.norm(first + 1) in _THINGS
    )
    return subject and bool(e.scene.context.brief.terms) and not is_question(e)


_STARTERS = frozenset({"so", "and", "but", "well", "also", ",", "ok", "okay"})
_THINGS = frozenset(
    {
        "app",
        "site",
        "website",
        "shop",
        "store",
        "project",
        "business",
        "company",
        "product",
        "game",
        "platform",
    }
)


def _asks_of_service(e: Evidence) -> bool:
    """'how do you pick these people?' is about the service, whomever else it may seem to be about."""
    return any(m.size > COURTESY and m.first <= 1 for m in e.cues("help")) and not e.has("vague_need")


def _follows(e: Evidence, first: str, then: str) -> bool:
    """Whether a cue of one table is soon followed by one of another, outside of any role's name."""
    message = e.scene.message
    for cue in e.cues(first):
        for other in message.between("intents", cue.last, cue.last + SOON):
            covered = any(message.at("role", i) is not None for i in range(other.first, other.last))
            if other.key == then and not covered:
                return True
    return False


def _presents_self(e: Evidence) -> bool:
    """'I am a designer …', 'my name is …'."""
    message = e.scene.message
    norms = message.norms
    named = any(norms[i : i + 3] == ("my", "name", "is") for i in range(len(norms)))
    trade = any(
        message.at(kind, own.last + ahead) is not None
        for own in message.of("people", "own")
        if norms[own.first : own.last - 1] in _I_AM and norms[own.last - 1] in ("a", "an")
        for ahead in range(4)
        for kind in ("role", "heads")
    )
    return named or trade


_I_AM = frozenset({("im",), ("i", "am"), ("i", "work", "as")})


def _only(e: Evidence, slot: Slot) -> bool:
    return bool(e.findings) and all(f.slot is slot for f in e.findings)


def _hires(e: Evidence) -> bool:
    """Whether the message asks for somebody although it also speaks of a job: 'to write my CV'."""
    message = e.scene.message
    seeking = e.cues("seeks_work")
    if all(message.norm(s.last) in ("a", "an", "some", "two", "three") for s in seeking):
        return True
    needs = [m for m in e.cues("need") if not any(s.first <= m.first < s.last for s in seeking)]
    if all(_is_told_to(e, s) for s in seeking):
        return e.asks or bool(needs)
    begins = e.scene.lexicon.words("intents", "seeker_begins")
    first_person = any(message.norm(s.first) in begins for s in seeking)
    return e.asks and bool(needs) and not first_person


def _is_told_to(e: Evidence, cue: Mention) -> bool:
    """'we encourage you to apply for this': said to the freelancers who may read the post."""
    norms = e.scene.message.norms
    if norms[cue.first] != "apply":
        return False
    return bool({"you", "your", "please", "candidates", "to"} & set(norms[max(0, cue.first - 4) : cue.first]))
