from agent.replies.comparing import comparison
from store.knowledge import load_knowledge
from store.nouns.brief import Slot
from store.nouns.freelancer import Freelancer, Money, TrackRecord
from store.nouns.match import Match, RequirementCheck, Verdict
from tests_support.nouns import make_freelancer

KNOWLEDGE = load_knowledge()


def row(name: str, price: float, rating: float, score: float, verdict: Verdict) -> tuple[Freelancer, Match]:
    person = make_freelancer(
        name, hourly_rate=Money(amount=price), track=TrackRecord(rating=rating, ratings=3, jobs_completed=4)
    )
    check = RequirementCheck(slot=Slot.SKILLS, requirement="React", verdict=verdict, hard=True, fact="")
    return person, Match(freelancer_id=person.id, score=score, checks=(check,))


def test_a_comparison_has_a_line_each_and_says_who_leads_in_what() -> None:
    rows = [row("a", 50, 4.9, 0.9, Verdict.MET), row("b", 30, 4.5, 0.5, Verdict.UNKNOWN)]
    assert comparison(rows, KNOWLEDGE).splitlines() == [
        "- Person a: $50/h; 4.9 over 3 reviews; 4 completed jobs; meets React",
        "- Person b: $30/h; 4.5 over 3 reviews; 4 completed jobs; not stated: React",
        "",
        "Person a fits best overall and has the highest rating; Person b is the cheapest.",
    ]


def test_one_person_cannot_be_compared() -> None:
    assert "at least two" in comparison([row("a", 50, 4.9, 0.9, Verdict.MET)], KNOWLEDGE)


def test_a_near_miss_is_told_what_it_lacks_and_never_fits_best() -> None:
    close, match = row("a", 30, 4.9, 0.9, Verdict.PARTLY)
    dear = RequirementCheck(
        slot=Slot.HOURLY_RATE, requirement="up to $28/h", verdict=Verdict.PARTLY, hard=True, fact="$30/h"
    )
    rows = [(close, match.model_copy(update={"checks": (dear,)})), row("b", 25, 4.5, 0.5, Verdict.MET)]
    told = comparison(rows, KNOWLEDGE).splitlines()
    assert (
        told[0]
        == "- Person a: $30/h; 4.9 over 3 reviews; 4 completed jobs; outside your price of up to $28/h"
    )
    assert told[-1].startswith("Person b fits best overall")
