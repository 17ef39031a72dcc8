"""Reads the topics of questions about the service: ours, and an operator's own over them."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints, TypeAdapter

from agent.own_file import OwnFileFault, read_own_file
from store.nouns.base import Noun

GENERAL = "general"
"""The topic whose answer is given where no other is near enough."""

NONE = "none"
"""What is no question about the service; it has no answer."""

LONGEST_ANSWER = 600

_Phrase = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"[^\W_]", max_length=200)]
_Answer = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_ANSWER)]


class AnswersFault(OwnFileFault):
    """An operator's file of answers cannot be used; the message says why."""


class Topic(Noun):
    """What is said to a kind of question, and how such questions sound."""

    model_config = ConfigDict(extra="forbid")

    answer: _Answer | None = None
    with_model: _Answer | None = Field(
        default=None, description="The answer where a language model reads along."
    )
    cues: tuple[_Phrase, ...] = Field(default=(), description="Words that nearly decide; '*' is any ending.")
    asked: tuple[_Phrase, ...] = ()


Topics = Mapping[str, Topic]

_TOPICS: TypeAdapter[dict[str, Topic]] = TypeAdapter(dict[str, Topic])


def load_topics(own: Path | None = None) -> Topics:
    """Our topics with those of the operator's file over them. Raises AnswersFault."""
    ours = _TOPICS.validate_python(
        tomllib.loads((files(__package__) / "answers.toml").read_text(encoding="utf-8"))
    )
    if own is None:
        return ours
    form = "[topic] with answer, with_model, cues and asked"
    theirs = read_own_file(own, _TOPICS, AnswersFault, "answers", form)
    return _together(ours, theirs, own)


def _together(ours: Topics, theirs: Topics, own: Path) -> Topics:
    merged = dict(ours)
    for name, topic in theirs.items():
        known = ours.get(name)
        if known is None:
            if topic.answer is None or not topic.asked:
                raise AnswersFault(f"{own}: {name}: a topic of your own needs an answer and what is asked.")
            merged[name] = topic
            continue
        if name == NONE and (topic.answer or topic.with_model):
            raise AnswersFault(f"{own}: {name}: what is no question about the service has no answer.")
        merged[name] = _over(known, topic)
    return merged


def _over(known: Topic, topic: Topic) -> Topic:
    """The operator's answers in place of ours, their words beside ours."""
    answers = topic.answer is not None
    return Topic(
        answer=topic.answer if answers else known.answer,
        with_model=topic.with_model if answers or topic.with_model else known.with_model,
        cues=(*known.cues, *topic.cues),
        asked=(*known.asked, *topic.asked),
    )
