"""Names of people, agencies and clients, drawn from the lists alone and from nothing about the person."""

from typing import NamedTuple

from store.demo.chance import Chance
from store.demo.material import Culture, Material


class Name(NamedTuple):
    """A full name, and what to call its bearer."""

    full: str
    first: str


def person_name(culture: Culture, chance: Chance) -> Name:
    """A given name and one or two family names that agree with it."""
    feminine = chance.happens(0.5)
    given = chance.pick(culture.given_feminine if feminine else culture.given_masculine)
    form = 1 if feminine else 0
    family = chance.pick(culture.families)[form]
    if chance.happens(culture.double_family):
        second = chance.pick(culture.families)[form]
        if second != family:
            return Name(f"{given} {family} {second}", given)
    return Name(f"{given} {family}", given)


def agency_name(material: Material, group: str, chance: Chance) -> str:
    """An invented company name with a word for the trade."""
    firsts, seconds = material.agency_names
    first = chance.pick(firsts)
    second = chance.pick(seconds)
    name = first if chance.happens(0.25) or first.lower() == second else first + second
    endings = material.agency_endings["any"]
    if group in material.agency_endings and chance.happens(0.75):
        endings = material.agency_endings[group]
    return f"{name} {chance.pick(endings)}"


def client_name(material: Material, chance: Chance) -> str:
    """An invented client."""
    firsts, lasts = material.client_names
    return f"{chance.pick(firsts)} {chance.pick(lasts)}".strip()
