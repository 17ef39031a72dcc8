"""Plots as inline SVG. Their colours are the page's, so that they work in the dark; sizes fit a phone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil

_WIDTH = 440
_ROW, _BAR = 26, 14
_VALUE = 92
"""Room for the figures at the right."""

_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.25)
_MOST_STEPS = 5
"""Between the marks of a curve's scale, and so many of them."""

_LETTER, _LONGEST = 7.4, 22
"""Width of a letter of a label, and the most letters one has."""


@dataclass(frozen=True, slots=True)
class Part:
    """One coloured piece of a bar; `kind` names its colour in the style sheet."""

    size: float
    kind: str
    told: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a bar plot. Sizes are in the plot's unit; `show` is what its click filters by."""

    label: str
    parts: Sequence[Part]
    value: str
    low: float | None = None
    high: float | None = None
    show: tuple[str, str] | None = None


def bars(rows: Sequence[Bar], most: float, told: str = "") -> str:
    """Horizontal bars on a scale from 0 to `most`, with whiskers where there is an interval."""
    longest = max((len(row.label) for row in rows), default=0)
    label_width = round(min(longest, _LONGEST) * _LETTER) + (8 if longest else 0)
    room = _WIDTH - label_width - (_VALUE if any(row.value for row in rows) else 0)
    scale = room / most if most else 0.0
    parts = [_row(row, number * _ROW, label_width, scale) for number, row in enumerate(rows)]
    return _svg(_WIDTH, max(1, len(rows)) * _ROW, parts, told)


def columns(heights: Sequence[tuple[str, float, str, tuple[str, str] | None]], told: str = "") -> str:
    """Upright bars side by side: label, height (the tallest fills the plot), the figure above, the filter."""
    height, base = 150, 120
    wide = _WIDTH / max(1, len(heights))
    most = max((size for _, size, _, _ in heights), default=0) or 1.0
    parts = []
    for number, (label, size, value, show) in enumerate(heights):
        x, tall = number * wide, size / most * (base - 22)
        inner = (
            f'<rect class="touch" x="{x:.1f}" y="0" width="{wide:.1f}" height="{height}"/>'
            f'<rect class="bad" x="{x + wide * 0.2:.1f}" y="{base - tall:.1f}" width="{wide * 0.6:.1f}" '
            f'height="{max(tall, 1):.1f}" rx="2"/>'
            f'<text class="figure" x="{x + wide / 2:.1f}" y="{base - tall - 6:.1f}" text-anchor="middle">'
            f"{escape(value)}</text>"
            f'<text x="{x + wide / 2:.1f}" y="{base + 18}" text-anchor="middle">{escape(label)}</text>'
        )
        parts.append(_linked(inner, show))
    parts.append(f'<path class="axis" d="M0 {base}H{_WIDTH}"/>')
    return _svg(_WIDTH, height, parts, told)


def line(points: Sequence[tuple[int, float]], target: tuple[int, float] | None, told: str = "") -> str:
    """A curve of shares against whole numbers, on a scale that ends at 1 and begins where it must."""
    left, right, top, bottom, height = 54, _WIDTH - 16, 24, 190, 226
    lowest = min([share for _, share in points] + ([target[1]] if target else []))
    step = next(step for step in _STEPS if 1 - _MOST_STEPS * step <= lowest)
    ticks = [1 - step * number for number in range(ceil((1 - lowest) / step - 1e-9) + 1)]
    floor = min(ticks[-1], 1 - step)
    first, last = points[0][0], points[-1][0]

    def x(k: float) -> float:
        return left + (k - first) / max(1, last - first) * (right - left)

    def y(share: float) -> float:
        return bottom - (share - floor) / (1 - floor) * (bottom - top)

    parts = []
    for share in ticks:
        parts.append(f'<path class="grid" d="M{left} {y(share):.1f}H{right}"/>')
        parts.append(
            f'<text x="{left - 8}" y="{y(share) + 4:.1f}" text-anchor="end">{share * 100:.3g}%</text>'
        )
    if target is not None:
        k, share = target
        parts.append(f'<path class="target" d="M{left} {y(share):.1f}H{right}"/>')
        parts.append(
            f'<text class="aim" x="{(left + right) / 2}" y="{y(share) - 6:.1f}">'
            f"aim for k = {k}: {share * 100:.3g}%</text>"
        )
    path = " ".join(f"{x(k):.1f},{y(share):.1f}" for k, share in points)
    parts.append(f'<polyline class="curve" points="{path}"/>')
    for k, share in points:
        parts.append(
            f'<circle class="dot" cx="{x(k):.1f}" cy="{y(share):.1f}" r="4">'
            f"<title>k = {k}: {share * 100:.1f}%</title></circle>"
        )
        parts.append(f'<text x="{x(k):.1f}" y="{bottom + 18}" text-anchor="middle">{k}</text>')
    for (k, share), anchor in ((points[0], "start"), (points[-1], "end")):
        parts.append(
            f'<text class="figure" x="{x(k):.1f}" y="{y(share) - 10:.1f}" text-anchor="{anchor}">'
            f"{share * 100:.1f}%</text>"
        )
    parts.append(
        f'<text x="{(left + right) / 2}" y="{height - 4}" text-anchor="middle">k variants, all of which pass'
        "</text>"
    )
    return _svg(_WIDTH, height, parts, told)


