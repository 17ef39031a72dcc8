"""Tells whether a word that may be a skill's name is meant as one: Go, Excel, Swift, Spring, Make."""

from itertools import islice, pairwise

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.skill.fields import is_of_the_field, may_be_of_the_field
from agent.understanding.offline.skill.leading import leader
from agent.understanding.offline.skill.lists import adjoins_skill, is_everyday, is_listed_alone
from agent.understanding.offline.skill.named_in_its_field import is_named_in_its_field
from agent.understanding.offline.skill.names_of_people import is_somebodys_name
from agent.understanding.offline.skill.names_of_places import is_place
from agent.understanding.offline.skill.weighed_names import is_all_that_is_weighed, is_set_against_another
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Opener
from agent.understanding.offline.words.tokens import TokenKind
from store.nouns.brief import Slot

_SHORT_SENTENCE = 9
_SHORT_NAME = 5
_PARTICLE = 3
"""Letters of the words that stay small in a title: 'of', 'for', 'and'."""


def is_skill(scene: Scene, mention: Mention) -> bool:
    """Whether a name that may be an everyday word is meant as a skill here."""
    message = scene.message
    if scene.is_measured(mention.first, mention.last) and not _covers_season(scene, mention):
        return False
    if message.over("ordinary", mention.first, mention.last, "blocked") is not None:
        capital = message.words(mention.first, mention.last)[0].isupper() and not message.text.isupper()
        named = capital and mention.first > message.sentence(mention.first)[0]
        of_the_field = is_of_the_field(scene, mention.key)
        if named and of_the_field and not message.words(mention.first, mention.last).isupper():
            return True
        meant = named or of_the_field or leader(scene, mention) is not None
        return meant and adjoins_skill(scene, mention)
    for kind in ("industry", "people", "language", "country", "city", "zone"):
        other = message.over(kind, mention.first, mention.last)
        if other is None:
            continue
        same = kind == "industry" and other.size == mention.size and not _is_of_the_trade(scene, mention)
        if other.size > mention.size or (same and scene.activities.has(mention.key)):
            return False
    if is_place(scene, mention):
        return False
    if is_somebodys_name(scene, mention) or _is_a_name_unknown(scene, mention):
        return False
    words = " ".join(message.norms[mention.first : mention.last])
    held = any(skill.name == mention.key for skill in scene.context.brief.skills)
    if not held and _is_an_order(scene, mention):
        return False
    if words in scene.lexicon.words("ordinary", "formats"):
        return held or _is_presented_or_listed(scene, mention)
    if held or not is_everyday(scene, mention):
        return True
    if words in scene.lexicon.words("ordinary", "of_the_field"):
        return is_named_in_its_field(scene, mention, beside=adjoins_skill(scene, mention))
    prose = words in scene.lexicon.words("ordinary", "prose") and _is_small_talk(scene, mention)
    if words in scene.lexicon.words("ordinary", "mostly_skills") and not prose:
        return True
    return _reads_as_skill(scene, mention)


def _is_an_order(scene: Scene, mention: Mention) -> bool:
    """'Make SAS optional': a word for doing that begins a sentence, right before a skill the brief holds."""
    message = scene.message
    if mention.first != message.sentence(mention.first)[0] or not is_everyday(scene, mention):
        return False
    following = message.at("skill", mention.last)
    return following is not None and any(following.key == each.name for each in scene.context.brief.skills)


def _is_a_name_unknown(scene: Scene, mention: Mention) -> bool:
    """'we sold the same Linde twice': a short name only near a tool's, where nothing speaks of tools."""
    if mention.size > 1 or mention.first not in scene.misspelled:
        return False
    written = scene.message.words(mention.first, mention.last)
    short = len(written) <= _SHORT_NAME and written[0].isupper()
    following = scene.message.at("ordinary", mention.last)
    presented = following is not None and following.key == "followers"
    presented = presented or scene.message.norm(mention.first - 1) == "("
    return short and not (presented or _is_presented_or_listed(scene, mention))


def _covers_season(scene: Scene, mention: Mention) -> bool:
    """'Spring Boot': a date is only a part of the name."""
    return (
        mention.size > 1
        and all(
            mention.first <= period.first
            and period.last <= mention.last
            and period.last - period.first < mention.size
            for period in scene.periods
            if period.first < mention.last and mention.first < period.last
        )
        and not any(q.first < mention.last and mention.first < q.last for q in scene.quantities)
    )


