"""Finds the human languages a freelancer must speak, and how well."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.gazetteer import Mention
from agent.understanding.offline.tokens import TokenKind
from agent.understanding.offline.translations import names_translation
from store.nouns.brief import LanguageLevel, LanguageWish, Slot

_REACH = 5
CODE = 2
"""Letters of a language's code."""


def find_languages(scene: Scene) -> list[Finding]:
    """The languages asked for; a nation's word counts where the words around show the language."""
    found: dict[str, Finding] = {}
    spoken = [
        m for m in scene.message.of("language") if is_language(scene, m) and not names_translation(scene, m)
    ]
    levels = _levels(scene, spoken)
    for mention in spoken:
        stance = scene.stance(mention.first, mention.last)
        if stance.excluded or stance.unneeded:
            continue
        wish = LanguageWish(
            code=mention.key,
            level=levels[mention.first] or LanguageLevel.FLUENT,
            words=scene.message.words(mention.first, mention.last),
        )
        finding = Finding(
            Slot.LANGUAGES, wish, mention.first, mention.last, hard=stance.hard, uncertain=stance.unsure
        )
        known = found.get(mention.key)
        if known is None or _is_stronger(known, levels[mention.first]):
            found[mention.key] = finding
    for finding in _coded(scene):
        if isinstance(finding.value, LanguageWish):
            found.setdefault(finding.value.code, finding)
    return list(found.values())


def _is_stronger(known: Finding, level: LanguageLevel | None) -> bool:
    before = known.value.level if isinstance(known.value, LanguageWish) else LanguageLevel.BASIC
    return level is not None and level.rank > before.rank


def _coded(scene: Scene) -> Iterator[Finding]:
    """'EN>DE', 'FR-IT': the codes of a translator's pair."""
    message, tokens = scene.message, scene.message.tokens
    yield from _dashed(scene)
    for place in listed_codes(scene):
        wish = LanguageWish(code=scene.message.norm(place), words=scene.message.words(place, place + 1))
        yield Finding(Slot.LANGUAGES, wish, place, place + 1)
    spoken_in: dict[str, str] = scene.lexicon.setting("languages", "spoken_in", "values")
    for index in range(len(tokens) - 2):
        if message.norms[index + 1] not in _PAIR_MARKS:
            continue
        last = index + 2
        while last < len(tokens) - 1 and message.norms[last] in _PAIR_MARKS:
            last += 1
        arrow = bool({">", "→"} & set(message.norms[index + 1 : last]))
        written = [message.words(i, i + 1) for i in (index, last)]
        if not all(len(word) == CODE and (word.isupper() or arrow) for word in written):
            continue
        codes = [word.lower() for word in written]
        if arrow:
            codes = [spoken_in.get(code, code) for code in codes]
        elif _COUNTRIES & set(codes):
            continue
        if all(code in scene.knowledge.languages for code in codes):
            for place, code, word in zip((index, last), codes, written, strict=True):
                yield Finding(Slot.LANGUAGES, LanguageWish(code=code, words=word), place, place + 1)


def listed_codes(scene: Scene) -> list[int]:
    """The tokens of a list of languages by their codes: 'in five languages: EN, DE, FR'."""
    message = scene.message
    if not message.has("languages", "marks") and not message.has("language"):
        return []
    found = [
        index
        for index, token in enumerate(message.tokens)
        if len(token.norm) == CODE
        and token.norm in scene.knowledge.languages
        and message.text[token.start : token.end].isupper()
    ]
    if any(message.norms[index] in _COUNTRIES for index in found):
        return []
    listed: dict[int, None] = {}
    for one, other in pairwise(found):
        if other - one <= _CODES and set(message.norms[one + 1 : other]) <= _LINKS:
            listed.update(dict.fromkeys((one, other)))
    return list(listed) if len(listed) > _CODES else []


_COUNTRIES = frozenset({"uk", "us", "gb", "eu"})
"""Beside these a code is a country's: 'US/UK/CA', 'UK, DE or FR'."""

_CODES = 2


def _dashed(scene: Scene) -> Iterator[Finding]:
    """'EN-NO': a pair whose dash the tokens do not show."""
    message = scene.message
    for index, (one, other) in enumerate(pairwise(message.tokens)):
        if other.start != one.end + 1 or len(one.norm) != CODE or len(other.norm) != CODE:
            continue
        pair = message.text[one.start : other.end]
        if pair.isupper() and pair[CODE] in "-–" and {one.norm, other.norm} <= set(scene.knowledge.languages):
            for place, code in ((index, one.norm), (index + 1, other.norm)):
                yield Finding(Slot.LANGUAGES, LanguageWish(code=code, words=code.upper()), place, place + 1)


