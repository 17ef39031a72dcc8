"""Tells the skills that a message names without a wish for them: somebody else's, and what is not needed."""

from collections.abc import Sequence

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.words.gazetteer import Mention


def needless_skills(scene: Scene, wished: Sequence[Mention], asks: Sequence[RoleAsk]) -> frozenset[str]:
    """'We are leaving Magento … Magento knowledge is irrelevant': what is not needed, wherever it is named.

    What the role asked for is called by is needed all the same: 'a Rust engineer, no Rust jobs needed'.
    """
    stances = [(mention, scene.stance(mention.first, mention.last)) for mention in wished]
    said = {mention.key for mention, stance in stances if stance.unneeded and stance.hard is None}
    of_roles = {m.key for m in wished if any(ask.start - m.size <= m.first < ask.last for ask in asks)}
    return frozenset(said - of_roles)


def is_background(scene: Scene, mention: Mention) -> bool:
    """Whether somebody else has the skill: 'our previous developer used Angular'."""
    message = scene.message
    excluded = scene.stance(mention.first, mention.last).excluded
    if excluded and _is_what_they_say(scene, mention):
        return False
    low, _ = message.sentence(mention.first)
    segment = message.segment(mention.first)
    cues = message.between("ordinary", max(low, segment.first - 6), mention.first)
    return any(
        cue.key == "background"
        and not _is_needed_since(scene, cue.last, mention.first)
        and not _is_sought_as_role(scene, cue)
        and not _asks_for_it(scene, cue, mention)
        and not _is_where_they_move(scene, cue, mention)
        and not (excluded and not message.between("cues", cue.last, mention.first))
        for cue in cues
        if cue.first >= segment.first or mention.first - cue.last <= 6
    )


def _asks_for_it(scene: Scene, cue: Mention, mention: Mention) -> bool:
    """'our CTO insists on Docker', 'my partner also wants Python': a wish, whoever of the client's it is."""
    said = scene.message.norms[cue.last : mention.first]
    place = next((i for i, word in enumerate(said) if word in _ASKING), None)
    return place is not None and place <= 1 and "to" not in said


_ASKING = frozenset(
    {"wants", "want", "insists", "insisted", "requires", "prefers", "wanted", "asked", "demands"}
)


def _is_where_they_move(scene: Scene, cue: Mention, mention: Mention) -> bool:
    """'switching from Mailchimp to Klaviyo', 'replacing Zendesk with Intercom': what they will use."""
    old = scene.message.between("skill", cue.last, mention.first)
    return bool(old) and scene.message.norms[old[-1].last : mention.first] in _LEADING_ON


_LEADING_ON = frozenset({("to",), ("onto",), ("with",), ("by",), ("over", "to"), ("to", "the"), ("for",)})


def _is_what_they_say(scene: Scene, mention: Mention) -> bool:
    """'my CTO says no Firebase': what is ruled out by somebody else is ruled out."""
    segment = scene.message.segment(mention.first)
    return bool(_SAYING & set(scene.message.norms[segment.first : mention.first]))


_SAYING = frozenset(
    {"says", "said", "wants", "insists", "insisted", "forbids", "refuses", "decided", "told", "hates"}
)


def _is_sought_as_role(scene: Scene, cue: Mention) -> bool:
    """'technical cofounder, Python a plus': who is wanted, unless it is 'our technical cofounder'."""
    role = scene.message.over("role", cue.first, cue.last)
    return role is not None and scene.message.norm(role.first - 1) not in ("our", "my", "the")


def _is_needed_since(scene: Scene, first: int, last: int) -> bool:
    """'my partner has left and we need a bookkeeper who knows …': somebody new has been asked for since."""
    needs = scene.message.between("intents", first, last)
    return any(m.key == "need" for m in needs) and bool(scene.message.between("role", first, last))
