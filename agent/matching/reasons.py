"""Why somebody is on the list, in a sentence or two: stored facts, never their own advertising."""

from collections.abc import Iterator, Mapping, Sequence

from agent.matching.checks.finding import Judged
from agent.matching.checks.skills import skills_for
from agent.matching.query import role_name
from agent.matching.wording import industry_words
from agent.replies.record import rating_in_words
from agent.replies.words import count, listed, money, sentence
from store.nouns.brief import Importance, Slot
from store.nouns.freelancer import Evidence, Skill
from store.nouns.match import RequirementCheck, Verdict

_MOST_SKILLS = 2
_MOST_LISTED = 3
_NOT_WORTH_A_SENTENCE = frozenset({Slot.ROLE, Slot.WORKING_STYLE, Slot.FIXED_BUDGET})


def reason(judged: Judged, checks: Sequence[RequirementCheck]) -> str:
    """What speaks for them, and the first thing that is missing or not known."""
    strengths = ", ".join([*_experience(judged), *_record(judged)][:3])
    terms = _terms(judged, checks)
    first = "; ".join(part for part in (strengths, terms) if part)
    return " ".join(part for part in (sentence(first), sentence(_gap(judged, checks))) if part)


def _experience(judged: Judged) -> Iterator[str]:
    asked = [*judged.brief.skills_that(Importance.MUST), *judged.brief.skills_that(Importance.NICE)]
    held = {wish.name: skills[0] for wish in asked if (skills := skills_for(judged, wish.name))}
    proven = sorted(
        ((name, skill.contracts) for name, skill in held.items() if skill.contracts),
        key=lambda item: -item[1],
    )[:_MOST_SKILLS]
    if proven:
        yield listed([f"{count(contracts, 'contract')} with {name}" for name, contracts in proven])
    elif held:
        yield from _stated(held)
    elif judged.person.role is not None:
        yield f"works as {role_name(judged.person.role, judged.knowledge)}"
    elif judged.person.skills:
        yield f"lists {listed([skill.name for skill in judged.person.skills[:_MOST_LISTED]])}"
    yield from _in_the_industry(judged)


def _in_the_industry(judged: Judged) -> Iterator[str]:
    """Contracts in what was asked for, else in the client's own trade: 'yours' if it was told for sure."""
    brief = judged.brief
    wanted = brief.industries_asked or brief.trades_told or brief.own_trades
    worked_in = [contract.industry for contract in judged.person.contracts if contract.industry in wanted]
    if not worked_in:
        return
    if not brief.industries_asked and brief.trades_told:
        yield f"{count(len(worked_in), 'contract')} in your industry"
        return
    named = [each for each in wanted if each in worked_in]
    yield f"{count(len(worked_in), 'contract')} in {industry_words(named, judged.knowledge)}"


def _stated(held: Mapping[str, Skill]) -> Iterator[str]:
    mentions = [name for name, skill in held.items() if skill.evidence is Evidence.MENTIONED]
    lists = [name for name in held if name not in mentions]
    said = [("lists", lists[:_MOST_LISTED]), ("mentions", mentions[:_MOST_LISTED])]
    yield " and ".join(f"{verb} {listed(names)}" for verb, names in said if names)


def _record(judged: Judged) -> Iterator[str]:
    track = judged.person.track
    if track.rating is not None:
        yield rating_in_words(judged.person.track)
    elif track.jobs_completed:
        yield count(track.jobs_completed, "finished job")
    else:
        yield "no finished jobs here yet"


def _terms(judged: Judged, checks: Sequence[RequirementCheck]) -> str:
    rate = judged.person.hourly_rate
    met = {check.slot for check in checks if check.verdict is Verdict.MET}
    if rate is not None and Slot.HOURLY_RATE in met:
        return f"{money(rate, judged.knowledge)}/h fits your limit"
    return ""


def _gap(judged: Judged, checks: Sequence[RequirementCheck]) -> str:
    passed_over = _NOT_WORTH_A_SENTENCE
    if not judged.brief.industries_asked:
        passed_over |= {Slot.INDUSTRIES}
    for verdict in (Verdict.NOT_MET, Verdict.PARTLY, Verdict.UNKNOWN):
        for check in checks:
            if check.verdict is verdict and check.slot not in passed_over:
                return _said(check)
    return ""


def _said(check: RequirementCheck) -> str:
    if check.slot is Slot.SKILLS or check.verdict is Verdict.UNKNOWN:
        return check.fact
    if check.slot is Slot.INDUSTRIES and check.verdict is Verdict.NOT_MET:
        return f"{check.fact}, which you asked for"
    return f"{check.fact}; you asked for {check.requirement}"
