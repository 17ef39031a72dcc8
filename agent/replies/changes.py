"""What was heard, said back: the changes a message made, and what was assumed."""

from agent.briefs.merge import merge
from agent.replies.brief import brief_facts
from agent.replies.words import listed, sentence
from agent.understanding.reading import Change, Operation, Reading
from store.knowledge import Knowledge
from store.nouns.brief import Brief, Importance, SkillWish

_VERBS = {
    Operation.REMOVE: "dropped",
    Operation.RELAX: "made optional",
    Operation.TIGHTEN: "made a must",
}


def changes_in_words(reading: Reading, knowledge: Knowledge) -> str:
    """'Noted: Shopify preferred and rate up to $60 an hour.' Empty when nothing certain changed."""
    certain = [change for change in reading.changes if not change.uncertain]
    said = [words for change in certain if (words := _change(change, knowledge))]
    return sentence(f"Noted: {listed(list(dict.fromkeys(said)))}") if said else ""


def doubts_in_words(reading: Reading, knowledge: Knowledge) -> str:
    """What was assumed where the words could mean something else."""
    doubtful = [change for change in reading.changes if change.uncertain]
    said = [
        f'"{change.words}" as {meaning}' for change in doubtful if (meaning := _change(change, knowledge))
    ]
    return sentence(f"I read {listed(said)}; tell me if that is wrong") if said else ""


def _change(change: Change, knowledge: Knowledge) -> str:
    if change.operation in _VERBS:
        subject = change.value.name if isinstance(change.value, SkillWish) else change.words
        return f"{subject} {_VERBS[change.operation]}"
    if isinstance(change.value, SkillWish):
        match change.value.importance:
            case Importance.NICE:
                return f"{change.value.name} preferred"
            case Importance.EXCLUDED:
                return f"no {change.value.name}"
            case Importance.MUST:
                return f"{change.value.name} required"
    if change.operation is Operation.RELATIVE:
        return change.words
    facts = brief_facts(merge(Brief(), (change,), knowledge), knowledge)
    return ", ".join(f"{name.lower()} {value}" for name, value in facts) or change.words
