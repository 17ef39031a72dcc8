"""The names of makers' products, and what is left of each without its maker: Books of Zoho Books."""

from collections import Counter
from collections.abc import Iterator

from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.ways_to_write import fold_name
from store.knowledge import Knowledge, SkillEntry

_FEWEST_PRODUCTS = 3
_SHORTEST = 2
_LANGUAGES = "programming-languages"
"""Tools of a language are named after it, and are nobody's products."""


def makers(knowledge: Knowledge, lexicon: Lexicon) -> frozenset[str]:
    """The folded first words that several products share: those of the data, and skills by themselves."""
    known = lexicon.words("makers", "makers")
    heads = Counter(name.partition(" ")[0].lower() for name in knowledge.skills if " " in name)
    return known | {
        head for head, many in heads.items() if many >= _FEWEST_PRODUCTS and _is_product(head, knowledge)
    }


def short_names(knowledge: Knowledge, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Each product's folded name without its maker, and with it: ('books', 'zoho books')."""
    known, certificates = makers(knowledge, lexicon), lexicon.words("makers", "certificates")
    for skill in knowledge.skills.values():
        for name in (skill.name, *skill.aliases):
            maker, _, short = fold_name(name).partition(" ")
            if maker in known and len(short) >= _SHORTEST and not _names(maker, skill, knowledge):
                yield short, f"{maker} {short}"
                before, _, last = short.rpartition(" ")
                if last in certificates:
                    ways = (f"{before} {word}".lstrip() for word in certificates if word != last)
                    yield from ((way, f"{maker} {short}") for way in ways)


def _is_product(head: str, knowledge: Knowledge) -> bool:
    """Whether the word is a tool's own name, and no everyday word: Salesforce, and no Data."""
    skill = knowledge.find_skill(head)
    return (
        skill is not None
        and fold_name(skill.name) == head
        and not skill.ordinary_word
        and skill.category != _LANGUAGES
    )


def _names(maker: str, skill: SkillEntry, knowledge: Knowledge) -> bool:
    """Whether the maker's name alone stands for the skill: Zoho for 'Zoho CRM'."""
    return knowledge.find_skill(maker) is skill
