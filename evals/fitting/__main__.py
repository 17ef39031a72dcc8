"""Fits the models that the offline reader uses beside its rules, and says how well they do.

    python -m evals.fitting            all of them: some minutes
    python -m evals.fitting prices     one

Needs scikit-learn: `uv sync --group fitting`. What words mean (`word_vectors`) is made first: the models of
roles and industries go by it, and all others by what these read.
"""

import argparse
from pathlib import Path
from typing import IO

from agent.understanding import offline
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.offline.learned.linear import write_model
from agent.understanding.offline.learned.word_model import write_word_model
from agent.understanding.offline.learned.word_vectors import write_vectors
from evals.fitting.examples import FOLDERS, digest
from evals.fitting.fit import fit
from evals.fitting.samples import intent_samples, overlooked_samples, price_samples, wish_samples
from evals.fitting.trials import fit_industries, fit_roles
from evals.fitting.vectors import make_vectors
from store.knowledge import load_knowledge

DATA = Path(offline.__file__).parent / "data"

VECTORS = "word_vectors"
WORDS = {"roles": fit_roles, "industries": fit_industries}
LINEAR = {
    "intents": intent_samples,
    "wishes": wish_samples,
    "overlooked": overlooked_samples,
    "prices": price_samples,
}
MODELS = (VECTORS, *WORDS, *LINEAR)


def main() -> None:
    """Fit each model and keep it beside the reader's other data."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.fitting", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument(
        "models", nargs="*", metavar="MODEL", help=f"which: {', '.join(MODELS)}; default: all"
    )
    parser.add_argument(
        "--into", type=Path, default=DATA, help="the folder to write to; default: the reader's"
    )
    arguments = parser.parse_args()
    if unknown := set(arguments.models) - set(MODELS):
        parser.error(f"no such model: {', '.join(sorted(unknown))}; there are {', '.join(MODELS)}")
    for name in arguments.models or MODELS:
        with (arguments.into / f"{name}.npz.new").open("wb") as file:
            told = _make(name, file)
        Path(file.name).replace(arguments.into / f"{name}.npz")
        print(f"{name}: {told}")


def _make(name: str, file: IO[bytes]) -> str:
    """Make what has that name, and say how well it does."""
    if name == VECTORS:
        return _make_vectors(file)
    return _fit_words(name, file) if name in WORDS else _fit_linear(name, file)


def _make_vectors(file: IO[bytes]) -> str:
    known, points = make_vectors(load_knowledge())
    write_vectors(file, known, points)
    return f"{len(known):,} words"


def _fit_linear(name: str, file: IO[bytes]) -> str:
    made = fit(list(LINEAR[name](_rules())))
    write_model(file, made.labels, made.features, made.weights, made.bias, digest(*FOLDERS[name]))
    return (
        f"{made.examples:,} examples; of those left out, "
        f"right by the rules {made.by_rules:.3f}, with the model {made.by_model:.3f}"
    )


def _fit_words(name: str, file: IO[bytes]) -> str:
    made, told = WORDS[name](_rules())
    known, learned = made.vocabulary, made.learned
    write_word_model(
        file,
        list(known.labels),
        list(known.features),
        learned.weights,
        learned.directions,
        learned.bias,
        made.cues(),
        digest(*FOLDERS[name]),
    )
    return told


def _rules() -> OfflineInterpreter:
    return OfflineInterpreter(load_knowledge(), by_example=False)


if __name__ == "__main__":
    main()
