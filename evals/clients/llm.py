"""A client played by a language model: the agenda decides what is said, the model how.

So what was meant is known to the word, and the gold end state holds whoever speaks. A message that lost a
number or a name on the way is not used: the agenda's own words are.
"""

import re
import tomllib
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from openai import AsyncOpenAI
from openai.types.chat import ChatCompletionMessageParam

from api.replay import TurnRecord
from api.replay.record import LONGEST_MESSAGE
from api.settings import Settings
from evals.clients.agenda import Said
from evals.clients.wording import DATA
from evals.nouns import Scenario

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_TURNS_TOLD = 6


@dataclass(frozen=True)
class ModelClientSettings:
    """Which model plays the client, and where."""

    model: str
    api_key: str
    base_url: str | None = None
    timeout_seconds: float = 30
    retries: int = 3

    @classmethod
    def of(cls, settings: Settings) -> "ModelClientSettings | None":
        """The model of the environment's settings; None without a key."""
        if settings.openai_api_key is None:
            return None
        key = settings.openai_api_key.get_secret_value()
        return cls(model=settings.model, api_key=key, base_url=settings.openai_base_url)


class ModelClient:
    """Speaks the agenda's messages in a model's words. Made by `open_model_client`."""

    def __init__(self, model: AsyncOpenAI, name: str) -> None:
        self._model = model
        self.name = name
        self._told = tomllib.loads((DATA / "llm.toml").read_text(encoding="utf-8"))

    async def say(self, scenario: Scenario, said: Said, turns: Sequence[TurnRecord], seed: int) -> str:
        """The message in the model's words, or the agenda's where the model's lose something.

        Raises openai.OpenAIError where the model cannot be reached.
        """
        answer = await self._model.chat.completions.create(
            model=self.name, messages=self._messages(scenario, said, turns), temperature=0, seed=seed
        )
        text = (answer.choices[0].message.content or "").strip().strip('"').strip()
        return text if keeps_what_was_said(text, said) else said.text

    def _messages(
        self, scenario: Scenario, said: Said, turns: Sequence[TurnRecord]
    ) -> list[ChatCompletionMessageParam]:
        chat = "\n".join(f"Person: {turn.text}\nWebsite: {turn.reply}" for turn in turns[-_TURNS_TOLD:])
        temper = self._told["tempers"][scenario.temper.value]
        return [
            {"role": "system", "content": f"{self._told['task']}\n{temper} It wants: {scenario.goal}"},
            {"role": "user", "content": f"The chat so far:\n{chat or '(nothing yet)'}\n\nDraft: {said.text}"},
        ]


def keeps_what_was_said(text: str, said: Said) -> bool:
    """Whether a rewording still holds every number of the message and whom it points at."""
    if not text or len(text) > LONGEST_MESSAGE:
        return False
    return set(_NUMBER.findall(said.text)) <= set(_NUMBER.findall(text)) and said.who in text


@asynccontextmanager
async def open_model_client(settings: ModelClientSettings) -> AsyncIterator[ModelClient]:
    """The client; its connections are closed with the context."""
    async with AsyncOpenAI(
        api_key=settings.api_key,
        base_url=settings.base_url,
        timeout=settings.timeout_seconds,
        max_retries=settings.retries,
    ) as model:
        yield ModelClient(model, settings.model)
