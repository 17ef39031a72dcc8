"""The replies about the shortlist."""

from collections.abc import Mapping, Sequence

from agent.replies.words import listed
from store.nouns.conversation import Memory
from store.nouns.freelancer import Freelancer


def shortlist_reply(chosen: Sequence[str], memory: Memory, people: Mapping[str, Freelancer]) -> str:
    """Who was added, and who is on the shortlist now."""
    on_list = [people[i].name for i in memory.shortlisted if i in people]
    if not chosen and not on_list:
        return 'Your shortlist is empty. Say for example "shortlist the first two".'
    if not chosen:
        return f"On your shortlist: {listed(on_list)}."
    added = listed([people[i].name for i in chosen])
    if len(on_list) == len(chosen):
        return f"{added} {'is' if len(chosen) == 1 else 'are'} on your shortlist."
    return f"{added} added. On your shortlist: {listed(on_list)}."
