"""A track record in a few words, wherever one is told."""

from agent.replies.words import count
from store.nouns.freelancer import TrackRecord


def rating_in_words(track: TrackRecord) -> str:
    """'4.9 over 31 reviews', and by whom it is reported where we do not hold the reviews."""
    if track.rating is None:
        return "not rated yet"
    over = f"over {count(track.ratings, 'review')}" if track.ratings else "over an unknown number of reviews"
    said = f"{track.rating:.1f} {over}"
    return f"{said}, reported by {track.reported_by}" if track.reported_by else said


def jobs_in_words(track: TrackRecord) -> str:
    """'12 completed jobs'; who comes from elsewhere may have some that nobody told us of."""
    if track.jobs_completed:
        return count(track.jobs_completed, "completed job")
    return "no completed jobs reported" if track.reported_by else "no completed jobs yet"
