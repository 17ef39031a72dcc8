"""Where they are and what they speak."""

from agent.matching.checks.finding import Finding, Judged, met_if, unknown
from agent.matching.wording import country_names, language_name, level_words
from agent.replies.words import offset
from store.nouns.brief import Countries, LanguageWish
from store.nouns.match import Verdict
from store.search.places import offsets, zones
from store.search.wanted_places import are_alternatives, region_countries


def countries(judged: Judged, places: Countries) -> Finding:
    """One side of the countries: those wanted, or those not."""
    country = judged.person.country
    if country is None:
        return unknown("States no country")
    inside = not places.include or country in places.include
    return met_if(inside and country not in places.exclude, _lives_in(judged, country))


def regions(judged: Judged) -> Finding:
    """Any of the regions, or a country that will do as well."""
    country = judged.person.country
    if country is None:
        return unknown("States no country")
    brief, knowledge = judged.brief, judged.knowledge
    inside = country in region_countries(brief.regions, knowledge)
    if brief.countries is not None and are_alternatives(brief, knowledge):
        inside = inside or country in brief.countries.include
    return met_if(inside, _lives_in(judged, country))


def utc_offset(judged: Judged) -> Finding:
    """The clock's distance from UTC today; PARTLY when only a part of a wide country fits."""
    person, span = judged.person, judged.brief.utc_offset
    places = zones(person.time_zone, person.city, person.country, judged.knowledge)
    found = offsets(places, judged.today)
    if found is None or span is None:
        return unknown("States no time zone")
    least, greatest = found
    low = span.min if span.min is not None else least
    high = span.max if span.max is not None else greatest
    if least == greatest:
        fact = f"{offset(least)} now"
    else:
        fact = f"{offset(least)} to {offset(greatest)} now: the profile names the country alone"
    if low <= least and greatest <= high:
        return Finding(Verdict.MET, fact)
    overlaps = least <= high and low <= greatest
    return Finding(Verdict.PARTLY if overlaps else Verdict.NOT_MET, fact)


def language(judged: Judged, wish: LanguageWish) -> Finding:
    """MET at the level or above, PARTLY below it."""
    name = language_name(wish.code, judged.knowledge)
    levels = [spoken.level for spoken in judged.person.languages if spoken.code == wish.code]
    if not levels:
        return unknown(f"Has not stated {name}")
    best = max(levels, key=lambda level: level.rank)
    fact = f"{name}: {level_words(best)}"
    return Finding(Verdict.MET if best.rank >= wish.level.rank else Verdict.PARTLY, fact)


def _lives_in(judged: Judged, country: str) -> str:
    return f"In {country_names([country], judged.knowledge)[0]}"
