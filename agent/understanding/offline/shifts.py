"""Hours that recur on named days or in shifts: 'five evenings a week, 3 hrs each', '2x8h', 'Mon to Thu'."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.quantity import Quantity

_DAYS_OF_WEEKEND = 2
_EACH = frozenset({"each", "apiece", "daily"})
_OF_A_DAY = frozenset({"days", "shifts", "evenings", "mornings", "nights", "afternoons", "blocks"})
_FROM_TO = frozenset({"to", "-", "–", "through", "thru", "till", "until"})
_SPANS = frozenset({(), *((word,) for word in _FROM_TO)})
_AND = frozenset({"and", "&", "+", ",", "/", "or"})


def times_a_week(scene: Scene, quantity: Quantity) -> float | None:
    """How often a week so many hours are worked; None where nothing says it."""
    message = scene.message
    if quantity.unit != "hour" or quantity.per not in (None, "shift", "day", "piece"):
        return None
    if quantity.per == "shift":
        return _shifts(scene)
    if quantity.per is None and message.norm(quantity.first - 1) in _TIMES:
        return _multiplier(scene, quantity)
    following = message.norm(quantity.last)
    if quantity.per in ("day", "piece") or following in _OF_A_DAY or following in _EACH:
        return _shifts(scene) or _named_days(scene)
    return None


def _shifts(scene: Scene) -> float | None:
    """'five evenings a week', '2 nights per week'."""
    return next((q.value for q in scene.quantities if q.unit == "shift" and q.per == "week"), None)


def _multiplier(scene: Scene, quantity: Quantity) -> float | None:
    """'2 x 8 h': the number of times right before."""
    before = (q for q in scene.quantities if q.last == quantity.first - 1 and q.unit is None)
    return next((q.value for q in before if q.currency is None), None)


_TIMES = frozenset({"x", "×", "times"})


def _named_days(scene: Scene) -> float | None:
    """How many days of the week are named as those of every week: 'Tuesdays and Thursdays', 'Mon to Thu'."""
    message = scene.message
    weekdays: dict[str, int] = scene.lexicon.setting("dates", "weekdays", "values")
    named = [(i, weekdays[_singular(n)]) for i, n in enumerate(message.norms) if _singular(n) in weekdays]
    if len(named) == 1 and message.norm(named[0][0]).endswith("days"):
        return 1.0
    if len(named) >= 2 and message.norms[named[0][0] + 1 : named[1][0]] in _SPANS:
        return float((named[1][1] - named[0][1]) % 7 + 1)
    if len(named) >= 2 and set(message.norms[named[0][0] + 1 : named[1][0]]) <= _AND:
        return float(len({day for _, day in named}))
    if "weekends" in message.norms:
        return float(_DAYS_OF_WEEKEND)
    return None


def _singular(norm: str) -> str:
    return norm.removesuffix("s") if len(norm) > _SHORTEST and norm.endswith("days") else norm


_SHORTEST = 5
