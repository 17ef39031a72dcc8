"""The verbs of hiring by conversation: understand, clarify, search, refine, answer, hand off."""
