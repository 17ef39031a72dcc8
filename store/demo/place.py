"""Where people are and what they speak."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from store.demo.chance import Chance, Weighted
from store.demo.material import Culture, Market, Material
from store.knowledge import City, Country, Knowledge
from store.nouns.brief import LanguageLevel
from store.nouns.freelancer import Language

_COUNTRIES_WITH_THE = frozenset({"PH", "NL", "US", "GB", "AE", "DO", "CZ"})
_FOREIGN_LANGUAGES = Weighted(
    {"es": 26, "fr": 22, "de": 18, "it": 8, "pt": 7, "ru": 6, "ar": 5, "zh": 4, "ja": 4}
)
_FOREIGN_LEVELS = Weighted(
    {LanguageLevel.BASIC: 40, LanguageLevel.CONVERSATIONAL: 42, LanguageLevel.FLUENT: 18}
)
_SECOND_TONGUE = Weighted(
    {LanguageLevel.NATIVE: 35, LanguageLevel.FLUENT: 45, LanguageLevel.CONVERSATIONAL: 20}
)


@dataclass(frozen=True, slots=True)
class Place:
    """A home: `city` is None for those who do not say. `phrase` is how they would write it."""

    market: Market
    country: Country
    city: str | None
    time_zone: str
    phrase: str


class Atlas:
    """Draws homes, naming cultures and languages as they occur in the markets we know."""

    def __init__(self, material: Material, knowledge: Knowledge) -> None:
        self._material = material
        self._knowledge = knowledge
        known = [market for market in material.markets if market.country in knowledge.countries]
        self._markets = Weighted((market, market.weight) for market in known)
        self._cultures = sorted(material.cultures)
        self._cities = _cities_by_country(knowledge.cities)

    def place(self, chance: Chance) -> Place:
        """A home, bigger markets and bigger cities more often."""
        market = chance.weighted(self._markets)
        country = self._knowledge.countries[market.country]
        cities = self._cities.get(country.code)
        if cities is None or chance.happens(0.06):
            name = f"the {country.name}" if country.code in _COUNTRIES_WITH_THE else country.name
            return Place(market, country, None, country.time_zone, name)
        city = chance.weighted(cities)
        same = city.name == country.name
        phrase = city.name if same or chance.happens(0.4) else f"{city.name}, {country.name}"
        return Place(market, country, city.name, city.time_zone, phrase)

    def culture(self, place: Place, chance: Chance) -> Culture:
        """A naming culture met there; now and then one from anywhere, because people move."""
        if chance.happens(self._material.wandering_share):
            return self._material.cultures[chance.pick(self._cultures)]
        return self._material.cultures[chance.weighted(place.market.cultures)]

    def languages(
        self, place: Place, culture: Culture, bilingual: bool, chance: Chance
    ) -> tuple[Language, ...]:
        """The mother tongue, the country's language, English, and perhaps one more, strongest first.

        `bilingual` asks for two languages at a professional level, English one of them.
        """
        levels = self._mother_tongue(place.country, culture, chance)
        english = chance.weighted(place.market.english)
        if bilingual and english.rank < LanguageLevel.FLUENT.rank:
            english = LanguageLevel.FLUENT
        if english.rank > levels.get("en", LanguageLevel.BASIC).rank or "en" not in levels:
            levels["en"] = english
        wants_another = bilingual and sum(level.rank >= 2 for level in levels.values()) < 2
        if wants_another or chance.happens(0.2):
            code = chance.weighted(_FOREIGN_LANGUAGES)
            level = LanguageLevel.FLUENT if wants_another else chance.weighted(_FOREIGN_LEVELS)
            levels.setdefault(code, level)
        known = [(code, level) for code, level in levels.items() if code in self._knowledge.languages]
        known.sort(key=lambda spoken: -spoken[1].rank)
        return tuple(Language(code=code, level=level) for code, level in known)

    def _mother_tongue(self, country: Country, culture: Culture, chance: Chance) -> dict[str, LanguageLevel]:
        local = country.languages[0] if country.languages else "en"
        shared = [code for code in country.languages if code in culture.languages]
        if shared:
            tongue = chance.pick(shared)
            levels = {tongue: LanguageLevel.NATIVE}
            if tongue != local and local != "en":
                levels[local] = chance.weighted(_SECOND_TONGUE)
            return levels
        if chance.happens(0.55):
            return {local: LanguageLevel.NATIVE}
        tongue = culture.languages[0]
        spoken = tongue if tongue in self._knowledge.languages else local
        return {spoken: LanguageLevel.NATIVE, **({} if spoken == local else {local: LanguageLevel.FLUENT})}


def _cities_by_country(cities: Sequence[City]) -> Mapping[str, Weighted[City]]:
    """Cities by country; those listed first are drawn more often, as if listed by size."""
    listed: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        if city.kind == "city":
            listed[city.country].append(city)
    return {
        country: Weighted((city, 1 / (rank + 2)) for rank, city in enumerate(found))
        for country, found in listed.items()
    }
