"""Fits the models that the offline reader uses beside its rules, and says how well they do.

    python -m evals.fitting

Needs scikit-learn: `uv sync --group fitting`.
"""

import argparse
from pathlib import Path

from agent.understanding import offline
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.offline.learned.linear import write_model
from evals.fitting.examples import digest
from evals.fitting.fit import fit
from evals.fitting.samples import intent_samples, wish_samples
from store.knowledge import load_knowledge

DATA = Path(offline.__file__).parent / "data"


def main() -> None:
    """Fit each model and keep it beside the reader's other data."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.fitting", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument(
        "--into", type=Path, default=DATA, help="the folder to write to; default: the reader's"
    )
    into = parser.parse_args().into
    interpreter = OfflineInterpreter(load_knowledge(), by_example=False)
    for name, samples in (("intents", intent_samples), ("wishes", wish_samples)):
        fitted = fit(list(samples(interpreter)))
        with (into / f"{name}.npz").open("wb") as file:
            write_model(file, fitted.labels, fitted.features, fitted.weights, fitted.bias, digest(name))
        print(
            f"{name}: {fitted.examples:,} examples; of those left out, "
            f"right by the rules {fitted.by_rules:.3f}, with the model {fitted.by_model:.3f}"
        )


if __name__ == "__main__":
    main()
