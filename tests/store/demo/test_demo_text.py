"""What people read: no seams of the composition may show."""

import re
from collections import Counter
from collections.abc import Iterator

from store.demo import Case, DemoFreelancer
from store.demo.loading import load_material
from store.nouns.brief import Provider

SAID_WITH_YOU = re.compile(r"([Uu]ni|[Uu]se|[Uu]sa|[Uu]su|[Uu]ti|[Ee]u|one\b|once\b|[Uu][ikxs]\b|U[A-Z]|Ukr)")
"""Starts that are spelled with a vowel and said with a consonant."""
SAID_WITH_A_VOWEL = re.compile(r"(hour|honest|heir|[AEFHILMNORSX][A-Z0-9&]|iOS|MLOps|n8n)")
AN = re.compile(r"\b[Aa]n ([\w&+#./-]+)")
A = re.compile(r"(?<![&\w])[Aa] ([\w&+#./-]+)")


def texts(made: DemoFreelancer) -> Iterator[str]:
    """Everything composed about a person, but for the cases that are ugly on purpose."""
    person = made.freelancer
    if made.truth.case not in (Case.KEYWORD_STUFFER, Case.PROMPT_INJECTION):
        yield person.headline
        yield person.bio
    for contract in person.contracts:
        yield contract.title
        yield contract.review or ""
    for item in person.portfolio:
        yield item.title
        yield item.description


def test_no_seams_show(market: list[DemoFreelancer]) -> None:
    seam = re.compile(r"[{}\t]|  | ,| \.(?!\w)|,,|(?<!\.)\.\.(?!\.)|\bNone\b| \n|\n |^\s|\s$")
    for made in market:
        for text in texts(made):
            assert not seam.search(text), text


def test_articles_fit_the_sound(market: list[DemoFreelancer]) -> None:
    for made in market:
        for text in texts(made):
            for word in AN.findall(text):
                vowel = word[0].lower() in "aeiou" and not SAID_WITH_YOU.match(word)
                assert vowel or SAID_WITH_A_VOWEL.match(word), text
            for word in A.findall(text):
                consonant = word[0].lower() not in "aeiou" or SAID_WITH_YOU.match(word)
                assert consonant, text
                assert not SAID_WITH_A_VOWEL.match(word) or word.startswith(("SaaS", "SOC", "SIEM")), text


def test_sentences_begin_with_a_capital(market: list[DemoFreelancer]) -> None:
    small = re.compile(r"(?:^|[.!?]\s)[a-z]+(?![\w-]*[A-Z0-9])\b")
    own_spelling = re.compile(
        r"(scikit|commercetools|dbt|npm|pnpm|pgvector|lxml|aiohttp|shadcn|dplyr|ggplot)"
    )
    for made in market:
        for text in texts(made):
            for found in small.finditer(text):
                assert own_spelling.search(text[found.start() : found.end() + 4]), text


def test_individuals_say_i_and_agencies_say_we(market: list[DemoFreelancer]) -> None:
    for made in market:
        if made.truth.case is Case.KEYWORD_STUFFER:
            continue
        bio = made.freelancer.bio
        if made.freelancer.provider is Provider.AGENCY:
            assert not re.search(r"\b(I|I'm|I've|my|My|myself)\b", bio), bio
        else:
            assert not re.search(r"\b(We|we're|We're|ourselves)\b", bio.replace("we talk", "")), bio


def test_words_are_not_doubled(market: list[DemoFreelancer]) -> None:
    doubled = re.compile(r"\b(\w{2,}) \1\b(?!-)", re.IGNORECASE)
    for made in market:
        for text in texts(made):
            assert not doubled.search(text), text


def test_bios_are_many(market: list[DemoFreelancer]) -> None:
    bios = [
        made.freelancer.bio
        for made in market
        if made.freelancer.bio and made.truth.case is not Case.NEAR_DUPLICATE
    ]
    assert len(set(bios)) > 0.98 * len(bios)
    assert max(Counter(bio[:40] for bio in bios).values()) < 20


def test_bios_come_in_at_least_a_dozen_shapes() -> None:
    shapes = [shape for shape in load_material().shapes if shape.provider is Provider.INDIVIDUAL]
    assert len({shape.pieces for shape in shapes}) >= 12


def test_links_lead_nowhere(market: list[DemoFreelancer]) -> None:
    links = [item.url for made in market for item in made.freelancer.portfolio if item.url is not None]
    assert links
    assert all(re.fullmatch(r"https://portfolio\.example/[a-z0-9/-]+", link) for link in links)
    everything = "\n".join(text for made in market for text in texts(made))
    assert "http" not in everything
    assert "@" not in everything


def test_orders_to_machines_are_in_the_profiles_meant_for_it(market: list[DemoFreelancer]) -> None:
    orders = load_material().injected_bios
    for made in market:
        gives_orders = any(order in made.freelancer.bio for order in orders)
        assert gives_orders == (made.truth.case is Case.PROMPT_INJECTION)
