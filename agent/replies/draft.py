"""A reply before it is worded: our own sentences, and the facts they are made of.

Whoever words a reply (our templates, or a model) may arrange the facts; only we write them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """A piece of text that is said as it stands, or not at all.

    `about` is the freelancer it is true of; with `introduces` it is their name. `ours` says that the text has
    nothing of a profile in it but counts, dates and names of closed lists.
    """

    text: str
    about: str | None = None
    introduces: bool = False
    ours: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of ours and the facts in it. With `paragraph`, it begins a new one."""

    text: str
    facts: tuple[Fact, ...]
    paragraph: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole reply. What stands before and after what is told is said to the letter: questions, previews."""

    before: str = ""
    told: tuple[Told, ...] = ()
    after: str = ""

    @property
    def text(self) -> str:
        """The reply in our own words."""
        reply = self.before
        for told in self.told:
            reply = joined(reply, told)
        return "\n\n".join(filter(None, (reply, self.after)))


def joined(reply: str, told: Told) -> str:
    """The reply so far with another sentence of ours."""
    if not reply:
        return told.text
    return reply + ("\n\n" if told.paragraph else " ") + told.text
