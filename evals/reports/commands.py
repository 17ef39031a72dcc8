"""The command that plays one case again, so that a failure can be looked at."""

from shlex import quote

from evals.nouns import Run, Transcript

DEFAULT_SIZE, DEFAULT_SEED = 1000, 7
"""The demo marketplace that is taken when none is named."""


def replay_command(run: Run, transcript: Transcript) -> str:
    """What to type, in the checkout, to have this very conversation again."""
    words = ["python -m evals replay", quote(transcript.scenario)]
    if transcript.perturbation is not None:
        words.append(f"--perturbation {quote(transcript.perturbation)}")
    if transcript.seed:
        words.append(f"--seed {transcript.seed}")
    if transcript.policy != "evoi":
        words.append(f"--policy {quote(transcript.policy)}")
    if (run.size, run.marketplace_seed) != (DEFAULT_SIZE, DEFAULT_SEED):
        words.append(f"--size {run.size} --marketplace-seed {run.marketplace_seed}")
    return " ".join(words)
