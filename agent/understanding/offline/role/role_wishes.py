"""Tells roles that are wanted from the client's own people, and further roles from other words for one."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.role.on_hand import is_on_hand
from agent.understanding.offline.role.own_titles import is_of_who_writes
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.role.role_modifiers import ARTICLES
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import TokenKind


def is_whom_for(scene: Scene, ask: RoleAsk) -> bool:
    """'a dev for our MetaTrader EA', 'a designer for a copywriter': the second is whom or what it is for."""
    message = scene.message
    before = ask.start - 1 if message.norm(ask.start - 1) not in ARTICLES else ask.start - 2
    needed = message.ending("intents", before + 1)
    looked_for = needed is not None and needed.key == "need"
    return not ask.is_work and not looked_for and message.norm(before) == "for"


def is_audience(scene: Scene, ask: RoleAsk) -> bool:
    """'an app for surveyors', 'we sell to dentists': whom something is for, and nobody who is looked for."""
    message = scene.message
    before = ask.start - 1
    if ask.is_work or ask.headcount is not None or not message.norm(ask.last - 1).endswith("s"):
        return False
    needed = message.ending("intents", ask.start)
    looked_for = needed is not None and needed.key == "need"
    return not looked_for and message.norm(before) in ("for", "to")


def is_beside_the_work(scene: Scene, ask: RoleAsk) -> bool:
    """Whether what is to be done tells more than the name: it is a work's, or of whom the work is for."""
    return ask.is_work or is_whom_for(scene, ask)


def _is_one_more(scene: Scene, ask: RoleAsk, low: int) -> bool:
    also = any(m.key == "also" for m in scene.message.between("intents", low, ask.start))
    return also or scene.message.norm(ask.start - 1) in ("another", "also")


def is_asked_for(scene: Scene, ask: RoleAsk) -> bool:
    """Whether the role is wanted, and is not the client, a colleague or somebody of the past."""
    message = scene.message
    stance = scene.stance(ask.first, ask.last)
    if stance.excluded or stance.unneeded:
        return False
    if _has_something(scene, ask) or _names_a_thing(scene, ask) or _names_a_skill(scene, ask):
        return False
    if scene.is_post and not _is_sought(scene, ask):
        return False
    if _is_somebody_elses(scene, ask) or _counts_us(scene, ask) or is_on_hand(scene, ask):
        return False
    counted = ask.headcount_at
    if counted is not None and message.norm(counted[0] - 1) == "with" and _speaks_of_us(scene, ask):
        return False
    for index in (ask.start, ask.first):
        for back in range(3):
            own = message.ending("people", index - back, reach=7)
            wanted = message.norm(index - back) in ("first", "next", "new", "own", "second")
            if own is None or own.key != "own" or own.first < message.sentence(index)[0]:
                continue
            if not wanted and not _is_what_is_needed(scene, own):
                return False
    low, _ = message.sentence(ask.first)
    if message.norm(low) == "dear" and ask.start - low <= 1:
        return False
    return not is_of_who_writes(scene, ask) and not _is_of_others(scene, ask)


def _is_of_others(scene: Scene, ask: RoleAsk) -> bool:
    """'Our sellers are photographers', 'a sole trader', 'lawyer-approved', 'polite with researchers'."""
    message = scene.message
    if is_part_of_other_words(scene, ask.first, ask.last):
        return True
    end = message.tokens[ask.last - 1].end
    joined = message.text[end : end + 1] == "-"
    if joined and message.norm(ask.last) in scene.lexicon.words("people", "joined_to_roles"):
        return True
    low, _ = message.sentence(ask.first)
    counted = message.tokens[ask.start].kind is TokenKind.NUMBER
    many = message.norm(ask.last - 1).endswith("s") and not counted
    if not many or any(m.key == "need" for m in message.between("intents", low, ask.start)):
        return False
    return message.norm(ask.start - 1) in ("are", "were", "with")


def is_unwanted(scene: Scene, mention: Mention) -> bool:
    """Whether what is named is turned away, not needed, or part of another word: 'a short contract'."""
    stance = scene.stance(mention.first, mention.last)
    return stance.excluded or stance.unneeded or is_part_of_other_words(scene, mention.first, mention.last)


def is_part_of_other_words(scene: Scene, first: int, last: int) -> bool:
    """Whether the words are of a longer one that is no role and no work: 'a sole trader', 'easy admin'."""
    return scene.message.over("people", first, last, "no_roles") is not None


def _has_something(scene: Scene, ask: RoleAsk) -> bool:
    """'our designer's files', '12 estate agents' sites': somebody that something is of."""
    message = scene.message
    if message.norm(ask.last) == "'s":
        return True
    end = message.tokens[ask.last - 1].end
    return message.text[end - 1 : end] == "s" and message.text[end : end + 1] in ("'", "’")


def _is_somebody_elses(scene: Scene, ask: RoleAsk) -> bool:
    """'the insurer's analyst', but not 'the women's fashion designer we need'."""
    message = scene.message
    return any(
        message.norm(i) == "'s"
        and message.norm(i - 2) in _OF_OTHERS
        and message.norm(i - 1) not in _OF_A_KIND
        for i in range(ask.start - 1, ask.first)
    )


_OF_A_KIND = frozenset({"women", "men", "children", "kid", "kids", "baby", "today", "world"})


