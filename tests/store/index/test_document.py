"""The indexed text: says what somebody does, and nothing of who they are or how to reach them."""

from datetime import date

import pytest

import store.index
from store.index.document import Document
from store.nouns.brief import Provider
from store.nouns.freelancer import Contract, Freelancer, Money, PortfolioItem, Skill
from store.nouns.profile_text import profile_text


def person(**values: object) -> Freelancer:
    defaults: dict[str, object] = {
        "id": "fl_1",
        "external_id": "1",
        "name": "Maria Okonkwo",
        "headline": "Shopify developer",
        "role": "frontend-developer",
        "skills": (Skill(name="React"), Skill(name="Shopify Liquid")),
        "contracts": (
            Contract(
                id="c1",
                title="Checkout rebuild",
                skills=("Shopify", "React"),
                started=date(2024, 1, 1),
                amount=Money(amount=900),
                review="Maria was great, call her!",
            ),
        ),
        "portfolio": (PortfolioItem(id="p1", title="Tea shop theme", url="https://tea.example.com"),),
        "industries": ("ecommerce",),
    }
    return Freelancer.model_validate({**defaults, **values})


def document(freelancer: Freelancer) -> Document:
    return store.index.document(profile_text(freelancer))


def test_the_text_holds_what_they_do() -> None:
    text = document(person(bio="I make shops fast.")).text
    for part in (
        "Shopify developer",
        "frontend developer",
        "React, Shopify Liquid",
        "Checkout rebuild",
        "Tea shop theme",
        "ecommerce",
        "I make shops fast.",
    ):
        assert part in text
    assert "call her" not in text


@pytest.mark.parametrize(
    ("bio", "gone"),
    [
        ("Write to maria.o@shops.example or else", "shops.example"),
        ("Write to maria [at] shops [dot] com now", "shops"),
        ("Call +44 20 7946 0958 today", "7946"),
        ("Ring 0803 555 1234 today", "555"),
        ("See https://example.org/me?x=1 for more", "example.org"),
        ("See portfolio.example.com for more", "example.com"),
        ("Skype: maria.shops for chat", "maria.shops"),
        ("Follow @mariashops there", "mariashops"),
        ("I'm Maria, a developer", "Maria"),
        ("OKONKWO builds themes", "OKONKWO"),
        ("She builds; her themes are fast, as a woman and mother", "woman"),
        ("She builds; her themes are fast, as a woman and mother", " her "),
        ("Pronouns: she/her", "she/her"),
    ],
)
def test_identity_and_contact_are_taken_out(bio: str, gone: str) -> None:
    assert gone not in document(person(bio=bio)).text


def test_ordinary_numbers_and_product_names_stay() -> None:
    bio = "From 2015-2020 I shipped 120,000 lines of ASP.NET and Node.js for Booking.com at $45/h."
    assert document(person(bio=bio)).text.endswith(bio)


def test_a_name_that_is_also_a_skill_stays_a_skill() -> None:
    rose = person(name="Rose Dart", bio="Rose writes Dart.", skills=(Skill(name="Dart"),))
    text = document(rose).text
    assert "Rose" not in text
    assert "writes Dart" in text


def test_a_word_that_is_like_a_gendered_one_but_for_its_case_stays() -> None:
    assert document(person(bio="She says sır is a SİR.")).text.endswith("they says sır is a SİR.")


def test_a_part_of_a_name_within_another_word_stays() -> None:
    text = document(
        person(name="Art Ümit-Kaya", bio="Art, ART and kaya make artful Artwork_Art. Ümit's ÜMIT!")
    ).text
    assert text.endswith("\n\n, and kaya make artful Artwork_Art. 's !")


def test_an_agencys_name_goes_but_its_words_stay() -> None:
    agency = person(name="Dream Design", provider=Provider.AGENCY, bio="Dream Design offers Design of logos.")
    text = document(agency).text
    assert "Dream Design" not in text
    assert "Design of logos" in text


def test_two_people_who_differ_only_in_who_they_are_have_one_text() -> None:
    one = person(name="Maria Okonkwo", bio="I am Maria. She is a React developer.")
    other = person(name="Hans Meier", bio="I am Hans. He is a React developer.")
    assert document(one) == document(other)


def test_repeating_a_word_gains_nothing_and_is_noticed() -> None:
    natural = person(bio="I build shops with Shopify and write the themes myself. " * 2)
    stuffed = person(bio="shopify expert " * 100)
    assert document(natural).stuffing == 0
    assert document(stuffed).stuffing == 1
    assert document(stuffed).text.lower().split("\n\n")[1].count("shopify") == 3


def test_listing_every_skill_is_noticed_unless_contracts_bear_it_out() -> None:
    many = tuple(Skill(name=f"Skill {i}") for i in range(60))
    assert document(person(skills=many, contracts=())).stuffing == 1
    contracts = person().contracts * 12
    assert document(person(skills=many, contracts=contracts)).stuffing == 0


def test_the_text_is_bounded() -> None:
    huge = person(bio="different words here " + " ".join(f"word{i}abc" for i in range(50_000)))
    assert len(document(huge).text) < 5_000


def test_an_empty_profile_has_an_empty_text() -> None:
    assert document(Freelancer(id="fl_2", external_id="2", name="")).text == ""


def test_an_address_cut_in_two_takes_nothing_of_the_next_title_away() -> None:
    items = tuple(PortfolioItem(id=f"p{n}", title=title) for n, title in enumerate(("My skype:", "Tea shop")))
    text = document(person(portfolio=items, contracts=())).text
    assert "My skype:; Tea shop" in text
