"""A message taken apart: its tokens, what was found in it, and how it falls into segments."""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.tokens import Token, TokenKind


class Opener(Enum):
    """What a segment begins after."""

    SENTENCE = 1
    LINE = 2
    PARAGRAPH = 3
    CLAUSE = 4
    ASIDE = 5
    COMMA = 6


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens [first, last) between two marks or breaking words."""

    first: int
    last: int
    opener: Opener
    sentence: int


@dataclass(frozen=True)
class Message:
    """What every part of the reader works on."""

    text: str
    tokens: tuple[Token, ...]
    mentions: Mapping[str, Sequence[Mention]]
    segments: tuple[Segment, ...]
    segment_of: tuple[int, ...]
    norms: tuple[str, ...] = field(repr=False)
    _starts: dict[tuple[str, int], Mention] = field(repr=False)
    _sentences: Mapping[int, tuple[int, int]] = field(repr=False)
    _covers: dict[tuple[str, str | None], dict[int, Mention]] = field(default_factory=dict, repr=False)

    def of(self, kind: str, key: str | None = None) -> Sequence[Mention]:
        """The mentions of one kind, in order, or only those of one key."""
        found = self.mentions.get(kind, ())
        return found if key is None else [m for m in found if m.key == key]

    def has(self, kind: str, *keys: str) -> bool:
        """Whether there is a mention of that kind (and one of those keys)."""
        found = self.mentions.get(kind, ())
        return bool(found) if not keys else any(m.key in keys for m in found)

    def at(self, kind: str, index: int) -> Mention | None:
        """The mention of that kind that begins at a token."""
        return self._starts.get((kind, index))

    def over(self, kind: str, first: int, last: int, key: str | None = None) -> Mention | None:
        """The longest mention of that kind (and key) that covers tokens [first, last)."""
        cover = self._covers.get((kind, key))
        if cover is None:
            cover = self._covers[kind, key] = _cover(self.of(kind, key))
        mention = cover.get(first)
        return mention if mention is not None and mention.last >= last else None

    def ending(self, kind: str, last: int, reach: int = 4) -> Mention | None:
        """The mention of that kind that ends just before token `last`."""
        found = self.mentions.get(kind, ())
        place = bisect_left(found, last - reach, key=lambda m: m.first)
        for mention in found[place : place + reach + 2]:
            if mention.last == last:
                return mention
        return None

    def between(self, kind: str, first: int, last: int) -> list[Mention]:
        """The mentions of that kind within tokens [first, last)."""
        found = self.mentions.get(kind, ())
        place = bisect_left(found, first, key=lambda m: m.first)
        inside = []
        while place < len(found) and found[place].first < last:
            if found[place].last <= last:
                inside.append(found[place])
            place += 1
        return inside

    def norm(self, index: int) -> str:
        """The folded token; empty beyond either end of the message."""
        return self.norms[index] if 0 <= index < len(self.norms) else ""

    def segment(self, index: int) -> Segment:
        """The segment a token lies in."""
        return self.segments[self.segment_of[min(index, len(self.tokens) - 1)]]

    def phrase_end(self, first: int, phrases: Collection[str], high: int | None = None) -> int | None:
        """Where the longest of these phrases ends that begins at a token (before `high`); None if none does.

        For tables that are not searched for in messages: 'single_words' in the data files.
        """
        end = min(len(self.norms) if high is None else high, first + _LONGEST_PHRASE)
        return next(
            (last for last in range(end, first, -1) if " ".join(self.norms[first:last]) in phrases), None
        )

    def names_somebody(self, index: int) -> bool:
        """Whether a role, or another word for somebody who works, begins at a token."""
        return self.at("role", index) is not None or self.at("heads", index) is not None

    def fills_clause(self, first: int, last: int) -> bool:
        """Whether tokens [first, last), an article before them let by, fill the room between two marks."""
        segment = self.segment(first)
        inside = [i for i in range(segment.first, segment.last) if self.tokens[i].kind in _SPOKEN]
        begun = first - (self.norm(first - 1) in ("a", "an"))
        return bool(inside) and begun <= inside[0] and inside[-1] < last

    def sentence(self, index: int) -> tuple[int, int]:
        """The tokens [first, last) of the sentence a token lies in."""
        return self._sentences[self.segment(index).sentence]

    def words(self, first: int, last: int) -> str:
        """The client's own characters of tokens [first, last)."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]


_LONGEST_PHRASE = 6
"""Words of the longest phrase of such a table."""

_SPOKEN = (TokenKind.WORD, TokenKind.NUMBER)


