"""Finds who is wanted: how senior, one person or a company."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.gazetteer import Mention
from agent.understanding.offline.quantity import Quantity
from store.nouns.brief import Provider, Seniority, Slot

_LEVELS = {"expert": Seniority.EXPERT, "intermediate": Seniority.INTERMEDIATE, "entry": Seniority.ENTRY}
_LARGEST_TEAM = 1000
_BELOW = {Seniority.ENTRY: Seniority.INTERMEDIATE, Seniority.INTERMEDIATE: Seniority.EXPERT}


def find_people(scene: Scene) -> list[Finding]:
    """seniority and provider."""
    levels = sorted(_seniority(scene), key=lambda f: scene.stance(f.first, f.last).excluded)
    return [*levels[:1], *_provider(scene), *_team(scene)]


def _team(scene: Scene) -> Iterator[Finding]:
    """'a team of 4', 'two of them', 'three people': how many, where no role is counted."""
    message = scene.message
    for quantity in scene.quantities:
        whole = quantity.value == round(quantity.value) and 1 <= quantity.value <= _LARGEST_TEAM
        if (
            quantity.unit is not None
            or quantity.per is not None
            or quantity.currency is not None
            or not whole
        ):
            continue
        before = message.ending("people", quantity.core, reach=4)
        after = message.at("people", quantity.last)
        team = before is not None and before.key == "team" and message.norm(before.last - 1) == "of"
        them = message.norms[quantity.last : quantity.last + 2] in (("of", "them"), ("of", "those"))
        fewest = 1 if scene.context.brief.headcount is None else 0
        heads = after is not None and after.key in ("heads", "anyone") and quantity.value > fewest
        low = max(message.segment(quantity.first).first, quantity.first - 4)
        needs = message.between("intents", low, quantity.first)
        made = message.ending("edits", quantity.first, reach=3)
        asked = any(m.key == "need" for m in needs) or (made is not None and made.key == "instead")
        asked = (
            asked
            or _is_dropped(scene, quantity)
            or _is_bare_count(scene, quantity)
            or _is_all_that_is_said(scene, quantity)
            or (bool(scene.context.brief.terms) and scene.is_fragment)
        )
        if team or ((them or heads) and asked):
            yield Finding(
                Slot.HEADCOUNT, round(quantity.value), quantity.core, quantity.last, uncertain=quantity.vague
            )
            return


def _is_dropped(scene: Scene, quantity: Quantity) -> bool:
    """'forget about the three people': the number the brief holds."""
    message = scene.message
    before = 1 if message.norm(quantity.first - 1) in ("the", "those") else 0
    cue = message.ending("edits", quantity.first) or message.ending("edits", quantity.first - before)
    return scene.context.brief.headcount == quantity.value and cue is not None and cue.key == "drop"


def _is_all_that_is_said(scene: Scene, quantity: Quantity) -> bool:
    """'three of them', 'it's for two people': a clause of its own in a conversation under way."""
    message = scene.message
    if not scene.context.brief.terms:
        return False
    segment = message.segment(quantity.first)
    low, high = segment.first, max(segment.last, quantity.last)
    around = {message.norm(i) for i in (*range(low, quantity.first), *range(quantity.last, high))}
    return around <= scene.lexicon.words("people", "around_count")


def _is_bare_count(scene: Scene, quantity: Quantity) -> bool:
    """'… into Google Sheets, 2 people, 1 week': so many, and not so many of somebody's."""
    message = scene.message
    if scene.context.brief.terms or quantity.bounded or quantity.about or quantity.value > _FEW:
        return False
    before = message.tokens[quantity.first - 1] if quantity.first else None
    beside = before is not None and message.ending("skill", quantity.first) is not None
    return (beside or before is None) and bool(message.has("role") or message.has("tasks"))


_FEW = 10


def level_mentions(scene: Scene) -> Iterator[Mention]:
    """The words of the message that mean a level of seniority."""
    doubtful = scene.lexicon.words("people", "doubtful_level")
    for mention in scene.message.of("people"):
        if mention.key not in _LEVELS or _inside_another_name(scene, mention):
            continue
        if scene.message.norm(mention.first - 1) in ("too", "more", "less") or _is_ours(scene, mention):
            continue
        words = " ".join(scene.message.norm(i) for i in range(mention.first, mention.last))
        excluded = scene.stance(mention.first, mention.last).excluded
        if words in doubtful and not excluded and not _is_level(scene, mention):
            continue
        yield mention


def _is_ours(scene: Scene, mention: Mention) -> bool:
    """'I have a lead dev', 'our senior designer': somebody who is there already."""
    own = scene.message.ending("people", mention.first, reach=5)
    return own is not None and own.key == "own" and scene.message.norm(own.first) in _OURS


_OURS = frozenset({"our", "my", "we", "i", "their", "his", "her"})


def _inside_another_name(scene: Scene, mention: Mention) -> bool:
    for kind in ("skill", "role", "record", "industry"):
        for back in range(3):
            other = scene.message.at(kind, mention.first - back)
            if other is not None and other.size > mention.size and other.last >= mention.last:
                return kind != "role" or (
                    mention.key == "expert"
                    and scene.message.norm(mention.first)
                    in (
                        "lead",
                        "expert",
                        "experts",
                    )
                )
    return False


