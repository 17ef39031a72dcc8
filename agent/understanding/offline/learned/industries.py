"""The industries that a first message tells in passing: 'our third ramen place', 'we restore pianos'.

The rules know names of trades and how clients speak of their own. The model weighs every word, by itself, by
what it means and by the words around it; that one word of an industry tells it is enough, as in pooling of
multiple instances (Pinheiro and Collobert, CVPR 2015: log-sum-exp).
"""

from collections.abc import Collection, Iterator, Sequence

import numpy as np

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.learned.surroundings import Surroundings
from agent.understanding.offline.learned.word_model import Scores, WordModel
from agent.understanding.offline.skill.own_trades import asks_for_it
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.reading import Operation
from store.nouns.brief import SkillWish, Slot

NAMED_TOLD, TOLD, TOLD_BESIDES = 0.4, 0.7, 0.9
"""How probable an industry must be to be read: where the rules found none, if a name of it is in the message
or not; and beside one that is read, or if its only name there is an ordinary word."""

NAMED, FOUND = "named", "found"
"""The cues of a word that is in an industry's name, and of an industry that the rules found."""

MOST_WORDS = 150
"""Words that are looked at: trades are told early."""


def with_industries(
    scene: Scene, findings: Sequence[Finding], around: Surroundings, model: WordModel
) -> list[Finding]:
    """The findings with the industries that are told besides.

    What a role or a tool is called tells nothing of the client: anybody can look for a game developer.
    """
    if not scene.told:
        return list(findings)
    found = {str(finding.value) for finding in findings if finding.slot is Slot.INDUSTRIES}
    said = said_by_words(scene, around, model)
    shares = probabilities(said, model, found)
    of_the_work = _of_the_work(scene, findings)
    besides = _told_besides(scene, said, shares, model, found)
    return [*findings, *(each for each in besides if each.first not in of_the_work)]


def _of_the_work(scene: Scene, findings: Sequence[Finding]) -> set[int]:
    """The tokens of the role and the skills that are wanted, wherever they are named."""
    skills = {f.value.name for f in findings if isinstance(f.value, SkillWish)}
    again = (m for m in scene.message.of("skill") if m.key in skills)
    told = {i for f in findings if f.slot in (Slot.ROLE, Slot.SKILLS) for i in range(f.first, f.last)}
    return told | {i for mention in again for i in range(mention.first, mention.last)}


def said_by_words(scene: Scene, around: Surroundings, model: WordModel) -> Scores:
    """A row for each of the words that are told: what it says for each industry, where it stands."""
    told = scene.told[:MOST_WORDS]
    said = model.scores([word.text for word in told])
    for place, word in enumerate(told):
        said[place] += sum(model.cues.get(cue, 0.0) for cue in around.sides(word.index))
        for label in named_by(scene, word.index):
            if (column := model.column(label)) is not None:
                said[place, column] += model.cues[NAMED]
    return said


def named_by(scene: Scene, index: int) -> Iterator[str]:
    """The industries whose names a token is part of."""
    mention = scene.message.over("industry", index, index + 1)
    if mention is not None:
        yield mention.key


def probabilities(said: Scores, model: WordModel, found: Collection[str]) -> Scores:
    """How probable each industry is, 0 to 1 each, by its surest word and by what the rules found."""
    highest = said.max(axis=0)
    pooled = highest + np.log(np.exp(said - highest).sum(axis=0)) + model.bias
    for label in found:
        if (column := model.column(label)) is not None:
            pooled[column] += model.cues[FOUND]
    shares: Scores = 1 / (1 + np.exp(-pooled))
    return shares


def _told_besides(
    scene: Scene, said: Scores, shares: Scores, model: WordModel, found: set[str]
) -> Iterator[Finding]:
    mentions, vague = scene.message.of("industry"), scene.lexicon.words("trades", "vague")
    named = {m.key for m in mentions if " ".join(scene.message.norms[m.first : m.last]) not in vague}
    hinted = {mention.key for mention in mentions} - named
    told = set(found)
    for place in sorted(np.flatnonzero(shares >= NAMED_TOLD).tolist(), key=lambda each: -shares[each]):
        label = model.labels[place]
        alone = NAMED_TOLD if label in named else TOLD
        least = TOLD_BESIDES if told or label in hinted else alone
        if shares[place] >= least and label not in found and label in scene.knowledge.industries:
            index = scene.told[int(said[:, place].argmax())].index
            told.add(label)
            own = not asks_for_it(scene, Mention("industry", label, index, index + 1))
            yield Finding(Slot.INDUSTRIES, label, index, index + 1, Operation.ADD, uncertain=True, own=own)
