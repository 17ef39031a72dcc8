"""What a reply says somebody knows, speaks and where they are, held against the profile."""

import re
from collections.abc import Iterator
from math import inf

from evals.grading.grounding.masking import masked, own_words
from evals.grading.grounding.scope import Piece, Scope, pieces
from evals.grading.grounding.vocabulary import Mention, Sort, Vocabulary, vocabulary_of
from evals.oracle import covers, held_skills
from store.nouns.brief import LanguageLevel
from store.nouns.freelancer import Freelancer

_CLAUSE = re.compile(r"[;.:\n](?=\s|$)")
_DENIED = re.compile(
    r"\b(?:not|no|never|nobody|lacks?|lacking|without|near|asked for|wanted|missing|cannot|unknown|instead)\b"
    r"|n't\b",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(r"\W{1,3}(?:is |are |was )?(?:not|missing|unknown)\b", re.IGNORECASE)
_WITH = re.compile(r"(\d+) (?:finished )?contracts? with $")
_USED_IN = re.compile(r" in (\d+) (?:finished )?contracts?\b")
_CHEAPEST = re.compile(r"\bis the (?:cheapest|least expensive)\b")
_BEST_RATED = re.compile(r"\b(?:has the (?:highest|best) rating|is the best rated)\b")
_LEVEL = re.compile(rf"(?: \(|: )({'|'.join(each.lower() for each in LanguageLevel)})\b")


def false_claims(scope: Scope) -> Iterator[str]:
    """What the reply says of people that their profiles do not."""
    known = vocabulary_of(scope.knowledge)
    for piece in pieces(masked(scope.turn.reply, scope), scope.people):
        if piece.about:
            yield from _false_praise(piece, scope)
            for mention in known.mentions(piece.text):
                yield from _false(mention, piece, scope, known)


def _false_praise(piece: Piece, scope: Scope) -> Iterator[str]:
    """Who is said to be the cheapest or the best rated of those the reply names, and is not."""
    named = [person for person in scope.people if person.name in scope.turn.reply]
    for pattern, worth in ((_CHEAPEST, _price), (_BEST_RATED, _rating)):
        found = pattern.search(piece.text)
        if found is None or _DENIED.search(piece.text[: found.start()]):
            continue
        best = max((worth(person, scope) for person in named), default=-inf)
        if all(worth(person, scope) < best for person in piece.about):
            yield f"{piece.about[0].name} {found.group()}: somebody else named is more so"


def _price(person: Freelancer, scope: Scope) -> float:
    rate = person.hourly_rate
    return -inf if rate is None else -scope.knowledge.convert(rate.amount, rate.currency, "USD")


def _rating(person: Freelancer, _: Scope) -> float:
    return -inf if person.track.rating is None else person.track.rating


def _false(mention: Mention, piece: Piece, scope: Scope, known: Vocabulary) -> Iterator[str]:
    name, people = mention.name, piece.about
    if known.names_only(name, Sort.SKILL):
        if not any(_knows(person, name, scope) for person in people):
            if not _is_denied(mention, piece.text):
                yield f"{people[0].name} is said to know {name}"
        elif (jobs := _jobs(mention, piece.text)) is not None and not any(
            _has_used(person, name, jobs, scope) for person in people
        ):
            yield f"{people[0].name} is said to have used {name} in {jobs} contracts"
    elif known.names_only(name, Sort.LANGUAGE):
        level = _LEVEL.match(piece.text, mention.end)
        if (
            level is not None
            and not _is_denied(mention, piece.text)
            and not any(_speaks(person, name, level[1], scope) for person in people)
        ):
            yield f"{people[0].name} is said to speak {name} ({level[1]})"
    elif (
        known.names_only(name, Sort.COUNTRY)
        and not _is_denied(mention, piece.text)
        and not any(_is_in(person, name, scope) for person in people)
    ):
        yield f"{people[0].name} is said to be in {name}"


def _is_denied(mention: Mention, text: str) -> bool:
    """Whether the clause says no, or what was asked for, before the mention; or "not" right after it."""
    start = max((found.end() for found in _CLAUSE.finditer(text, 0, mention.start)), default=0)
    before = text[: mention.start].rstrip().lower()
    return (
        before.endswith("not stated:")
        or _DENIED.search(text[start : mention.start]) is not None
        or _DENIED_AFTER.match(text, mention.end) is not None
    )


def _knows(person: Freelancer, skill: str, scope: Scope) -> bool:
    if covers(held_skills(person, scope.knowledge), skill, scope.knowledge):
        return True
    used = {each for job in person.contracts for each in job.skills}
    used.update(each for item in person.portfolio for each in item.skills)
    return skill in used or any(skill.casefold() in words.casefold() for words in own_words(person))


def _jobs(mention: Mention, text: str) -> int | None:
    """In how many contracts the reply says the skill was used."""
    found = _WITH.search(text[: mention.start]) or _USED_IN.match(text, mention.end)
    return int(found[1]) if found is not None else None


def _has_used(person: Freelancer, skill: str, jobs: int, scope: Scope) -> bool:
    return any(
        each.contracts == jobs
        for each in person.skills
        if covers(held_skills(person, scope.knowledge, only=each.name), skill, scope.knowledge)
    )


def _speaks(person: Freelancer, language: str, level: str, scope: Scope) -> bool:
    least = LanguageLevel(level.upper()).rank
    return any(
        scope.knowledge.languages[each.code].name == language and each.level.rank >= least
        for each in person.languages
        if each.code in scope.knowledge.languages
    )


def _is_in(person: Freelancer, country: str, scope: Scope) -> bool:
    wanted = {
        code
        for brief in scope.briefs
        if brief.countries is not None
        for code in (*brief.countries.include, *brief.countries.exclude)
    }
    codes = {code for code, each in scope.knowledge.countries.items() if each.name == country}
    return person.country in codes or bool(codes & wanted)
