"""A real export, where one is at hand: whatever is in it, every row must be imported or refused in words.

The variable is set by whoever has such a file. Set, it must point at one: a wrong path fails.
"""

import json
import os
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from store.imports import load_mapping
from store.imports.cells import Rejected
from store.imports.profile import ProfileReader
from store.imports.rows import Row, RowFile
from store.knowledge import load_knowledge
from store.nouns.brief import Provider
from store.nouns.freelancer import Freelancer

VARIABLE = "ROLECALL_TEST_SAMPLE_DIR"


@pytest.fixture(scope="module")
def export() -> Path:
    folder = os.environ.get(VARIABLE)
    if not folder:
        pytest.skip(f"{VARIABLE} is not set: there is no real export to read")
    return Path(folder) / "freelancers_sample.jsonl"


@pytest.fixture(scope="module")
def profiles(export: Path) -> list[Freelancer]:
    mapping = load_mapping(Path(__file__).with_name("marketplace_export.toml"))
    reader = ProfileReader(mapping, load_knowledge(), date(2026, 11, 22))
    found, refused = [], []
    with RowFile(export, mapping.file) as rows:
        for row in rows:
            assert isinstance(row, Row)
            try:
                found.append(reader.read(row.values)[0])
            except Rejected as error:
                refused.append(f"line {row.line}: {error}")
    assert not refused
    return found


def test_every_row_is_imported(export: Path, profiles: list[Freelancer]) -> None:
    ids = [json.loads(line)["id"] for line in export.read_text().splitlines()]
    assert [profile.external_id for profile in profiles] == ids
    assert len({profile.id for profile in profiles}) == len(ids)


def test_every_stated_country_is_known(export: Path, profiles: list[Freelancer]) -> None:
    stated = [json.loads(line).get("country") for line in export.read_text().splitlines()]
    unknown = [
        place for place, profile in zip(stated, profiles, strict=True) if place and not profile.time_zone
    ]
    assert not unknown


def test_no_rating_means_unknown_and_not_zero(profiles: list[Freelancer]) -> None:
    ratings = [profile.reported.rating for profile in profiles if profile.reported]
    assert None in ratings
    assert all(rating is None or 1 <= rating <= 5 for rating in ratings)
    assert any(profile.reported is None for profile in profiles)


def test_most_profiles_get_a_role_and_some_are_agencies(profiles: list[Freelancer]) -> None:
    roles = Counter(profile.role for profile in profiles)
    assert roles[None] < len(profiles) / 4
    agencies = sum(profile.provider is Provider.AGENCY for profile in profiles)
    assert len(profiles) / 20 < agencies < len(profiles) / 4
