"""Recorded conversations as transcripts: the API's conversationExport, a LangGraph thread, our own."""

from collections.abc import Mapping, Sequence
from typing import Any

from evals.nouns import Transcript
from evals.recordings.export import FORMAT, people_of_export, transcript_of_export
from evals.recordings.thread import transcript_of_thread

__all__ = ["UnknownRecording", "people_of_export", "transcript_of"]


class UnknownRecording(ValueError):
    """A document that is no recorded conversation; the message says what would be one."""


def transcript_of(document: Mapping[str, Any] | Sequence[Any], name: str = "recorded") -> Transcript:
    """The transcript of a recorded conversation of any kind. Raises UnknownRecording.

    `name` is the scenario's id it is given where the recording holds none: with the id of one of ours it is
    graded against that scenario's gold.
    """
    if isinstance(document, Mapping):
        if document.get("format") == FORMAT:
            return transcript_of_export(document, name)
        if "turns" in document and "scenario" in document:
            return Transcript.model_validate(document)
        messages = document.get("messages") or (document.get("values") or {}).get("messages")
        if isinstance(messages, Sequence):
            return transcript_of_thread(messages, name)
    elif isinstance(document, Sequence) and not isinstance(document, str):
        return transcript_of_thread(document, name)
    raise UnknownRecording(
        "This is no recorded conversation. Give what conversationExport returns, the messages of a LangGraph "
        "thread ([{'type': 'human', 'content': '...'}, {'type': 'ai', ...}]), or a transcript of ours."
    )
