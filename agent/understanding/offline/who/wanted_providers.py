"""Tells whether an agency or one person is asked for where the message speaks of one."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Opener


def is_wanted(scene: Scene, mention: Mention, cued: bool) -> bool:
    """Whether an agency is asked for, and not the client's own or somebody's employer."""
    message = scene.message
    words = " ".join(message.norm(i) for i in range(mention.first, mention.last))
    if is_owned(scene, mention) or _is_anybody(scene, mention):
        return False
    if scene.is_post and words == "one person" and not cued:
        return False
    if message.norm(mention.first - 1) == "than" or _is_where_one_worked(scene, mention):
        return False
    before = message.norms[max(0, mention.first - _ADJECTIVES) : mention.first]
    named = mention.key == "agency" and message.norm(mention.last) in _OF_A_COMPANY
    if named and not cued and not _RATHER & set(before) and not _is_object_of_need(scene, mention):
        return False
    if (
        _is_object_of_need(scene, mention)
        or _is_of_several(scene, mention)
        or _is_called_better(scene, mention)
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
    needs = [
        m for m in message.between("intents", max(low, mention.first - 5), mention.first) if m.key == "need"
    ]
    if (
        message.norm(mention.first - 1) in ("for", "at", "by", "with", "from", "as")
        and mention.key == "agency"
    ):
        return False
    return bool(needs) or mention.key == "individual"


_OF_A_COMPANY = frozenset(
    {
        "'s", "owner", "owners", "website", "experience", "background", "work", "that", "which",
        "based", "name", "in",
    }
)  # fmt: skip
"""After it, these tell of the company somebody has: 'my agency's website', 'an agency in Leeds'."""


def _is_object_of_need(scene: Scene, mention: Mention) -> bool:
    """'looking for an agency that …', 'we need a design agency which …': the very thing that is needed."""
    message = scene.message
    if mention.key != "agency" or message.norm(mention.last) not in ("that", "which", "who"):
        return False
    low = max(message.sentence(mention.first)[0], mention.first - _ADJECTIVES)
    needs = [m for m in message.between("intents", low, mention.first) if m.key == "need"]
    between = message.norms[needs[-1].last : mention.first] if needs else ()
    persons = any(message.between(kind, needs[-1].last, mention.first) for kind in ("heads", "role") if needs)
    return bool(needs) and not persons and not _AT & set(between)


def _is_of_several(scene: Scene, mention: Mention) -> bool:
    """'a team of three from a certified firm', 'testers from an agency': whose people several shall be."""
    message = scene.message
    first = mention.first
    while mention.first - first < _ADJECTIVES - 1 and message.norm(first - 1) not in ("from", ","):
        first -= 1
    article = message.norm(first) in ("a", "an", "one")
    if mention.key != "agency" or message.norm(first - 1) != "from" or not article:
        return False
    low, _ = message.sentence(mention.first)
    needs = any(m.key == "need" for m in message.between("intents", low, first))
    counted = any(q.last == first - 1 and q.is_bare and q.value > 1 for q in scene.quantities)
    people = any(message.ending(kind, first - 1) is not None for kind in ("role", "heads"))
    return needs and (counted or (people and message.norm(first - 2).endswith("s")))


_AT = frozenset({"for", "at", "by", "with", "from", "as", "in", "of", "to"})


def _is_where_one_worked(scene: Scene, mention: Mention) -> bool:
    """'agency side experience', 'experience in an agency', 'a VA for an agency': somebody's employer."""
    message = scene.message
    if mention.key != "agency":
        return False
    after = message.norms[mention.last : mention.last + _SIDE_EXPERIENCE]
    if after[:1] == ("side",) or (after[:1] and after[0] in _EXPERIENCE):
        return True
    first = mention.first - (message.norm(mention.first - 1) in ("a", "an"))
    before = message.norms[max(0, first - _SIDE_EXPERIENCE) : first]
    worked = (
        before[-1:] and before[-1] in ("in", "at", "with", "for", "from") and bool(_EXPERIENCE & set(before))
    )
    role = message.ending("role", first - 1)
    return bool(worked) or (before[-1:] == ("for",) and role is not None and first < mention.first)


_EXPERIENCE = frozenset({"experience", "background", "exp", "worked", "environment", "veteran"})
_SIDE_EXPERIENCE = 3