def _is_of_the_trade(scene: Scene, mention: Mention) -> bool:
    """'an accountant experienced in accounting': what such people do, rather than whom they do it for."""
    said = [m.key for m in scene.message.of("role") if (m.first, m.last) != (mention.first, mention.last)]
    roles = [scene.knowledge.roles.get(name) for name in (*said, scene.context.brief.role or "")]
    own = any(role is not None and mention.key in (*role.core_skills, *role.usual_skills) for role in roles)
    return own and (
        _is_presented(scene, mention) or scene.stance(mention.first, mention.last).hard is not None
    )


def _is_presented(scene: Scene, mention: Mention) -> bool:
    """'experienced in accounting', '(accounting)': a name by itself, that begins no other."""
    message = scene.message
    if message.norm(mention.last) in _SAYING_SO:
        return True
    if message.norm(mention.last).isalpha() and message.norm(mention.last) not in _AFTER_A_NAME:
        return False
    if leader(scene, mention) is not None:
        return True
    return message.norm(mention.first - 1) in ("(", "with") or adjoins_skill(scene, mention)


_SAYING_SO = frozenset({"experience", "skills", "skill", "knowledge", "expertise"})
_AFTER_A_NAME = frozenset({"and", "or", "is", "are", "would", "for", "but", "who", "please", "with"})


def _is_small_talk(scene: Scene, mention: Mention) -> bool:
    """'There is rust on my car': a sentence of its own, in small letters, that is about no work at all."""
    message = scene.message
    low, high = message.sentence(mention.first)
    if scene.asked is Slot.SKILLS or high - low <= _SHORT_SENTENCE // 2:
        return False
    if not message.words(mention.first, mention.last).islower():
        return False
    others = (
        *message.between("role", low, high),
        *message.between("heads", low, high),
        *message.between("tasks", low, high),
        *(m for m in message.between("skill", low, high) if m != mention),
        *(m for m in message.between("ordinary", low, high) if m.key in ("leaders", "followers")),
        *(m for m in message.between("intents", low, high) if m.key == "need"),
        *(m for m in message.between("edits", low, high) if m.key in _PUTTING_RIGHT),
        *message.between("cues", low, high),
    )
    return not others


_PUTTING_RIGHT = frozenset({"instead_of", "instead", "replace", "drop", "relax", "tighten"})


def _reads_as_skill(scene: Scene, mention: Mention) -> bool:
    """By its capital in the midst of a sentence, by its neighbours in a list, by the words around it."""
    message = scene.message
    first, last = mention.first, mention.last
    following = message.at("ordinary", last)
    if following is not None and following.key == "followers":
        return True
    if _is_presented_or_listed(scene, mention) or _takes_the_place_of_one_like_it(scene, mention):
        return True
    written = message.words(first, last)
    if _is_spelled_as_a_name(written):
        return True
    if written.isupper() and is_set_against_another(scene, mention):
        return True
    if len(written) > 1 and _stands_alone(scene, mention) and is_of_the_field(scene, mention.key):
        return True
    segment = message.segment(first)
    begins = first == message.sentence(first)[0] or (first == segment.first and segment.opener.value <= 4)
    if len(written) == 1:
        return _is_a_letter(scene, mention)
    if written.isupper() and len(written) > 1:
        emphasis = message.norm(first) in scene.lexicon.words("common", "function_words")
        known = not emphasis or is_of_the_field(scene, mention.key)
        return known and not message.text.isupper() and not _is_shouted(scene, first, last)
    capital = written[0].isupper() and not begins
    if not capital or _is_title_case(scene, first, last):
        return capital and not scene.is_post and is_of_the_field(scene, mention.key)
    return scene.stance(first, last).excluded or may_be_of_the_field(scene, mention.key)


def _takes_the_place_of_one_like_it(scene: Scene, mention: Mention) -> bool:
    """'keynote instead', where the brief holds PowerPoint."""
    message = scene.message
    if "instead" not in (message.norm(mention.first - 1), message.norm(mention.last)):
        return False
    related = scene.knowledge.skills[mention.key].related
    return any(wish.name in related for wish in scene.context.brief.skills)


def _is_spelled_as_a_name(written: str) -> bool:
    """'FlowTrack', 'certified PQ': with capitals after small letters, as no everyday word is written."""
    letters = "".join(letter for letter in written if letter.isalpha())
    return (
        any(one.islower() and other.isupper() for one, other in pairwise(letters)) and not written.istitle()
    )


