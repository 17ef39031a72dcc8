"""Skills that go, give way or are wished for only, said in a turn after the one that asked for them."""

import pytest

from agent.briefs.merge import merge
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context
from store.knowledge import Knowledge
from store.nouns.brief import Importance, Slot
from store.nouns.conversation import Question
from tests_support.readings import TODAY, brief_of

MUST, NICE, NOT = Importance.MUST, Importance.NICE, Importance.EXCLUDED


@pytest.mark.parametrize(
    ("first", "then", "skills"),
    [
        ("QA tester, Jira and Cypress", "skip Cypress", {"Jira": MUST}),
        ("QA tester, Jira and Cypress", "no Cypress", {"Jira": MUST, "Cypress": NOT}),
        ("data engineer, Python and dbt", "make dbt optional", {"Python": MUST, "dbt": NICE}),
        ("data engineer, Python and dbt", "dbt can be picked up on the job", {"Python": MUST, "dbt": NICE}),
        ("data engineer, Python", "Airflow may help", {"Python": MUST, "Apache Airflow": NICE}),
        ("data engineer, Python", "Airflow is something we'd love", {"Python": MUST, "Apache Airflow": NICE}),
        ("data analyst, Looker", "Tableau is not needed, only Looker", {"Looker": MUST}),
        ("data analyst, Looker", "Tableau, not Looker", {"Tableau": MUST}),
        ("slides, PowerPoint and Excel please", "keynote instead", {"Excel": MUST, "Keynote": MUST}),
        (
            "ML engineer, PyTorch, NLP",
            "JAX instead, please",
            {"Natural Language Processing": MUST, "JAX": MUST},
        ),
        ("web developer, Vue and Jest", "React instead, Jest makes no sense then", {"React": MUST}),
        ("web developer, Vue and React", "only React as I wrote", {"React": MUST}),
        ("web developer, Vue and Figma", "only Figma is a must", {"Vue.js": MUST, "Figma": MUST}),
    ],
)
def test_skills_after_a_turn(
    interpreter: OfflineInterpreter,
    knowledge: Knowledge,
    first: str,
    then: str,
    skills: dict[str, Importance],
) -> None:
    start = brief_of(interpreter, knowledge, first)
    brief = brief_of(interpreter, knowledge, then, start=start)
    assert {each.name: each.importance for each in brief.skills} == skills


def test_a_skill_wished_for_leaves_the_role(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    start = brief_of(interpreter, knowledge, "copywriter")
    brief = brief_of(interpreter, knowledge, "SEO knowledge is wished but not a must", start=start)
    assert brief.role == "copywriter"


@pytest.mark.parametrize(
    ("asked", "text", "role"),
    [
        (Slot.SKILLS, "blender renders", "interior-designer"),
        (Slot.DURATION_WEEKS, "the contract is 9 months", "interior-designer"),
        (Slot.SKILLS, "I need a copywriter first", "copywriter"),
        (Slot.ROLE, "blender renders", "three-d-artist"),
    ],
)
def test_works_in_an_answer_ask_for_no_other_role(
    interpreter: OfflineInterpreter, knowledge: Knowledge, asked: Slot, text: str, role: str
) -> None:
    start = brief_of(interpreter, knowledge, "interior designer")
    context = Context(today=TODAY, brief=start, question=Question(slot=asked, text="?"))
    brief = merge(start, interpreter.read_now(text, context).changes, knowledge)
    assert brief.role == role


def test_tools_that_are_named_are_those_alone(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    start = brief_of(interpreter, knowledge, "data analyst, Looker and dbt")
    brief = brief_of(interpreter, knowledge, "no AI tools, I mean it", start=start)
    assert {"Looker", "dbt"} <= {each.name for each in brief.skills}
