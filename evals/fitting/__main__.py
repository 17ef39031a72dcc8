"""Fits the models that the offline reader uses beside its rules, and says how well they do.

    python -m evals.fitting            all of them: some minutes
    python -m evals.fitting prices     one

Needs scikit-learn: `uv sync --group fitting`.
"""

import argparse
from pathlib import Path

from agent.understanding import offline
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.offline.learned.linear import write_model
from evals.fitting.examples import digest
from evals.fitting.fit import fit
from evals.fitting.samples import intent_samples, price_samples, wish_samples
from store.knowledge import load_knowledge

DATA = Path(offline.__file__).parent / "data"


MODELS = {"intents": intent_samples, "wishes": wish_samples, "prices": price_samples}


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
    interpreter = OfflineInterpreter(load_knowledge(), by_example=False)
    for name in arguments.models or MODELS:
        fitted = fit(list(MODELS[name](interpreter)))
        with (arguments.into / f"{name}.npz").open("wb") as file:
            write_model(file, fitted.labels, fitted.features, fitted.weights, fitted.bias, digest(name))
        print(
            f"{name}: {fitted.examples:,} examples; of those left out, "
            f"right by the rules {fitted.by_rules:.3f}, with the model {fitted.by_model:.3f}"
        )


if __name__ == "__main__":
    main()
