"""What a client wants of a turn, told by all its words where the rules' cues say too little.

"what if the guy I hire disappears", "both men out", "is there a fee on top": the rules know some thousand
phrases, the model what some thousand people made of their own.
"""

from agent.understanding.offline.intent.answers import says_only_no
from agent.understanding.offline.intent.evidence import Evidence, is_question
from agent.understanding.offline.intent.list_questions import asks_what_is_wrong
from agent.understanding.offline.intent.no_need import no_need
from agent.understanding.offline.intent.not_ours import is_barred
from agent.understanding.offline.intent.own_list import asks_for_own_list
from agent.understanding.offline.intent.turned_down import denied_hand_off
from agent.understanding.offline.learned.intent_features import intent_features
from agent.understanding.offline.learned.linear import LinearModel
from agent.understanding.offline.pointing.described import describes_only, points_only
from agent.understanding.offline.pointing.together import turns_all_down
from agent.understanding.reading import Intent

MARGIN = 0.5
"""How much more probable than the rules' intent another must be to take its place."""

SURE = 0.8
"""The same where the rules have found changes to the need or talk of other things, and for what cannot be
taken back."""

_NEVER = 2.0
"""More than any: only the rules decide."""

_LASTING = frozenset({Intent.START_OVER, Intent.DELETE_MY_DATA})
_NEEDS = frozenset({Intent.DESCRIBE_NEED, Intent.REFINE})
"""Whether a need is new or the one there is follows from the brief, which the rules know."""
_ASKED_BESIDE = frozenset({Intent.HELP, Intent.ASK_ABOUT_CANDIDATE, Intent.COMPARE})
_ORDERED_BESIDE = frozenset({Intent.COMPARE, Intent.HAND_OFF, Intent.SHORTLIST})
"""What a message can want although it names what could be a change: 'is there a fee on top of $35?'"""


def likelier(evidence: Evidence, rule: Intent, model: LinearModel) -> Intent:
    """The intent of the rules, or the one that is much more probable."""
    if is_barred(evidence) or no_need(evidence) is not None:
        return rule
    shares = model.shares(intent_features(evidence, rule))
    best = Intent(max(shares, key=lambda label: shares[label]))
    if shares[best] - shares[rule] < _margin(evidence, rule, best):
        return rule
    return Intent.DESCRIBE_NEED if best is Intent.REFINE and not evidence.scene.context.brief.terms else best


def _margin(evidence: Evidence, rule: Intent, best: Intent) -> float:
    """How much more probable `best` must be.

    The rules alone hear a yes to handing somebody over, and no answer to what was asked; a question that
    names nobody is not made one about the people shown, no order is heard where somebody is only named by
    what is true of them, who wants none of the list has turned it down, who asks for those kept sees
    them, and nobody is turned down by being named and no more.
    """
    context = evidence.scene.context
    if {best, rule} <= _NEEDS or (best is Intent.CONFIRM and context.handoff_pending):
        return _NEVER
    if rule is Intent.DECLINE and context.question is not None:
        return _NEVER
    if rule is Intent.DISMISS and turns_all_down(evidence.scene):
        return _NEVER
    if rule is Intent.SHORTLIST and asks_for_own_list(evidence):
        return _NEVER
    if any(p.described and describes_only(evidence.scene, p.first, p.last) for p in evidence.pointers):
        return _NEVER
    if rule is Intent.ASK_ABOUT_CANDIDATE and asks_what_is_wrong(evidence) is rule:
        return _NEVER
    if best is Intent.HAND_OFF and denied_hand_off(evidence) is not None:
        return _NEVER
    if rule is Intent.DECLINE and says_only_no(evidence):
        return _NEVER
    if best is Intent.DISMISS and points_only(evidence.scene, evidence.pointers):
        return _NEVER
    if rule is Intent.OUT_OF_SCOPE and best is Intent.ASK_ABOUT_CANDIDATE and not evidence.pointers:
        return _NEVER
    if rule in _NEEDS and evidence.findings:
        asked = best in _ASKED_BESIDE and is_question(evidence)
        ordered = best in _ORDERED_BESIDE and bool(evidence.pointers)
        return SURE if asked or ordered else _NEVER
    if rule is Intent.OUT_OF_SCOPE and best is Intent.HELP:
        return SURE
    return SURE if best in _LASTING else MARGIN
