"""Asks the model to read a message, and falls back on the offline reading whenever that does not go well."""

from agent.chatmodel.asking import ChatModel, ModelFailed
from agent.chatmodel.work import ModelWork
from agent.understanding.chatgpt.asking import FormAsker
from agent.understanding.chatgpt.checking import AbsurdReading, check
from agent.understanding.chatgpt.prompt import reading_prompt
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Reading
from store.knowledge import Knowledge
from store.nouns.usage import ModelStage


class ChatGPTInterpreter:
    """Reads with the model, checked; with the offline reader when the model fails in any way."""

    def __init__(self, model: ChatModel, offline: OfflineInterpreter, knowledge: Knowledge) -> None:
        self._model = model
        self._form = FormAsker(model)
        self._offline = offline
        self._knowledge = knowledge

    async def read(self, text: str, context: Context, work: ModelWork | None = None) -> Reading:
        """The checked reading of the model, or the offline one with the reason in `fallback`."""
        work = work or ModelWork()
        offline = await self._offline.read(text, context)
        try:
            async with self._model.within(work):
                messages = reading_prompt(without_personal_data(text, offline), context, self._knowledge)
                said = await self._form.ask(messages, work)
            reading = check(said, text, context, offline, self._knowledge, self._offline.read_now)
        except (ModelFailed, AbsurdReading) as problem:
            work.fell_back(ModelStage.READING, str(problem))
            return offline.model_copy(update={"fallback": str(problem)})
        work.read_by(self._model.name)
        return reading.model_copy(update={"interpreter": self._model.name})


def without_personal_data(text: str, reading: Reading) -> str:
    """The text with personal data blotted out, character for character, so that quotes keep their places."""
    for found in reading.personal_data:
        start, end = found.span.start, found.span.end
        text = text[:start] + "#" * (end - start) + text[end:]
    return text
