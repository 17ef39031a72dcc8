"""Times and what they come to."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds: the median, and what 95% stay within."""

    p50: float
    p95: float


def latency(seconds: Sequence[float]) -> Latency:
    """The percentiles of some times."""
    p50, p95 = np.percentile(np.asarray(seconds) * 1000, (50, 95))
    return Latency(round(float(p50), 3), round(float(p95), 3))
