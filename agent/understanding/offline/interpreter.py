"""The offline interpreter: reads a message in one pass over its tokens, without a model or a clock."""

import logging
from functools import lru_cache, partial

from agent.chatmodel.work import ModelWork
from agent.understanding.offline.amounts.money import find_money
from agent.understanding.offline.amounts.quantities import QuantityReader
from agent.understanding.offline.amounts.restating import restated, restated_periods
from agent.understanding.offline.assembly import changes_of, divided
from agent.understanding.offline.change.corrections import correct
from agent.understanding.offline.change.held import with_held
from agent.understanding.offline.change.renumbering import renumbered
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.intent.answers import leaves_open
from agent.understanding.offline.intent.change_beside import BESIDE, change_beside
from agent.understanding.offline.intent.evidence import Evidence
from agent.understanding.offline.intent.fragments import answers, chosen_option
from agent.understanding.offline.intent.intents import decide
from agent.understanding.offline.intent.own_list import asks_for_own_list
from agent.understanding.offline.intent.padding import without_padding
from agent.understanding.offline.intent.passing import asked_of_somebody
from agent.understanding.offline.learned.by_example import ByExample
from agent.understanding.offline.pointing.described import words_of
from agent.understanding.offline.pointing.implied import with_implied
from agent.understanding.offline.pointing.places_on_list import amounts_only, days_only
from agent.understanding.offline.pointing.references import find_references, resolved
from agent.understanding.offline.pointing.together import of_the_whole_list
from agent.understanding.offline.pointing.topics import skill_asked, topic_of
from agent.understanding.offline.role.activities import Activities
from agent.understanding.offline.role.asks import find_asks, roles_asked
from agent.understanding.offline.role.by_likeness import sounds_like
from agent.understanding.offline.role.hints import asks_for_somebody
from agent.understanding.offline.role.likeness import WorkWords
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.skill.own_trades import with_owners, with_successors
from agent.understanding.offline.skill.skill_reader import SkillReader
from agent.understanding.offline.skill.trades import find_industries
from agent.understanding.offline.weight.stance import StanceReader
from agent.understanding.offline.when.clocks import find_hours_of_day
from agent.understanding.offline.when.dates import DateReader
from agent.understanding.offline.when.rhythm import with_rhythm
from agent.understanding.offline.when.schedule import find_schedule
from agent.understanding.offline.when.sprints import with_sprints
from agent.understanding.offline.where.places import find_places
from agent.understanding.offline.who.languages import find_languages
from agent.understanding.offline.who.people import find_people
from agent.understanding.offline.who.record import find_record
from agent.understanding.offline.who.working_style import find_working_style
from agent.understanding.offline.words.gazetteer import Gazetteer
from agent.understanding.offline.words.lexicon import load_lexicon
from agent.understanding.offline.words.message import Message, assemble
from agent.understanding.offline.words.personal_data import find_personal_data, masked
from agent.understanding.offline.words.shorthand import written_out
from agent.understanding.offline.words.spelling import Spelling
from agent.understanding.offline.words.tokens import TokenKind, fold, tokenize
from agent.understanding.offline.words.tongue import ENGLISH, language_of
from agent.understanding.reading import Context, Intent, PersonalData, Reading
from store.knowledge import Knowledge
from store.nouns.brief import Slot

LONGEST_MESSAGE = 8000
"""Characters read of a message; what comes after is not."""

_SHORTEST_NAME = 3

_REMEMBERED = 64
"""Sets of skills that briefs hold and no list has."""

_CHANGING = frozenset(
    {
        Intent.DESCRIBE_NEED,
        Intent.REFINE,
        Intent.START_OVER,
        Intent.MORE_RESULTS,
        Intent.CONFIRM,
        Intent.DECLINE,
    }
)
_log = logging.getLogger(__name__)


