"""The LangGraph state machine of a turn: understand, clarify, refine, search, answer, hand off."""
