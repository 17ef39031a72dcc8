"""Reads answers to the question just asked that only make sense with it: 'option 2', 'the cheaper', 'yes'."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.tokens import folded
from store.nouns.brief import Slot
from store.nouns.conversation import QuestionOption


def chosen_option(scene: Scene) -> QuestionOption | None:
    """The offered option the message picks by its number, its label or its text; None if it picks none."""
    question = scene.context.question
    if question is None or not question.options:
        return None
    said = folded(scene.message.text)
    stripped = said.strip(" .!,?")
    for option in question.options:
        if stripped and stripped in (folded(option.label), folded(option.text)):
            return option
    position = _position(scene)
    if position is not None and 1 <= position <= len(question.options):
        return question.options[position - 1]
    return _by_price(scene, question.options)


def _position(scene: Scene) -> int | None:
    message = scene.message
    words = [
        t.norm
        for t in message.tokens
        if t.norm not in (".", "!", ",", "the", "please", "one", "is", "fine", "good")
    ]
    values: dict[str, int] = scene.lexicon.setting("references", "ordinals", "values")
    ones: dict[str, int] = scene.lexicon.setting("numbers", "ones", "values")
    if len(words) == 2 and words[0] in ("option", "number", "answer", "choice"):
        return int(words[1]) if words[1].isdigit() and len(words[1]) < 3 else ones.get(words[1])
    if scene.context.shown:
        return None
    if len(words) == 2 and words[1] == "option":
        return values.get(words[0])
    if len(words) == 1 and words[0] in values:
        place = values[words[0]]
        return place if place > 0 else None
    return None


def _by_price(scene: Scene, options: tuple[QuestionOption, ...]) -> QuestionOption | None:
    """'the cheaper' of options that name prices, which are offered from the lowest up."""
    question = scene.context.question
    if (
        question is None
        or not question.slot.value.startswith(("hourly", "fixed"))
        or len(scene.message.tokens) > 5
    ):
        return None
    for mention in scene.message.of("references"):
        if mention.key == "cheapest":
            return options[0]
        if mention.key == "dearest":
            return options[-1]
    if scene.message.has("relative", "cheaper"):
        return options[0]
    return None


def answers(slot: Slot, asked: Slot) -> bool:
    """Whether a change of one slot answers what was asked of another: a fixed price does for a rate."""
    alike = (
        {Slot.HOURLY_RATE, Slot.FIXED_BUDGET},
        {Slot.REGIONS, Slot.COUNTRIES, Slot.UTC_OFFSET},
        {Slot.ROLE, Slot.SKILLS},
        {Slot.START_BY, Slot.AVAILABLE_NOW},
    )
    return slot is asked or any({slot, asked} <= group for group in alike)
