"""Draws lines on two logarithmic scales as an SVG that needs nothing but a browser."""

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, floor, log10

_WIDTH, _HEIGHT = 860, 460
_LEFT, _TOP, _RIGHT, _BOTTOM = 70, 20, 610, 400
_COLOURS = ("#0b6e4f", "#1f78b4", "#6a3d9a", "#b15928", "#e31a1c", "#33a02c", "#888888", "#ff7f00", "#a6cee3")


def lines_on_log_scales(series: Mapping[str, Sequence[tuple[float, float]]], across: str, up: str) -> str:
    """One line a series, with a legend. All values must be above 0."""
    points = [point for line in series.values() for point in line]
    x_scale = _Scale([x for x, _ in points], _LEFT, _RIGHT)
    y_scale = _Scale([y for _, y in points], _BOTTOM, _TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        'font-family="system-ui, sans-serif" font-size="12">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>',
    ]
    for value in x_scale.ticks:
        x = x_scale.at(value)
        parts.append(f'<path d="M{x:.1f} {_TOP}V{_BOTTOM}" stroke="#ddd"/>')
        parts.append(f'<text x="{x:.1f}" y="{_BOTTOM + 18}" text-anchor="middle">{value:,.0f}</text>')
    for value in y_scale.ticks:
        y = y_scale.at(value)
        parts.append(f'<path d="M{_LEFT} {y:.1f}H{_RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:,g}</text>')
    middle = (_LEFT + _RIGHT) / 2
    parts.append(f'<text x="{middle}" y="{_BOTTOM + 42}" text-anchor="middle">{escape(across)}</text>')
    height = (_TOP + _BOTTOM) / 2
    parts.append(
        f'<text transform="translate(18 {height}) rotate(-90)" text-anchor="middle">{escape(up)}</text>'
    )
    for number, (name, line) in enumerate(series.items()):
        colour = _COLOURS[number % len(_COLOURS)]
        path = " ".join(f"{x_scale.at(x):.1f},{y_scale.at(y):.1f}" for x, y in line)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [
            f'<circle cx="{x_scale.at(x):.1f}" cy="{y_scale.at(y):.1f}" r="3" fill="{colour}"/>'
            for x, y in line
        ]
        y = _TOP + 12 + 20 * number
        parts.append(f'<path d="M{_RIGHT + 20} {y - 4}h18" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="{_RIGHT + 44}" y="{y}">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>"])


class _Scale:
    """Values onto pixels, by powers of ten."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self._low, self._high = floor(log10(min(values))), ceil(log10(max(values)))
        if self._low == self._high:
            self._high += 1
        self._start, self._end = start, end

    @property
    def ticks(self) -> list[float]:
        """Every power of ten on the scale."""
        return [10.0**power for power in range(self._low, self._high + 1)]

    def at(self, value: float) -> float:
        """Where a value lies."""
        share = (log10(value) - self._low) / (self._high - self._low)
        return self._start + share * (self._end - self._start)
