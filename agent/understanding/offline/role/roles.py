"""Finds the roles a client asks for, and how many of each."""

from collections.abc import Iterator
from dataclasses import replace

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.role.composed_roles import (
    by_field,
    by_tools_after,
    composed,
    is_generic,
    is_of_product,
    refined_by_modifiers,
)
from agent.understanding.offline.role.full_stack import of_both_ends
from agent.understanding.offline.role.names_of_tools import is_of_tool, is_work
from agent.understanding.offline.role.recruiting import as_recruiting, without_recruited
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.role.role_modifiers import start_of_modifiers
from agent.understanding.offline.role.role_wishes import (
    IN_PASSING,
    is_asked_for,
    is_audience,
    is_further,
    is_whom_for,
    place_of,
)
from agent.understanding.offline.who.headcounts import find_headcount, in_brackets
from agent.understanding.offline.words.gazetteer import Mention


def find_roles(scene: Scene) -> list[RoleAsk]:
    """The roles asked for in order, the first one first; a role said twice comes once."""
    asks: list[RoleAsk] = []
    candidates = _surest(scene, without_recruited(scene, list(_candidates(scene))))
    named = bool(scene.context.brief.role) or not all(_is_a_condition(scene, ask) for ask in candidates)
    for ask in candidates:
        if (named or asks) and _is_a_condition(scene, ask):
            continue
        if asks and _is_of_their_craft(scene, asks[-1], ask):
            continue
        if not asks:
            asks.append(ask)
            continue
        if any(_is_same(scene, known, ask) for known in asks):
            more = _is_more_of_them(scene, asks[-1], ask)
            count = _with_more if more else _counted
            asks = [count(known, ask) if known.role == ask.role else known for known in asks]
            continue
        repeats = ask.generic and not _is_somebody_beside(scene, asks[-1], ask)
        if repeats and any(known.headcount == ask.headcount or ask.headcount is None for known in asks):
            continue
        if _is_count_of(scene, asks[-1], ask):
            asks[-1] = _counted(asks[-1], ask)
            continue
        if all(known.generic for known in asks) and is_whom_for(scene, ask):
            continue
        if all(known.generic for known in asks) and not is_further(scene, asks[-1], ask):
            asks = [_counted(ask, asks[0])]
            continue
        if is_further(scene, asks[-1], ask):
            asks.append(ask)
    return asks


def _surest(scene: Scene, asks: list[RoleAsk]) -> list[RoleAsk]:
    """Without people whom something is for, and roles a post mentions before the first that it asks for."""
    asks = [ask for ask in asks if not is_audience(scene, ask)] or asks
    sure = (place for place, ask in enumerate(asks) if place_of(scene, ask.start) != IN_PASSING)
    return asks[next(sure, 0) :]


def _is_a_condition(scene: Scene, ask: RoleAsk) -> bool:
    """'and SEO is nice to have', '(…) has to be strong in SEO': what whoever does the work should know."""
    at_work = ask.is_work or _is_to_be_known(scene, ask) or _is_within_skill(scene, ask)
    return at_work and is_weighed(scene, ask)


def _is_to_be_known(scene: Scene, ask: RoleAsk) -> bool:
    """'(a marketer) experienced in SEO'."""
    leading = scene.message.ending("ordinary", ask.first, reach=4)
    return leading is not None and leading.key == "leaders"


def _is_of_their_craft(scene: Scene, known: RoleAsk, ask: RoleAsk) -> bool:
    """'a marketer experienced in SEO': what is at the heart of the role named before makes it no other."""
    skill = scene.message.at("skill", ask.first)
    family = scene.knowledge.roles.get(known.role)
    core = family is not None and skill is not None and skill.key in family.core_skills
    return core and _is_to_be_known(scene, ask)


def _is_within_skill(scene: Scene, ask: RoleAsk) -> bool:
    """The 'SEO' of 'SEO Writing'."""
    skill = scene.message.over("skill", ask.first, ask.last)
    return skill is not None and skill.size > ask.last - ask.first


