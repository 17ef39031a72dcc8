"""Our graders on plain JSON, and other people's evaluators on our transcripts."""

import json
from typing import Any

from evals.grading import Case
from evals.grading.functions import example, from_function, functions, graph_trajectory, messages
from tests_support.transcripts import make_scenario, make_transcript, make_truth, make_turn

TRUTH = make_truth()
BRIEF = {"role": "designer", "terms": {"role": {"hard": False}}}
TRANSCRIPT = make_transcript([make_turn(1, "Hi!", text="hello", brief=BRIEF, path=("understand", "answer"))])
SCENARIO = make_scenario(brief={"role": "designer"})


def test_a_grader_is_called_as_langsmith_calls_it() -> None:
    case = json.loads(json.dumps(example(SCENARIO)))
    outputs = TRANSCRIPT.model_dump(mode="json")
    brief = functions(TRUTH, TRUTH.knowledge)["brief"]
    grades = brief(inputs=case["inputs"], outputs=outputs, reference_outputs=case["outputs"])
    assert grades == [{"key": "brief", "score": 1.0, "comment": ""}]
    wrong = brief(inputs=case["inputs"], outputs=outputs, reference_outputs={"brief": {"role": "writer"}})
    assert wrong[0]["score"] == 0
    assert brief(inputs=case["inputs"], outputs=outputs) == []


def test_somebodys_evaluator_grades_our_transcripts() -> None:
    def polite(*, inputs: Any, outputs: Any, reference_outputs: Any) -> dict[str, Any]:
        assert inputs["id"] == "test"
        assert reference_outputs == {"brief": {"role": "designer"}}
        return {"key": "polite", "score": outputs[-1]["content"].startswith("Hi"), "comment": None}

    grader = from_function("polite", polite, gate=True, view=messages)
    (grade,) = grader(Case(SCENARIO, TRANSCRIPT, TRUTH, TRUTH.knowledge))
    assert (grade.key, grade.score, grade.gate) == ("polite", 1.0, True)


def test_a_transcript_is_a_chat_and_a_graphs_trajectory() -> None:
    user, assistant = messages(TRANSCRIPT)
    assert user == {"role": "user", "content": "hello"}
    assert [call["function"]["name"] for call in assistant["tool_calls"]] == ["understand", "answer"]
    assert graph_trajectory(TRANSCRIPT)["steps"] == [["__start__", "understand", "answer"]]
