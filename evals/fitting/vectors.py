"""Makes the points of words from the bundled embedding model: some minutes."""

import json
import re
from collections.abc import Iterator

import numpy as np

from agent.understanding.offline.learned.word_vectors import Points
from evals.fitting.examples import need_examples, work_examples
from store.embedding.bge import PACKAGE, TOKENIZER, BgeSmall
from store.embedding.embedder import unit_rows
from store.embedding.model_files import locate
from store.knowledge import Knowledge
from store.search.tokens import words

DIMENSION = 128
"""Of the model's 384: fewer tell less (64 cost a point in a hundred of the roles)."""
_PLAIN = re.compile(r"[a-z]{2,}")


def make_vectors(knowledge: Knowledge) -> tuple[list[str], Points]:
    """Every whole word the model knows and every word of ours, and where each lies."""
    known = list(dict.fromkeys(_vocabulary(knowledge)))
    points = BgeSmall().embed_documents(known)
    points = points - points.mean(axis=0)
    _, _, directions = np.linalg.svd(points, full_matrices=False)
    return known, unit_rows(points @ directions[:DIMENSION].T)


def _vocabulary(knowledge: Knowledge) -> Iterator[str]:
    tokenizer = json.loads(locate(PACKAGE, TOKENIZER).read_text(encoding="utf-8"))
    for word in tokenizer["model"]["vocab"]:
        if _PLAIN.fullmatch(word):
            yield from words(word)
    named = (knowledge.roles, knowledge.industries, knowledge.skills)
    for entry in (entry for table in named for entry in table.values()):
        for name in (entry.name, *entry.aliases):
            yield from words(name)
    for text in (*(each.text for each in need_examples()), *(each.text for each in work_examples())):
        yield from words(text)