def is_weighed(scene: Scene, ask: RoleAsk) -> bool:
    """Whether it is said how much the work is wanted, as is done of a condition."""
    return scene.stance(ask.first, ask.last).hard is not None


def says_less(scene: Scene, ask: RoleAsk) -> bool:
    """'make that two developers' of a brief for front-end developers names no other role."""
    held = scene.knowledge.roles.get(scene.context.brief.role or "")
    head = scene.message.at("heads", ask.last - 1)
    if held is None or ask.role == held.id:
        return False
    if _is_whom_we_seek(scene, ask) and scene.knowledge.roles[ask.role].category == held.category:
        return True
    if not ask.generic or head is None:
        return False
    groups = scene.lexicon.setting("heads", head.key, "groups")
    return groups is None or held.category in groups


def _is_whom_we_seek(scene: Scene, ask: RoleAsk) -> bool:
    """'the lawyer has to be in the EU': the privacy lawyer that was asked for."""
    message = scene.message
    begins = ask.first == 1 and message.norm(0) in ("the", "this", "that") and ask.last - ask.first == 1
    return begins and message.norm(ask.last) in _SAYS_OF_THEM and ask.headcount is None


_SAYS_OF_THEM = frozenset({"has", "must", "should", "needs", "can", "cannot", "may", "is", "ought", "would"})


def _is_same(scene: Scene, known: RoleAsk, ask: RoleAsk) -> bool:
    return known.role == ask.role


def _is_count_of(scene: Scene, known: RoleAsk, ask: RoleAsk) -> bool:
    """'a Flutter dev, 2 devs actually': how many of the first, by the plain word for such people."""
    roles = scene.knowledge.roles
    alike = roles[known.role].category == roles[ask.role].category
    joined = {"and", "plus", "&", "+"} & set(scene.message.norms[known.last : ask.start])
    return ask.generic and ask.headcount is not None and known.headcount is None and alike and not joined


def _is_somebody_beside(scene: Scene, known: RoleAsk, ask: RoleAsk) -> bool:
    """'a React dev and a designer': a plain word, but for people of another trade than those before it."""
    message, roles = scene.message, scene.knowledge.roles
    listed = message.norm(ask.start - 1) in ("a", "an") and message.norm(ask.start - 2) in _JOINING
    same_sentence = message.sentence(ask.first)[0] <= known.first
    return listed and same_sentence and roles[known.role].category != roles[ask.role].category


_JOINING = frozenset({"and", ",", "&", "+", "plus"})


def _is_more_of_them(scene: Scene, known: RoleAsk, ask: RoleAsk) -> bool:
    """'1 senior Java dev, 2 mid-level Java devs': of one role so many, and so many more of another level."""
    if known.role != ask.role or ask.headcount_at is None or known.headcount is None:
        return False
    levels = (
        {m.key for m in scene.message.between("people", each.start, each.last) if m.key in _LEVELS}
        for each in (known, ask)
    )
    apart = scene.message.norms[known.last : ask.headcount_at[0]]
    first, second = levels
    return bool(first and second) and first != second and 0 < len(apart) <= 2 and set(apart) <= _JOINING


_LEVELS = frozenset({"expert", "intermediate", "entry"})


def _with_more(known: RoleAsk, other: RoleAsk) -> RoleAsk:
    return replace(known, headcount=(known.headcount or 0) + (other.headcount or 0))


def _counted(known: RoleAsk, other: RoleAsk) -> RoleAsk:
    if known.headcount is not None or other.headcount is None:
        return known
    return RoleAsk(
        known.role, known.start, known.first, known.last, other.headcount, other.headcount_at, known.uncertain
    )


def _is_made_in(scene: Scene, mention: Mention) -> bool:
    """'files in Illustrator': the tool, and nobody."""
    before = scene.message.norm(mention.first - 1)
    tool = scene.message.at("skill", mention.first)
    return mention.size == 1 and tool is not None and before in ("in", "using", "via")


