"""Headlines and bios: many temperaments, each with its own layout of lines."""

from collections.abc import Mapping, Sequence

from store.demo.chance import Chance, Weighted
from store.demo.grammar import capital
from store.demo.material import HeadlineStyle, Material
from store.demo.person import Person
from store.demo.wording import draw, tidy
from store.nouns.brief import Provider, Seniority
from store.nouns.freelancer import Contract

_MANY_JOBS = 8
_LONG_HEADLINE = 90


class Biographer:
    """Writes headlines and bios."""

    def __init__(self, material: Material) -> None:
        self._groups = material.bio_groups
        self._shapes = {
            provider: Weighted(
                (shape, shape.weight) for shape in material.shapes if shape.provider is provider
            )
            for provider in Provider
        }
        self._styles = {
            (provider, seniority): Weighted(_suiting(material.headlines, provider, seniority))
            for provider in Provider
            for seniority in Seniority
        }

    def headline(self, person: Person, slots: Mapping[str, str], chance: Chance) -> str:
        """One line, without a full stop more often than not."""
        styles = self._styles[person.provider, person.seniority]
        for _ in range(4):
            text = draw(chance.weighted(styles).lines, slots, chance)
            if text is not None and len(text) <= _LONG_HEADLINE:
                return capital(tidy(text))
        return slots["Title"]

    def bio(
        self, person: Person, slots: Mapping[str, str], contracts: Sequence[Contract], chance: Chance
    ) -> str:
        """A bio in one of the shapes that suit the provider."""
        finished = sum(contract.ended is not None for contract in contracts)
        about = dict(slots)
        if finished >= 6:
            about["jobs"] = str(finished)
        if finished >= 12:
            about["jobs_floor"] = str(finished // 5 * 5 - (finished % 5 == 0) * 5)
        bands = {"exp": _years_band(person.years), "record": _jobs_band(finished)}
        shape = chance.weighted(self._shapes[person.provider])
        paragraphs: list[list[str]] = [[]]
        for piece in shape.pieces:
            if piece is None:
                paragraphs.append([])
                continue
            name, probability = piece
            if probability < 1 and not chance.happens(probability):
                continue
            lines = self._groups.get(name) or self._groups[f"{name}.{bands[name.split('.')[0]]}"]
            text = draw(lines, about, chance)
            if text is not None:
                paragraphs[-1].append(text)
        return tidy("\n\n".join(" ".join(texts) for texts in paragraphs if texts))


def _suiting(
    styles: Sequence[HeadlineStyle], provider: Provider, seniority: Seniority
) -> list[tuple[HeadlineStyle, float]]:
    return [
        (style, style.weight)
        for style in styles
        if style.provider is provider and style.seniority in (None, seniority)
    ]


def _years_band(years: int) -> str:
    if years < 2:
        return "entry"
    return "mid" if years < 9 else "long"


def _jobs_band(finished: int) -> str:
    if finished == 0:
        return "none"
    return "some" if finished < _MANY_JOBS else "many"
