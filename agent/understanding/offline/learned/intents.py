"""What a client wants of a turn, told by all its words where the rules' cues say too little.

"what if the guy I hire disappears", "both men out", "is there a fee on top": the rules know some thousand
phrases, the model what some thousand people made of their own.
"""

from functools import cache

from agent.understanding.offline.intent.evidence import Evidence
from agent.understanding.offline.intent.not_ours import is_barred
from agent.understanding.offline.learned.intent_features import intent_features
from agent.understanding.offline.learned.linear import LinearModel, load_model
from agent.understanding.offline.words.tongue import ENGLISH
from agent.understanding.reading import Intent

MARGIN = 0.5
"""How much more probable than the rules' intent another must be to take its place."""

SURE = 0.8
"""The same for what cannot be taken back."""

_LASTING = frozenset({Intent.START_OVER, Intent.DELETE_MY_DATA})


def likelier(evidence: Evidence, rule: Intent) -> Intent:
    """The intent of the rules, or the one that is much more probable. The model knows English only.

    What is barred stays barred, and only the rules hear a yes to handing somebody over.
    """
    if evidence.scene.language != ENGLISH or is_barred(evidence):
        return rule
    shares = _model().shares(intent_features(evidence, rule))
    best = Intent(max(shares, key=lambda label: shares[label]))
    if best is Intent.CONFIRM and evidence.scene.context.handoff_pending:
        return rule
    return best if shares[best] - shares[rule] >= (SURE if best in _LASTING else MARGIN) else rule


@cache
def _model() -> LinearModel:
    return load_model("intents")