def forest(rows: Sequence[tuple[str, float, float, float, str, str]], told: str = "") -> str:
    """Differences with their intervals around zero, each on a scale of its own: label, value, low, high,
    the figure, and the kind (better, worse or plain)."""
    label_width, row = 150, 34
    middle, half = label_width + 75, 70
    parts = [f'<path class="axis" d="M{middle} 0V{len(rows) * row}"/>']
    for number, (label, value, low, high, figure, kind) in enumerate(rows):
        y = number * row + row / 2
        reach = max(abs(low), abs(high), abs(value)) or 1.0

        def x(size: float, reach: float = reach) -> float:
            return middle + size / reach * half

        parts.append(
            f'<text x="{label_width - 10}" y="{y + 4}" text-anchor="end">{escape(label)}</text>'
            f'<path class="whisker {kind}" d="M{x(low):.1f} {y}H{x(high):.1f}"/>'
            f'<circle class="dot {kind}" cx="{x(value):.1f}" cy="{y}" r="4.5"/>'
            f'<text class="figure" x="{middle + half + 12}" y="{y + 4}">{escape(figure)}</text>'
        )
    return _svg(_WIDTH, max(1, len(rows)) * row, parts, told)


def _row(row: Bar, top: float, label_width: int, scale: float) -> str:
    middle = top + _ROW / 2
    x = float(label_width)
    inner = [
        f'<rect class="touch" x="0" y="{top}" width="{_WIDTH}" height="{_ROW}"/>',
        f'<text x="{label_width - 8}" y="{middle + 4.5}" text-anchor="end">{escape(_short(row.label))}'
        f"<title>{escape(row.label)}</title></text>",
    ]
    for part in row.parts:
        wide = part.size * scale
        if wide:
            inner.append(
                f'<rect class="{part.kind}" x="{x:.1f}" y="{middle - _BAR / 2}" width="{max(wide, 1):.1f}" '
                f'height="{_BAR}" rx="2"><title>{escape(part.told)}</title></rect>'
            )
        x += wide
    end = x
    if row.low is not None and row.high is not None:
        low, high = label_width + row.low * scale, label_width + row.high * scale
        end = max(end, high)
        inner.append(
            f'<path class="whisker" d="M{low:.1f} {middle}H{high:.1f}M{low:.1f} {middle - 4}v8'
            f'M{high:.1f} {middle - 4}v8"/>'
        )
    inner.append(f'<text class="figure" x="{end + 8:.1f}" y="{middle + 4.5}">{escape(row.value)}</text>')
    return _linked("".join(inner), row.show)


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1]}…"


def _linked(inner: str, show: tuple[str, str] | None) -> str:
    if show is None:
        return f"<g>{inner}</g>"
    name, value = show
    return f'<a href="#cases" data-filter="{escape(name)}" data-value="{escape(value)}">{inner}</a>'


def _svg(width: float, height: float, parts: Iterable[str], told: str) -> str:
    return (
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{escape(told)}">{"".join(parts)}</svg>'
    )
