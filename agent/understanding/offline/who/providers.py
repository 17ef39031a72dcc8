"""Finds whether one person or a company is wanted: 'no agencies', 'a studio preferred', 'solo only'."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.who.seniority import inside_another_name
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Opener
from store.nouns.brief import Provider, Slot


def find_provider(scene: Scene) -> Iterator[Finding]:
    """The provider asked for, or the one that is left when the other is ruled out."""
    message = scene.message
    answer = _answer(scene)
    if answer is not None:
        yield answer
        return
    said: dict[Provider, Finding] = {}
    excluded: dict[Provider, Finding] = {}
    for mention in message.of("people"):
        if mention.key not in ("agency", "individual") or inside_another_name(scene, mention):
            continue
        if message.norm(mention.first) == "solo" and _is_place(scene, mention.last):
            continue  # 'solo latam': only there
        stance = scene.stance(mention.first, mention.last)
        if stance.unneeded or _tells_which(scene, mention):
            continue
        if _is_of_somebody_else(scene, mention) or _is_allowed_too(scene, mention):
            continue
        if stance.hard is None and not stance.excluded and _is_one_of_both(scene, mention):
            continue
        kind = Provider.AGENCY if mention.key == "agency" else Provider.INDIVIDUAL
        passed = not said and _is_passed_over(scene, mention)
        if not (stance.excluded or passed) and (
            scene.near("people", "allowed", mention.first, mention.last, 0, 4)
            or not _is_wanted(scene, mention, stance.hard is not None)
        ):
            continue
        if stance.excluded and _is_owned(scene, mention):
            continue
        against = stance.excluded or passed
        which = excluded if against else said
        hard = stance.hard is not False if stance.excluded else stance.hard
        which.setdefault(
            kind,
            Finding(Slot.PROVIDER, kind, mention.first, mention.last, hard=hard, uncertain=stance.unsure),
        )
    if not excluded and (len(said) == 1 or (len(said) > 1 and _is_choice(scene, *said.values()))):
        yield next(iter(said.values()))
    elif len(excluded) == 1:
        (kind, finding) = next(iter(excluded.items()))
        other = Provider.INDIVIDUAL if kind is Provider.AGENCY else Provider.AGENCY
        yield Finding(Slot.PROVIDER, other, finding.first, finding.last, hard=finding.hard is not False)


def _answer(scene: Scene) -> Finding | None:
    """'a team', 'just one person' to the question which of the two it is to be."""
    if scene.asked is not Slot.PROVIDER:
        return None
    polite = ("please", ".", "!", ",", "thanks", "prefer", "preferably", "rather", "then", "i", "we", "only")
    said = " ".join(word for word in scene.message.norms if word not in polite)
    for key, kind in (("answers_agency", Provider.AGENCY), ("answers_individual", Provider.INDIVIDUAL)):
        if said in scene.lexicon.words("people", key):
            return Finding(Slot.PROVIDER, kind, 0, len(scene.message.tokens))
    return None


def _is_place(scene: Scene, index: int) -> bool:
    return any(scene.message.at(kind, index) for kind in ("region", "country", "city", "demonym"))


def _is_allowed_too(scene: Scene, mention: Mention) -> bool:
    """'fine, agencies too', where the brief asks for the other."""
    held = scene.context.brief.provider
    other = held is not None and mention.key != held.value.lower()
    return other and scene.near("edits", "also", mention.first, mention.last, 1, 2)


def _is_passed_over(scene: Scene, mention: Mention) -> bool:
    """'a team rather than one person'."""
    first = mention.first - (scene.message.norm(mention.first - 1) in ("a", "an"))
    cue = scene.message.ending("edits", first)
    return cue is not None and cue.key == "instead_of"


def _is_choice(scene: Scene, one: Finding, other: Finding) -> bool:
    """'An agency rather than an individual': the first is wanted, the second named for contrast."""
    between = scene.message.between("edits", one.last, other.first)
    return (
        any(cue.key == "instead_of" for cue in between)
        or "than" in scene.message.norms[one.last : other.first]
    )


def _is_owned(scene: Scene, mention: Mention) -> bool:
    own = scene.message.ending("people", mention.first, reach=6)
    if own is not None and scene.message.norm(own.first) == "not":
        return False
    if own is not None and own.key == "own":
        return True
    low, _ = scene.message.sentence(mention.first)
    return any(
        m.key == "own" for m in scene.message.between("people", max(low, mention.first - 4), mention.first)
    )


def _is_looked_for(scene: Scene, mention: Mention) -> bool:
    """'looking for a company that …', 'firm needed for …', 'a small studio over a freelancer'."""
    message = scene.message
    after = message.norm(mention.last)
    if after in ("needed", "wanted", "required", "over"):
        return True
    low = max(message.segment(mention.first).first, mention.first - _ADJECTIVES)
    needs = [m for m in message.between("intents", low - 1 if low else 0, mention.first) if m.key == "need"]
    return bool(needs) and after in ("that", "to", "for", "who", "which", "with", "", ".")


def _is_anybody(scene: Scene, mention: Mention) -> bool:
    """'a highly motivated individual': a word for a person, not for one who works alone."""
    message = scene.message
    before = message.norm(mention.first - 1)
    if mention.size > 1 or not message.norm(mention.first).startswith("individual"):
        return False
    beside = message.at("people", mention.last) or message.at("heads", mention.last)
    plain = before in _BEFORE_ANYBODY or message.at("cues", mention.last) is not None
    return beside is None and not plain and not message.has("people", "agency")


_BEFORE_ANYBODY = frozenset(
    {
        "",
        "an",
        "any",
        "only",
        "just",
        "prefer",
        "or",
        "from",
        "for",
        "to",
        "with",
        ",",
        ".",
        "\n",
        "hire",
        "want",
        "need",
        ":",
        "-",
        "single",
    }
)


def _is_wanted(scene: Scene, mention: Mention, cued: bool) -> bool:
    """Whether an agency is asked for, and not the client's own or somebody's employer."""
    message = scene.message
    words = " ".join(message.norm(i) for i in range(mention.first, mention.last))
    if _is_owned(scene, mention) or _is_anybody(scene, mention):
        return False
    if scene.is_post and words == "one person" and not cued:
        return False
    if (
        message.norm(mention.last)
        in (
            "'s",
            "owner",
            "owners",
            "website",
            "experience",
            "background",
            "work",
            "that",
            "which",
            "based",
            "name",
            "in",
        )
        and mention.key == "agency"
        and not cued
    ):
        return False
    if (
        _is_called_better(scene, mention)
        or _heads_the_wish(scene, mention)
        or _is_alone(scene, mention)
        or _is_contrasted(scene, mention)
    ):
        return True
    weak = words in scene.lexicon.words("people", "weak_agency")
    if _is_looked_for(scene, mention) and (
        weak or message.norm(mention.last) in ("needed", "wanted", "required")
    ):
        return True
    if cued and not (weak and not _adjoins_cue(scene, mention)):
        return True
    low, high = message.sentence(mention.first)
    leading = message.norms[max(low, mention.first - 2) : mention.first]
    if (not weak and leading in _SHOULD_BE) or _is_preferred(scene, mention):
        return True
    if high - low <= 5:
        return not weak or high - low <= 2
    if weak:
        return False
    before = [
        m for m in message.between("intents", max(low, mention.first - 5), mention.first) if m.key == "need"
    ]
    if (
        message.norm(mention.first - 1) in ("for", "at", "by", "with", "from", "as")
        and mention.key == "agency"
    ):
        return False
    return bool(before) or mention.key == "individual"


def _is_of_somebody_else(scene: Scene, mention: Mention) -> bool:
    """'solo founder', 'a one-person company', 'assistant for an individual', 'their own company'."""
    message = scene.message
    if message.norm(mention.first - 1) in _SELVES or message.norm(mention.last) in _OTHERS:
        return True
    before = message.norms[max(0, mention.first - 2) : mention.first]
    if mention.key == "agency":
        return message.norm(mention.last) in _ALLOWED
    named = message.at("people", mention.last)
    return before in (("for", "an"), ("for", "a")) or (named is not None and named.key == "agency")


_SELVES = frozenset({"own", "im", "am"})
_OTHERS = frozenset(
    {"founder", "founders", "author", "authors", "entrepreneur", "business", "startup", "musician"}
)
_ALLOWED = frozenset({"ok", "okay", "fine", "welcome", "allowed", "accepted", "possible"})


def _is_preferred(scene: Scene, mention: Mention) -> bool:
    """'I'd rather work with a company'."""
    norms = scene.message.norms[max(0, mention.first - 6) : mention.first]
    return bool({"rather", "prefer"} & set(norms)) and norms[-2:-1] == ("with",)


