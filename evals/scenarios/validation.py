"""Whether a scenario makes sense: a gold end state that cannot come true is an error, never a warning."""

from collections.abc import Callable, Iterator
from typing import Any, get_args

from agent.graph.state import StepName
from agent.understanding.reading import Intent
from evals.nouns import Act, AgendaItem, Gold, HandOffGold, PlainBrief, Scenario
from evals.scenarios.values import value_problems
from evals.telling import Told, left, tell, told_by
from store.knowledge import Knowledge
from store.nouns.brief import Slot

_TELLS = frozenset({Act.OPEN, Act.ADD, Act.CORRECT})
_WEIGHS = frozenset({Act.RELAX, Act.TIGHTEN, Act.DROP})
_POINTS = frozenset({Act.ASK, Act.COMPARE, Act.SHORTLIST, Act.DISMISS, Act.HAND_OFF, Act.MORE})
_MUST_POINT = frozenset({Act.SHORTLIST, Act.DISMISS, Act.HAND_OFF})

_EXERCISED: dict[Act, frozenset[Intent]] = {
    Act.OPEN: frozenset({Intent.DESCRIBE_NEED}),
    Act.ADD: frozenset({Intent.REFINE, Intent.DESCRIBE_NEED}),
    Act.CORRECT: frozenset({Intent.REFINE}),
    Act.RELAX: frozenset({Intent.REFINE}),
    Act.TIGHTEN: frozenset({Intent.REFINE}),
    Act.DROP: frozenset({Intent.REFINE}),
    Act.ASK: frozenset({Intent.ASK_ABOUT_CANDIDATE}),
    Act.COMPARE: frozenset({Intent.COMPARE}),
    Act.SHORTLIST: frozenset({Intent.SHORTLIST}),
    Act.DISMISS: frozenset({Intent.DISMISS}),
    Act.MORE: frozenset({Intent.MORE_RESULTS}),
    Act.HAND_OFF: frozenset({Intent.HAND_OFF}),
    Act.APPROVE: frozenset({Intent.CONFIRM}),
    Act.CANCEL: frozenset({Intent.DECLINE}),
    Act.START_OVER: frozenset({Intent.START_OVER, Intent.DESCRIBE_NEED}),
    Act.GREET: frozenset({Intent.GREETING}),
    Act.THANK: frozenset({Intent.SMALLTALK}),
    Act.HELP: frozenset({Intent.HELP}),
    Act.OFF_TOPIC: frozenset({Intent.OUT_OF_SCOPE}),
    Act.DELETE_DATA: frozenset({Intent.DELETE_MY_DATA}),
}

Check = Callable[[Scenario], Iterator[str]]


def problems(scenario: Scenario, knowledge: Knowledge) -> list[str]:
    """All that is wrong with the scenario, one sentence each, with what to do. Empty: it is sound."""
    found = [f"{place}: {problem}" for place, problem in _bad_values(scenario, knowledge)]
    if found:
        return found
    checks: tuple[Check, ...] = (
        _agenda_problems,
        _fact_problems,
        _gold_brief_problems,
        _gold_weight_problems,
        _gold_people_problems,
        _gold_path_problems,
        _intent_problems,
    )
    return [problem for check in checks for problem in check(scenario)]


