"""What was heard, said back: the changes a message made, and what was assumed."""

from agent.briefs.merge import merge
from agent.matching.wording import industry_words
from agent.replies.brief import brief_facts, trade_words
from agent.replies.words import listed, sentence
from agent.understanding.reading import Change, Intent, Operation, Reading
from store.knowledge import Knowledge
from store.nouns.brief import HARD_BY_DEFAULT, Brief, Importance, SkillWish, Slot

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
    said = [f'"{change.words}" as {meaning}' for change in doubtful if (meaning := _guess(change, knowledge))]
    return sentence(f"I read {listed(said)}; tell me if that is wrong") if said else ""


def _guess(change: Change, knowledge: Knowledge) -> str:
    """What a guess means; of a name that stands for itself, how much it is wanted: 'Zorbify' as 'a must'."""
    wish = change.value
    if not isinstance(wish, SkillWish) or wish.name != change.words or change.operation in _VERBS:
        return _change(change, knowledge)
    return _GUESSED[wish.importance]


_GUESSED = {
    Importance.MUST: "a skill they must have",
    Importance.NICE: "a skill that is preferred",
    Importance.EXCLUDED: "a skill they must not have",
}


def eased_in_words(reading: Reading, brief: Brief, knowledge: Knowledge) -> str:
    """Which must-haves of the message the brief holds as preferences, because too few meet them all."""
    if reading.intent is not Intent.DESCRIBE_NEED:
        return ""
    eased = [change for change in reading.changes if _gave_way(change, brief)]
    said = list(dict.fromkeys(_subject(change, knowledge) for change in eased))
    if not said:
        return ""
    wishes = "is only a wish" if len(said) == 1 else "are only wishes"
    kept = "tell me what you cannot do without"
    return f"Hardly anybody meets all of it, so {listed(said)} {wishes} now; {kept}."


def _gave_way(change: Change, brief: Brief) -> bool:
    if isinstance(change.value, SkillWish):
        held = [wish for wish in brief.skills if wish.name == change.value.name]
        return change.value.importance is Importance.MUST and any(
            wish.importance is Importance.NICE for wish in held
        )
    stated = change.hard if change.hard is not None else change.slot in HARD_BY_DEFAULT
    return stated and change.slot in brief.terms and not brief.terms[change.slot].hard


def _change(change: Change, knowledge: Knowledge) -> str:
    if change.operation in _VERBS:
        return f"{_subject(change, knowledge)} {_VERBS[change.operation]}"
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
    if change.slot is Slot.INDUSTRIES and isinstance(change.value, str):
        return _industry(change, change.value, knowledge)
    facts = brief_facts(merge(Brief(), (change,), knowledge), knowledge)
    return ", ".join(f"{name.lower()} {value}" for name, value in facts) or change.words


def _industry(change: Change, industry: str, knowledge: Knowledge) -> str:
    if not change.own:
        return f"experience in {industry_words([industry], knowledge)}"
    return f"your industry{', ' if change.uncertain else ' is '}{trade_words([industry], knowledge)}"


def _subject(change: Change, knowledge: Knowledge) -> str:
    """What goes or changes its weight: the item, or the whole requirement by its name."""
    if isinstance(change.value, SkillWish):
        return change.value.name
    if change.value is None:
        return _NAMES[change.slot]
    added = change.model_copy(update={"operation": Operation.ADD, "own": False})
    facts = brief_facts(merge(Brief(), (added,), knowledge), knowledge)
    return ", ".join(value for _, value in facts) or change.words


_NAMES = {
    Slot.ROLE: "the role",
    Slot.HEADCOUNT: "the number of people",
    Slot.SKILLS: "the skills",
    Slot.INDUSTRIES: "the industry",
    Slot.SENIORITY: "the level",
    Slot.HOURLY_RATE: "the hourly rate",
    Slot.FIXED_BUDGET: "the budget",
    Slot.HOURS_PER_WEEK: "the hours a week",
    Slot.DURATION_WEEKS: "the length",
    Slot.START_BY: "the start",
    Slot.COUNTRIES: "the country",
    Slot.REGIONS: "the region",
    Slot.UTC_OFFSET: "the time zone",
    Slot.LANGUAGES: "the languages",
    Slot.MIN_JOB_SUCCESS: "the job success",
    Slot.MIN_RATING: "the rating",
    Slot.MIN_JOBS_COMPLETED: "the number of completed jobs",
    Slot.AVAILABLE_NOW: "the immediate start",
    Slot.PROVIDER: "the kind of provider",
    Slot.WORKING_STYLE: "the way of working",
}
