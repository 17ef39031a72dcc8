"""What the graph's nodes may use: handed in by the composition root, never looked up."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from agent.chatmodel.work import ModelWork
from agent.phrasing.phrasing import Phrasing, TemplatePhrasing
from agent.questions.policy import QuestionPolicy, best_facet
from agent.service.answers import ServiceAnswers, load_answers
from agent.stopwatch import Stopwatch
from agent.tools import RetrievalTools
from agent.understanding.reading import Interpreter
from store.knowledge import Knowledge

Clock = Callable[[], datetime]
"""Tells the time, in UTC."""


@dataclass(frozen=True, slots=True)
class Deps:
    """The agent's collaborators for one turn."""

    interpreter: Interpreter
    tools: RetrievalTools
    knowledge: Knowledge
    clock: Clock
    choose_question: QuestionPolicy = best_facet
    answers: ServiceAnswers = field(default_factory=load_answers)
    phrasing: Phrasing = field(default_factory=TemplatePhrasing)
    stopwatch: Stopwatch = field(default_factory=Stopwatch)
    work: ModelWork = field(default_factory=ModelWork)

    @property
    def today(self) -> date:
        """The day against which 'next Monday' is read."""
        return self.clock().date()