def _levels(scene: Scene, spoken: Sequence[Mention]) -> dict[int, LanguageLevel | None]:
    """The level of each language by its first token; those of one list share what is said of one of them."""
    levels = {mention.first: _level(scene, mention) for mention in spoken}
    for pairs in (pairwise(spoken), pairwise(reversed(spoken))):
        for one, other in pairs:
            low, high = sorted((one, other), key=lambda m: m.first)
            gap = [scene.message.norm(i) for i in range(low.last, high.first)]
            if levels[other.first] is None and gap and all(word in _LINKS for word in gap):
                if one.first > other.first and _is_told_before(scene, one):
                    continue  # 'English and some Spanish'
                levels[other.first] = levels[one.first]
    return levels


def _is_told_before(scene: Scene, mention: Mention) -> bool:
    """'some Spanish': the level right before a language is its own."""
    level = scene.message.ending("languages", mention.first)
    return level is not None and level.key in _LEVEL_NAMES


_LEVEL_NAMES = frozenset(level.value for level in LanguageLevel)


def is_language(scene: Scene, mention: Mention) -> bool:
    """Whether the word is meant as a language here."""
    message = scene.message
    if _is_inside_name(scene, mention):
        return False
    if next(_elsewhere(scene, mention), None) is not None:
        return False
    if is_of_conversation(scene, mention):
        return False
    if message.norm(mention.first - 1) in ("our", "my") or _is_of_trade(scene, mention):
        return False
    if is_used_otherwise(scene, mention):
        return False
    if scene.asked is Slot.LANGUAGES:
        return True
    if describes_a_thing(scene, mention):
        return False
    variety = message.ending("demonym", mention.first)
    if (
        mention.size > 1
        or message.at("demonym", mention.first) is None
        or (variety is not None and variety.key != mention.key)
    ):
        return True
    words = " ".join(message.norms[mention.first : mention.last])
    if words in scene.lexicon.words("languages", "people"):
        low, high = _neighborhood(scene, mention)
        return any(m.key in _SPOKEN for m in message.between("languages", low, high))
    if message.norm(mention.first - 1) in _NATIVELY and message.at("role", mention.last) is None:
        return True
    return not _is_of_person(scene, mention)


def is_used_otherwise(scene: Scene, mention: Mention) -> bool:
    """Whether the word is a verb, or says what something to be built is written in."""
    return _is_verb(scene, mention) or _is_of_product(scene, mention)


def _is_verb(scene: Scene, mention: Mention) -> bool:
    """'please polish the text'."""
    message = scene.message
    verbs = scene.lexicon.words("languages", "verbs")
    written = message.words(mention.first, mention.last)
    return written in verbs and message.norm(mention.last) in scene.lexicon.words("languages", "objects")


def _is_of_product(scene: Scene, mention: Mention) -> bool:
    """'a website in three languages: English and German': what is built is in it, whoever builds it."""
    message = scene.message
    if _has_language_trade(scene):
        return False
    low, _ = message.sentence(mention.first)
    things = [m for m in message.of("products") if low <= m.first and m.last <= mention.first]
    if not things:
        return False
    between = message.norms[things[-1].last : mention.first]
    mentioned = {w for m in message.of("language") for w in message.norms[m.first : m.last]}
    return "in" in between and all(word in _IN_LANGUAGES or word in mentioned for word in between)


_IN_LANGUAGES = frozenset(
    {"in", "is", "are", "be", "will", "both", "all", "two", "three", "four", "five", "languages", "must"}
    | {":", ",", "and", "or", "&", "/", "+", "(", "available", "to", "2", "3", "4", "5", "-", "–", "the"}
)


def _has_language_trade(scene: Scene) -> bool:
    """Whether somebody is asked for, here or in the brief, whose work is in a language."""
    trades = scene.lexicon.setting("languages", "trades", "categories")
    ids = scene.lexicon.setting("languages", "trades", "roles")
    asked = {*(m.key for m in scene.message.of("role")), scene.context.brief.role or ""}
    roles = scene.knowledge.roles
    return any(role in roles and (roles[role].category in trades or role in ids) for role in asked)


