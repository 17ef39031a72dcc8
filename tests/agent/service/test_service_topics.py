"""The file of answers is checked when it is read, and a mistake in an operator's own is told plainly."""

from pathlib import Path

import pytest

from agent.service.topics import GENERAL, NONE, AnswersFault, load_topics


def test_every_topic_of_ours_is_whole() -> None:
    for name, topic in load_topics().items():
        assert topic.asked, name
        assert (topic.answer is None) == (name == NONE), name
    assert load_topics()[GENERAL].answer is not None


def test_answers_are_short() -> None:
    for name, topic in load_topics().items():
        for answer in filter(None, (topic.answer, topic.with_model)):
            assert len(answer) <= 400, name


def test_no_question_stands_in_two_topics() -> None:
    asked = [question.casefold() for topic in load_topics().values() for question in topic.asked]
    assert len(asked) == len(set(asked))


def test_no_cue_stands_in_two_topics() -> None:
    cues = [cue for topic in load_topics().values() for cue in topic.cues]
    assert len(cues) == len(set(cues))


def test_own_answers_replace_ours_and_own_words_are_added(tmp_path: Path) -> None:
    own = _file(tmp_path, '[data]\nanswer = "We keep it a year."\nasked = ["how long is it all kept"]\n')
    topic, ours = load_topics(own)["data"], load_topics()["data"]
    assert topic.answer == "We keep it a year."
    assert topic.with_model is None
    assert topic.asked == (*ours.asked, "how long is it all kept")
    assert topic.cues == ours.cues


def test_words_alone_keep_our_answer(tmp_path: Path) -> None:
    own = _file(tmp_path, '[data]\nasked = ["how long is it all kept"]\n')
    assert load_topics(own)["data"].answer == load_topics()["data"].answer


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[fees]\nanswr = "8 %"\n', "fees.answr"),
        ('[fees]\nanswer = ""\n', "fees.answer"),
        (f'[fees]\nanswer = "{"x" * 601}"\n', "fees.answer"),
        ('[fees]\nasked = "is it free"\n', "fees.asked"),
        ('[fees]\nasked = ["?"]\n', "fees.asked.0"),
        ('[vouchers]\nanswer = "Yes."\n', "vouchers: a topic of your own needs"),
        ('[vouchers]\nasked = ["any vouchers"]\n', "vouchers: a topic of your own needs"),
        ('[none]\nanswer = "No."\n', "none: what is no question"),
        ("[fees\n", "cannot be read"),
    ],
)
def test_a_mistake_names_the_file_and_the_place(tmp_path: Path, text: str, says: str) -> None:
    own = _file(tmp_path, text)
    with pytest.raises(AnswersFault) as fault:
        load_topics(own)
    assert str(own) in str(fault.value)
    assert says in str(fault.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(AnswersFault, match="cannot be read"):
        load_topics(tmp_path / "no.toml")


def _file(folder: Path, text: str) -> Path:
    own = folder / "answers.toml"
    own.write_text(text, encoding="utf-8")
    return own
