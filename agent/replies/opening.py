"""The reply that asks the opening question."""

from agent.understanding.reading import Intent, Reading
from store.nouns.conversation import Memory, Question


def opening_reply(question: Question, memory: Memory, reading: Reading | None, intent: Intent) -> str:
    """One question with options, and why it is asked."""
    if intent is Intent.START_OVER:
        lead = "Starting afresh; your shortlist is kept." if memory.shortlisted else "Starting afresh."
    elif reading is not None and reading.changes:
        lead = "Noted."
    elif memory.questions_in_row:
        lead = "I still need the kind of work before I can search."
    else:
        lead = "Happy to help you find someone."
    options = ", ".join(option.label for option in question.options)
    hint = f" For example: {options}." if options else ""
    return f"{lead} {question.text}{hint} A sentence in your own words works best."
