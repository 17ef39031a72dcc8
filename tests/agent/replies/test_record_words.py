import pytest

from agent.replies.record import jobs_in_words, rating_in_words
from store.nouns.freelancer import TrackRecord


@pytest.mark.parametrize(
    ("track", "rating", "jobs"),
    [
        (TrackRecord(completeness=1), "not rated yet", "no completed jobs yet"),
        (
            TrackRecord(completeness=1, rating=4.87, ratings=1, jobs_completed=1),
            "4.9 over 1 review",
            "1 completed job",
        ),
        (
            TrackRecord(completeness=1, rating=5, ratings=31, jobs_completed=31, reported_by="elsewhere"),
            "5.0 over 31 reviews, reported by elsewhere",
            "31 completed jobs",
        ),
        (
            TrackRecord(completeness=1, rating=5, reported_by="elsewhere"),
            "5.0 over an unknown number of reviews, reported by elsewhere",
            "no completed jobs reported",
        ),
    ],
)
def test_a_record_says_what_is_known_and_by_whom(track: TrackRecord, rating: str, jobs: str) -> None:
    assert rating_in_words(track) == rating
    assert jobs_in_words(track) == jobs
