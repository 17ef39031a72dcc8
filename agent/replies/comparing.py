"""Two to five freelancers side by side, as text."""

from collections.abc import Sequence

from agent.replies.lacks import lacks, lacks_of_wishes
from agent.replies.record import jobs_in_words, rating_in_words
from agent.replies.words import hourly, listed
from store.knowledge import Knowledge
from store.nouns.freelancer import Freelancer
from store.nouns.match import Match, Verdict


def comparison(rows: Sequence[tuple[Freelancer, Match]], knowledge: Knowledge) -> str:
    """A line a person, then who leads on price, rating and requirements met."""
    if len(rows) < 2:
        return 'Name at least two people on the list to compare, for example "compare 1 and 3".'
    lines = [_line(person, match, knowledge) for person, match in rows]
    return "\n".join([*lines, "", _verdict(rows, knowledge)]).strip()


def _line(person: Freelancer, match: Match, knowledge: Knowledge) -> str:
    met = [c.requirement for c in match.checks if c.verdict is Verdict.MET]
    stated = tuple(c for c in match.checks if c.verdict is not Verdict.UNKNOWN)
    known = match.model_copy(update={"checks": stated})
    unknown = [c.requirement for c in match.checks if c.verdict is Verdict.UNKNOWN]
    parts = [
        hourly(person.hourly_rate, knowledge),
        rating_in_words(person.track),
        jobs_in_words(person.track),
    ]
    if met:
        parts.append(f"meets {listed(met[:5])}")
    parts += [*lacks(known), *lacks_of_wishes(known)][:3]
    if unknown:
        parts.append(f"not stated: {listed(unknown[:3])}")
    return f"- {person.name}: {'; '.join(parts)}"


def _fit(match: Match) -> tuple[int, float]:
    """The fewest must-haves lacking, then the score: a near miss fits no better than who meets them all."""
    return -sum(check.hard and check.verdict is not Verdict.MET for check in match.checks), match.score


def _verdict(rows: Sequence[tuple[Freelancer, Match]], knowledge: Knowledge) -> str:
    praise: dict[str, list[str]] = {}
    praise.setdefault(max(rows, key=lambda row: _fit(row[1]))[0].name, []).append("fits best overall")
    priced = [(p, p.hourly_rate) for p, _ in rows if p.hourly_rate is not None]
    if len(priced) > 1:
        cheapest = min(priced, key=lambda row: knowledge.convert(row[1].amount, row[1].currency, "USD"))[0]
        praise.setdefault(cheapest.name, []).append("is the cheapest")
    rated = [(p, p.track.rating) for p, _ in rows if p.track.rating is not None]
    if len(rated) > 1:
        best_rated = max(rated, key=lambda row: row[1])[0]
        praise.setdefault(best_rated.name, []).append("has the highest rating")
    return "; ".join(f"{name} {listed(merits)}" for name, merits in praise.items()) + "."
