"""The models together: what they make of a message that the rules have read."""

from collections.abc import Sequence

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.intent.evidence import Evidence
from agent.understanding.offline.learned.industries import with_industries
from agent.understanding.offline.learned.intents import likelier
from agent.understanding.offline.learned.linear import load_model
from agent.understanding.offline.learned.overlooked import with_overlooked
from agent.understanding.offline.learned.prices import offered
from agent.understanding.offline.learned.surroundings import Surroundings
from agent.understanding.offline.learned.wishes import weighed
from agent.understanding.offline.learned.word_model import load_word_model
from agent.understanding.offline.words.tongue import ENGLISH
from agent.understanding.reading import Intent


class ByExample:
    """The fitted models, read once. They know English only."""

    def __init__(self) -> None:
        self._intents = load_model("intents")
        self._wishes = load_model("wishes")
        self._prices = load_model("prices")
        self._overlooked = load_model("overlooked")
        self._industries = load_word_model("industries")

    def intent(self, evidence: Evidence, rule: Intent) -> Intent:
        """The intent of the rules, or one that is much more probable. What long posts want is a need."""
        scene = evidence.scene
        if scene.language != ENGLISH or scene.is_post:
            return rule
        return likelier(evidence, rule, self._intents)

    def findings(self, scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
        """The findings of a first message as far as they hold; what changes a brief is left to the rules."""
        if scene.language != ENGLISH or scene.context.brief.terms:
            return list(findings)
        around = Surroundings(scene)
        found = weighed(scene, findings, around, self._wishes)
        found = with_overlooked(scene, found, around, self._overlooked)
        found = offered(scene, found, around, self._prices)
        return with_industries(scene, found, around, self._industries)
