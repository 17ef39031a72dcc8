"""Paints cues over the tokens they reach, segment by segment."""

from collections.abc import Mapping

from agent.understanding.offline.weight.reach import PATIENCE, Reach
from agent.understanding.offline.weight.stance_cues import Cue, answers_itself, stops_of
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.message import Message, Opener, Segment
from agent.understanding.offline.words.named import Names
from agent.understanding.offline.words.tokens import TokenKind

_LIST_WORDS = frozenset(
    {"and", "or", "nor", "any", "a", "an", "the", "/", "&", "from", "in", "with", "no", "not", "also", "'s"}
)
_BEGINS_A_CLAUSE = frozenset({"is", "are", "was", "it", "we", "they", "will", "rather", "instead"})
"""After a name: it is no more item of the list, but what a new clause is about."""

_ON_TO = frozenset({"to", "onto", "for", "into"})
"""After what is left behind: 'moving off Heroku to AWS'."""

_PLACES = frozenset({"country", "region", "demonym", "city"})


class Painter:
    """The stance of every token of one message, a dimension at a time."""

    def __init__(self, message: Message, cues: list[list[Cue]], lexicon: Lexicon) -> None:
        self._message = message
        self._cues = cues
        self._bridge = lexicon.words("cues", "bridge")
        size = len(message.tokens)
        self._painted = {dimension: [""] * size for dimension in ("want", "strength", "doubt")}
        self._names = Names(message)
        self._reach = Reach(message, self._names, lexicon)
        self._unnamed = -1
        """The segment after an exclusion that named nothing we know: 'no page builders (Elementor, Divi)'."""

    def paint(self) -> Mapping[str, list[str]]:
        """What is said of each token in each dimension, empty where nothing is."""
        heading: Cue | None = None
        label: Cue | None = None
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
            label = label if segment.opener in (Opener.COMMA, Opener.ASIDE, Opener.CLAUSE) else None
            if label is not None:
                self._fill(label, segment.first, segment.last)
            label = next((cue for cue in cues if self._is_label(segment, cue)), label)
            if segment.opener is Opener.ASIDE and place == self._unnamed:
                named = next(self._names.within(segment.first, segment.last), None)
                carried["want"] = ("exclude", "skill" if named is None else named.kind)
            for dimension, (effect, kind) in list(carried.items()):
                if self._goes_on(segment, kind):
                    self._carry_on(dimension, effect, segment)
                else:
                    del carried[dimension]
            begun = dict.fromkeys(self._painted, segment.first)
            for cue, stop in zip(cues, stops_of(cues, segment.last), strict=True):
                self._cue(place, segment, cue, begun[cue.dimension], stop, carried)
                begun[cue.dimension] = cue.last
        self._answered()
        return self._painted

    def _answered(self) -> None:
        """'C developer? No: C#': what the client asks itself about is not what is needed."""
        for mention in self._message.of("cues"):
            if answers_itself(self._message, mention):
                asked = self._message.segment(mention.first - 1)
                for skill in self._message.between("skill", asked.first, asked.last):
                    self._paint("unneeded", "want", skill.first, skill.last)

    def _heading(self, segment: Segment, cues: list[Cue]) -> tuple[Cue | None] | None:
        """The cue of a heading line ('Nice to have:'); (None,) for a heading that says nothing."""
        last = segment.last - 1
        while last > segment.first and self._message.tokens[last].kind is TokenKind.BREAK:
            last -= 1
        ends_line = last < segment.last - 1
        if not ends_line or self._message.norm(last) != ":":
            return None
        if self._names.any(segment.first, segment.last):
            return None
        return (cues[0] if cues else None,)

    def _is_label(self, segment: Segment, cue: Cue) -> bool:
        """'Must have: German, proven planning, use of Semrush': it goes on to the sentence's end."""
        begins = cue.first == segment.first and segment.opener in (
            Opener.SENTENCE,
            Opener.LINE,
            Opener.PARAGRAPH,
        )
        return (
            begins and cue.dimension == "strength" and ":" in self._message.norms[cue.last - 1 : cue.last + 1]
        )

    def _cue(
        self,
        place: int,
        segment: Segment,
        cue: Cue,
        start: int,
        stop: int,
        carried: dict[str, tuple[str, str]],
    ) -> None:
        """Paint what a cue reaches, no farther back than `start` and no farther on than `stop`."""
        if cue.reach == "end":
            self._end(cue, start)
            return
        if self._reach.is_back(place, segment, cue, start, stop):
            self._back(place, segment, cue, start)
            return
        if self._is_not_only(cue):
            return
        if cue.effect == "exclude" or cue.near:
            kind = self._list_after(cue, stop)
            if kind is None and stop == segment.last and 0 < stop - cue.last <= PATIENCE:
                self._unnamed = place + 1
        else:
            self._fill(cue, cue.last, stop)
            names = list(self._names.within(cue.last, stop))
            kind = names[-1].kind if names else None
        if kind is not None and stop == segment.last:
            carried[cue.dimension] = (cue.effect, kind)

    def _is_not_only(self, cue: Cue) -> bool:
        """'Not Germany only': nothing is said against Germany."""
        name = self._names.at(cue.last)
        bare = cue.effect == "exclude" and self._message.norm(cue.last - 1) == "not"
        return bare and name is not None and self._message.norm(name.last) == "only"

    def _end(self, cue: Cue, start: int) -> None:
        """Paint the name right before a cue that ends its clause: 'Elementor out', 'Angular: no'."""
        names = list(self._names.within(start, cue.first))
        if names and self._reach.only_joins(names[-1].last, cue.first):
            self._fill(cue, names[-1].first, names[-1].last)

    def _back(self, place: int, segment: Segment, cue: Cue, start: int) -> None:
        """Paint what stands before the cue: its list, or the aside's list when the cue stands alone."""
        if cue.reach == "after" and not self._names.something(start, cue.first):
            named = self._reach.antecedent(place)
            if named is not None:
                self._fill(cue, *named)
        elif self._names.something(start, cue.first):
            self._fill(cue, start, cue.first)
            first = next(self._names.within(start, cue.first), None)
            is_joined = any(self._message.norm(i) in ("and", "or", "&", "/") for i in range(start, cue.first))
            while first is not None and is_joined and place > 0 and segment.opener is Opener.COMMA:
                place -= 1
                segment = self._message.segments[place]
                listed = self._names.are_list(segment, first.kind) or self._is_unknown_item(segment)
                if self._cues[place] or self._has_a_head(segment) or not listed:
                    break
                self._fill(cue, segment.first, segment.last)
        elif place > 0 and self._reach.only_refers(segment.first, cue.first):
            while place > 1 and self._reach.is_interjected(self._message.segments[place - 1]):
                place -= 1
            before = self._message.segments[place - 1]
            names = list(self._names.within(before.first, before.last))
            if segment.opener is Opener.ASIDE and names and not self._is_dash(segment):
                self._fill(cue, names[-1].first, before.last)
            else:
                self._fill(cue, self._past_whoever_is_sought(before), before.last)

    def _past_whoever_is_sought(self, segment: Segment) -> int:
        """'A writer with a PhD? Not necessary.': what is asked of the writer, and not the writer."""
        role = next(iter(self._message.between("role", segment.first, segment.last)), None)
        if role is None or not self._message.norm(role.last).isalpha():
            return segment.first
        return role.last

    def _is_unknown_item(self, segment: Segment) -> bool:
        """'Altium, mixed-signal layout and EMC are needed': an item of the list that names nothing known."""
        few = segment.last - segment.first <= PATIENCE + 2
        return (
            few and segment.opener is Opener.COMMA and not self._names.something(segment.first, segment.last)
        )

    def _has_a_head(self, segment: Segment) -> bool:
        """'Swift experience, …': the list that follows has begun anew."""
        found = self._message.between("ordinary", segment.first, segment.last)
        return any(mention.key == "followers" for mention in found)

    def _list_after(self, cue: Cue, stop: int) -> str | None:
        """Paint the names after a cue as long as the list goes on; the last one's kind."""
        index, gap, kind = cue.last, 0, None
        while index < stop:
            name = self._names.at(index)
            if name is not None and name.last <= stop:
                self._name(cue, name)
                kind, index = name.kind, name.last
                continue
            word = self._message.norm(index)
            if (word == ":" and index > cue.last) or (kind is not None and self._leads_on(cue, word)):
                return kind
            if kind is not None and not (word in _LIST_WORDS or word in self._bridge):
                return kind
            if word not in self._bridge:
                gap += 1
                if gap > (PATIENCE if cue.near else 3 * PATIENCE) or (cue.near and gap > 1):
                    return None
            index += 1
        return kind

    def _leads_on(self, cue: Cue, word: str) -> bool:
        """'moving off Heroku to AWS', 'replacing Zendesk with Intercom': what follows is not left behind."""
        return word in _ON_TO or (cue.effect == "unneeded" and word in ("with", "by"))

    def _name(self, cue: Cue, name: Mention) -> None:
        """Paint a name after a cue; 'no Excel-only people' is nothing against Excel."""
        if cue.effect == "exclude" and name.kind == "skill" and self._is_only(name.last):
            self._paint("unneeded", "want", name.first, name.last)
        else:
            self._fill(cue, name.first, name.last)

    def _is_only(self, index: int) -> bool:
        return self._message.norm(index) == "only" and self._message.norm(index + 1) in self._bridge

    def _goes_on(self, segment: Segment, kind: str) -> bool:
        """Whether the segment goes on with a list of that kind."""
        index = segment.first
        while index < segment.last and self._message.norm(index) in (*_LIST_WORDS, "("):
            index += 1
        name = self._names.at(index)
        if name is None or self._message.norm(name.last) in _BEGINS_A_CLAUSE:
            return False
        return name.kind == kind or {name.kind, kind} <= _PLACES

    def _carry_on(self, dimension: str, effect: str, segment: Segment) -> None:
        cue = Cue(effect, "after", False, segment.first, segment.first, dimension)
        if dimension == "want" and effect == "exclude":
            self._list_after(cue, segment.last)
        else:
            self._fill(cue, segment.first, segment.last)

    def _fill(self, cue: Cue, first: int, last: int) -> None:
        self._paint(cue.effect, cue.dimension, first, last)

    def _paint(self, effect: str, dimension: str, first: int, last: int) -> None:
        painted = self._painted[dimension]
        for index in range(first, last):
            painted[index] = effect

    def _is_dash(self, segment: Segment) -> bool:
        return self._message.norm(segment.first) in ("-", "–")
