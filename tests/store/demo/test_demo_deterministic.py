"""The same seed makes the same people, in every process, at every size."""

import os
import subprocess
import sys
from datetime import date, timedelta

import pytest

from store.demo import DemoFreelancer, generate
from store.knowledge import Knowledge

DIGEST = """
import hashlib, json, sys
from dataclasses import asdict
from datetime import date
from store.demo import generate
from store.knowledge import load_knowledge
digest = hashlib.sha256()
for made in generate(150, 5, date(2026, 3, 14), load_knowledge()):
    digest.update(made.freelancer.model_dump_json().encode())
    digest.update(json.dumps(asdict(made.truth)).encode())
print(digest.hexdigest())
"""


def digest_in_a_process(hash_seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    run = [sys.executable, "-c", DIGEST]
    return subprocess.run(run, env=environment, capture_output=True, text=True, check=True).stdout


def test_hash_randomization_changes_nothing() -> None:
    assert digest_in_a_process("1") == digest_in_a_process("4711")


def test_a_bigger_market_begins_with_the_smaller_one(
    knowledge: Knowledge, market: list[DemoFreelancer], today: date
) -> None:
    assert list(generate(40, 1, today, knowledge)) == market[:40]


def test_another_seed_makes_other_people(
    knowledge: Knowledge, market: list[DemoFreelancer], today: date
) -> None:
    others = {made.freelancer.id for made in generate(40, 2, today, knowledge)}
    assert others.isdisjoint(made.freelancer.id for made in market)


def test_the_market_ages_with_the_day(
    knowledge: Knowledge, market: list[DemoFreelancer], today: date
) -> None:
    later = list(generate(40, 1, today + timedelta(days=30), knowledge))
    assert [made.truth for made in later] == [made.truth for made in market[:40]]
    assert later[0].freelancer.joined == market[0].freelancer.joined + timedelta(days=30)


def test_it_streams(knowledge: Knowledge, today: date) -> None:
    stream = generate(10**9, 1, today, knowledge)
    assert next(iter(stream)).freelancer.source == "demo"


def test_a_negative_size_is_refused(knowledge: Knowledge, today: date) -> None:
    with pytest.raises(ValueError, match="size"):
        generate(-1, 1, today, knowledge)


def test_ids_are_unique(market: list[DemoFreelancer]) -> None:
    people = [made.freelancer for made in market]
    assert len({person.id for person in people}) == len(people)
    contracts = [contract.id for person in people for contract in person.contracts]
    assert len(set(contracts)) == len(contracts)
