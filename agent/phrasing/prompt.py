"""What a model is told of a reply: numbered facts, and which belong together. No name, no profile text."""

from collections.abc import Mapping, Sequence

from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from agent.phrasing.vocabulary import load_vocabulary
from agent.replies.draft import Fact, Told

_TASK = """\
You word the reply of a recruiter to a client. You are given the facts of the reply, numbered, and which of \
them belong in one sentence. Write one to five short, natural sentences.

Rules
- Write the number of a fact, in its brackets, where its text shall stand; never the text itself.
- Use every fact once, people in their order; a fact about a person comes after that person.
- Between the facts use only these words: {words}.
- Write no digits, no names, no questions, no lists; nothing but the sentences.
"""


def wording_prompt(told: Sequence[Told]) -> list[BaseMessage]:
    """The messages that ask the model to word what is told."""
    facts = [fact for each in told for fact in each.facts]
    names = {fact.about: number for number, fact in enumerate(facts, 1) if fact.introduces}
    lines = "\n".join(_line(number, fact, names) for number, fact in enumerate(facts, 1))
    sentences, number = [], 1
    for each in told:
        sentences.append(" ".join(f"[{number + offset}]" for offset in range(len(each.facts))))
        number += len(each.facts)
    together = "\n".join(sentences)
    return [
        SystemMessage(_TASK.format(words=", ".join(sorted(load_vocabulary())))),
        HumanMessage(f"Facts\n{lines}\n\nSentences\n{together}"),
    ]


def _line(number: int, fact: Fact, names: Mapping[str | None, int]) -> str:
    if fact.introduces:
        return f"[{number}] a person{', with a detail in parentheses' if fact.text.endswith(')') else ''}"
    whose = f" (about [{names[fact.about]}])" if fact.about in names else ""
    return f"[{number}]{whose} {fact.text if fact.ours else 'a detail of their profile'}"
