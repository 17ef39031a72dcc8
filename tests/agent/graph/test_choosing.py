from agent.graph.nodes.understand import agreed_to, chosen_option
from agent.understanding.reading import Intent, Reading
from store.nouns.brief import Brief, Slot
from store.nouns.conversation import Memory, Question, QuestionOption

EASED = Brief(role="web-developer")
ASKED = Memory(
    question=Question(
        slot=Slot.SKILLS,
        text="What may give way?",
        options=(
            QuestionOption(label="Shopify optional", text="Shopify is optional", brief=EASED),
            QuestionOption(label="Other", text="something else"),
        ),
    )
)


def test_an_option_repeated_to_the_letter_is_chosen() -> None:
    for said in ("Shopify is optional", " shopify optional. "):
        chosen = chosen_option(said, ASKED)
        assert chosen is not None
        assert chosen.brief == EASED


def test_a_short_answer_that_names_a_field_of_work_chooses_it() -> None:
    fields = ("Marketing: digital marketer", "Design: graphic designer")
    options = tuple(QuestionOption(label=label, text=label, brief=EASED) for label in fields)
    asked = Memory(question=Question(slot=Slot.ROLE, text="What should they do?", options=options))
    chosen = chosen_option("marketing I guess", asked)
    assert chosen is not None
    assert chosen.label == fields[0]
    assert chosen_option("marketing or design", asked) is None
    assert chosen_option("someone who does marketing for my bakery in Leeds", asked) is None


def test_a_plain_yes_takes_the_only_option() -> None:
    options = (QuestionOption(label="Shopify optional", text="Shopify is optional", brief=EASED),)
    only = Memory(question=Question(slot=Slot.SKILLS, text="What may give way?", options=options))
    chosen = agreed_to(Reading(intent=Intent.CONFIRM), only)
    assert chosen is not None
    assert chosen.brief == EASED
    assert agreed_to(Reading(intent=Intent.CONFIRM), ASKED) is None
    assert agreed_to(Reading(intent=Intent.REFINE), only) is None
    assert agreed_to(Reading(intent=Intent.CONFIRM), Memory()) is None


def test_other_words_are_read_as_usual() -> None:
    assert chosen_option("Shopify is optional I think", ASKED) is None
    assert chosen_option("something else", ASKED) is None
    assert chosen_option("Shopify is optional", Memory()) is None
