"""Work on show: pieces that fit the role, for invented clients, at addresses that lead nowhere."""

from collections.abc import Mapping

from store.demo.chance import Chance, Weighted
from store.demo.grammar import capital, slug, with_article
from store.demo.material import Material
from store.demo.mentions import Mentions
from store.demo.naming import client_name
from store.demo.person import Person
from store.demo.truth import Case
from store.demo.wording import tidy
from store.nouns.freelancer import PortfolioItem

_COUNTS = Weighted({0: 22, 1: 14, 2: 22, 3: 22, 4: 13, 5: 7})
_NEWCOMER_COUNTS = Weighted({0: 42, 1: 26, 2: 20, 3: 12})


def portfolio(
    person: Person, slots: Mapping[str, str], material: Material, mentions: Mentions, chance: Chance
) -> tuple[PortfolioItem, ...]:
    """Up to five pieces, each another kind of work."""
    counts = _NEWCOMER_COUNTS if person.case is Case.NEWCOMER else _COUNTS
    home = f"https://portfolio.example/{slug(person.name.full)}-{person.external_id}"
    items: list[PortfolioItem] = []
    listed = person.skills.listed
    pieces = [
        piece
        for piece in person.craft.pieces
        if mentions.of(piece[0]).issubset(listed) and mentions.of(piece[1]).issubset(listed)
    ]
    for title, about in chance.sample(pieces, chance.weighted(counts)):
        industry = chance.pick(person.industries)
        business = chance.pick(material.clienteles[industry].businesses)
        client = client_name(material, chance)
        told = {**slots, "business": business, "a_business": with_article(business), "client": client}
        if not (title.fits(told) and about.fits(told)):
            continue
        heading = capital(tidy(title.fill(told, chance)))
        text = tidy(about.fill(told, chance)) if chance.happens(0.85) else ""
        items.append(
            PortfolioItem(
                id=f"{person.external_id}-p{len(items) + 1}",
                title=heading,
                description=text,
                url=f"{home}/{slug(heading)}" if chance.happens(0.7) else None,
                skills=_skills_shown(person, mentions.of(title, slots) | mentions.of(about, slots), chance),
            )
        )
    return tuple(items)


def _skills_shown(person: Person, named: frozenset[str], chance: Chance) -> tuple[str, ...]:
    """The listed skills that the text names, and one or two of the strongest."""
    shown = [name for name in person.skills.listed if name in named]
    strong = chance.sample(person.skills.listed[:5], chance.whole(1, 2))
    return tuple(dict.fromkeys([*shown, *strong]))[:4]
