"""What they do: role, line of business, level, and whether it is a person or an agency."""

from agent.matching.checks.finding import Finding, Judged, met_if, unknown
from agent.matching.checks.skills import skills_for
from agent.matching.query import role_name
from agent.matching.wording import industry_words, seniority_words
from agent.replies.words import count, listed
from store.nouns.brief import Provider, Seniority
from store.nouns.match import Verdict


def role(judged: Judged) -> Finding:
    """MET for the role itself, PARTLY for a neighbour."""
    stated, wanted = judged.person.role, judged.brief.role
    if stated is None:
        return _by_skills(judged, wanted)
    fact = f"Works as {role_name(stated, judged.knowledge)}"
    family = judged.knowledge.roles.get(wanted or "")
    if family is not None and stated != wanted and stated in family.neighbours:
        return Finding(Verdict.PARTLY, f"{fact}, which is close")
    return met_if(stated == wanted, fact)


def _by_skills(judged: Judged, wanted: str | None) -> Finding:
    family = judged.knowledge.roles.get(wanted or "")
    held = [skill for skill in (family.core_skills if family else ()) if skills_for(judged, skill)]
    if not held:
        return unknown("States no role")
    return Finding(Verdict.PARTLY, f"States no role, but lists {listed(held[:3])}")


def industry(judged: Judged) -> Finding:
    """MET for every industry asked for, PARTLY for some; where none was asked for, of the client's own."""
    stated = judged.person.industries
    wanted = judged.brief.industries_judged
    held = [each for each in wanted if each in stated]
    if not held:
        fact = f"No experience in {industry_words(wanted, judged.knowledge, 'or')} stated"
        return Finding(Verdict.NOT_MET, fact) if stated else unknown("States no industries")
    jobs = sum(contract.industry in wanted for contract in judged.person.contracts)
    fact = f"Experience in {industry_words(held, judged.knowledge)}"
    fact += f", {count(jobs, 'contract')}" if jobs else ""
    return Finding(Verdict.MET if len(held) == len(wanted) else Verdict.PARTLY, fact)


def seniority(judged: Judged) -> Finding:
    """MET for the level itself, PARTLY one step away."""
    stated, wanted = judged.person.seniority, judged.brief.seniority
    if stated is None or wanted is None:
        return unknown("States no level")
    fact = f"States {seniority_words(stated)}"
    levels = list(Seniority)
    if abs(levels.index(stated) - levels.index(wanted)) == 1:
        return Finding(Verdict.PARTLY, fact)
    return met_if(stated is wanted, fact)


def provider(judged: Judged) -> Finding:
    """Always known."""
    agency = judged.person.provider is Provider.AGENCY
    return met_if(judged.person.provider is judged.brief.provider, "An agency" if agency else "One person")
