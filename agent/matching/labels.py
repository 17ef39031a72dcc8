"""Cautions and notes about a profile, which clients see beside it."""

from datetime import date

from store.nouns.brief import Provider
from store.nouns.freelancer import Freelancer
from store.track_record import freshness

NEWCOMER = "NEWCOMER"
STALE = "STALE"
INCOMPLETE = "INCOMPLETE"
KEYWORD_STUFFED = "KEYWORD_STUFFED"
AGENCY = "AGENCY"

_STALE_BELOW = 0.1
"""Freshness of somebody last seen ten months ago."""
_INCOMPLETE_BELOW = 0.3
_STUFFED_FROM = 0.5


def labels(person: Freelancer, stuffing: float, today: date) -> tuple[str, ...]:
    """The labels of a freelancer. `stuffing` is the indexed text's, 0 to 1."""
    track = person.track
    worn = {
        NEWCOMER: track.jobs_completed == 0 and track.rating is None,
        STALE: freshness(person, today) < _STALE_BELOW,
        INCOMPLETE: track.completeness < _INCOMPLETE_BELOW,
        KEYWORD_STUFFED: stuffing >= _STUFFED_FROM,
        AGENCY: person.provider is Provider.AGENCY,
    }
    return tuple(label for label, applies in worn.items() if applies)