def is_owned(scene: Scene, mention: Mention) -> bool:
    own = scene.message.ending("people", mention.first, reach=6)
    if own is not None and scene.message.norm(own.first) == "not":
        return False
    if own is not None and own.key == "own":
        return True
    low, _ = scene.message.sentence(mention.first)
    before = scene.message.between("people", max(low, mention.first - 4), mention.first)
    return any(m.key == "own" and scene.message.norm(m.first) != "not" for m in before)


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
        "", "an", "any", "only", "just", "prefer", "or", "based", "local", "from", "for", "to", "with", ",",
        ".", "\n", "hire", "want", "need", ":", "-", "single",
    }
)  # fmt: skip


def _is_called_better(scene: Scene, mention: Mention) -> bool:
    """'an agency would be better for us', where no second is compared with it."""
    message = scene.message
    better = scene.lexicon.words("people", "better")
    said = message.phrase_end(mention.last, better) is not None
    return said and message.norm(message.segment(mention.first).first) in _BEGINNING | {
        message.norm(mention.first)
    }


_BEGINNING = frozenset({"an", "a", "actually", "maybe", "perhaps", "i", "ok", "then", "so", "well"})


def _heads_the_wish(scene: Scene, mention: Mention) -> bool:
    """'Agency with at least 100 finished jobs': who is wanted, where nobody is said to need anything."""
    message = scene.message
    low, high = message.sentence(mention.first)
    needs = any(m.key == "need" for m in message.between("intents", low, high))
    return mention.first == low and message.norm(mention.last) == "with" and not needs


def _is_alone(scene: Scene, mention: Mention) -> bool:
    """'React dev, a boutique agency': between commas, and not the beginning of a sentence."""
    opener = scene.message.segment(mention.first).opener
    begins = opener in (Opener.SENTENCE, Opener.LINE, Opener.PARAGRAPH)
    return not begins and scene.message.fills_clause(mention.first, mention.last)


def _is_contrasted(scene: Scene, mention: Mention) -> bool:
    """'an agency rather than a freelancer', 'not a freelancer but an agency'."""
    message = scene.message
    over = message.at("edits", mention.last)
    if over is not None and over.key == "instead_of":
        return True
    before = message.norms[max(0, mention.first - 2) : mention.first]
    return before in (("but", "an"), ("but", "a")) or is_changed_to(scene, mention)


def is_changed_to(scene: Scene, mention: Mention) -> bool:
    """'we are moving from freelancers to an agency', and not 'we moved'."""
    message = scene.message
    first = mention.first - (message.norm(mention.first - 1) in ("a", "an"))
    low = max(message.sentence(mention.first)[0], first - _CHANGE)
    before = message.norms[low:first]
    return before[-1:] == ("to",) and "from" in before and bool(_CHANGING & set(before))


_CHANGE = 8
_CHANGING = frozenset(
    {"moving", "switching", "changing", "going", "move", "switch", "change", "go", "migrate"}
)


def _is_looked_for(scene: Scene, mention: Mention) -> bool:
    """'looking for a company that …', 'firm needed for …', 'a small studio over a freelancer'."""
    message = scene.message
    after = message.norm(mention.last)
    if after in ("needed", "wanted", "required", "over"):
        return True
    low = max(message.segment(mention.first).first, mention.first - _ADJECTIVES)
    needs = [m for m in message.between("intents", low - 1 if low else 0, mention.first) if m.key == "need"]
    needed = bool(needs) or bool(_RATHER & set(message.norms[low : mention.first]))
    return needed and after in ("that", "to", "for", "who", "which", "with", "", ".")


_ADJECTIVES = 4
_RATHER = frozenset({"rather", "prefer"})


def _adjoins_cue(scene: Scene, mention: Mention) -> bool:
    message = scene.message
    return any(message.at("cues", i) for i in (mention.last, mention.last + 1)) or any(
        m.last >= mention.first - 1 for m in message.between("cues", max(0, mention.first - 5), mention.first)
    )


_SHOULD_BE = frozenset({("be", "an"), ("be", "a"), ("wants", "an"), ("want", "an")})


def _is_preferred(scene: Scene, mention: Mention) -> bool:
    """'I'd rather work with a company'."""
    norms = scene.message.norms[max(0, mention.first - 6) : mention.first]
    return bool(_RATHER & set(norms)) and norms[-2:-1] == ("with",)