class OfflineInterpreter:
    """Reads messages with the knowledge it is given. Build it once: it prepares its gazetteer."""

    def __init__(self, knowledge: Knowledge, *, by_example: bool = True) -> None:
        """Reads by rule, and where that is much more probable by what the models learned from examples."""
        self._knowledge = knowledge
        self._by_example = ByExample() if by_example else None
        self._lexicon = load_lexicon()
        self._gazetteer = Gazetteer(knowledge, self._lexicon)
        self._activities = Activities(knowledge, self._lexicon)
        self._work_words = WorkWords(knowledge)
        self._knowing = lru_cache(_REMEMBERED)(knowledge.with_skills)
        self._spelling = Spelling(knowledge, self._lexicon, self._gazetteer.spellings)
        self._dates = DateReader(self._lexicon)
        self._quantities = QuantityReader(self._lexicon)
        self._stances = StanceReader(self._lexicon)
        self._skills = SkillReader(self._lexicon)

    async def read(self, text: str, context: Context, work: ModelWork | None = None) -> Reading:
        """The reading of `text` in its context, without any model's work. Never raises."""
        return self.read_now(text, context)

    def read_now(self, text: str, context: Context) -> Reading:
        """The reading of `text` in its context. Never raises."""
        try:
            return self.read_strictly(text, context)
        except Exception:
            _log.exception("a message could not be read")
            return Reading(intent=Intent.HELP)

    def read_strictly(self, text: str, context: Context) -> Reading:
        """As `read_now`, but a fault of ours is raised instead of read as a call for help."""
        text = text[:LONGEST_MESSAGE]
        personal = find_personal_data(text)
        scene = self._said(masked(text, personal), context)
        if not scene.message.tokens:
            return Reading(intent=Intent.HELP, personal_data=personal)
        option = chosen_option(scene)
        if option is not None:
            return self._answer(text, option.text, context)
        evidence, asks, guess = self._evidence(scene)
        intent = decide(evidence)
        if self._by_example is not None:
            intent = self._by_example.intent(evidence, intent)
        if intent is Intent.DESCRIBE_NEED and guess is not None:
            asks = [guess]
            evidence = Evidence(scene, self._weighed(scene, asks), evidence.pointers, asks=True)
        reading = self._reading(evidence, intent, asks, personal)
        beside = change_beside(evidence) if intent in BESIDE else None
        return reading if beside is None else self._with_changes(reading, beside, context)

    def _with_changes(self, reading: Reading, beside: str, context: Context) -> Reading:
        """The reading, and the changes of the need that the words beside it make if they are all there is."""
        alone = context.model_copy(update={"question": None, "handoff_pending": False})
        evidence, asks, _ = self._evidence(self._scene(beside, alone))
        if asks or evidence.pointers or decide(evidence) is not Intent.REFINE:
            return reading
        return reading.model_copy(update={"changes": changes_of(evidence.scene, evidence.findings)})

    def evidence(self, text: str, context: Context) -> Evidence:
        """What the intent of a message is decided by."""
        return self._evidence(self._said(text[:LONGEST_MESSAGE], context))[0]

    def _said(self, text: str, context: Context) -> Scene:
        """The scene of what a message says, without its padding."""
        scene = self._scene(text, context)
        said = without_padding(scene, partial(self._read_of, scene))
        return scene if said == scene.message.text else self._scene(said, context)

    def _evidence(self, scene: Scene) -> tuple[Evidence, list[RoleAsk], RoleAsk | None]:
        """The evidence, the roles asked for, and the role that is guessed where none is."""
        pointers = find_references(scene)
        described = words_of(pointers)
        asks = [ask for ask in find_asks(scene) if ask.first not in described]
        guess = None if asks else sounds_like(scene)
        is_wanted = scene.asked is Slot.ROLE or asks_for_somebody(scene)
        told = bool(asks) or (guess is not None and is_wanted)
        wished = [f for f in self._weighed(scene, asks) if f.first not in described]
        return Evidence(scene, wished, pointers, told), asks, guess

    def _scene(self, text: str, context: Context) -> Scene:
        tokens = tokenize(text)
        in_full = written_out(tokens, self._lexicon)
        language = language_of(in_full, text, self._lexicon)
        misspelled: frozenset[int] = frozenset()
        if language == ENGLISH:
            names = frozenset(word for each in context.shown for word in fold(each.name).split())
            held = {word for skill in context.brief.skills for word in fold(skill.name).split()}
            tokens, misspelled = self._spelling.correct(in_full, text, names, held)
        else:
            tokens, misspelled = self._spelling.correct_titles(tokens)
        unlisted = [s for s in context.brief.skills if s.name not in self._knowledge.skills]
        mentions = with_held(self._gazetteer.find(text, tokens), tokens, context.brief)
        message = assemble(text, tokens, mentions, self._lexicon)
        asks_day = context.question is not None and context.question.slot is Slot.START_BY
        places = 0 if asks_day else len(context.shown)
        periods = days_only(message, self._dates.find(message, context.today), places)
        hours = tuple(find_hours_of_day(message, self._lexicon))
        taken = {i for period in periods for i in range(period.first, period.last)}
        taken |= {i for span in hours for i in range(span.first, span.last)}
        numbers = amounts_only(message, self._quantities.find(message, taken), len(context.shown))
        quantities = with_rhythm(message, with_sprints(message, restated(message, numbers)))
        return Scene(
            message=message,
            context=context,
            knowledge=self._knowing(tuple(skill.name for skill in unlisted)),
            lexicon=self._lexicon,
            activities=self._activities,
            work_words=self._work_words,
            stances=self._stances.read(message),
            quantities=renumbered(
                message,
                quantities,
                context.brief,
                None if context.question is None else context.question.slot,
            ),
            periods=restated_periods(message, periods),
            hours_of_day=hours,
            language=language,
            misspelled=misspelled,
            unknown=self._unknown(message, misspelled, names) if language == ENGLISH else frozenset(),
            is_plain=self._spelling.understands(tokens),
        )

    def _read_of(self, scene: Scene) -> frozenset[int]:
        """The tokens that anything of the need was read from."""
        return frozenset(i for f in self._findings(scene, find_asks(scene)) for i in range(f.first, f.last))

    def _weighed(self, scene: Scene, asks: list[RoleAsk]) -> list[Finding]:
        found = self._findings(scene, asks)
        return found if self._by_example is None else self._by_example.findings(scene, found)

    def _findings(self, scene: Scene, asks: list[RoleAsk]) -> list[Finding]:
        record, places = find_record(scene), find_places(scene)
        counted = (*record, *(f for f in places if f.slot is Slot.UTC_OFFSET))
        taken = {i for f in counted for i in range(f.first, f.last)}
        found = [
            *roles_asked(scene, asks),
            *self._skills.find(scene, asks),
            *with_owners(scene, find_industries(scene)),
            *find_people(scene),
            *(f for f in find_money(scene) if not taken & set(range(f.first, f.last))),
            *find_schedule(scene),
            *record,
            *find_languages(scene),
            *places,
            *find_working_style(scene),
        ]
        return with_successors(scene, correct(scene, asked_of_somebody(scene, found, asks)))

    def _reading(
        self,
        evidence: Evidence,
        intent: Intent,
        asks: list[RoleAsk],
        personal: tuple[PersonalData, ...],
    ) -> Reading:
        scene = evidence.scene
        first, further = divided(scene, asks, evidence.findings) if intent in _CHANGING else ([], [])
        changes = changes_of(scene, first)
        asking = intent is Intent.ASK_ABOUT_CANDIDATE
        declines = intent is Intent.DECLINE and scene.context.question is not None
        if scene.context.handoff_pending:
            declines = declines and leaves_open(evidence)
        pointers = of_the_whole_list(scene, intent, evidence.pointers) if _refers(intent) else []
        if not asks_for_own_list(evidence):
            pointers = with_implied(scene, intent, pointers)
        return Reading(
            intent=intent,
            changes=changes,
            references=resolved(scene, pointers),
            topic=topic_of(scene, pointers) if asking else None,
            skill_asked=skill_asked(scene, words_of(pointers)) if asking else None,
            further_needs=tuple(changes_of(scene, need) for need in further),
            answers_question=scene.asked is not None and any(answers(c.slot, scene.asked) for c in changes),
            declines_question=declines,
            personal_data=personal,
            language=scene.language,
        )

    def _unknown(self, message: Message, misspelled: frozenset[int], names: frozenset[str]) -> frozenset[int]:
        """Words that look like names we do not know: capitals or marks in words no dictionary has."""
        return frozenset(
            index
            for index, token in enumerate(message.tokens)
            if token.kind is TokenKind.WORD
            and token.end - token.start >= _SHORTEST_NAME
            and not message.text[token.start : token.end].islower()
            and index not in misspelled
            and token.norm not in names
            and not self._spelling.knows(token.norm)
        )

    def _answer(self, text: str, chosen: str, context: Context) -> Reading:
        """The reading of an option's text, with the client's words for its spans."""
        inner = self.read_now(chosen, context.model_copy(update={"question": None, "handoff_pending": False}))
        if not inner.changes:
            return inner
        start, end = 0, len(text)
        changes = tuple(
            change.model_copy(
                update={"span": change.span.model_copy(update={"start": start, "end": end}), "words": text}
            )
            for change in inner.changes
        )
        return inner.model_copy(update={"changes": changes, "references": (), "answers_question": True})


def _refers(intent: Intent) -> bool:
    return intent not in (
        Intent.GREETING,
        Intent.SMALLTALK,
        Intent.HELP,
        Intent.OUT_OF_SCOPE,
        Intent.DELETE_MY_DATA,
        Intent.DESCRIBE_NEED,
    )
