"""Tells which way a cue reaches: to what comes after it, or back to what was said before."""

from agent.understanding.offline.weight.stance_cues import Cue
from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.message import Message, Opener, Segment
from agent.understanding.offline.words.named import Names
from agent.understanding.offline.words.tokens import TokenKind

PATIENCE = 3
"""Words that may stand between a near cue and what it reaches."""

_BEGINNINGS = (Opener.SENTENCE, Opener.LINE, Opener.PARAGRAPH)
_COURTESIES = frozenset({"respectfully", "sorry", "regrettably", "unfortunately", "please", "thanks", "alas"})
_POSSIBLY = frozenset({"if", "where", "when", "wherever", "whenever"})
_IDEALLY = frozenset({"ideally", "preferably", "optionally"})
_AND = frozenset({"and", "or", "plus", "&", "+", "with"})
_OF_PEOPLE = frozenset(
    {"from", "in", "with", "based", "who", "within", "near", "speaking", "living", "located"}
)


class Reach:
    """Which way the cues of one message reach."""

    def __init__(self, message: Message, names: Names, lexicon: Lexicon) -> None:
        self._message = message
        self._names = names
        self._bridge = lexicon.words("cues", "bridge")
        self._aside = lexicon.words("cues", "aside")
        self._interjected = lexicon.words("cues", "interjected")
        self._pronouns = lexicon.words("cues", "pronouns")

    def is_back(self, place: int, segment: Segment, cue: Cue, start: int, stop: int) -> bool:
        """Whether the cue is said of what stands before it."""
        message = self._message
        if cue.reach == "before":
            if message.norm(cue.last) in ("that", "to") and self.only_refers(segment.first, cue.first):
                return False  # 'it is not necessary that they automate anything'
            return not self._opens_its_sentence(segment, cue, start, stop)
        if cue.reach != "both":
            return self._ends_in_no(place, segment, cue, start) or self.is_of_pronoun(
                place, segment, cue, stop
            )
        if message.norm(cue.last) == ":" or self._qualifies_what_follows(cue, stop):
            return False
        if self._names.something(start, cue.first):
            return not self._is_to_do_something(cue)
        alone = not any(
            message.tokens[i].kind is TokenKind.WORD and message.norms[i] not in self._aside
            for i in (*range(segment.first, cue.first), *range(cue.last, segment.last))
        )
        return alone and place > 0 and segment.opener in (Opener.ASIDE, Opener.COMMA, Opener.CLAUSE)

    def is_of_pronoun(self, place: int, segment: Segment, cue: Cue, stop: int) -> bool:
        """'Kubernetes? Nah, we won't need it', '… Hebrew. You needn't speak it': what was named before."""
        if cue.dimension != "want" or place == 0 or cue.reach != "after":
            return False
        words = [
            self._message.norm(i)
            for i in range(cue.last, stop)
            if self._message.tokens[i].kind is TokenKind.WORD and self._message.norm(i) not in self._bridge
        ]
        named = self._names.something(segment.first, cue.first) or self._names.something(cue.last, stop)
        return not named and bool(words) and all(word in self._pronouns for word in words)

    def _qualifies_what_follows(self, cue: Cue, stop: int) -> bool:
        """'a developer if possible from the EU', 'Figma and ideally Rive': what follows, not the rest."""
        message = self._message
        wishes = message.norm(cue.first) in _POSSIBLY and message.norm(cue.last) in _OF_PEOPLE
        leads = message.norm(cue.first) in _IDEALLY and message.norm(cue.first - 1) in _AND
        return (wishes or leads) and self._names.any(cue.last, stop)

    def _is_to_do_something(self, cue: Cue) -> bool:
        """'the app is Objective-C and we don't want to migrate it': what is not wanted is to do that."""
        message = self._message
        return (
            cue.effect == "exclude"
            and message.norm(cue.last - 1) == "want"
            and message.norm(cue.last) == "to"
        )

    def _opens_its_sentence(self, segment: Segment, cue: Cue, start: int, stop: int) -> bool:
        """'We don't want anyone who does Django': what it is said of comes after it."""
        named = self._names.any(cue.last, stop)
        begins = segment.opener in _BEGINNINGS
        return begins and named and not self._names.something(min(start, segment.first), cue.first)

    def _ends_in_no(self, place: int, segment: Segment, cue: Cue, start: int) -> bool:
        """'Angular no.', 'Angular, respectfully, no.': the name before, and nothing but marks after."""
        if self._message.norms[cue.first : cue.last] != ("no",) or cue.first - start > PATIENCE:
            return False
        rest = range(cue.last, segment.last)
        bare = all(self._message.tokens[i].kind is not TokenKind.WORD for i in rest)
        alone = cue.first == segment.first and segment.opener is Opener.COMMA
        polite = alone and place > 0 and self._is_courtesy(self._message.segments[place - 1])
        return bare and (polite or self._names.any(start, cue.first))

    def _is_courtesy(self, segment: Segment) -> bool:
        tokens = self._message.tokens[segment.first : segment.last]
        return all(token.kind is not TokenKind.WORD or token.norm in _COURTESIES for token in tokens)

    def only_joins(self, first: int, last: int) -> bool:
        """Whether nothing but marks and words that add nothing to a name stand there: ': ', 'people are'."""
        tokens = self._message.tokens[first:last]
        return all(
            token.kind is not TokenKind.WORD or token.norm in self._bridge or token.norm in self._aside
            for token in tokens
        )

    def only_refers(self, first: int, last: int) -> bool:
        """Whether nothing but words that refer back stands there: 'that', 'so they'."""
        tokens = self._message.tokens
        return all(
            tokens[i].kind is not TokenKind.WORD or tokens[i].norm in self._aside for i in range(first, last)
        )

    def is_interjected(self, segment: Segment) -> bool:
        """', on the other hand,': words that part what is weighed from its weight."""
        tokens = self._message.tokens[segment.first : segment.last]
        words = " ".join(token.norm for token in tokens if token.kind is TokenKind.WORD)
        return words in self._interjected or words in _COURTESIES

    def antecedent(self, place: int) -> tuple[int, int] | None:
        """The names last listed before a segment, two others at most between: what 'it' or 'them' are."""
        for before in reversed(self._message.segments[max(0, place - PATIENCE) : place]):
            names = [n for n in self._names.within(before.first, before.last) if n.kind != "role"]
            if not names:
                continue
            first = last = names[-1]
            for name in reversed(names[:-1]):
                if name.kind != last.kind or not self.only_joins(name.last, first.first):
                    break
                first = name
            return first.first, last.last
        return None
