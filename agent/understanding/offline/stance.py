"""How much each word of a message is wanted: cues painted over the tokens they reach.

A cue reaches from where it stands to the end of its segment and on through a list ("no PHP, Perl or
Java"), or back over the list before it ("React, Node and TypeScript required"). A heading that ends in a
colon reaches the lines below it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from agent.understanding.offline.gazetteer import Mention
from agent.understanding.offline.lexicon import Lexicon
from agent.understanding.offline.message import Message, Opener, Segment
from agent.understanding.offline.tokens import TokenKind

_NAMES = ("skill", "role", "industry", "country", "demonym", "region", "city", "language", "people", "zone")
_KINDS_OF_PEOPLE = frozenset({"expert", "intermediate", "entry", "agency", "individual"})
_LIST_WORDS = frozenset(
    {"and", "or", "nor", "any", "a", "an", "the", "/", "&", "from", "in", "with", "no", "not", "also"}
)
_PATIENCE = 3
"""Words that may stand between a near cue and what it reaches."""

_DIMENSIONS = {
    "exclude": "want",
    "unneeded": "want",
    "must": "strength",
    "nice": "strength",
    "unsure": "doubt",
}


@dataclass(frozen=True, slots=True)
class Stance:
    """What the cues say of some words. `hard` is None where nothing says it."""

    excluded: bool = False
    unneeded: bool = False
    hard: bool | None = None
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class _Cue:
    effect: str
    reach: str
    near: bool
    first: int
    last: int
    dimension: str


class StanceReader:
    """Paints a message's cues."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._effects: Mapping[str, tuple[str, str, bool]] = {
            key: (
                lexicon.setting("cues", key, "effect"),
                lexicon.setting("cues", key, "reach"),
                bool(lexicon.setting("cues", key, "near")),
            )
            for key in lexicon.kinds["cues"]
        }
        self._bridge = lexicon.words("cues", "bridge")
        self._aside = lexicon.words("cues", "aside")

    def read(self, message: Message) -> "Stances":
        """The stance of every token."""
        return Stances(_Painter(message, self._cues(message), self._bridge, self._aside).paint())

    def _cues(self, message: Message) -> list[list[_Cue]]:
        """The cues of each segment; of those that overlap, the longest; each reach of it."""
        by_segment: list[list[_Cue]] = [[] for _ in message.segments]
        for mention in message.of("cues"):
            effect, reach, near = self._effects[mention.key]
            if effect == "none" or _is_quantity_word(message, mention):
                continue
            if effect == "exclude" and _is_double_negation(message, mention):
                effect = "must"
            cue = _Cue(effect, reach, near, mention.first, mention.last, _DIMENSIONS[effect])
            place = message.segment_of[mention.first]
            before = by_segment[place][-1] if by_segment[place] else None
            same = before is not None and (before.first, before.last) == (cue.first, cue.last)
            if before is not None and same and before.effect == effect:
                by_segment[place][-1] = _Cue(effect, "both", near, cue.first, cue.last, cue.dimension)
            else:
                by_segment[place].append(cue)
        return by_segment


class Stances:
    """The stance of any stretch of tokens."""

    def __init__(self, painted: Mapping[str, list[str]]) -> None:
        self._painted = painted

    def of(self, first: int, last: int) -> Stance:
        """What the cues say of tokens [first, last)."""
        want = self._first("want", first, last)
        strength = self._first("strength", first, last)
        return Stance(
            excluded=want == "exclude",
            unneeded=want == "unneeded" and strength != "nice",
            hard=None if not strength else strength == "must",
            unsure=bool(self._first("doubt", first, last)),
        )

    def _first(self, dimension: str, first: int, last: int) -> str:
        painted = self._painted[dimension]
        return next((painted[i] for i in range(first, last) if painted[i]), "")


def _is_double_negation(message: Message, cue: Mention) -> bool:
    """'you cannot do this job without Figma': there is no way around it."""
    if message.norm(cue.first) != "without":
        return False
    return bool(_NEGATIONS & set(message.norms[message.segment(cue.first).first : cue.first]))


_NEGATIONS = frozenset(
    {"cannot", "cant", "not", "never", "nobody", "impossible", "wont", "nothing", "couldnt"}
)


def _is_quantity_word(message: Message, cue: Mention) -> bool:
    """Whether a longer quantity phrase ('no more than') covers the cue, or goes on: 'can go up to'."""
    other = message.over("quantities", cue.first, cue.last)
    if other is not None and other.size > cue.size:
        return True
    going = message.over("quantities", cue.last - 1, cue.last + 1)
    return going is not None and going.first > cue.first


def _stops(cues: Sequence[_Cue], last: int) -> list[int]:
    """For each cue where the next one of its dimension that reaches on begins, or the segment's end."""
    following: dict[str, int] = {}
    stops = []
    for cue in reversed(cues):
        stops.append(following.get(cue.dimension, last))
        if cue.reach == "after":
            following[cue.dimension] = cue.first
    return stops[::-1]


