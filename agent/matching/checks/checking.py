"""Goes through a brief's requirements, in the order the ranking knows them."""

from agent.matching.checks.finding import Finding, Judged
from agent.matching.checks.place import countries, language, regions, utc_offset
from agent.matching.checks.record import job_success, jobs_completed, rating
from agent.matching.checks.skills import excluded_skill, wanted_skills
from agent.matching.checks.terms import available_now, budget, hourly_rate, hours, start
from agent.matching.checks.work import industry, provider, role, seniority
from agent.matching.wording import requirement_words, slot_words
from store.nouns.brief import Countries, Importance, LanguageWish, Slot
from store.nouns.match import RequirementCheck, Verdict
from store.search.requirements import Requirement, requirements


def checks(judged: Judged) -> tuple[RequirementCheck, ...]:
    """A verdict on everything the brief asks for; what no profile can answer comes last, as UNKNOWN."""
    asked = requirements(judged.brief, judged.knowledge)
    found = [
        RequirementCheck(
            slot=requirement.slot,
            requirement=requirement_words(requirement, judged.brief, judged.knowledge),
            verdict=finding.verdict,
            hard=requirement.hard,
            fact=finding.fact,
        )
        for requirement in asked
        for finding in (_finding(requirement, judged),)
    ]
    return (*found, *_unanswerable(judged, {slot for requirement in asked for slot in requirement.slots}))


def _finding(requirement: Requirement, judged: Judged) -> Finding:
    match requirement.subject:
        case LanguageWish() as wish:
            return language(judged, wish)
        case Countries() as places:
            return countries(judged, places)
        case None:
            return _slot(requirement.slot, judged)
        case group if group[0].importance is Importance.EXCLUDED:
            return excluded_skill(judged, group[0])
        case group:
            return wanted_skills(judged, group)


def _slot(slot: Slot, judged: Judged) -> Finding:
    answers = {
        Slot.ROLE: role,
        Slot.INDUSTRIES: industry,
        Slot.SENIORITY: seniority,
        Slot.PROVIDER: provider,
        Slot.HOURLY_RATE: hourly_rate,
        Slot.FIXED_BUDGET: budget,
        Slot.HOURS_PER_WEEK: hours,
        Slot.START_BY: start,
        Slot.AVAILABLE_NOW: available_now,
        Slot.MIN_JOB_SUCCESS: job_success,
        Slot.MIN_RATING: rating,
        Slot.MIN_JOBS_COMPLETED: jobs_completed,
        Slot.REGIONS: regions,
        Slot.UTC_OFFSET: utc_offset,
    }
    return answers[slot](judged)


def _unanswerable(judged: Judged, answered: set[Slot]) -> list[RequirementCheck]:
    brief = judged.brief
    asked = {
        Slot.FIXED_BUDGET: (
            brief.fixed_budget is not None,
            "Freelancers state hourly rates, not project prices",
        ),
        Slot.WORKING_STYLE: (bool(brief.working_style), "Profiles do not say how somebody likes to work"),
    }
    return [
        RequirementCheck(
            slot=slot,
            requirement=slot_words(slot, brief, judged.knowledge),
            verdict=Verdict.UNKNOWN,
            hard=False,
            fact=why,
        )
        for slot, (is_set, why) in asked.items()
        if is_set and slot not in answered
    ]
