"""Reads codes of countries that only a list of places shows to be such: 'US/UK/CA', 'Nigeria, Kenya, SA'."""

from collections.abc import Iterable, Iterator, Mapping

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.who.language_trades import has_language_trade
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Message

_CODE = 2
_LINKS = frozenset({",", "/", "or", "and", "&"})


def is_listed_code(message: Message, index: int) -> bool:
    """Whether a code of two capitals stands in a list beside a country."""
    return _listed_with(message, index) is not None


def codes_beside_place_words(scene: Scene) -> list[int]:
    """The tokens of 'PL/CZ' in 'remote from PL/CZ' or 'PL/CZ based': codes beside a word of place."""
    message, run = scene.message, list[int]()
    for index in range(len(message.tokens)):
        if not _is_code(scene, index):
            continue
        if run and index == run[-1] + 2 and message.norm(index - 1) in _LINKS:
            run.append(index)
        elif not run[1:]:
            run = [index]
    return run if run[1:] and _are_placed(scene, run) and not _are_languages(scene, run) else []


def _are_languages(scene: Scene, run: list[int]) -> bool:
    """Whether the codes are those of languages to somebody whose work is in one: 'from DE/FR'."""
    languages = scene.knowledge.languages
    return all(scene.message.norm(i) in languages for i in run) and scene.once(has_language_trade)


def _are_placed(scene: Scene, run: list[int]) -> bool:
    """Whether a word of place stands before the codes, or after them."""
    marks = scene.lexicon.words("places", "marks_of_codes")
    return (
        scene.message.norm(_before_bracket(scene.message, run[0])) in _PLACE_WORDS
        or scene.message.norm(run[-1] + 1) in marks
    )


def _before_bracket(message: Message, index: int) -> int:
    return index - 2 if message.norm(index - 1) in ("(", ":") else index - 1


_PLACE_WORDS = frozenset(
    {"from", "remote", "based", "within", "nearshore", "offshore", "located", "location"}
)


def _is_code(scene: Scene, index: int) -> bool:
    message = scene.message
    token = message.tokens[index]
    written = message.text[token.start : token.end]
    if not (len(written) == _CODE and written.isupper() and written in scene.knowledge.countries):
        return False
    return message.at("skill", index) is None  # 'AI/ML based' is no work in Anguilla


def listed_codes_of_countries(scene: Scene) -> Iterator[Mention]:
    """The codes that mean something else wherever they stand alone; a shared one goes with its neighbours."""
    message = scene.message
    for index in scene.once(codes_beside_place_words):
        if message.at("country", index) is None:
            yield Mention("country", message.norm(index).upper(), index, index + 1)
    shared: Mapping[str, Mapping[str, str]] = scene.lexicon.setting("places", "shared_codes", "values")
    for index, norm in enumerate(message.norms):
        if norm not in shared or message.at("country", index) is not None:
            continue
        beside = _listed_with(message, index)
        if beside is None:
            code = _by_coin(scene, index, shared[norm].values())
            if code is not None:
                yield Mention("country", code, index, index + 1)
            continue
        for region, code in shared[norm].items():
            if beside.key in scene.knowledge.regions[region].countries:
                yield Mention("country", code, index, index + 1)
                break


def _by_coin(scene: Scene, index: int, codes: Iterable[str]) -> str | None:
    """'remote SA, R18000': the one of the countries in whose coin an amount is."""
    if not scene.message.words(index, index + 1).isupper():
        return None
    coins = scene.once(_coins_of_amounts)
    return next((code for code in codes if scene.knowledge.countries[code].currency in coins), None)


def _coins_of_amounts(scene: Scene) -> frozenset[str | None]:
    return frozenset(each.currency for each in scene.quantities)


def _listed_with(message: Message, index: int) -> Mention | None:
    """The country that a list joins a code of two capitals to."""
    token = message.tokens[index]
    if token.end - token.start != _CODE or not message.text[token.start : token.end].isupper():
        return None
    if message.norm(index - 1) in _LINKS:
        before = message.ending("country", index - 1)
        if before is not None:
            return before
    return message.at("country", index + 2) if message.norm(index + 1) in _LINKS else None