def _counts_us(scene: Scene, ask: RoleAsk) -> bool:
    """'We are two session musicians'."""
    message = scene.message
    low, _ = message.sentence(ask.first)
    before = message.words(low, ask.headcount_at[0]) if ask.headcount_at is not None else ""
    return before.casefold().replace("’", "'") in ("we are", "we're", "were")


IN_TITLE, IN_NEED, IN_PASSING = range(3)
"""Where a role or task stands in a post; the first place tells the most."""


def place_of(scene: Scene, index: int) -> int:
    """How surely what stands there is what is wanted: in a post's title, beside a word of need, or elsewhere.

    In a short message everything is said on purpose, so every place is as good.
    """
    low, _ = scene.message.sentence(index)
    if not scene.is_post or scene.is_title(low):
        return IN_TITLE
    needs = any(m.key == "need" for m in scene.message.between("intents", low, index + 1))
    begins = index - low <= 1 and scene.message.norm(low) not in _OF_OTHERS
    return IN_NEED if needs or begins or ":" in scene.message.norms[low : low + _LABEL] else IN_PASSING


_OF_OTHERS = frozenset({"our", "my", "their", "the", "his", "her"})


def _names_a_thing(scene: Scene, ask: RoleAsk) -> bool:
    """'a lawyers directory', 'designer clothes': the role only tells what kind of thing it is."""
    message = scene.message
    after = message.norm(ask.last)
    return after in scene.lexicon.words("people", "things_of_roles") and message.segment(
        ask.first
    ) == message.segment(ask.last)


def _names_a_skill(scene: Scene, ask: RoleAsk) -> bool:
    """'SEO content experience', and 'must know Illustrator' of whom another role is sought already."""
    message = scene.message
    skill = message.over("skill", ask.first, ask.last)
    if skill is None:
        return False
    following = message.at("ordinary", skill.last)
    if skill.size > ask.last - ask.first:
        return skill.first == ask.first and following is not None and following.key == "followers"
    named = message.norm(ask.first - 1) not in ARTICLES and message.words(ask.first, ask.last)[0].isupper()
    others = scene.context.brief.role not in (None, ask.role)
    weighed = scene.stance(ask.first, ask.last).hard is not None
    return others and named and weighed and not scene.activities.has(skill.key)


def _is_sought(scene: Scene, ask: RoleAsk) -> bool:
    """Whether a sentence of a post looks for somebody: not 'our board has one accountant'."""
    message = scene.message
    low, high = message.sentence(ask.first)
    if ask.headcount_at is not None and ask.headcount_at[0] == 0:
        return True  # 'Three senior testers, Selenium and Java, to …'
    if scene.is_title(low) or high - low <= _SHORT_LINE or ":" in message.norms[low : low + _LABEL]:
        return True
    if _ADDRESSED & set(message.norms[low:high]):
        return True
    needs = any(m.key == "need" for m in message.between("intents", low, high))
    return needs or any(m.key == "anyone" for m in message.between("people", low, ask.start))


_SHORT_LINE, _LABEL = 12, 4
_ADDRESSED = frozenset(
    {"you", "your", "candidate", "candidates", "applicant", "role", "position", "must", "should"}
)


def _speaks_of_us(scene: Scene, ask: RoleAsk) -> bool:
    """'We are an agency with 40 developers'."""
    low, _ = scene.message.sentence(ask.first)
    return scene.message.norm(low) in ("we", "were", "im", "i", "our", "my")


def _is_what_is_needed(scene: Scene, own: Mention) -> bool:
    """'What we need is a photo editor': the need comes before the 'is'."""
    low, _ = scene.message.sentence(own.first)
    needs = scene.message.between("intents", low, own.first)
    return scene.message.norm(own.first) == "is" and any(m.key == "need" for m in needs)


def is_further(scene: Scene, known: RoleAsk, ask: RoleAsk) -> bool:
    """Whether the role is one more, and not another word for the one before."""
    message = scene.message
    between = [message.norm(i) for i in range(known.last, ask.start)]
    if ask.start <= known.last:
        return False
    if None not in (known.headcount, ask.headcount) and "\n" in between:
        return True  # one a line: '2x illustrator', '1x animator'
    near = ask.start - known.last <= 3
    if near and any(word in ("or", "/") for word in between):
        return False
    low, _ = message.sentence(ask.first)
    if scene.is_post and known.first < message.sentence(0)[1] <= low and not _is_one_more(scene, ask, low):
        return False  # the title says it already
    introduced = (
        message.norm(ask.start - 1) in ("a", "an", "another", "one", "some")
        or ask.headcount is not None
        or message.words(ask.first, ask.last).casefold().endswith("s")
        or message.norm(ask.start - 1) in ("and", ",", "&", "+", "plus", "also")
    )
    if near:
        return introduced and bool(set(between) & {"and", ",", "&", "+", "plus", "\n", "also", "."})
    low, _ = message.sentence(ask.first)
    needs = [m for m in message.between("intents", low, ask.start) if m.key in ("need", "also")]
    joined = "and" in between or "plus" in between or "," in between or "also" in between
    article = message.norm(ask.start - 1) in ("a", "an", "another") or ask.headcount is not None
    if article and message.norm(ask.start - 2) in _AND and low <= known.first:
        return True  # 'an architect to draw the plans + a structural engineer'
    return bool(needs) and article and (joined or low >= known.last)


_AND = frozenset({"and", "&", "+", "plus"})