def _stands_alone(scene: Scene, mention: Mention) -> bool:
    """Whether the name is all there is between two marks, or nearly: ', resolve,', 'R optional'."""
    message = scene.message
    whole = len(message.tokens) <= mention.size + 1 and scene.asked is not Slot.SKILLS
    as_role = _may_be_somebody(scene, mention)
    segment = message.segment(mention.first)
    marks = (TokenKind.SYMBOL, TokenKind.BREAK)
    words = (i for i in range(segment.first, segment.last) if message.tokens[i].kind not in marks)
    few = len(list(islice(words, mention.size + 2))) <= mention.size + 1
    work = scene.activities.has(mention.key)
    usual = message.norm(mention.first) in scene.lexicon.words("common", "function_words")
    return few and not (whole or as_role or work or usual)


def _may_be_somebody(scene: Scene, mention: Mention) -> bool:
    """Whether it is a role's name too; '… designer. Illustrator, Photoshop.' names nobody else."""
    message = scene.message
    if message.over("role", mention.first, mention.last) is None:
        return False
    low, _ = message.sentence(mention.first)
    asked_before = low > 0 and any(role.last <= low for role in message.of("role"))
    return not (asked_before and message.words(mention.first, mention.last)[0].isupper())


def _is_a_letter(scene: Scene, mention: Mention) -> bool:
    """'analysis in R', 'Language: C mostly', 'stm32 c': a letter that is a language's name."""
    message = scene.message
    if message.words(mention.first, mention.last).isupper():
        before = message.norm(mention.first - 1)
        listed = before == ":" or _stands_alone(scene, mention)
        return before in _BEFORE_A_LETTER or (listed and is_of_the_field(scene, mention.key))
    return (
        scene.is_brief_note
        and message.ending("skill", mention.first) is not None
        and is_of_the_field(scene, mention.key)
    )


def _is_presented_or_listed(scene: Scene, mention: Mention) -> bool:
    """Whether the words around, or its neighbours in a list, make it a skill."""
    message = scene.message
    if message.at("heads", mention.last) is not None or message.at("role", mention.last) is not None:
        return True
    if leader(scene, mention) is not None:
        return True
    if _is_spoken_of(scene, mention):
        return True
    return adjoins_skill(scene, mention) or is_listed_alone(scene, mention)


def _is_shouted(scene: Scene, first: int, last: int) -> bool:
    """Whether a word beside it that is no skill is in capitals too: 'WAVE VFX'."""
    message = scene.message
    for index in (first - 1, last):
        if not 0 <= index < len(message.tokens) or message.over("skill", index, index + 1) is not None:
            continue
        word = message.words(index, index + 1)
        if len(word) > 1 and word.isalpha() and word.isupper():
            return True
    return False


_BEFORE_A_LETTER = frozenset({"with", "in", "using", "knows", "know", "uses", "use"})
"""Before a capital by itself: 'analysis in R', 'firmware in C'."""


def _is_spoken_of(scene: Scene, mention: Mention) -> bool:
    """'Express is a plus', 'Go instead of Node', 'Audition too': the sentence is about what begins it."""
    message = scene.message
    stance = scene.stance(mention.first, mention.last)
    if not message.words(mention.first, mention.last)[0].isupper():
        if stance.hard is not None and is_all_that_is_weighed(scene, mention):
            return True
        segment = message.segment(mention.first)
        alone = segment.last - segment.first <= mention.size + 2
        return alone and segment.opener is Opener.COMMA and stance.hard is not None
    beside = message.at("edits", mention.last)
    low, high = message.sentence(mention.first)
    short = high - low <= _SHORT_SENTENCE
    return short and (
        stance.hard is not None or (beside is not None and beside.key in ("instead_of", "also"))
    )


def _is_title_case(scene: Scene, first: int, last: int) -> bool:
    """Whether the words around are capitalised too, so that a capital tells nothing."""
    message = scene.message
    around = [i for i in (first - 2, first - 1, last, last + 1) if 0 <= i < len(message.tokens)]
    words = [message.text[message.tokens[i].start] for i in around if len(message.tokens[i].norm) > _PARTICLE]
    return len(words) >= 2 and all(letter.isupper() for letter in words)
