"""Decides what a client wants of a turn.

The rules run from the unmistakable (delete my data) to the general (a need); the first that fits decides.
"""

from agent.understanding.offline.intent.evidence import (
    COURTESY,
    LONGEST_RESTART,
    NEEDS,
    POLITE,
    SHORT,
    SOON,
    VERY_SHORT,
    Evidence,
    is_question,
)
from agent.understanding.offline.intent.list_intents import about_candidates, asks_of_them, wants_more
from agent.understanding.offline.intent.refusals import is_refused
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import TokenKind
from agent.understanding.reading import Intent, Operation, ReferenceKind
from store.nouns.brief import Slot

_PRONOUN = ReferenceKind.PRONOUN
_POLITE = frozenset({"can", "could", "may", "shall", "would"})


def decide(evidence: Evidence) -> Intent:
    """The intent of the message."""
    for rule in _RULES:
        intent = rule(evidence)
        if intent is not None:
            return intent
    return Intent.HELP


def _unmistakable(e: Evidence) -> Intent | None:
    if e.has("delete_my_data") or _follows(e, "erase", "my_things") or _follows(e, "my_things", "erase"):
        return Intent.DELETE_MY_DATA
    if e.has("seeks_work") and not _hires(e):
        return Intent.OUT_OF_SCOPE
    if _follows(e, "need", "work_nouns") and _presents_self(e):
        return Intent.OUT_OF_SCOPE
    if e.begins("help") and e.size <= SHORT and not e.asks and _only(e, Slot.LANGUAGES):
        return Intent.HELP
    if e.size <= SHORT and not e.findings and _asks_of_service(e):
        return Intent.HELP
    if is_refused(e.scene, e.pointers) or e.has("never_ours"):
        return Intent.OUT_OF_SCOPE
    if e.has("offers_work") and not e.needs and not e.has("need"):
        return Intent.OUT_OF_SCOPE
    strange = _is_strange(e) and not e.has("vague_need") and (not e.needs or _is_asked_of_us(e))
    if strange and (is_question(e) or not e.has("need")):
        return Intent.OUT_OF_SCOPE
    begins = e.begins("elsewhere") and not e.scene.message.has("role")
    if (begins or e.has("for_ourselves")) and not e.has("need"):
        return Intent.OUT_OF_SCOPE
    if e.has("injection") and not (e.asks and e.has("need")):
        return Intent.OUT_OF_SCOPE
    return None


def _is_strange(e: Evidence) -> bool:
    """Whether it is about something that has nothing to do with freelancers."""
    message = e.scene.message
    named = [m for kind in ("industry", "skill", "role") for m in message.of(kind)]
    apart = [
        cue
        for cue in e.cues("elsewhere")
        if not any(m.first <= cue.first and cue.last <= m.last and m.size > cue.size for m in named)
    ]
    return bool(apart) and not _tells_of_the_work(e)


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


def _pending(e: Evidence) -> Intent | None:
    """The answer to a hand-off's preview."""
    if not e.scene.context.handoff_pending:
        return None
    other = any(f.slot in NEEDS for f in e.findings) or any(
        p.kind is not ReferenceKind.PRONOUN for p in e.pointers
    )
    if other or e.size > 14:
        return None
    if e.begins("decline") and not any(token.norm == "?" for token in e.scene.message.tokens):
        return Intent.DECLINE
    if e.begins("confirm"):
        return _approval(e)
    if e.has("decline") and e.size <= SHORT and not e.has("confirm") and not is_question(e):
        return Intent.DECLINE
    if e.has("confirm") and e.size <= SHORT and not is_question(e):
        return _approval(e)
    return None


def _approval(e: Evidence) -> Intent | None:
    """A yes, unless it is taken back in the same breath: by a question, a change, a condition, a delay.

    "Okay" alone approves; before something that is not understood it does not.
    """
    message = e.scene.message
    changes = [f for f in e.findings if f.slot not in (Slot.START_BY, Slot.AVAILABLE_NOW)]
    asks = (
        "?" in message.norms and not POLITE & set(message.norms) and "why not" not in " ".join(message.norms)
    )
    if changes or asks or set(message.norms) & e.scene.lexicon.words("intents", "holds_back"):
        return None
    cues = [m for key in ("confirm", "smalltalk", "greeting") for m in e.cues(key)]
    said = {i for m in cues for i in range(m.first, m.last)}
    weak = e.scene.lexicon.words("intents", "weak_yes")
    words = {" ".join(message.norms[m.first : m.last]) for m in e.cues("confirm")}
    rest = [t for i, t in enumerate(message.tokens) if t.kind is TokenKind.WORD and i not in said]
    if words <= weak and len(rest) > COURTESY:
        return None if e.pointers or is_question(e) else Intent.SMALLTALK
    return Intent.CONFIRM