class _Painter:
    def __init__(
        self,
        message: Message,
        cues: list[list[_Cue]],
        bridge: frozenset[str],
        aside: frozenset[str],
    ) -> None:
        self._message = message
        self._cues = cues
        self._bridge = bridge
        self._aside = aside
        size = len(message.tokens)
        self._painted = {dimension: [""] * size for dimension in ("want", "strength", "doubt")}
        self._name_at = _names_by_start(message)
        self._unnamed = -1
        """The segment after an exclusion that named nothing we know: 'no page builders (Elementor, Divi)'."""

    def paint(self) -> Mapping[str, list[str]]:
        heading: _Cue | None = None
        carried: dict[str, tuple[str, str]] = {}
        for place, segment in enumerate(self._message.segments):
            if segment.opener is Opener.PARAGRAPH:
                heading = None
            if segment.opener is not Opener.COMMA:
                carried = {}
            cues = self._cues[place]
            if (found := self._heading(segment, cues)) is not None:
                heading = found[0]
                continue
            if heading is not None:
                self._fill(heading, segment.first, segment.last)
            if segment.opener is Opener.ASIDE and place == self._unnamed:
                named = next(self._names(segment.first, segment.last), None)
                carried["want"] = ("exclude", "skill" if named is None else named.kind)
            for dimension, (effect, kind) in list(carried.items()):
                if self._goes_on(segment, kind):
                    self._carry_on(dimension, effect, segment)
                else:
                    del carried[dimension]
            begun = dict.fromkeys(self._painted, segment.first)
            for cue, stop in zip(cues, _stops(cues, segment.last), strict=True):
                self._cue(place, segment, cue, begun[cue.dimension], stop, carried)
                begun[cue.dimension] = cue.last
        return self._painted

    def _heading(self, segment: Segment, cues: list[_Cue]) -> tuple[_Cue | None] | None:
        """The cue of a heading line ('Nice to have:'); (None,) for a heading that says nothing."""
        last = segment.last - 1
        while last > segment.first and self._message.tokens[last].kind is TokenKind.BREAK:
            last -= 1
        ends_line = last < segment.last - 1
        if not ends_line or self._message.norm(last) != ":":
            return None
        if any(True for _ in self._names(segment.first, segment.last)):
            return None
        return (cues[0] if cues else None,)

    def _cue(
        self,
        place: int,
        segment: Segment,
        cue: _Cue,
        start: int,
        stop: int,
        carried: dict[str, tuple[str, str]],
    ) -> None:
        """Paint what a cue reaches, no farther back than `start` and no farther on than `stop`."""
        if self._reaches_back(place, segment, cue, start, stop):
            self._back(place, segment, cue, start)
            return
        if cue.effect == "exclude":
            kind = self._exclude(cue, stop)
            if kind is None and stop == segment.last and 0 < stop - cue.last <= _PATIENCE:
                self._unnamed = place + 1
        else:
            self._fill(cue, cue.last, stop)
            names = list(self._names(cue.last, stop))
            kind = names[-1].kind if names else None
        if kind is not None and stop == segment.last:
            carried[cue.dimension] = (cue.effect, kind)

    def _reaches_back(self, place: int, segment: Segment, cue: _Cue, start: int, stop: int) -> bool:
        if cue.reach == "before":
            return not self._opens_its_sentence(segment, cue, start, stop)
        if cue.reach != "both":
            return self._ends_in_no(segment, cue, start)
        following = self._message.norm(cue.last)
        if following == ":":
            return False
        if self._has_something(start, cue.first):
            return True
        alone = not any(
            self._message.tokens[i].kind is TokenKind.WORD and self._message.norms[i] not in self._aside
            for i in (*range(segment.first, cue.first), *range(cue.last, segment.last))
        )
        return alone and place > 0 and segment.opener in (Opener.ASIDE, Opener.COMMA, Opener.CLAUSE)

    def _opens_its_sentence(self, segment: Segment, cue: _Cue, start: int, stop: int) -> bool:
        """'We don't want anyone who does Django': what it is said of comes after it."""
        begins = segment.opener in (Opener.SENTENCE, Opener.LINE, Opener.PARAGRAPH)
        named = any(True for _ in self._names(cue.last, stop))
        return begins and named and not self._has_something(min(start, segment.first), cue.first)

    def _ends_in_no(self, segment: Segment, cue: _Cue, start: int) -> bool:
        """'Angular no.': the name before, where nothing but marks comes after."""
        if self._message.norms[cue.first : cue.last] != ("no",) or cue.first - start > _PATIENCE:
            return False
        rest = range(cue.last, segment.last)
        bare = all(self._message.tokens[i].kind is not TokenKind.WORD for i in rest)
        return bare and any(True for _ in self._names(start, cue.first))

    def _has_something(self, first: int, last: int) -> bool:
        if any(True for _ in self._names(first, last)):
            return True
        return any(self._message.tokens[i].kind is TokenKind.NUMBER for i in range(first, last)) or bool(
            self._message.between("schedule", first, last) or self._message.between("slots", first, last)
        )

    def _back(self, place: int, segment: Segment, cue: _Cue, start: int) -> None:
        """Paint what stands before the cue: its list, or the aside's list when the cue stands alone."""
        if self._has_something(start, cue.first):
            self._fill(cue, start, cue.first)
            first = next(iter(self._names(start, cue.first)), None)
            is_joined = any(self._message.norm(i) in ("and", "or", "&", "/") for i in range(start, cue.first))
            while first is not None and is_joined and place > 0 and segment.opener is Opener.COMMA:
                place -= 1
                segment = self._message.segments[place]
                if self._cues[place] or self._has_a_head(segment) or not self._is_list(segment, first.kind):
                    break
                self._fill(cue, segment.first, segment.last)
        elif place > 0 and self._only_refers(segment.first, cue.first):
            before = self._message.segments[place - 1]
            names = list(self._names(before.first, before.last))
            if segment.opener is Opener.ASIDE and names and not _is_dash(self._message, segment):
                self._fill(cue, names[-1].first, before.last)
            else:
                self._fill(cue, before.first, before.last)

    def _only_refers(self, first: int, last: int) -> bool:
        """Whether nothing but words that refer back stands there: 'that', 'so they'."""
        tokens = self._message.tokens
        return all(
            tokens[i].kind is not TokenKind.WORD or tokens[i].norm in self._aside for i in range(first, last)
        )

    def _has_a_head(self, segment: Segment) -> bool:
        """'Swift experience, …': the list that follows has begun anew."""
        found = self._message.between("ordinary", segment.first, segment.last)
        return any(mention.key == "followers" for mention in found)

    def _is_list(self, segment: Segment, kind: str) -> bool:
        """Whether a segment is one more item of a list of that kind: little but a name."""
        names = [name for name in self._names(segment.first, segment.last) if name.kind == kind]
        covered = sum(name.size for name in names)
        return (
            bool(names)
            and segment.last - segment.first - covered <= 4
            and not self._message.between("role", segment.first, segment.last)
        )

    def _exclude(self, cue: _Cue, stop: int) -> str | None:
        """Paint the names after an excluding cue as long as the list goes on; the last one's kind."""
        index, gap, kind = cue.last, 0, None
        while index < stop:
            name = self._name_at.get(index)
            if name is not None and name.last <= stop:
                self._fill(cue, name.first, name.last)
                kind, index = name.kind, name.last
                continue
            word = self._message.norm(index)
            if word == ":" and index > cue.last:
                return kind
            if kind is not None and not (word in _LIST_WORDS or word in self._bridge):
                return kind
            if word not in self._bridge:
                gap += 1
                if gap > (_PATIENCE if cue.near else 3 * _PATIENCE) or (cue.near and gap > 1):
                    return None
            index += 1
        return kind

    def _goes_on(self, segment: Segment, kind: str) -> bool:
        """Whether the segment goes on with a list of that kind."""
        index = segment.first
        while index < segment.last and self._message.norm(index) in (*_LIST_WORDS, "("):
            index += 1
        name = self._name_at.get(index)
        if name is not None and self._message.norm(name.last) in (
            "is",
            "are",
            "was",
            "it",
            "we",
            "they",
            "will",
        ):
            return False
        return name is not None and (
            name.kind == kind or {name.kind, kind} <= {"country", "region", "demonym", "city"}
        )

    def _carry_on(self, dimension: str, effect: str, segment: Segment) -> None:
        cue = _Cue(effect, "after", False, segment.first, segment.first, dimension)
        if dimension == "want" and effect == "exclude":
            self._exclude(cue, segment.last)
        else:
            self._fill(cue, segment.first, segment.last)

    def _fill(self, cue: _Cue, first: int, last: int) -> None:
        painted = self._painted[cue.dimension]
        for index in range(first, last):
            painted[index] = cue.effect

    def _names(self, first: int, last: int) -> Iterator[Mention]:
        index = first
        while index < last:
            name = self._name_at.get(index)
            if name is not None and name.last <= last:
                yield name
                index = name.last
            else:
                index += 1


def _is_dash(message: Message, segment: Segment) -> bool:
    return message.norm(segment.first) in ("-", "–")


def _names_by_start(message: Message) -> dict[int, Mention]:
    """The longest name that begins at each token."""
    by_start: dict[int, Mention] = {}
    for kind in _NAMES:
        for mention in message.of(kind):
            if kind == "people" and mention.key not in _KINDS_OF_PEOPLE:
                continue
            known = by_start.get(mention.first)
            if known is None or mention.last > known.last:
                by_start[mention.first] = mention
    return by_start