def describes_a_thing(scene: Scene, mention: Mention) -> bool:
    """'Greek yogurt', 'Danish design agency', 'Polish my resume': no language and no place."""
    message, index = scene.message, mention.last
    if index >= len(message.tokens) or message.tokens[index].kind is not TokenKind.WORD:
        return False
    following = message.norm(index)
    if mention.first == 0 and following in ("my", "our", "up", "this"):
        return True
    before = message.ending("languages", mention.first)
    answers = bool(scene.context.brief.terms) and scene.is_fragment
    if before is not None or following == "'s" or scene.asked is Slot.LANGUAGES or answers:
        return False
    if following in scene.lexicon.words("common", "function_words"):
        return False
    beside = (message.at(kind, index) for kind in _AFTER_A_LANGUAGE)
    if any(found is not None and found.key != "elsewhere" for found in beside):
        return False
    skill = message.at("skill", index)
    return skill is None or scene.knowledge.skills[skill.key].category not in _SPOKEN_WORK


_AFTER_A_LANGUAGE = (
    "languages",
    "language",
    "demonym",
    "cues",
    "role",
    "heads",
    "people",
    "intents",
    "edits",
    "schedule",
    "quantities",
    "zone",
    "places",
    "region",
    "country",
)
_SPOKEN_WORK = frozenset({"translation", "writing", "audio", "admin-and-support", "video"})


def is_of_conversation(scene: Scene, mention: Mention) -> bool:
    """'in English please: …': the language in which the client wants to go on."""
    message = scene.message
    after = message.norm(mention.last)
    return mention.first <= _OPENING and message.norm(mention.first - 1) == "in" and after in _ASIDES


def _is_of_trade(scene: Scene, mention: Mention) -> bool:
    """'a Dutch SaaS': the nation's word goes with somebody's business."""
    industry = scene.message.at("industry", mention.last)
    if industry is None or scene.message.at("demonym", mention.first) is None:
        return False
    return not any(scene.message.at(kind, industry.last) for kind in ("role", "heads", "skill"))


_OPENING = 3
_ASIDES = frozenset({":", "please", "then"})
"""After 'in English' at the beginning: the client says in which language to go on."""

_SPOKEN = frozenset({"marks", *(level.value for level in LanguageLevel)})
_NATIVELY = frozenset({"native", "fluent", "bilingual", "conversational", "natively", "fluently"})
_LINKS = frozenset({"and", "or", "/", ",", "&", "-"})
_OF_NATION = frozenset(
    {
        "based",
        "time",
        "timezone",
        "timezones",
        "hours",
        "working",
        "nationals",
        "citizens",
        "residents",
        "national",
        "citizen",
    }
)
_PEOPLE = ("anyone", "heads")
_FARTHEST = 6
_PAIR_MARKS = frozenset({">", "<", "-", "/", "→", "–", "<>"})


def _is_of_person(scene: Scene, mention: Mention) -> bool:
    """Whether the nation's word says where somebody is from: 'German developer', 'only Italian candidates'.

    Before somebody whose trade is the language ('German copywriter') it is the language.
    """
    message, index = scene.message, mention.last
    if _is_somebody_from(scene, mention):
        return True
    if message.norm(index) in _OF_NATION or message.at("zone", mention.first) is not None:
        return True
    for _ in range(_FARTHEST):
        role = message.at("role", index)
        if role is not None:
            family = scene.knowledge.roles[role.key]
            trades = scene.lexicon.setting("languages", "trades", "categories")
            return family.category not in trades and family.id not in scene.lexicon.setting(
                "languages", "trades", "roles"
            )
        people = message.at("people", index)
        is_number = message.norm(index) == "one" and index > mention.last
        if is_number:
            break
        if message.at("heads", index) is not None or (people is not None and people.key in _PEOPLE):
            return True
        following = (
            message.at("demonym", index) or message.at("skill", index) or message.at("industry", index)
        )
        if following is not None and following.kind == "demonym" and message.at("language", index) is None:
            return True
        if following is not None:
            index = following.last
        elif people is not None and people.key in ("expert", "intermediate", "entry"):
            index = people.last
        elif message.norm(index) in _LINKS:
            index += 1
        else:
            break
    if message.norm(mention.first - 1) != "from" or _translates(scene):
        return False
    return message.norm(mention.last) not in ("to", "into", "-", "and")


def _translates(scene: Scene) -> bool:
    """Whether a translator is asked for, who works from a language and is not from a country."""
    roles = scene.knowledge.roles
    asked = [m.key for m in scene.message.of("role")] or [scene.context.brief.role or ""]
    return any(role in roles and roles[role].category == "translation" for role in asked)


