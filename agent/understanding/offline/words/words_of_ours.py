"""The words worth correcting to: of titles, tools and places, and of the cues that the reader goes by."""

from agent.understanding.offline.words.lexicon import Lexicon
from store.knowledge import Knowledge

SHORTEST = 5
"""Letters a word needs to be corrected to; as it is written one of them may be missing."""

_NO_CUES = ("foreign", "tongues", "places", "ordinary", "shorthand")
"""Data files whose words are not English or no cues."""


def title_words(knowledge: Knowledge) -> set[str]:
    """Every word of a role's names."""
    names = (name for role in knowledge.roles.values() for name in (role.name, *role.aliases))
    return {word for name in names for word in name.casefold().replace("-", " ").split(" ")}


def tools(knowledge: Knowledge) -> set[str]:
    """One-word names of skills."""
    names = (name.casefold() for skill in knowledge.skills.values() for name in (skill.name, *skill.aliases))
    return {name for name in names if len(name) >= SHORTEST and name.isalpha()}


def proper_names(knowledge: Knowledge, lexicon: Lexicon) -> set[str]:
    """One-word names of tools, countries, languages, months and weekdays."""
    places = (country.name.casefold() for country in knowledge.countries.values())
    tongues = (language.name.casefold() for language in knowledge.languages.values())
    days = (name for key in ("months", "weekdays") for name in lexicon.setting("dates", key, "values"))
    names = {name for name in (*places, *tongues, *days) if len(name) >= SHORTEST and name.isalpha()}
    return names | tools(knowledge)


def names_of_ours(knowledge: Knowledge, lexicon: Lexicon) -> set[str]:
    """Words of role names, one-word skills that are no everyday words, countries and languages."""
    words = title_words(knowledge)
    for skill in knowledge.skills.values():
        words.update(
            name.casefold() for name in (skill.name, *skill.aliases) if name not in skill.ordinary_names
        )
    places = (country.name.casefold() for country in knowledge.countries.values())
    tongues = (language.name.casefold() for language in knowledge.languages.values())
    words.update(word for word in (*places, *tongues) if len(word) > SHORTEST)
    for table in lexicon.kinds["heads"].values():
        words.update(table.phrases)
    words |= lexicon.words("typos", "words")
    everyday = lexicon.words("typos", "not_meant")
    return {w for w in words if len(w) >= SHORTEST and w.isascii() and w.isalpha() and w not in everyday}


def cue_words(lexicon: Lexicon) -> set[str]:
    """The longer words of every phrase of the data files that is English and tells something."""
    phrases = (
        phrase
        for kind, tables in lexicon.kinds.items()
        if kind not in _NO_CUES
        for table in tables.values()
        for phrase in table.phrases
    )
    return {
        word for phrase in phrases for word in phrase.split(" ") if len(word) >= SHORTEST and word.isalpha()
    }
