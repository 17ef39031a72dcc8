"""What a freelancer can do: skills, languages, industries and badges, in the knowledge files' terms."""

import re
from collections.abc import Callable, Iterable, Sequence

from store.imports.cells import Cells, Notice
from store.imports.mapping import Column, FieldName
from store.imports.mentions import mentioned_skills
from store.imports.text import clean_line
from store.imports.values import Invalid, is_unstated, read_list, read_text, shown
from store.imports.vocabulary import vocabulary
from store.knowledge import Knowledge
from store.nouns.brief import LanguageLevel
from store.nouns.freelancer import Contract, Evidence, Language, Skill

MAX_ITEM = 80
"""Characters of one skill, badge or industry; a longer one is a sentence and is left out."""

MAX_ITEMS = {
    FieldName.SKILLS: 60,
    FieldName.LANGUAGES: 20,
    FieldName.INDUSTRIES: 20,
    FieldName.BADGES: 20,
}


def skills_of(cells: Cells, knowledge: Knowledge, contracts: Sequence[Contract]) -> tuple[Skill, ...]:
    """The stated skills, by their known names where we know them, each once.

    A skill counts as evidenced by contracts if finished contracts of the same row used it. One that an
    export of ours marks as MENTIONED stays so.
    """
    used = [skill_name(skill, knowledge) for c in contracts if c.ended for skill in dict.fromkeys(c.skills)]
    mentioned = {skill_name(item, knowledge) for item in cells.read(FieldName.SKILLS, _mentioned_items) or ()}
    names = (skill_name(item, knowledge) for item in _items(cells, FieldName.SKILLS, _named))

    def evidence(name: str) -> Evidence:
        if name in used:
            return Evidence.CONTRACTS
        return Evidence.MENTIONED if name in mentioned else Evidence.SELF_STATED

    return tuple(
        Skill(name=name, evidence=evidence(name), contracts=used.count(name)) for name in _once(names)
    )


def _mentioned_items(value: object, column: Column) -> list[str]:
    items = read_list(value, column.separator)
    return [
        _named(item)
        for item in items
        if isinstance(item, dict) and item.get("evidence") == Evidence.MENTIONED
    ]


def with_mentions(skills: tuple[Skill, ...], texts: Sequence[str], knowledge: Knowledge) -> tuple[Skill, ...]:
    """The skills, and after them those that only the texts mention."""
    mentions = mentioned_skills(texts, [skill.name for skill in skills], knowledge)
    return (*skills, *(Skill(name=name, evidence=Evidence.MENTIONED) for name in mentions))


def skill_name(written: str, knowledge: Knowledge) -> str:
    """The canonical name of a skill we know, the name as written otherwise."""
    known = knowledge.find_skill(written)
    return known.name if known else written


def languages_of(cells: Cells, knowledge: Knowledge) -> tuple[Language, ...]:
    """The stated languages, each once; a level that is not stated counts as CONVERSATIONAL (cautious)."""
    found: dict[str, Language] = {}
    for item in _items(cells, FieldName.LANGUAGES, _language_text):
        name, level = _split_level(item)
        entry = knowledge.find_language(name) or knowledge.find_language(name.lower())
        if entry is None:
            cells.notice(Notice.UNKNOWN_LANGUAGE, shown(item))
        else:
            found.setdefault(entry.code, Language(code=entry.code, level=level))
    return tuple(found.values())


def industries_of(cells: Cells, knowledge: Knowledge) -> tuple[str, ...]:
    """Ids of the stated industries that we know."""
    ids = []
    for item in _items(cells, FieldName.INDUSTRIES, _named):
        entry = knowledge.find_industry(item)
        if entry is None:
            cells.notice(Notice.UNKNOWN_INDUSTRY, shown(item))
        else:
            ids.append(entry.id)
    return _once(ids)


def badges_of(cells: Cells) -> tuple[str, ...]:
    """The stated badges, as written."""
    return _once(_items(cells, FieldName.BADGES, _named))


def _items(cells: Cells, field: FieldName, item_text: Callable[[object], str]) -> list[str]:
    def read(value: object, column: Column) -> list[str]:
        return [item_text(item) for item in read_list(value, column.separator) if not is_unstated(item)]

    kept = []
    for text in cells.read(field, read) or []:
        item = clean_line(text, MAX_ITEM)
        if item.cut:
            cells.notice(Notice.ITEM_DROPPED, shown(item.text))
        elif item.text:
            kept.append(item.text)
    limit = MAX_ITEMS[field]
    if len(kept) > limit:
        cells.notice(Notice.ITEMS_CUT, f"{field}: {len(kept)} items, {limit} kept")
    return kept[:limit]


def _named(item: object) -> str:
    if isinstance(item, dict):
        if "name" not in item:
            raise Invalid(f"an item without a name: {shown(item)}")
        return read_text(item["name"])
    return read_text(item)


def _language_text(item: object) -> str:
    if isinstance(item, dict):
        name = item.get("code") or item.get("name") or item.get("language")
        if name is None:
            raise Invalid(f"a language without a name or code: {shown(item)}")
        level = item.get("level")
        return f"{read_text(name)} ({read_text(level)})" if level else read_text(name)
    return read_text(item)


def _split_level(text: str) -> tuple[str, LanguageLevel]:
    name, _, stated = re.sub(r"[():\[\]/–—]|\s-\s", "\n", text).partition("\n")
    word = " ".join(stated.split()).lower()
    known = vocabulary().language_level
    level = known.get(word) or next((known[part] for part in word.split() if part in known), None)
    return name.strip(), level or LanguageLevel.CONVERSATIONAL


def _once(names: Iterable[str]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(name.casefold(), name)
    return tuple(seen.values())