def _is_one_of_both(scene: Scene, mention: Mention) -> bool:
    """'agencies or individuals': whichever of them."""
    message = scene.message
    other = "individual" if mention.key == "agency" else "agency"
    for joint, beside in ((mention.last, mention.last + 1), (mention.first - 1, mention.first - 2)):
        covers = any(m.first <= beside < m.last for m in message.of("people", other))
        if message.norm(joint) in ("or", "and", "/") and (covers or message.norm(beside) in _TEAMS):
            return True
    return False


_TEAMS = frozenset({"team", "teams", "group", "duo", "collective"})


def _is_called_better(scene: Scene, mention: Mention) -> bool:
    """'an agency would be better for us', where no second is compared with it."""
    message = scene.message
    better = scene.lexicon.words("people", "better")
    said = next(
        (n for n in (4, 3, 2) if " ".join(message.norms[mention.last : mention.last + n]) in better), 0
    )
    return bool(said) and message.norm(message.segment(mention.first).first) in _BEGINNING | {
        message.norm(mention.first)
    }


_BEGINNING = frozenset({"an", "a", "actually", "maybe", "perhaps", "i", "ok", "then", "so", "well"})
_SHOULD_BE = frozenset({("be", "an"), ("be", "a"), ("wants", "an"), ("want", "an")})


