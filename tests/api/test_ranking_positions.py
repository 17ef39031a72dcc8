"""Near misses stand after the matches, and are counted on from them."""

from api.graphql.types.match import Ranking
from store.nouns import match as nouns


def found(*ids: str) -> tuple[nouns.Match, ...]:
    return tuple(nouns.Match(freelancer_id=each, score=0.5) for each in ids)


def test_positions_go_on_after_the_matches() -> None:
    ranking = Ranking.from_domain(nouns.Ranking(matches=found("a", "b"), near_misses=found("c", "d")))
    assert [match.position for match in (*ranking.matches, *ranking.near_misses)] == [1, 2, 3, 4]


def test_without_matches_they_begin_the_list() -> None:
    ranking = Ranking.from_domain(nouns.Ranking(near_misses=found("c")))
    assert (ranking.matches, ranking.near_misses[0].position) == ([], 1)
