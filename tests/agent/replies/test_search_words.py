"""What is said of a list that is thin or empty, and of those who only come close."""

from agent.graph.state import ClientMessage, TurnState, opening_state
from agent.replies.search import search_reply
from agent.understanding.reading import Intent
from store.knowledge import load_knowledge
from store.nouns.brief import Brief, SkillWish
from store.nouns.conversation import Memory
from store.nouns.match import Match, Ranking, RequirementCheck, Verdict
from tests_support.nouns import make_freelancer

KNOWLEDGE = load_knowledge()
BRIEF = Brief(role="web-developer", skills=(SkillWish(name="React"),))
ANA = make_freelancer("ana", name="Ana Ruiz")
LACKING = RequirementCheck(
    slot="skills", requirement="React", verdict=Verdict.NOT_MET, hard=True, fact="Does not list React"
)
NEAR = Match(freelancer_id=ANA.id, score=0.5, checks=(LACKING,))


def said(intent: Intent, ranking: Ranking, **memory: object) -> str:
    message = ClientMessage(turn_id="t", conversation_id="c", text="")
    held = Memory.model_validate({"brief": BRIEF, **memory})
    state: TurnState = {**opening_state(message, held), "intent": intent}
    return search_reply(state, ranking, {ANA.id: ANA}, None, KNOWLEDGE).text


def test_where_nobody_fits_those_who_come_closest_are_told() -> None:
    assert said(Intent.DESCRIBE_NEED, Ranking(near_misses=(NEAR,))) == (
        "Nobody here meets every must-have for a web developer with React.\n\n"
        "These come closest:\n- Ana Ruiz (rate not stated): does not list React"
    )


def test_asked_for_more_the_next_are_not_called_the_closest() -> None:
    told = said(Intent.MORE_RESULTS, Ranking(near_misses=(NEAR,), eligible=3), seen=("f1",))
    assert told.startswith("That was everybody who meets your must-haves.\n\nThese come next:\n- Ana Ruiz")
    assert "These come next:" in said(Intent.MORE_RESULTS, Ranking(near_misses=(NEAR,)), seen=("f1",))


def test_asked_for_more_where_nobody_is_left() -> None:
    assert said(Intent.MORE_RESULTS, Ranking(), seen=("f1",)) == "Nobody else comes close."
    assert said(Intent.MORE_RESULTS, Ranking()) == "Nobody here meets every must-have."


def test_a_list_of_near_misses_is_not_told_twice() -> None:
    told = said(Intent.DECLINE, Ranking(near_misses=(NEAR,)), shown=(ANA.id,))
    assert told == "All right, that stays open; the list is the same as before."


def test_where_all_who_fit_were_dismissed_nobody_else_does() -> None:
    told = said(Intent.DISMISS, Ranking(eligible=1), dismissed=("f1",))
    assert told.startswith("Nobody else here meets every must-have for a web developer with React.")


def test_where_nobody_comes_close_the_client_is_asked_for_more() -> None:
    told = said(Intent.DESCRIBE_NEED, Ranking())
    assert told.endswith("Tell me in other words what kind of work it is, or what may give way.")
