"""Reads the messages of a LangGraph thread, as its server, its SDK or a checkpoint gives them.

A thread knows what was said. What else a turn came to (its brief, its list) is read from the AI message's
`additional_kwargs["turn"]` where the thread's owner put it there, in the fields of our turn records; what is
not there is not graded.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from agent.understanding.reading import Intent
from api.replay import TurnRecord
from evals.nouns import Transcript, Usage

_CLIENT = frozenset({"human", "user", "HumanMessage", "HumanMessageChunk"})
_AGENT = frozenset({"ai", "assistant", "AIMessage", "AIMessageChunk"})


def transcript_of_thread(messages: Sequence[Mapping[str, Any]], name: str) -> Transcript:
    """A turn for each message of the client, with the last the agent then said. Other messages are tools'."""
    turns: list[TurnRecord] = []
    usage: list[Usage] = []
    for said in _exchanges([_plain(each) for each in messages]):
        turns.append(_record(name, len(turns) + 1, said, turns[-1] if turns else None))
        usage.append(_usage(said[1:]))
    used = any(each.input_tokens or each.output_tokens for each in usage)
    return Transcript(
        scenario=name, client="recorded", turns=tuple(turns), usage=tuple(usage) if used else ()
    )


def _plain(message: Mapping[str, Any]) -> Mapping[str, Any]:
    """The message's own fields, also where LangChain serialised it as a constructor."""
    if message.get("type") == "constructor":
        kwargs: Mapping[str, Any] = message.get("kwargs", {})
        return {**kwargs, "type": str(message["id"][-1])}
    return {**message, "type": message.get("type") or message.get("role")}


def _exchanges(messages: Sequence[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    exchanges: list[list[Mapping[str, Any]]] = []
    for message in messages:
        if message["type"] in _CLIENT:
            exchanges.append([message])
        elif exchanges and message["type"] in _AGENT:
            exchanges[-1].append(message)
    return exchanges


def _record(
    name: str, number: int, said: Sequence[Mapping[str, Any]], before: TurnRecord | None
) -> TurnRecord:
    answers = [each for each in said[1:] if _text(each)]
    kept: dict[str, Any] = {}
    path: list[str] = []
    for each in said[1:]:
        kept |= (each.get("additional_kwargs") or {}).get("turn") or {}
        path += [call.get("name") or call["function"]["name"] for call in each.get("tool_calls") or ()]
    return TurnRecord.model_validate(
        {
            "intent": Intent.SMALLTALK,
            "step": "answer",
            "brief": before.brief if before is not None else {},
            "changes": (),
            "refs": (),
            "question": None,
            "candidates": (),
            "path": tuple(path),
            **kept,
            "id": name,
            "turn": number,
            "text": _text(said[0]),
            "reply": _text(answers[-1]) if answers else "",
        }
    )


def _text(message: Mapping[str, Any]) -> str:
    content = message.get("content") or ""
    if isinstance(content, str):
        return content
    parts = (part if isinstance(part, str) else part.get("text") or "" for part in content)
    return "".join(parts)


def _usage(answers: Sequence[Mapping[str, Any]]) -> Usage:
    counted = [each.get("usage_metadata") or {} for each in answers]
    return Usage(
        input_tokens=sum(each.get("input_tokens", 0) for each in counted),
        output_tokens=sum(each.get("output_tokens", 0) for each in counted),
    )
