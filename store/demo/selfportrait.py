"""The words a person has for themselves: what every slot of a bio, headline or job title is filled with."""

from datetime import date

from store.demo.chance import Chance
from store.demo.grammar import capital, listed, number_word, title_case, with_article
from store.demo.material import Material
from store.demo.mentions import Mentions
from store.demo.person import Person
from store.demo.wording import draw, draw_several
from store.knowledge import Knowledge
from store.nouns.brief import LanguageLevel, Provider
from store.nouns.freelancer import Availability

_YEARS_TO_BE_PROUD = 2
_ONE_PERSON = {
    "I": "I",
    "I'm": "I'm",
    "I've": "I've",
    "my": "my",
    "My": "My",
    "me": "me",
    "am": "am",
    "myself": "myself",
}
_A_TEAM = {
    "I": "we",
    "I'm": "we're",
    "I've": "we've",
    "my": "our",
    "My": "Our",
    "me": "us",
    "am": "are",
    "myself": "ourselves",
}


def portrait(
    person: Person,
    availability: Availability,
    material: Material,
    knowledge: Knowledge,
    mentions: Mentions,
    today: date,
    chance: Chance,
) -> dict[str, str]:
    """The slots a person can fill; those with nothing true to say are missing."""
    slots = dict(_A_TEAM if person.provider is Provider.AGENCY else _ONE_PERSON)
    slots |= {"name": person.name.full, "first": person.name.first, "home": person.place.phrase}
    slots |= _clientele(person, material, chance)
    slots |= _languages(person, knowledge)
    tool = next((name for name in person.skills.listed if name in person.craft.tools), None)
    if tool is not None:
        slots |= {"tool": person.craft.tools[tool], "tool_skill": tool}
    title = draw(person.craft.titles, slots, chance) or person.role.name
    slots |= {
        "title": title,
        "Title": title_case(title),
        "a_title": with_article(title),
        "titles": _plural(title),
    }
    slots |= _skills(person, title)
    if person.years >= 2:
        years = number_word(person.years)
        slots |= {"years": str(person.years), "years_words": f"{years} years"}
    if person.years >= 1:
        slots["since"] = str(today.year - person.years)
    if person.team > 1:
        slots["team"] = number_word(person.team)
    if availability.hours_per_week is not None:
        slots["hours"] = str(availability.hours_per_week)
    return slots | _deeds(person, slots, mentions, chance)


def _clientele(person: Person, material: Material, chance: Chance) -> dict[str, str]:
    kinds = material.clienteles[person.industries[0]]
    business = chance.pick(kinds.businesses)
    slots = {
        "clients": chance.pick(kinds.clients),
        "business": business,
        "a_business": with_article(business),
    }
    if len(person.industries) > 1:
        slots["clients2"] = chance.pick(material.clienteles[person.industries[1]].clients)
    return slots


def _languages(person: Person, knowledge: Knowledge) -> dict[str, str]:
    good = [spoken for spoken in person.languages if spoken.level.rank >= LanguageLevel.FLUENT.rank]
    names = [knowledge.languages[spoken.code].name for spoken in good]
    slots = {"langs": listed(names)} if len(names) > 1 else {}
    foreign = [name for name, spoken in zip(names, good, strict=True) if spoken.code != "en"]
    return slots | ({"lang": foreign[0]} if foreign else {})


def _skills(person: Person, title: str) -> dict[str, str]:
    """The strongest skills, leaving out what the title already says."""
    said = title.lower()
    names = [name for name in person.skills.listed if name.lower() not in said]
    slots = dict(zip(("skill", "skill2", "skill3", "skill4"), names, strict=False))
    if len(names) >= 3:
        slots["skills"] = listed(names[:4])
        slots["skill_list"] = "\n".join(f"- {name}" for name in names[:7])
    return slots


def _deeds(person: Person, slots: dict[str, str], mentions: Mentions, chance: Chance) -> dict[str, str]:
    """What the person does and has achieved, drawn once so that a bio does not repeat itself."""
    listed_skills = person.skills.listed
    does = draw_several(mentions.suitable(person.craft.does, listed_skills, 3), slots, 4, chance)
    proud: list[str] = []
    if person.years >= _YEARS_TO_BE_PROUD:
        proud = draw_several(mentions.suitable(person.craft.proud, listed_skills, 1), slots, 3, chance)
    told = dict(zip(("do", "do2", "do3", "do4"), does, strict=False))
    told |= dict(zip(("proud", "proud2"), proud, strict=False))
    if len(does) >= 3:
        bullet = chance.pick(("- ", "• ", "* "))
        told["do_list"] = "\n".join(bullet + capital(do) for do in does)
        told["check_list"] = "\n".join(f"✅ {capital(do)}" for do in does[:3])
    if len(proud) >= 2:
        told["proud_list"] = "\n".join(f"- {capital(deed)}" for deed in proud)
    stance = draw(person.craft.stance, slots, chance)
    return told | ({"stance": stance} if stance else {})


def _plural(title: str) -> str:
    if title.endswith("y") and title[-2:-1] not in "aeiou":
        return f"{title[:-1]}ies"
    return f"{title}es" if title.endswith(("s", "ch", "x")) else f"{title}s"