def _starting_over(e: Evidence) -> Intent | None:
    if e.findings and e.size <= SHORT and e.scene.message.has("edits", "instead") and not e.asks:
        return None
    about = ("about", "on", "regarding", "of")
    over = [cue for cue in e.cues("start_over") if e.scene.message.norm(cue.last) not in about]
    said = bool(over) and (e.begins("start_over") or e.size <= LONGEST_RESTART)
    weakly = e.has("start_over_weak") and (e.begins("start_over_weak") or e.size <= VERY_SHORT)
    return Intent.START_OVER if said or (weakly and not e.needs) else None


def _skipping(e: Evidence) -> Intent | None:
    """'skip that one' to a question, with nothing else said."""
    if e.scene.context.question is None or e.findings:
        return None
    cues = e.cues("declines_question")
    that = e.scene.message.has("references", "pronouns") and all(
        p.kind is ReferenceKind.PRONOUN and e.scene.message.norm(p.last - 1) == "one" for p in e.pointers
    )
    if that and e.size <= _ANSWER and any(cue.size > 1 for cue in cues):
        return Intent.DECLINE
    if e.size > VERY_SHORT:
        return None
    whole = any(cue.first == 0 and e.size - cue.size <= 1 for cue in cues)
    return Intent.DECLINE if whole else None


def _holding_on(e: Evidence) -> Intent | None:
    """'none of them, I need all of it' to the question which requirement may give way."""
    question = e.scene.context.question
    gives_way = question is not None and question.slot in e.scene.context.brief.terms
    if not gives_way or e.findings or e.size > _ANSWER or any(p.kind is not _PRONOUN for p in e.pointers):
        return None
    none = any(e.scene.message.norm(cue.first) == "none" for cue in e.cues("more_results"))
    return Intent.DECLINE if none or e.has("holds_on", "declines_question") else None


def _answers(e: Evidence) -> Intent | None:
    """Yes, no and no idea."""
    context = e.scene.context
    if e.findings or e.needs:
        return None
    if context.question is not None and leaves_open(e):
        return Intent.DECLINE
    if e.size > SHORT or is_question(e):
        return None
    plain = e.begins("confirm") and not _only_smalltalk(e)
    if _names_what_not(e):
        return None
    if e.begins("decline") or (e.has("decline") and e.size <= 4):
        return Intent.DECLINE
    if plain and not context.handoff_pending:
        return Intent.CONFIRM
    return None


def leaves_open(e: Evidence) -> bool:
    """'I have no opinion on that', whatever else is said around it: no answer to the question asked."""
    if e.size <= _ANSWER:
        return e.has("declines_question")
    plain = (cue for cue in e.cues("declines_question") if cue.size > 1)
    return any(_words(e, *e.scene.message.sentence(cue.first)) <= _ANSWER for cue in plain)


def _words(e: Evidence, first: int, last: int) -> int:
    return sum(token.kind is TokenKind.WORD for token in e.scene.message.tokens[first:last])


_ANSWER = 12
"""Words of a sentence that may be an answer and nothing else."""


def _names_what_not(e: Evidence) -> bool:
    """'no call centre background': a condition that begins with 'no', and no refusal."""
    norms = e.scene.message.norms
    alone = [m for m in e.cues("decline") if m.first == 0]
    return (
        norms[:1] == ("no",)
        and len(norms) > _CONDITION
        and max((m.size for m in alone), default=1) == 1
        and norms[1].isalpha()
        and norms[1] not in e.scene.lexicon.words("common", "function_words")
        and norms[1] not in e.scene.lexicon.words("intents", "after_no")
    )


_CONDITION = 2


def _only_smalltalk(e: Evidence) -> bool:
    """'great, thanks' is a courtesy, and with nothing asked so is 'perfect'."""
    waiting = e.scene.context.question is not None or e.scene.context.handoff_pending
    if not waiting and e.has("smalltalk"):
        return True
    strong = [m for m in e.cues("confirm") if not any(s.first == m.first for s in e.cues("smalltalk"))]
    return not strong and (not waiting or e.size > COURTESY)


def _describing(e: Evidence) -> Intent | None:
    """A need, or a change to the one there is."""
    brief = e.scene.context.brief
    if e.findings:
        if not brief.terms and not brief.is_searchable:
            return Intent.DESCRIBE_NEED
        role = next(
            (f.value for f in e.findings if f.slot is Slot.ROLE and f.operation is Operation.SET), None
        )
        if role is not None and role != brief.role and brief.role is not None and _is_new_need(e):
            return Intent.DESCRIBE_NEED
        return Intent.REFINE
    if e.asks:
        return Intent.DESCRIBE_NEED
    return None


