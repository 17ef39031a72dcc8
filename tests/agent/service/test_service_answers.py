"""A question about the service gets the answer to what was asked, in whatever words."""

from pathlib import Path
from time import process_time

import pytest

from agent.service.answers import SURE, load_answers, spoken_words
from agent.service.topics import GENERAL, NONE, load_topics
from agent.understanding.reading import Intent
from evals.fitting.examples import intent_examples

ANSWERS = load_answers()

ASKED = [
    ("fees", "do you guys skim anything off my budget as commission?"),
    ("fees", "is there a fee on top?"),
    ("drops_out", "and if the person disappears on me?"),
    ("who_sees", "who sees my project?"),
    ("ranking", "by what criteria did you choose these people"),
    ("contract", "will I have to sign some contract"),
    ("invoices", "could we pay by invoice instead"),
    ("vetting", "have they been vetted by anybody"),
    ("talking", "could I talk to them before deciding"),
    ("data", "what becomes of my data"),
    ("speed", "how fast could somebody begin"),
    ("not_happy", "what if I'm unhappy with the result?"),
    ("ai", "Is this an AI?"),
    ("rights", "who owns the logo's copyright afterwards?"),
    ("paying", "u accept paypal or only cards?"),
    ("compliance", "are you GDPR compliant"),
    ("training", "will my brief be used to train an AI?"),
    ("undo", "if I say yes, can I withdraw later?"),
    ("notified", "do they know that I looked at them?"),
    ("languages", "may I write in Spanish?"),
]


@pytest.mark.parametrize(("topic", "question"), ASKED)
def test_a_question_is_told_by_its_topic(topic: str, question: str) -> None:
    assert ANSWERS.topics(question) == (topic,)


@pytest.mark.parametrize(
    "message",
    [
        "write me a poem about the sea",
        "who won the match?",
        "help",
        "what can you do?",
        "asdf",
        "",
        "?!",
        "42",
    ],
)
def test_what_is_of_no_topic_has_no_answer_of_its_own(message: str) -> None:
    assert ANSWERS.topics(message) == ()
    assert ANSWERS.answer(message) is None


def test_two_questions_get_two_answers() -> None:
    topics = ANSWERS.topics("Do I have to sign a contract? And who owns the copyright?")
    assert topics == ("contract", "rights")
    answer = ANSWERS.answer("Do I have to sign a contract? And who owns the copyright?")
    assert answer is not None
    assert answer.startswith("You sign nothing here")
    assert "owns the work" in answer


def test_most_examples_of_such_questions_have_a_topic() -> None:
    """Of those that the reader's models are fitted to, and that are no topic's own."""
    own = {_plain(text) for topic in load_topics().values() for text in topic.asked}
    told = (each.text for each in intent_examples() if each.intent is Intent.HELP)
    examples = [text for text in told if _plain(text) not in own]
    assert sum(bool(ANSWERS.topics(text)) for text in examples) > 0.85 * len(examples)


def test_little_else_is_surely_of_a_topic() -> None:
    others = [each.text for each in intent_examples() if each.intent is Intent.OUT_OF_SCOPE]
    assert sum(ANSWERS.is_asked(text, SURE) for text in others) < 0.04 * len(others)


def test_every_topic_knows_its_own_questions() -> None:
    for name, topic in load_topics().items():
        if name not in (GENERAL, NONE):
            assert [each for each in topic.asked if name not in ANSWERS.topics(each)] == []


def test_a_model_that_reads_along_is_owned_up_to() -> None:
    question = "what happens to my data?"
    assert "language model" not in (load_answers().answer(question) or "")
    assert "language model" in (load_answers(with_model=True).answer(question) or "")


def test_an_operator_answers_in_their_own_words(tmp_path: Path) -> None:
    own = tmp_path / "answers.toml"
    own.write_text(
        '[fees]\nanswer = "We add 8 % to every invoice."\n\n'
        '[vouchers]\nanswer = "Vouchers are sold at the desk."\n'
        'asked = ["do you sell gift vouchers", "can I give this as a present"]\n',
        encoding="utf-8",
    )
    answers = load_answers(own)
    assert answers.answer("is there a fee on top?") == "We add 8 % to every invoice."
    assert answers.answer("have you got gift vouchers?") == "Vouchers are sold at the desk."
    assert answers.is_asked("do you sell gift vouchers?", SURE)
    assert answers.answer("do I have to sign a contract") == ANSWERS.answer("do I have to sign a contract")


def test_an_answer_is_found_in_a_millisecond() -> None:
    ANSWERS.answer("is there a fee on top?")
    times = []
    for _ in range(20):
        started = process_time()
        ANSWERS.answer("is there a fee on top, or is it all in the price that I see here?")
        times.append(process_time() - started)
    assert min(times) < 0.002


def test_a_long_message_costs_no_more() -> None:
    assert ANSWERS.topics("is there a fee on top? " * 2000) == ("fees",)


def _plain(text: str) -> tuple[str, ...]:
    return tuple(spoken_words(text))
