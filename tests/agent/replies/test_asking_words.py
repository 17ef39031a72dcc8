"""A question in words, with what its options stand for."""

from agent.replies.asking import meaning_in_words, question_in_words, which_in_words
from store.nouns.brief import Slot
from store.nouns.conversation import Question, QuestionOption

HOURS = Question(
    slot=Slot.HOURS_PER_WEEK,
    text="How much time?",
    options=(
        QuestionOption(label="half time", text="20 hours a week", candidates=1200),
        QuestionOption(label="full time", text="40 hours a week"),
    ),
)
BARE = Question(slot=Slot.ROLE, text="What should they do?")


def test_options_come_with_how_many_people_they_leave() -> None:
    assert question_in_words(HOURS) == "How much time? For instance: half time (1,200) or full time."
    assert which_in_words(HOURS) == "Which shall it be: half time (1,200) or full time?"


def test_what_the_options_stand_for_is_said_before_the_question() -> None:
    meant = "By 'half time' I mean 20 hours a week and by 'full time' I mean 40 hours a week."
    assert meaning_in_words(HOURS) == f"{meant} How much time?"


def test_a_question_without_options_stands_alone() -> None:
    assert question_in_words(BARE) == which_in_words(BARE) == meaning_in_words(BARE) == BARE.text
