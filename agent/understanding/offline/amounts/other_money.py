"""Tells money of something else from the pay for the work: revenue, salaries, what things cost."""

from agent.understanding.offline.amounts.amounts_of_money import is_near_budget
from agent.understanding.offline.amounts.pricing import dollars
from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.gazetteer import Mention

_BEFORE = 4
_BEFORE_A_VERB = 7
"""Tokens before the amount, and before the verb of 'the cleaning budget of our hotel is 30k'."""

_IS = frozenset({"is", "was", "are", "were"})
_AFTER = 3
_ROLES_THAT_HIRE = frozenset({"recruiter", "hr-specialist"})


def is_elsewhere(scene: Scene, quantity: Quantity) -> bool:
    """Whether it is said beside something else that costs or earns money, with no comma between."""
    segment = scene.message.segment(quantity.first)
    reach = _BEFORE_A_VERB if scene.message.norm(quantity.first - 1) in _IS else _BEFORE
    before = min(reach, quantity.first - segment.first)
    after = max(0, min(_AFTER, segment.last - quantity.last))
    if _is_of_a_thing(scene, quantity) or _is_record(scene, quantity):
        return True
    first, last = quantity.first, quantity.last
    if scene.near("money", "paid_from", first, first, before + 2, 0):
        return False
    keys = ("elsewhere", "hired") if _hires(scene) else ("elsewhere",)
    low, high = scene.message.sentence(first)
    cues = (
        *scene.message.between("money", max(low, first - before), quantity.core),
        *scene.message.between("money", last, min(high, last + after)),
    )
    return any(cue.key in keys and not _is_of_a_calling(scene, cue) for cue in cues)


def goes_on(scene: Scene, before: Quantity, quantity: Quantity) -> bool:
    """'asking prices 210k, 245k and 390k': the next of a list of amounts."""
    between = scene.message.norms[before.last : quantity.first]
    return bool(between) and len(between) <= 2 and set(between) <= _LISTING


_LISTING = frozenset({",", "and", "or", "&", "/"})


def _hires(scene: Scene) -> bool:
    """Whether somebody is wanted who finds others, whose pay may be told."""
    return any(mention.key in _ROLES_THAT_HIRE for mention in scene.message.of("role"))


def _is_of_a_calling(scene: Scene, cue: Mention) -> bool:
    """The revenue of a 'revenue analyst', the grant of a 'grant writer'."""
    message = scene.message
    if message.over("role", cue.first, cue.last) is not None:
        return True
    return message.names_somebody(cue.last)


def _is_of_a_thing(scene: Scene, quantity: Quantity) -> bool:
    """'some $99 website', 'another 5 dollar logo', 'our $5m fund': what such a thing costs or is worth."""
    message = scene.message
    kinds = ("products", "tasks", "role")
    named = any(message.at(kind, quantity.last) is not None for kind in kinds)
    goes_on = message.norm(quantity.last).isalpha() and message.at("money", quantity.last) is None
    work = any(message.at(kind, quantity.last) is not None for kind in ("schedule", "units", "quantities"))
    for_one = message.norms[max(0, quantity.first - 2) : quantity.first] in _FOR_ONE and not work
    if goes_on and (for_one or message.norm(quantity.first - 1) in _OF_SOMEBODY):
        return True
    return named and message.norm(quantity.first - 1) in _OF_A_KIND


_FOR_ONE = frozenset({("for", "a"), ("for", "an"), ("of", "a"), ("about", "a")})
_OF_SOMEBODY = frozenset({"our", "their", "his", "her"})
_OF_A_KIND = frozenset({"some", "another", "these", "those", "such", "cheap", "every"})


def _is_record(scene: Scene, quantity: Quantity) -> bool:
    """'has run fit-outs over $5m': millions and no upper end are what somebody has dealt with before."""
    open_ended = quantity.bounded and quantity.high is None
    return open_ended and dollars(scene, quantity) >= _RECORD and not is_near_budget(scene, quantity)


_RECORD = 500_000.0
