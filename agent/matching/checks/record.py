"""What the track record shows."""

from agent.matching.checks.finding import Finding, Judged, met_if, unknown
from agent.replies.record import rating_in_words
from agent.replies.words import count

_ROUNDING = 1e-6


def job_success(judged: Judged) -> Finding:
    """Share of finished jobs that went well."""
    share, wanted = judged.person.track.job_success, judged.brief.min_job_success
    if share is None or wanted is None:
        return unknown("No finished job whose outcome is known")
    return met_if(share * 100 >= wanted - _ROUNDING, f"{share:.0%} of {_jobs(judged)} went well")


def rating(judged: Judged) -> Finding:
    """Mean rating."""
    track, wanted = judged.person.track, judged.brief.min_rating
    if track.rating is None or wanted is None:
        return unknown("Not rated yet")
    return met_if(track.rating >= wanted - _ROUNDING, rating_in_words(track))


def jobs_completed(judged: Judged) -> Finding:
    """Number of finished jobs; none is a number too."""
    wanted = judged.brief.min_jobs_completed or 0
    return met_if(judged.person.track.jobs_completed >= wanted, _jobs(judged))


def _jobs(judged: Judged) -> str:
    return count(judged.person.track.jobs_completed, "finished job")
