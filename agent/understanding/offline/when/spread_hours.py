"""Hours that are told beside a length of time: '80 hours spread over 4 weeks', '16 weeks at 40 hours'."""

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.spans import WEEKS

_OVER = frozenset({"over", "across", "throughout", "through"})
_RECORDED = frozenset(
    {"audio", "footage", "video", "videos", "recording", "recordings", "recorded", "interviews", "material"}
    | {
        "audiobook",
        "transcripts",
        "nonfiction",
        "narration",
        "podcast",
        "podcasts",
        "speech",
        "tape",
        "tapes",
    }
)
_AT = frozenset({"at", "@", "with", "x", "×"})
_TIMES = frozenset({("x",), ("×",), ("*",)})
_ROUGHLY = frozenset({"about", "around", "roughly", "approximately", "some", "approx", "circa", "ca", "~"})
_NEAR = 4
_FAR = 12


def share_of_week(scene: Scene, hours: Quantity) -> float | None:
    """What so many hours must be multiplied by to be those of one week; None where no length says it."""
    if hours.unit != "hour" or hours.per not in (None, "project"):
        return None
    lengths = [q for q in scene.quantities if q.unit in WEEKS and q.per is None and not q.step]
    before = next((q for q in reversed(lengths) if q.last <= hours.first), None)
    if before is not None and _is_at(scene, before, hours):
        return 1.0
    after = next((q for q in lengths if q.first >= hours.last), None)
    if after is not None and after.unit == "week" and _is_times(scene, hours, after):
        return 1.0
    if after is None or after.is_range or not _is_spread(scene, hours, after):
        return None
    weeks = after.value * WEEKS[after.unit or "week"]
    return 1 / weeks if weeks >= 1 else None


def is_of_recording(scene: Scene, hours: Quantity) -> bool:
    """'80 hours of Dutch audio', 'audiobook, 11 hours': how long a recording is."""
    message = scene.message
    low, high = message.sentence(hours.first)
    if message.norm(hours.last) in ("of", "finished", "recorded", "raw"):
        return bool(_RECORDED & set(message.norms[hours.last : min(high, hours.last + _NEAR + 1)]))
    return bool(_RECORDED & set(message.norms[max(low, hours.first - _NEAR) : hours.first]))


def _is_at(scene: Scene, length: Quantity, hours: Quantity) -> bool:
    """'16 weeks at roughly 30 hours'."""
    between = [w for w in scene.message.norms[length.last : hours.core] if w not in _ROUGHLY and w != ","]
    return len(between) == 1 and between[0] in _AT


def _is_times(scene: Scene, hours: Quantity, length: Quantity) -> bool:
    """'20h x 12 weeks'."""
    return scene.message.norms[hours.last : length.first] in _TIMES


def _is_spread(scene: Scene, hours: Quantity, length: Quantity) -> bool:
    between = scene.message.norms[hours.last : length.core]
    return len(between) <= _FAR and bool(_OVER & set(between[-_NEAR:])) and not is_of_recording(scene, hours)
