"""How figures are written: the same in the terminal and on the page."""

from evals.reports.figures import Metric
from evals.reports.statistics import Mean, Rate

UNKNOWN = "–"


def percent(share: float, digits: int = 1) -> str:
    """A share of 1 in per cent; 100% only where nothing is missing, 0% only where there is nothing."""
    written = f"{share * 100:.{digits}f}"
    if written == f"{100:.{digits}f}" and share < 1:
        written = f"{100 - 10**-digits:.{digits}f}"
    if float(written) == 0 and share > 0:
        written = f"{10**-digits:.{digits}f}"
    return f"{written.rstrip('0').rstrip('.') if '.' in written else written}%"


def rate_and_interval(found: Rate) -> str:
    """`96% [93, 98]`, or a dash where nothing was counted."""
    if not found.total:
        return UNKNOWN
    return f"{percent(found.value)} [{found.interval.low * 100:.0f}, {found.interval.high * 100:.0f}]"


def mean_and_interval(found: Mean | None) -> str:
    """`1.6 [1.5, 1.8]`."""
    if found is None:
        return UNKNOWN
    return f"{found.value:.1f} [{found.interval.low:.1f}, {found.interval.high:.1f}]"


def metric_value(metric: Metric) -> str:
    """The figure itself."""
    if metric.value is None:
        return UNKNOWN
    if metric.share:
        return percent(metric.value)
    return f"{metric.value:.0f}" if metric.low is None else f"{metric.value:.2f}"


def aim_of(metric: Metric) -> str:
    """What a product worth trusting reaches: `≥ 98%`, or nothing."""
    if metric.aim is None:
        return ""
    sign = "≥" if metric.more_is_better else "≤"
    return f"{sign} {metric.aim * 100:g}%" if metric.share else f"{sign} {metric.aim:g}"


def metric_interval(metric: Metric) -> str:
    """Its interval, or nothing."""
    if metric.low is None or metric.high is None:
        return ""
    if metric.share:
        return f"[{metric.low * 100:.1f}, {metric.high * 100:.1f}]"
    return f"[{metric.low:.2f}, {metric.high:.2f}]"


def metric_change(metric: Metric, changed: Mean | None) -> str:
    """By how much it differs from the baseline, with the paired bootstrap's interval."""
    if changed is None:
        return ""
    low, high = changed.interval.low, changed.interval.high
    if changed.value == low == high == 0:
        return "no change"
    if metric.share:
        return f"{changed.value * 100:+.1f} points [{low * 100:+.1f}, {high * 100:+.1f}]"
    if metric.low is None:
        return f"{changed.value * changed.total:+.0f}"
    return f"{changed.value:+.3f} [{low:+.3f}, {high:+.3f}]"


def verdict(metric: Metric, changed: Mean | None) -> str:
    """better, worse, or nothing where the difference may be chance."""
    if changed is None or not changed.interval.excludes_zero:
        return ""
    return "better" if (changed.value > 0) is metric.more_is_better else "worse"
