"""A question in words, with its options and how many people each leaves."""

from agent.replies.words import listed, sentence
from store.nouns.conversation import Question, QuestionOption


def question_in_words(question: Question) -> str:
    """'Does it matter where they are? For instance: Asia (39) or Europe (24).'"""
    options = listed([_offer(option) for option in question.options], "or")
    return f"{question.text} For instance: {options}." if options else question.text


def which_in_words(question: Question) -> str:
    """What to say to a yes that chooses none of the options."""
    options = listed([_offer(option) for option in question.options], "or")
    return f"Which shall it be: {options}?" if options else question.text


def meaning_in_words(question: Question) -> str:
    """What the options stand for, and the question again."""
    meant = [f"by '{o.label}' I mean {o.text}" for o in question.options if not _says_the_same(o)]
    return f"{sentence(listed(meant))} {question.text}" if meant else question_in_words(question)


def _says_the_same(option: QuestionOption) -> bool:
    return set(option.label.split()) <= set(option.text.split())


def _offer(option: QuestionOption) -> str:
    return option.label if option.candidates is None else f"{option.label} ({option.candidates:,})"