def _cover(mentions: Sequence[Mention]) -> dict[int, Mention]:
    """For each token the longest of the mentions it lies in."""
    cover: dict[int, Mention] = {}
    for mention in mentions:
        for index in range(mention.first, mention.last):
            known = cover.get(index)
            if known is None or mention.size > known.size:
                cover[index] = mention
    return cover


def assemble(
    text: str, tokens: tuple[Token, ...], mentions: Mapping[str, Sequence[Mention]], lexicon: Lexicon
) -> Message:
    """A message of tokens whose mentions are known."""
    inside = {i for cue in mentions.get("cues", ()) for i in range(cue.first + 1, cue.last)}
    segments = _segments(tokens, lexicon.words("clauses", "breakers"), inside)
    segment_of = [0] * len(tokens)
    for place, segment in enumerate(segments):
        for index in range(segment.first, segment.last):
            segment_of[index] = place
    starts = {(kind, m.first): m for kind, found in mentions.items() for m in reversed(found)}
    sentences: dict[int, tuple[int, int]] = {}
    for segment in segments:
        first, _ = sentences.get(segment.sentence, (segment.first, 0))
        sentences[segment.sentence] = first, segment.last
    norms = tuple(token.norm for token in tokens)
    return Message(text, tokens, mentions, tuple(segments), tuple(segment_of), norms, starts, sentences)


def _segments(tokens: Sequence[Token], breakers: frozenset[str], inside: Collection[int]) -> list[Segment]:
    """Cut after commas, brackets, dashes, sentence ends and before breaking words not `inside` a cue."""
    segments: list[Segment] = []
    first, opener, sentence = 0, Opener.SENTENCE, 0

    def close(last: int, following: Opener) -> None:
        nonlocal first, opener, sentence
        if last > first:
            segments.append(Segment(first, last, opener, sentence))
            if following in (Opener.SENTENCE, Opener.LINE, Opener.PARAGRAPH):
                sentence += 1
            opener = following
        elif following.value < opener.value or opener is Opener.COMMA:
            opener = following
        first = last

    for index, token in enumerate(tokens):
        if token.kind is TokenKind.BREAK:
            close(index + 1, Opener.PARAGRAPH if token.norm == "\n\n" else Opener.LINE)
        elif token.kind is TokenKind.SYMBOL:
            match token.norm:
                case "." if _shortens(tokens, index):
                    pass
                case "." | "!" | "?" | "…" | ";":
                    close(index + 1, Opener.SENTENCE)
                case ",":
                    close(index + 1, Opener.COMMA)
                case ":" if _has_number(tokens, first, index) and not _joins(tokens, index):
                    close(index + 1, Opener.CLAUSE)
                case "(" | "[":
                    close(index, Opener.ASIDE)
                case ")" | "]":
                    close(index + 1, Opener.COMMA)
                case "–" | "-" | "•" | "*" | "|" if not _joins(tokens, index) and index not in inside:
                    close(index, Opener.ASIDE if token.norm in "–-" else Opener.CLAUSE)
                case _:
                    pass
        elif (token.norm in breakers or _begins_condition(tokens, index)) and index not in inside:
            close(index, Opener.CLAUSE)
    close(len(tokens), Opener.SENTENCE)
    return segments


def _begins_condition(tokens: Sequence[Token], index: int) -> bool:
    """'I don't care where, as long as they speak English': what follows is wanted."""
    said = [token.norm for token in tokens[index : index + 3]]
    return said[1:] == ["long", "as"] and said[0] in ("as", "so")


def _shortens(tokens: Sequence[Token], index: int) -> bool:
    """Whether a stop only ends a short form: 'an overlap of min. 5 hours'."""
    before = [token.norm for token in tokens[max(0, index - 2) : index]]
    numbered = index + 1 < len(tokens) and tokens[index + 1].kind is TokenKind.NUMBER
    return numbered and before in _SHORT_FORMS


_SHORT_FORMS = (["of", "min"], ["of", "max"], ["for", "approx"])


def _has_number(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(tokens[i].kind is TokenKind.NUMBER for i in range(first, last))


def _joins(tokens: Sequence[Token], index: int) -> bool:
    """Whether a dash stands between two numbers or without spaces: '40 - 60', 'UTC-5'."""
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if before is None or after is None:
        return False
    if tokens[index].glued and after.glued:
        return True
    numeric = (TokenKind.NUMBER, TokenKind.SYMBOL)
    return (
        after.kind in numeric
        and before.kind is not TokenKind.BREAK
        and any(t.kind is TokenKind.NUMBER for t in (before, after))
        and before.norm not in ",.:;)"
    )
