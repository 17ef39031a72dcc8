"""Reads the words of many profiles at once, for the search index."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from store.nouns.profile_text import ProfileText, Work
from store.tables import ContractRow, FreelancerRow, PortfolioRow

_T = FreelancerRow
_COLUMNS = (_T.id, _T.name, _T.provider, _T.headline, _T.bio, _T.role, _T.skills, _T.industries)


async def read_profile_texts(session: AsyncSession, ids: Sequence[str]) -> list[ProfileText]:
    """The words of those freelancers that are stored, by id."""
    # Past the session, which would pass every row through its object mapper.
    connection = await session.connection()
    contracts: dict[str, list[Work]] = defaultdict(list)
    for owner, title, skills in await connection.execute(
        select(ContractRow.freelancer_id, ContractRow.title, ContractRow.skills)
        .where(ContractRow.freelancer_id.in_(ids))
        .order_by(ContractRow.freelancer_id, ContractRow.position)
    ):
        contracts[owner].append(Work(title, tuple(skills)))
    portfolio: dict[str, list[str]] = defaultdict(list)
    for owner, title in await connection.execute(
        select(PortfolioRow.freelancer_id, PortfolioRow.title)
        .where(PortfolioRow.freelancer_id.in_(ids))
        .order_by(PortfolioRow.freelancer_id, PortfolioRow.position)
    ):
        portfolio[owner].append(title)
    rows = await connection.execute(select(*_COLUMNS).where(_T.id.in_(ids)).order_by(_T.id))
    return [
        ProfileText(
            id=freelancer_id,
            name=name,
            provider=provider,
            headline=headline,
            bio=bio,
            role=role,
            skills=tuple((skill["name"], skill["evidence"]) for skill in skills),
            industries=tuple(industries),
            contracts=tuple(contracts[freelancer_id]),
            portfolio=tuple(portfolio[freelancer_id]),
        )
        for freelancer_id, name, provider, headline, bio, role, skills, industries in rows
    ]