def _heads_the_wish(scene: Scene, mention: Mention) -> bool:
    """'Agency with at least 100 finished jobs': who is wanted, where nobody is said to need anything."""
    message = scene.message
    low, high = message.sentence(mention.first)
    needs = any(m.key == "need" for m in message.between("intents", low, high))
    return mention.first == low and message.norm(mention.last) == "with" and not needs


def _is_contrasted(scene: Scene, mention: Mention) -> bool:
    """'an agency rather than a freelancer', 'not a freelancer but an agency'."""
    message = scene.message
    over = message.at("edits", mention.last)
    if over is not None and over.key == "instead_of":
        return True
    return message.norms[max(0, mention.first - 2) : mention.first] in (("but", "an"), ("but", "a"))


def _is_alone(scene: Scene, mention: Mention) -> bool:
    """'React dev, a boutique agency': between commas, and not the beginning of a sentence."""
    opener = scene.message.segment(mention.first).opener
    begins = opener in (Opener.SENTENCE, Opener.LINE, Opener.PARAGRAPH)
    return not begins and scene.message.fills_clause(mention.first, mention.last)


def _adjoins_cue(scene: Scene, mention: Mention) -> bool:
    message = scene.message
    return any(message.at("cues", i) for i in (mention.last, mention.last + 1)) or any(
        m.last >= mention.first - 1 for m in message.between("cues", max(0, mention.first - 5), mention.first)
    )


def _tells_which(scene: Scene, mention: Mention) -> bool:
    """'top rated freelancers only', 'US-based freelancers only': what is asked is what stands before."""
    message = scene.message
    if not message.norm(mention.first).startswith("freelancer"):
        return False
    kinds = ("record", "demonym", "skill", "country", "region")
    named = any(message.ending(kind, mention.first) is not None for kind in kinds)
    return named or message.norm(mention.first - 1) in _TELLING


_TELLING = frozenset({"based", "rated", "verified", "vetted", "experienced", "senior", "local", "european"})


_ADJECTIVES = 4
