"""Whether the knowledge holds together: every reference leads somewhere and no name means two things."""

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from store.knowledge.knowledge import Knowledge
from store.knowledge.spelling import spelling_key


def problems(knowledge: Knowledge) -> list[str]:
    """All that is wrong with the knowledge, in sentences that name the entry; empty if it is sound."""
    return [
        *_skill_problems(knowledge),
        *_role_problems(knowledge),
        *_place_problems(knowledge),
        *_clashes("industry", ((i.id, (i.name, *i.aliases)) for i in knowledge.industries.values())),
        *_clashes("language", ((e.code, (e.name, *e.aliases)) for e in knowledge.languages.values())),
        *_clashes("currency word", ((c.code, (c.code, *c.words)) for c in knowledge.currencies.values())),
        *_symbol_clashes(knowledge),
    ]


def _skill_problems(knowledge: Knowledge) -> Iterator[str]:
    skills = knowledge.skills
    for skill in skills.values():
        for other in (*skill.implies, *skill.related):
            if other not in skills:
                yield f"skill {skill.name!r} refers to {other!r}, which is not a skill"
            elif other == skill.name:
                yield f"skill {skill.name!r} refers to itself"
        if both := set(skill.implies) & set(skill.related):
            yield f"skill {skill.name!r} both implies and is related to {', '.join(sorted(both))}"
        if strangers := set(skill.ordinary_names) - {skill.name, *skill.aliases}:
            yield f"skill {skill.name!r} has no name {', '.join(sorted(strangers))} to be an everyday word"
        if skill.name in _implied(knowledge, skill.name):
            yield f"skill {skill.name!r} implies itself in a circle"
    yield from _clashes("skill", ((s.name, (s.name, *s.aliases)) for s in skills.values()))


def _implied(knowledge: Knowledge, name: str) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        skill = knowledge.skills.get(waiting.pop())
        fresh = set(skill.implies) - found if skill else set()
        found |= fresh
        waiting += fresh
    return found


def _role_problems(knowledge: Knowledge) -> Iterator[str]:
    for role in knowledge.roles.values():
        for skill in (*role.core_skills, *role.usual_skills):
            if skill not in knowledge.skills:
                yield f"role {role.id!r} wants {skill!r}, which is not a skill"
        for neighbour in role.neighbours:
            if neighbour not in knowledge.roles:
                yield f"role {role.id!r} is a neighbour of {neighbour!r}, which is not a role"
        if role.id in role.neighbours:
            yield f"role {role.id!r} is its own neighbour"
        if twice := set(role.core_skills) & set(role.usual_skills):
            yield f"role {role.id!r} lists {', '.join(sorted(twice))} as core and as usual"
        if strangers := set(role.ordinary_names) - {role.name, *role.aliases}:
            yield f"role {role.id!r} has no name {', '.join(sorted(strangers))} to be an everyday word"
        if not role.core_skills:
            yield f"role {role.id!r} has no core skill"
        if not 0 < role.rate_usd[0] < role.rate_usd[1] < role.rate_usd[2]:
            yield f"role {role.id!r}: rate_usd must rise from entry to expert"
    yield from _clashes("role", ((r.id, (r.id, r.name, *r.aliases)) for r in knowledge.roles.values()))


def _place_problems(knowledge: Knowledge) -> Iterator[str]:
    for country in knowledge.countries.values():
        if country.currency not in knowledge.currencies:
            yield f"country {country.code} has the unknown currency {country.currency!r}"
        for language in country.languages:
            if language not in knowledge.languages:
                yield f"country {country.code} has the unknown language {language!r}"
        if not country.languages:
            yield f"country {country.code} has no language"
        if not 0 < country.rate_factor <= 2:
            yield f"country {country.code}: rate_factor must be above 0 and at most 2"
    for region in knowledge.regions.values():
        for code in region.countries:
            if code not in knowledge.countries:
                yield f"region {region.id!r} has the unknown country {code!r}"
    for city in knowledge.cities:
        if city.country not in knowledge.countries:
            yield f"{city.kind} {city.name!r} is in the unknown country {city.country!r}"
    yield from _zone_problems(knowledge)
    yield from _clashes("country", ((c.code, (c.name, *c.aliases)) for c in knowledge.countries.values()))
    yield from _clashes("region", ((r.id, (r.id, r.name, *r.aliases)) for r in knowledge.regions.values()))


def _zone_problems(knowledge: Knowledge) -> Iterator[str]:
    named = [
        *((f"country {each.code}", each.time_zone) for each in knowledge.countries.values()),
        *((f"{each.kind} {each.name!r}", each.time_zone) for each in knowledge.cities),
        *((f"time zone {each.name!r}", each.time_zone) for each in knowledge.time_zones.values()),
    ]
    known: dict[str, bool] = {}
    for name, zone in named:
        if zone not in known:
            known[zone] = _is_zone(zone)
        if not known[zone]:
            yield f"{name} has the time zone {zone!r}, which is not an IANA name"


def _is_zone(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _symbol_clashes(knowledge: Knowledge) -> Iterator[str]:
    holders: dict[str, str] = {}
    for currency in knowledge.currencies.values():
        for symbol in currency.symbols:
            if holders.setdefault(symbol, currency.code) != currency.code:
                yield f"symbol {symbol!r} belongs to {holders[symbol]} and to {currency.code}"


def _clashes(kind: str, named: Iterable[tuple[str, Iterable[str]]]) -> Iterator[str]:
    holders: dict[str, str] = {}
    for owner, names in named:
        for name in names:
            key = spelling_key(name)
            if not key:
                yield f"{kind} {owner!r} has the empty name {name!r}"
            elif holders.setdefault(key, owner) != owner:
                yield f"{kind} name {name!r} belongs to {holders[key]!r} and to {owner!r}"
