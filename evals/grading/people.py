"""Whom the conversation ended with: the shortlist, those sent away, the hand-off."""

from collections.abc import Iterator

from evals.grading.case import Case, gate
from evals.nouns import Act, Grade
from store.nouns.handoff import HandoffStatus


def grade_shortlist(case: Case) -> Iterator[Grade]:
    """`shortlist`: exactly those the client pointed at, as many as the gold says."""
    if case.gold is None:
        return
    kept, wanted = set(case.transcript.shortlist), set(case.pointed_at(Act.SHORTLIST))

    def faults() -> Iterator[tuple[None, str]]:
        if case.gold is not None and len(kept) != case.gold.shortlist:
            yield None, f"{len(kept)} on the shortlist, not {case.gold.shortlist}"
        for who in sorted(kept - wanted):
            yield None, f"{_name(case, who)} is on the shortlist and was not meant"
        for who in sorted(wanted - kept):
            yield None, f"{_name(case, who)} was meant and is not on the shortlist"

    yield gate("shortlist", faults())


def grade_dismissed(case: Case) -> Iterator[Grade]:
    """`dismissed`: those the client sent away are remembered as such and never shown again.

    A client who begins afresh begins with everybody.
    """
    gone: set[str] = set()
    faults: list[tuple[int | None, str]] = []
    for number, turn, meant in case.intents:
        if number in case.restarts:
            gone.clear()
        if meant.act is Act.DISMISS:
            gone.update(meant.people)
        faults += [(number, f"{shown.name} is shown again") for shown in turn.listed if shown.id in gone]
    if case.gold is not None:
        kept = set(case.transcript.dismissed)
        if not case.restarts and len(kept) != case.gold.dismissed:
            faults.append((None, f"{len(kept)} sent away, not {case.gold.dismissed}"))
        meant_ids = set(case.pointed_at(Act.DISMISS))
        faults += [(None, f"{_name(case, who)} was not meant") for who in sorted(kept - meant_ids)]
        faults += [(None, f"{_name(case, who)} was meant to go") for who in sorted(gone - kept)]
    if faults or case.pointed_at(Act.DISMISS):
        yield gate("dismissed", faults)


def grade_fresh(case: Case) -> Iterator[Grade]:
    """`fresh`: nobody is on a list twice, and who asks for more is shown others."""
    faults: list[tuple[int | None, str]] = []
    seen: set[str] = set()
    acts = {number: meant.act for number, _, meant in case.intents}
    for number, turn in enumerate(case.turns, start=1):
        listed = [each.id for each in turn.listed]
        if len(set(listed)) < len(listed):
            faults.append((number, "somebody is on the list twice"))
        if acts.get(number) is Act.MORE:
            again = [each.name for each in turn.listed if each.id in seen]
            faults += [(number, f"shows {name} again for more") for name in again]
        elif listed:
            seen.clear()
        seen.update(listed)
    if any(turn.listed for turn in case.turns):
        yield gate("fresh", faults)


def grade_hand_off(case: Case) -> Iterator[Grade]:
    """`hand_off`: it is in the gold's state, for the one pointed at, and was approved by a yes alone."""
    made = case.transcript.hand_off
    faults = list(_unapproved(case))
    if case.gold is not None:
        wanted = case.gold.hand_off
        meant = case.pointed_at(Act.HAND_OFF)
        if wanted is None and made is not None:
            faults.append((None, f"a hand-off to {_name(case, made.freelancer_id)} nobody asked for"))
        elif wanted is not None and made is None:
            faults.append((None, f"no hand-off; it should be {wanted.value}"))
        elif wanted is not None and made is not None:
            if made.status is not wanted:
                faults.append((None, f"the hand-off is {made.status.value}, not {wanted.value}"))
            if meant and made.freelancer_id != meant[-1]:
                faults.append(
                    (None, f"it goes to {_name(case, made.freelancer_id)}, not {_name(case, meant[-1])}")
                )
    yield gate("hand_off", faults)


def _unapproved(case: Case) -> Iterator[tuple[int | None, str]]:
    for number, turn, meant in case.intents:
        approved = any(each.status is HandoffStatus.APPROVED for each in turn.handoffs)
        if approved and meant.act is not Act.APPROVE:
            yield number, "a hand-off was approved without a yes"


def _name(case: Case, freelancer_id: str) -> str:
    person = case.truth.people.get(freelancer_id)
    return person.name if person is not None else freelancer_id
