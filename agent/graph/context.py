"""What the interpreter is told besides the message: the brief, the question asked, names on the list."""

from agent.deps import Deps
from agent.understanding.reading import CandidateName, Context
from store.knowledge import Knowledge
from store.nouns.conversation import Memory
from store.nouns.freelancer import Freelancer


async def reading_context(memory: Memory, deps: Deps) -> Context:
    """The context of the next message. It never holds profile text."""
    people = await deps.tools.look_up(memory.shown)
    return Context(
        today=deps.today,
        brief=memory.brief,
        question=memory.question,
        shown=tuple(_name(people[i], deps.knowledge) for i in memory.shown if i in people),
        focus=memory.focus,
        together=memory.together,
        handoff_pending=memory.pending_handoff is not None,
    )


def _name(freelancer: Freelancer, knowledge: Knowledge) -> CandidateName:
    rate = freelancer.hourly_rate
    return CandidateName(
        freelancer_id=freelancer.id,
        name=freelancer.name,
        hourly_rate_usd=knowledge.convert(rate.amount, rate.currency, "USD") if rate else None,
        rating=freelancer.track.rating,
        jobs_completed=freelancer.track.jobs_completed,
        job_success=freelancer.track.job_success,
        available_from=freelancer.availability.available_from,
        hours_per_week=freelancer.availability.hours_per_week,
        country=freelancer.country,
        city=freelancer.city,
        languages=tuple(language.code for language in freelancer.languages),
        role=freelancer.role,
        skills=tuple(skill.name for skill in freelancer.skills),
        seniority=freelancer.seniority,
        provider=freelancer.provider,
    )