def _is_level(scene: Scene, mention: Mention) -> bool:
    """Whether 'expert', 'lead' or 'experienced' stands before what a freelancer is called."""
    message, index = scene.message, mention.last
    if (
        message.norm(mention.first - 1) in ("our", "my", "your", "the")
        and message.norm(mention.first) == "lead"
    ):
        return False
    for _ in range(4):
        if any(message.at(kind, index) for kind in ("role", "heads")):
            return True
        people = message.at("people", index)
        if people is not None and people.key == "anyone":
            return message.norm(mention.first) in ("experienced", "intermediate", "beginner", "mid")
        if message.norm(index) in ("level", "or"):
            return True
        skill = message.at("skill", index)
        if skill is not None:
            index = skill.last
        elif message.norm(index) in (",", "and", "/"):
            index += 1
        else:
            break
    if message.norm(mention.first) == "intermediate" and _is_said_of_somebody(scene, mention):
        return True
    alone = message.segment(mention.first)
    words = " ".join(message.norm(i) for i in range(mention.first, mention.last))
    if alone.last - alone.first <= mention.size + 2 and (
        scene.asked is Slot.SENIORITY or len(message.tokens) <= 4
    ):
        return words != "lead"
    return False


def _is_said_of_somebody(scene: Scene, mention: Mention) -> bool:
    """'someone intermediate', 'the level is intermediate', where no language is what the level is of."""
    message = scene.message
    low, high = message.sentence(mention.first)
    if message.between("language", low, high):
        return False
    before = message.ending("people", mention.first, reach=3)
    somebody = before is not None and before.key == "anyone"
    level = any(m.key == "seniority" for m in message.between("slots", low, mention.first))
    return somebody or level


def _seniority(scene: Scene) -> Iterator[Finding]:
    doubtful = scene.lexicon.words("people", "doubtful_level")
    for mention in level_mentions(scene):
        message = scene.message
        if message.norm(mention.first - 1) in ("more", "less"):
            continue
        level = _LEVELS[mention.key]
        stance = scene.stance(mention.first, mention.last)
        if stance.unneeded:
            continue
        uncertain = stance.unsure
        words = " ".join(message.norm(i) for i in range(mention.first, mention.last))
        if stance.excluded:
            above = _BELOW.get(level)
            if above is None:
                continue
            held = scene.context.brief.seniority
            level = held if held is not None and held is not level else above
            uncertain = True
        elif words in doubtful:
            uncertain = uncertain or words in ("experienced", "lead")
        yield Finding(
            Slot.SENIORITY, level, mention.first, mention.last, hard=stance.hard, uncertain=uncertain
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


def _provider(scene: Scene) -> Iterator[Finding]:
    message = scene.message
    said: dict[Provider, Finding] = {}
    excluded: dict[Provider, Finding] = {}
    for mention in message.of("people"):
        if mention.key not in ("agency", "individual") or _inside_another_name(scene, mention):
            continue
        stance = scene.stance(mention.first, mention.last)
        if stance.unneeded or _tells_which(scene, mention):
            continue
        kind = Provider.AGENCY if mention.key == "agency" else Provider.INDIVIDUAL
        if not stance.excluded and (
            scene.near("people", "allowed", mention.first, mention.last, 0, 4)
            or not _is_wanted(scene, mention, stance.hard is not None)
        ):
            continue
        if stance.excluded and _is_owned(scene, mention):
            continue
        which = excluded if stance.excluded else said
        hard = True if stance.excluded else stance.hard
        which.setdefault(
            kind,
            Finding(Slot.PROVIDER, kind, mention.first, mention.last, hard=hard, uncertain=stance.unsure),
        )
    if not excluded and (len(said) == 1 or (len(said) > 1 and _is_choice(scene, *said.values()))):
        yield next(iter(said.values()))
    elif len(excluded) == 1:
        (kind, finding) = next(iter(excluded.items()))
        other = Provider.INDIVIDUAL if kind is Provider.AGENCY else Provider.AGENCY
        yield Finding(Slot.PROVIDER, other, finding.first, finding.last, hard=True)


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
    return bool(needs) and after in ("that", "to", "for", "who", "which", "with")


_ADJECTIVES = 4


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
    weak = words in scene.lexicon.words("people", "weak_agency")
    if weak and _is_looked_for(scene, mention):
        return True
    if cued and not (weak and not _adjoins_cue(scene, mention)):
        return True
    low, high = message.sentence(mention.first)
    if not weak and message.norms[max(low, mention.first - 2) : mention.first] in _SHOULD_BE:
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


_SHOULD_BE = frozenset({("be", "an"), ("be", "a"), ("wants", "an"), ("want", "an")})


def _adjoins_cue(scene: Scene, mention: Mention) -> bool:
    message = scene.message
    return any(message.at("cues", i) for i in (mention.last, mention.last + 1)) or any(
        m.last >= mention.first - 1 for m in message.between("cues", max(0, mention.first - 5), mention.first)
    )
