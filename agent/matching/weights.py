"""How much each ingredient of a score counts. One place, so that a ranking can be explained and replayed.

A score is the weighted mean of the parts the brief gives cause for: the weights of those parts are
divided by their sum, so that a score is 0 to 1 and is the sum of its parts' value times weight.
"""

VERSION = 3
"""Counts up with every change to a weight or a formula of the ranking."""

MEANING = 0.1
"""How near the freelancer's text is to the need (cosine of embeddings)."""
WORDS = 0.08
"""How much of the need's wording is in the freelancer's text (BM25)."""
DESCRIPTION = (0.2, 1.2)
"""How near the freelancer's text is to the client's own words: for one word, and for FULL_DESCRIPTION.

It grows with the square of the words: of a sentence the fields hold nearly all, of a post very little."""
FULL_DESCRIPTION = 40
"""Words from which a description says all that it can."""
SKILLS = 0.28
"""The skills asked for: had, proven by contracts, or near."""
ONLY_NICE_SKILLS = 0.6
"""The share of SKILLS that counts when no skill is required."""
ROLE = 0.36
"""The role asked for: the same, a neighbour, or the skills that make it."""
ROLE_OF_POST = 0.5
"""The share of ROLE that counts for a post: its words say more of the work than one role read out of them."""
INDUSTRY = 0.06
"""Experience in the client's line of business."""
SENIORITY = 0.06
"""The level asked for."""
RATE = 0.07
"""The price against what the client would pay."""
TRACK = 0.17
"""What the record says of how the next job will go."""
WISHES = 0.08
"""Everything asked for that is not required: place, language, hours, start, record."""
PROFILE = 0.04
"""How fresh, complete and natural the profile is."""
EXPOSURE = 0.015
"""A newcomer's chance to be seen: at most 0.015 of a score, for those with a complete profile."""
TASTE = 0.16
"""Towards those the client liked, away from those dismissed."""

MUST_SKILL = 1.0
NICE_SKILL = 1.0
"""Weights of one skill within the part SKILLS. A must has done its work as a filter: what is left to tell
people apart is how well it is proven, and who has what the client would prefer."""
