"""Putting an operator's knowledge over ours: lists grow, single values are replaced, a name can be taken."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from store.knowledge.rows import Row, Source
from store.knowledge.spelling import spelling_key
from store.knowledge.tables import TABLES

_NAME_LISTS = ("aliases", "demonyms", "symbols", "words", "everyday_words")


def merge_sources(ours: Source, theirs: Source) -> Source:
    """One source out of two. An alias that `theirs` gives to a row is taken from every row of `ours`."""
    rows = {table.name: _merge(ours.rows[table.name], theirs.rows[table.name]) for table in TABLES}
    words = {name: ours.words.get(name, frozenset()) | more for name, more in theirs.words.items()}
    return Source(
        rows,
        {**ours.per_usd, **theirs.per_usd},
        theirs.rates_date or ours.rates_date,
        {**ours.words, **words},
    )


def _merge(ours: Sequence[Row], theirs: Sequence[Row]) -> list[Row]:
    if not theirs:
        return list(ours)
    taken = {_key(name) for row in theirs for name in _names(row)}
    merged: dict[tuple[str, ...], Row] = {row.key: row for row in ours}
    stated = {row.key for row in theirs}
    for key, row in merged.items():
        if key not in stated:
            merged[key] = replace(row, lists=_without(row.lists, taken))
    for row in theirs:
        held = merged.get(row.key)
        merged[row.key] = row if held is None else _over(held, row)
    return list(merged.values())


def _over(held: Row, row: Row) -> Row:
    lists = {
        column: tuple(dict.fromkeys((*held.all(column), *row.all(column))))
        if column in row.table.growing
        else row.all(column) or held.all(column)
        for column in {**held.lists, **row.lists}
    }
    text = {**held.text, **row.text}
    if "category" in held.text:
        text["category"] = held.text["category"]
    return Row(row.table, row.origin, text, lists)


def _names(row: Row) -> tuple[str, ...]:
    return (*row.key[:1], *(name for column in _NAME_LISTS for name in row.all(column)))


def _key(name: str) -> str:
    return spelling_key(name) or name


def _without(lists: Mapping[str, tuple[str, ...]], taken: set[str]) -> dict[str, tuple[str, ...]]:
    return {
        column: tuple(name for name in names if _key(name) not in taken) if column in _NAME_LISTS else names
        for column, names in lists.items()
    }