def _candidates(scene: Scene) -> Iterator[RoleAsk]:
    roles = _outside_trades(scene, "role")
    named = [m for m in roles if not _is_other_name(scene, m) and not _is_made_in(scene, m)]
    trades = [
        m
        for m in _outside_trades(scene, "skill")
        if scene.activities.role_of(m.key) is not None and _is_person(scene, m, named)
    ]
    named = [m for m in named if not any(t.first <= m.first and m.last <= t.last for t in trades)]
    named = [m for m in named if not is_of_tool(scene, m)]
    covered = {i for m in (*named, *trades) for i in range(m.first, m.last)}
    heads = [m for m in _outside_trades(scene, "heads") if m.first not in covered]
    by_head = [ask for head in heads if (ask := composed(scene, head)) is not None]
    plain = [_named(scene, mention) for mention in named]
    practised = [ask for mention in trades if (ask := _practised(scene, mention)) is not None]
    for ask in sorted((*plain, *by_head, *practised), key=lambda a: a.first):
        if is_asked_for(scene, ask):
            yield as_recruiting(scene, ask) or ask


def _outside_trades(scene: Scene, kind: str) -> Iterator[Mention]:
    """Those of a kind that are no part of a business's name: not the coaches of 'coaches and creators'."""
    for mention in scene.message.of(kind):
        industry = scene.message.over("industry", mention.first, mention.last)
        if industry is None or industry.size <= mention.size:
            yield mention


_ANY_SOFTWARE = "software-engineer"
"""What a 'C++ developer' is until the tools tell more."""


def _is_other_name(scene: Scene, mention: Mention) -> bool:
    """Whether a role's short name is meant as something else: 'native speaker', 'pm' for an hour."""
    message = scene.message
    if scene.is_measured(mention.first, mention.last):
        return True
    before = message.norm(mention.first - 1)
    if message.ending("language", mention.first) is not None and message.norm(mention.first) in (
        "speaker",
        "speakers",
    ):
        return True
    written = message.words(mention.first, mention.last)
    if before in _MAKING and written[:3] == "it ":
        return True
    if len(written) > 3 or written[:2].isupper():
        return False
    return (
        before not in ("a", "an", "need", "hire", "for", "looking", "our", "any", "good", "wanted", "")
        and mention.first > 0
    )


_MAKING = frozenset({"make", "keep", "change", "set", "let"})
"""Before a small 'it': a pronoun, and no kind of work, as in 'make it expert-level'."""


def _is_person(scene: Scene, mention: Mention, named: list[Mention]) -> bool:
    """Whether a skill is named by who has it: 'IP lawyer', 'grant writer'."""
    last = mention.last - 1
    shorter = any(r.last == mention.last and r.first > mention.first for r in named)
    head = any(h.first == last for h in scene.message.between("heads", last, mention.last))
    same = any((r.first, r.last) == (mention.first, mention.last) for r in named)
    longer = any(r.first <= mention.first and r.last >= mention.last and r.size > mention.size for r in named)
    return (shorter or head) and not same and not longer


def _practised(scene: Scene, mention: Mention) -> RoleAsk | None:
    role = scene.activities.role_of(mention.key)
    if role is None:
        return None
    start = start_of_modifiers(scene, mention.first)
    count, at = find_headcount(scene, start, mention.first)
    return RoleAsk(role[0], start, mention.first, mention.last, count, at)


def _named(scene: Scene, mention: Mention) -> RoleAsk:
    role = by_field(scene, mention) or mention.key
    start = start_of_modifiers(scene, mention.first)
    generic = is_generic(scene, mention)
    if generic or is_of_product(scene, mention):
        refined = refined_by_modifiers(scene, start, mention)
        if refined is not None:
            role, generic = refined, False
    role = of_both_ends(scene, start, mention.last, role)
    if role == _ANY_SOFTWARE:
        role = by_tools_after(scene, scene.message.at("heads", mention.last - 1)) or role
    count, at = find_headcount(scene, start, mention.first)
    if count is None:
        count, at = in_brackets(scene, mention.last)
    return RoleAsk(
        role, start, mention.first, mention.last, count, at, generic=generic, is_work=is_work(scene, mention)
    )
