"""Figures over cases: how well each slot, polarity, money, time and intent is read, and whole briefs."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

MONEY = ("hourlyRate", "fixedBudget")
TIME = ("hoursPerWeek", "durationWeeks", "startBy")


@dataclass
class Share:
    """How many of how many."""

    right: int = 0
    of: int = 0

    def count(self, right: bool) -> None:
        """One more, right or wrong."""
        self.right += right
        self.of += 1

    @property
    def share(self) -> float:
        """From 0 to 1; 1 of none."""
        return self.right / self.of if self.of else 1

    def __str__(self) -> str:
        return f"{self.share:.3f} ({self.right}/{self.of})" if self.of else "none"


@dataclass
class SlotFigures:
    """Items of one slot: read rightly, read though not said, and said but not read."""

    right: int = 0
    extra: int = 0
    missing: int = 0

    @property
    def precision(self) -> float:
        """Right of those read."""
        return self.right / max(1, self.right + self.extra)

    @property
    def recall(self) -> float:
        """Right of those said."""
        return self.right / max(1, self.right + self.missing)

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.right / max(1, 2 * self.right + self.extra + self.missing)


@dataclass
class Figures:
    """All figures over the cases judged so far, and a line for each miss."""

    slots: dict[str, SlotFigures] = field(default_factory=lambda: defaultdict(SlotFigures))
    shares: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    misses: list[str] = field(default_factory=list)

    def judge_brief(self, wanted: Counter[str], found: Counter[str]) -> None:
        """Count what the brief says against what it should say."""
        for slot in {item.partition(" ")[0] for item in (*wanted, *found)}:
            gold, got = (Counter({i: n for i, n in c.items() if _is_of(i, slot)}) for c in (wanted, found))
            right = (gold & got).total()
            counts = self.slots[slot]
            counts.right += right
            counts.extra += got.total() - right
            counts.missing += gold.total() - right
        self.shares["whole brief"].count(wanted == found)
        for name, slots in (("money", MONEY), ("time", TIME)):
            said, read = ({i for i in c if _is_of(i, *slots)} for c in (wanted, found))
            if said or read:
                self.shares[name].count(said == read)
        said, read = ({i for i in c if _is_exclusion(i)} for c in (wanted, found))
        for item in said | read:
            self.shares["negation"].count(item in said & read)
        strengths = dict(_strengths(found))
        for name, strength in _strengths(wanted):
            if name in strengths:
                self.shares["hard or soft"].count(strengths[name] == strength)

    @property
    def total(self) -> SlotFigures:
        """All slots together."""
        each = self.slots.values()
        return SlotFigures(
            sum(s.right for s in each), sum(s.extra for s in each), sum(s.missing for s in each)
        )

    def lines(self) -> Iterable[str]:
        """The figures, to print."""
        yield f"  {'all slots':28} F1 {self.total.f1:.3f}"
        for name, share in sorted(self.shares.items()):
            yield f"  {name:28} {share}"
        for slot, counts in sorted(self.slots.items()):
            yield (
                f"    {slot:16} P {counts.precision:.3f}  R {counts.recall:.3f}  F1 {counts.f1:.3f}  "
                f"(+{counts.extra} -{counts.missing} of {counts.right + counts.missing})"
            )


def _is_of(item: str, *slots: str) -> bool:
    return item.partition(" ")[0] in slots


def _is_exclusion(item: str) -> bool:
    return item.startswith("countries exclude ") or (_is_of(item, "skills") and item.endswith(" EXCLUDED"))


def _strengths(items: Iterable[str]) -> Iterable[tuple[str, str]]:
    """The skills that are wanted, with MUST or NICE."""
    for item in items:
        if _is_of(item, "skills"):
            name, _, strength = item.rpartition(" ")
            if strength != "EXCLUDED":
                yield name, strength