def _bad_values(scenario: Scenario, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    briefs: list[tuple[str, PlainBrief, bool]] = [
        ("facts", scenario.facts, False),
        *((f"agenda.{place}.facts", item.facts, False) for place, item in enumerate(scenario.agenda)),
        ("gold.brief", scenario.gold.brief, True),
        ("gold.may", scenario.gold.may, True),
    ]
    for place, brief, is_gold in briefs:
        for problem in value_problems(brief, knowledge, is_gold=is_gold):
            yield place, problem


def _agenda_problems(scenario: Scenario) -> Iterator[str]:
    told = Told()
    pending = False
    for place, item in enumerate(scenario.agenda):
        where = f"agenda.{place} ({item.act.value})"
        yield from (f"{where}: {problem}" for problem in _item_problems(item, told, pending))
        told = tell(told, item)
        pending = item.act is Act.HAND_OFF or (pending and item.act not in (Act.APPROVE, Act.CANCEL))


def _item_problems(item: AgendaItem, told: Told, pending: bool) -> Iterator[str]:
    if item.act in _TELLS and not item.facts and not item.says:
        yield "it tells nothing: give facts, or words in says"
    if item.facts and item.act not in _TELLS | {Act.START_OVER}:
        yield "it cannot tell facts: put them in an add of their own"
    if item.act in _WEIGHS and not item.slots:
        yield "it names no slots"
    if item.slots and item.act not in _WEIGHS:
        yield "slots are for relax, tighten and drop alone"
    if item.act is Act.ASK and item.topic is None:
        yield "it needs a topic"
    if item.act in _MUST_POINT and not item.people:
        yield "it needs people: places in the list last shown"
    if item.act is Act.HAND_OFF and len(item.people) > 1:
        yield "it can point at one person alone"
    if item.people and item.act not in _POINTS:
        yield "it points at nobody: leave people out"
    if item.act in (Act.APPROVE, Act.CANCEL) and not pending:
        yield "there is no hand-off to decide on: put a hand_off before it"
    touched = set(item.facts) if item.act is Act.CORRECT else set(item.slots)
    for slot in sorted(touched - set(told.facts)):
        yield f"{slot.value} was not told before"
    if item.act in _WEIGHS | {Act.CORRECT}:
        known = {name for slot in touched for name in _names(told.facts.get(slot))}
        yield from (f"{name!r} was not told before" for name in item.items if name not in known)


def _names(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [name for part in (value.get("include"), value.get("exclude")) for name in part or ()] or list(
            value
        )
    return list(value) if isinstance(value, list) else []


def _fact_problems(scenario: Scenario) -> Iterator[str]:
    told = told_by(scenario.agenda).facts
    for slot in scenario.unknown:
        if slot in scenario.facts or slot in told:
            yield f"unknown: the client has an opinion on {slot.value}: it is in facts or told"
    dropped = {slot for item in scenario.agenda if item.act is Act.DROP for slot in item.slots} - set(told)
    for slot, value in scenario.facts.items():
        if slot in dropped:
            yield f"facts: {slot.value} is dropped in the agenda, but would be told again when asked for"
        elif slot in told and not _agrees(slot, value, told[slot]):
            yield f"facts: {slot.value} is {value!r}, but the agenda ends with {told[slot]!r}"


def _agrees(slot: Slot, known: Any, told: Any) -> bool:
    """Whether what was told is what is known, or of a list a part of it."""
    return left(slot, _plain(told), _plain(known)) is None


def _gold_brief_problems(scenario: Scenario) -> Iterator[str]:
    gold, told = scenario.gold, told_by(scenario.agenda).facts
    speaks_freely = any(item.says for item in scenario.agenda)
    for slot, value in gold.brief.items():
        if slot in gold.may and gold.may[slot] == value:
            yield f"gold: {slot.value} is in brief and in may: leave it in one"
        if slot not in told:
            if not (slot is Slot.ROLE and speaks_freely):
                yield f"gold.brief: nobody tells {slot.value}: put it in the agenda's facts, or in gold.may"
        elif not _is_gold(slot, value, told[slot]):
            yield f"gold.brief: {slot.value} is {value!r}, but the agenda ends with {told[slot]!r}"
    for slot, value in told.items():
        if slot not in gold.brief and slot not in gold.may:
            yield f"gold: the agenda tells {slot.value} ({value!r}), but it is neither in brief nor in may"
    for slot, value in scenario.facts.items():
        rest = left(slot, value, told[slot]) if slot in told else value
        if rest is not None and not _may_be_told(slot, rest, gold):
            yield f"gold.may: {slot.value} {rest!r} is told when asked for: put it in may"


def _is_gold(slot: Slot, gold: Any, told: Any) -> bool:
    if slot is Slot.ROLE and isinstance(gold, list):
        return told in gold
    same: bool = _plain(gold) == _plain(told)
    return same


def _plain(value: Any) -> Any:
    """The value with what means the same made the same: the order of a list, a bound left out."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items() if each not in (None, [])}
    return sorted(value) if isinstance(value, list) else value


def _may_be_told(slot: Slot, rest: Any, gold: Gold) -> bool:
    allowed = [brief[slot] for brief in (gold.may, gold.brief) if slot in brief]
    return any(left(slot, rest, each) is None or _is_gold(slot, each, rest) for each in allowed)


def _gold_weight_problems(scenario: Scenario) -> Iterator[str]:
    gold, told = scenario.gold, told_by(scenario.agenda)
    for name, slots in (("hard", gold.hard), ("soft", gold.soft), ("unchanged", gold.unchanged)):
        for slot in slots:
            if slot not in gold.brief and slot not in gold.may:
                yield f"gold.{name}: {slot.value} is neither in brief nor in may"
    for slot in gold.hard:
        if slot in gold.soft:
            yield f"gold: {slot.value} cannot be hard and soft"
        if told.hard.get(slot) is False:
            yield f"gold.hard: the client relaxes {slot.value}"
        if slot is Slot.SKILLS and set((gold.brief.get(slot) or gold.may.get(slot, {})).values()) == {"NICE"}:
            yield "gold.hard: no skill is a MUST or EXCLUDED"
    for slot in gold.soft:
        if told.hard.get(slot) is True:
            yield f"gold.soft: the client tightens {slot.value}"
    moved = {slot for item in scenario.agenda if item.act is Act.CORRECT for slot in item.facts}
    for slot in gold.unchanged:
        if slot in moved:
            yield f"gold.unchanged: the client corrects {slot.value}"


def _gold_people_problems(scenario: Scenario) -> Iterator[str]:
    gold = scenario.gold
    for act, name, number in (
        (Act.SHORTLIST, "shortlist", gold.shortlist),
        (Act.DISMISS, "dismissed", gold.dismissed),
    ):
        pointed = [len(set(item.people)) for item in scenario.agenda if item.act is act]
        if number > sum(pointed):
            yield f"gold.{name} is {number}, but the client points at {sum(pointed)}"
        elif pointed and number < max(pointed) and not _starts_over(scenario):
            yield f"gold.{name} is {number}, but the client points at {max(pointed)} at once"
    outcome = _hand_off(scenario.agenda)
    if gold.hand_off is not outcome:
        told = f"is {outcome.value}" if outcome is not None else "is none"
        yield f"gold.hand_off is {gold.hand_off and gold.hand_off.value}, but by the agenda there {told}"


def _starts_over(scenario: Scenario) -> bool:
    return any(item.act is Act.START_OVER for item in scenario.agenda)


def _hand_off(agenda: tuple[AgendaItem, ...]) -> HandOffGold | None:
    state: HandOffGold | None = None
    for item in agenda:
        if item.act is Act.HAND_OFF:
            state = HandOffGold.PREPARED
        elif item.act is Act.APPROVE:
            state = HandOffGold.APPROVED
        elif item.act is Act.CANCEL:
            state = HandOffGold.CANCELLED
    return state


def _gold_path_problems(scenario: Scenario) -> Iterator[str]:
    gold = scenario.gold
    known = get_args(StepName)
    for step in gold.steps:
        if step not in known:
            yield f"gold.steps: there is no step {step!r}; there are {', '.join(known)}"
    off_topic = any(item.act is Act.OFF_TOPIC for item in scenario.agenda)
    if gold.refuses and not off_topic:
        yield "gold.refuses: nothing is off topic; add an off_topic item or leave it out"
    if off_topic and not gold.refuses:
        yield "gold.refuses is false, but the client asks for what must be declined"
    reachable = {**gold.may, **gold.brief}
    wanted = [each for each in reachable.get(Slot.SKILLS, {}).values() if each != "EXCLUDED"]
    if gold.acceptable and Slot.ROLE not in reachable and not wanted:
        yield "gold.acceptable: no search can be made without a role or a skill; set it to false"


def _intent_problems(scenario: Scenario) -> Iterator[str]:
    exercised = {intent for item in scenario.agenda for intent in _EXERCISED[item.act]}
    if scenario.unknown:
        exercised.add(Intent.DECLINE)
    for intent in scenario.intents:
        if intent not in exercised:
            yield f"intents: nothing in the agenda is a {intent.value}"
