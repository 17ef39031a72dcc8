import pytest

from store.imports.provider import provider_by_description
from store.nouns.brief import Provider


@pytest.mark.parametrize(
    ("name", "headline", "bio"),
    [
        ("", "", "We are a small team of illustrators who love books."),
        ("", "", "Hello! We're an award-winning, full-service marketing agency."),
        ("", "", "Nordlicht is a branding studio based in Kiel. We draw logos."),
        ("", "", "Our company has built 40 bridges since 1999."),
        ("", "", "Founded in 2011, Bluefin makes apps."),
        ("", "", "A team of twelve translators, one for each of your markets."),
        ("Bluefin Apps GmbH", "", "Apps."),
        ("", "Bluefin Pvt. Ltd. - apps", "Apps."),
        ("", "", "At Bluefin, we build apps. Fast.\nOur friendly team is here for you."),
    ],
)
def test_agencies_that_say_so(name: str, headline: str, bio: str) -> None:
    assert provider_by_description(name, headline, bio) is Provider.AGENCY


@pytest.mark.parametrize(
    "bio",
    [
        "I am a designer with six years of agency experience.",
        "I lead a team of architects in a company based in Oslo.",
        "I worked at Bluefin Pvt. Ltd. for three years.",
        "I take care of your company profile, company cards and team pages.",
        "My team and I are here for you.",
        "We are happy to see you here. I draw.",
        "We are not an agency, just two friends.",
        "Your satisfaction is my goal. We are just a click away!",
        "Looking for a software company based in Asia? I am the better choice.",
        "",
    ],
)
def test_people_who_only_speak_of_agencies(bio: str) -> None:
    assert provider_by_description("Ada Okafor", "Designer", bio) is Provider.INDIVIDUAL