def _is_new_need(e: Evidence) -> bool:
    """Whether another role is asked for afresh, and does not just replace the present one."""
    if e.has("need") and e.has("also"):
        return True
    if e.has("correction") or e.scene.message.has("edits", "instead_of", "replace"):
        return False
    return e.has("need") or e.has("also") or len(e.findings) >= 3


def _courtesy(e: Evidence) -> Intent | None:
    if _is_strange(e) and not (e.has("need") and e.has("vague_need")):
        return Intent.OUT_OF_SCOPE
    if e.has("service") and is_question(e) and not e.needs:
        return Intent.HELP
    if e.has("help") and (not e.has("need") or e.begins("help", "question")) and not _vague(e):
        return Intent.HELP
    if e.has("greeting") and not e.has("need") and not _asks_something(e):
        return Intent.GREETING
    if e.has("smalltalk") and not e.has("need") and _is_mostly(e, "smalltalk"):
        return Intent.SMALLTALK
    return None


def _is_mostly(e: Evidence, key: str) -> bool:
    """Whether a message about a need that is known is courtesy for its greater part."""
    if not e.scene.context.brief.terms or is_question(e):
        return True
    said = {
        i
        for m in e.scene.message.of("intents")
        if m.key in (key, "greeting", "confirm")
        for i in range(m.first, m.last)
    }
    return e.begins(key) or 2 * len(said) >= e.size


def _asks_something(e: Evidence) -> bool:
    return is_question(e) and not all(
        m.key == "greeting" for m in e.scene.message.of("intents") if m.key in ("greeting", "help", "need")
    )


def _vague(e: Evidence) -> bool:
    """'I need help with my business', 'can you help me find someone good?'."""
    if not (e.has("need") and e.has("vague_need")):
        return False
    message, help_cues = e.scene.message, e.cues("help")
    seeks = any(
        message.norm(m.last - 1) not in ("help", "with", "do", "show", "who", "me")
        and not any(h.first <= m.first and m.last <= h.last for h in help_cues)
        for m in e.cues("need")
    )
    return not is_question(e) or (seeks and message.has("people", "anyone"))


def _leftover(e: Evidence) -> Intent | None:
    if e.has("seeks_work", "offers_work"):
        return Intent.OUT_OF_SCOPE
    if e.has("widen") and e.scene.context.brief.is_searchable:
        return Intent.REFINE
    speaks_of_need = e.scene.message.has("slots") or e.scene.message.has("people", "agency", "individual")
    if e.scene.context.brief.is_searchable and speaks_of_need and not is_question(e):
        return Intent.REFINE
    if e.has("need"):
        return Intent.DESCRIBE_NEED if not e.scene.context.brief.is_searchable else Intent.REFINE
    if e.has("vague_need") and not is_question(e):
        return Intent.DESCRIBE_NEED
    if e.has("help"):
        return Intent.HELP
    if e.has("confirm") and e.size <= 3:
        return Intent.CONFIRM
    if e.has("decline") and e.size <= 3:
        return Intent.DECLINE
    return None


def _unknown(e: Evidence) -> Intent | None:
    """Words we know nothing of: a question or a sentence is out of scope, gibberish needs help.

    Said in answer to a question they give no answer to it.
    """
    if _goes_on(e):
        return Intent.REFINE if e.scene.context.brief.is_searchable else Intent.DESCRIBE_NEED
    words = [t.norm for t in e.scene.message.tokens if t.kind is TokenKind.WORD]
    common = e.scene.lexicon.words("common", "function_words")
    known = sum(word in common for word in words)
    if known and e.scene.context.question is not None and not is_question(e):
        return Intent.DECLINE
    if known >= 2 or (known and is_question(e)):
        return Intent.OUT_OF_SCOPE
    return Intent.HELP


def _goes_on(e: Evidence) -> bool:
    """'a 90 minute documentary', 'it is for an app': tells more of the need, in words that change nothing."""
    context = e.scene.context
    if not context.brief.terms or is_question(e) or e.has("injection") or _is_strange(e):
        return False
    return e.scene.is_plain or any(t.kind is TokenKind.NUMBER for t in e.scene.message.tokens)


_RULES = (
    _unmistakable,
    _pending,
    _starting_over,
    _skipping,
    _holding_on,
    about_candidates,
    asks_of_them,
    wants_more,
    _answers,
    _describing,
    _courtesy,
    _leftover,
    _unknown,
)