def _is_somebody_from(scene: Scene, mention: Mention) -> bool:
    """'someone Swedish or Danish', 'a front-end dev, Bulgarian or Romanian': alternatives of where from."""
    message, first, last = scene.message, mention.first, mention.last
    either = False
    for _ in range(_FARTHEST):
        before = message.ending("demonym", first - 1) if message.norm(first - 1) in _LINKS else None
        if before is not None:
            either |= message.norm(first - 1) == "or"
            first = before.first
        after = message.at("demonym", last + 1) if message.norm(last) in _LINKS else None
        if after is not None:
            either |= message.norm(last) == "or"
            last = after.last
    if message.has("languages", "marks") or any(message.has("languages", name) for name in _LEVEL_NAMES):
        return False
    if message.norm(first - 1) in _SOMEBODY:
        return True
    role = message.ending("role", first - 1) if message.norm(first - 1) == "," else None
    trades = scene.lexicon.setting("languages", "trades", "categories")
    return (
        either and role is not None and scene.knowledge.roles[role.key].category not in (*trades, *_TALKING)
    )


_SOMEBODY = frozenset({"someone", "somebody", "anyone", "anybody", "people", "folks"})
_TALKING = ("admin", "support", "sales", "hr", "marketing", "video-and-audio", "legal")
"""Categories of roles whose work is talking: what they are is as likely what they speak."""


def _is_inside_name(scene: Scene, mention: Mention) -> bool:
    for kind in ("skill", "industry", "region", "country"):
        for back in range(3):
            other = scene.message.at(kind, mention.first - back)
            if kind == "skill" and other is not None and _is_of_language(scene, other.key, mention.key):
                continue
            if other is not None and other.size > mention.size and other.last >= mention.last:
                return True
    return False


def _is_of_language(scene: Scene, skill: str, language: str) -> bool:
    """'French translation', 'Spanish tutor': work whose language is the one named."""
    entry = scene.knowledge.skills[skill]
    named = scene.knowledge.languages[language].name in entry.name
    return named or entry.category == "translation" or "Language" in entry.name


def _elsewhere(scene: Scene, mention: Mention) -> Iterator[Mention]:
    following = scene.message.at("languages", mention.last)
    if following is not None and following.key == "elsewhere":
        yield following


def _is_of_one_before(scene: Scene, level: Mention, mention: Mention) -> bool:
    """'Arabic native, English fluent': the level stands right after the language before."""
    known = scene.message.ending("language", level.first)
    return known is not None and known.last <= mention.first and level.last < mention.first


def _is_cut_off(scene: Scene, level: Mention, mention: Mention) -> bool:
    """'English mother tongue, from French': the level is of the language right before it."""
    between = scene.message.norms[level.last : mention.first]
    return scene.message.ending("language", level.first) is not None and bool({",", "from"} & set(between))


def _is_consent(scene: Scene, level: Mention) -> bool:
    """'ok English then': a word that agrees, and no level."""
    message = scene.message
    low, _ = message.sentence(level.first)
    return level.first == low and message.norm(level.first) in _CONSENT


_CONSENT = frozenset({"ok", "okay", "great", "good", "perfect"})


def _neighborhood(scene: Scene, mention: Mention) -> tuple[int, int]:
    segment_low, segment_high = scene.message.sentence(mention.first)
    return max(segment_low, mention.first - _REACH - 1), min(segment_high, mention.last + _REACH + 1)


def _level(scene: Scene, mention: Mention) -> LanguageLevel | None:
    """The level said nearest: right after the language, else before it in its list."""
    message = scene.message
    low, high = _neighborhood(scene, mention)
    names = [level.value for level in LanguageLevel]
    after = [m for m in message.between("languages", mention.last, high) if m.key in names]
    before = [m for m in message.between("languages", low, mention.first) if m.key in names]
    before = [m for m in before if not scene.stance(m.first, m.last).unneeded]
    before = [m for m in before if ")" not in message.norms[m.last : mention.first]]
    before = [m for m in before if not (_is_consent(scene, m) or _is_cut_off(scene, m, mention))]
    other_after = list(message.between("language", mention.last, high))
    after = [m for m in after if not any(m.last == other.first for other in other_after)]
    before = [m for m in before if not (after and _is_of_one_before(scene, m, mention))]
    if before and before[-1].last >= mention.first - 2:
        return LanguageLevel(before[-1].key)
    if (
        after
        and not (other_after and other_after[0].first < after[0].first)
        and after[0].first - mention.last <= _REACH
    ):
        return LanguageLevel(after[0].key)
    if before and not any(message.norm(i) in (",", ".", ";") for i in range(before[-1].last, mention.first)):
        return LanguageLevel(before[-1].key)
    return (
        LanguageLevel(before[-1].key)
        if before and message.between("language", before[-1].last, mention.first)
        else None
    )
