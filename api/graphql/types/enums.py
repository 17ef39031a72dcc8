"""The closed lists of the schema. Members carry the names of the nouns' own enums, which stay undecorated."""

from enum import Enum
from typing import TypeVar

import strawberry

Member = TypeVar("Member", bound=Enum)


def same_name(members: type[Member], member: Enum) -> Member:
    """The member of `members` named like `member`: from a noun's enum to the schema's, and back."""
    return members[member.name]


@strawberry.enum(
    description="A place in the brief. Used to say what a term, a question, a check or a change is about."
)
class Slot(Enum):
    """Mirrors store.nouns.brief.Slot."""

    ROLE = strawberry.enum_value(
        "ROLE", description="The kind of freelancer wanted, e.g. front-end developer."
    )
    HEADCOUNT = strawberry.enum_value("HEADCOUNT", description="How many people are to be hired.")
    SKILLS = strawberry.enum_value("SKILLS", description="Skills that are required, welcome or not wanted.")
    INDUSTRIES = strawberry.enum_value(
        "INDUSTRIES", description="Fields the freelancer should have worked in, or the client's own trade."
    )
    SENIORITY = strawberry.enum_value("SENIORITY", description="The level of experience that is wanted.")
    HOURLY_RATE = strawberry.enum_value("HOURLY_RATE", description="The price per hour the client will pay.")
    FIXED_BUDGET = strawberry.enum_value("FIXED_BUDGET", description="The budget for the project as a whole.")
    HOURS_PER_WEEK = strawberry.enum_value("HOURS_PER_WEEK", description="How many hours a week are needed.")
    DURATION_WEEKS = strawberry.enum_value("DURATION_WEEKS", description="How long the work lasts, in weeks.")
    START_BY = strawberry.enum_value("START_BY", description="The date by which the work has to start.")
    COUNTRIES = strawberry.enum_value("COUNTRIES", description="Countries to hire from, or to leave out.")
    REGIONS = strawberry.enum_value("REGIONS", description="Parts of the world to hire from, e.g. Europe.")
    UTC_OFFSET = strawberry.enum_value("UTC_OFFSET", description="Acceptable time zones, as hours from UTC.")
    LANGUAGES = strawberry.enum_value("LANGUAGES", description="Human languages the freelancer must speak.")
    MIN_JOB_SUCCESS = strawberry.enum_value(
        "MIN_JOB_SUCCESS", description="The least share of jobs that must have gone well, in per cent."
    )
    MIN_RATING = strawberry.enum_value(
        "MIN_RATING", description="The least average rating, from 1 to 5 stars."
    )
    MIN_JOBS_COMPLETED = strawberry.enum_value(
        "MIN_JOBS_COMPLETED", description="The least number of jobs the freelancer has finished."
    )
    AVAILABLE_NOW = strawberry.enum_value(
        "AVAILABLE_NOW", description="Whether they must be free right away."
    )
    PROVIDER = strawberry.enum_value("PROVIDER", description="Whether one person or an agency is wanted.")
    WORKING_STYLE = strawberry.enum_value(
        "WORKING_STYLE", description="How the client likes to work, e.g. daily calls. Only ever ranks."
    )


@strawberry.enum(description="How much a wish for a skill counts.")
class Importance(Enum):
    """Mirrors store.nouns.brief.Importance."""

    MUST = strawberry.enum_value("MUST", description="Nobody who lacks the skill is a match.")
    NICE = strawberry.enum_value(
        "NICE", description="Those who have the skill rank higher; nobody is left out."
    )
    EXCLUDED = strawberry.enum_value("EXCLUDED", description="Nobody who has the skill is shown.")


@strawberry.enum(description="A level of experience, in the three steps marketplaces use.")
class Seniority(Enum):
    """Mirrors store.nouns.brief.Seniority."""

    ENTRY = strawberry.enum_value("ENTRY", description="Junior: learning the trade, at the lowest rates.")
    INTERMEDIATE = strawberry.enum_value(
        "INTERMEDIATE", description="Mid-level: works well without supervision."
    )
    EXPERT = strawberry.enum_value(
        "EXPERT", description="Senior: years of proven work, at the highest rates."
    )


@strawberry.enum(description="Who does the work.")
class Provider(Enum):
    """Mirrors store.nouns.brief.Provider."""

    INDIVIDUAL = strawberry.enum_value("INDIVIDUAL", description="One person, working on their own account.")
    AGENCY = strawberry.enum_value("AGENCY", description="A company that sends one or more of its people.")


@strawberry.enum(description="How well somebody speaks a language, from weakest to strongest.")
class LanguageLevel(Enum):
    """Mirrors store.nouns.brief.LanguageLevel."""

    BASIC = strawberry.enum_value("BASIC", description="Simple sentences, about CEFR A1 to A2.")
    CONVERSATIONAL = strawberry.enum_value(
        "CONVERSATIONAL", description="Everyday calls, about CEFR B1 to B2."
    )
    FLUENT = strawberry.enum_value("FLUENT", description="Works in it without effort, about CEFR C1 to C2.")
    NATIVE = strawberry.enum_value("NATIVE", description="A first language, or as good as one.")


@strawberry.enum(description="Why we believe that a freelancer has a skill.")
class Evidence(Enum):
    """Mirrors store.nouns.freelancer.Evidence."""

    MENTIONED = strawberry.enum_value(
        "MENTIONED", description="The headline or bio mentions it; the profile's own list of skills does not."
    )
    SELF_STATED = strawberry.enum_value(
        "SELF_STATED", description="The profile lists it; no contract shows it."
    )
    CONTRACTS = strawberry.enum_value("CONTRACTS", description="Finished contracts used the skill.")


@strawberry.enum(description="How one requirement of the brief fares with one freelancer.")
class Verdict(Enum):
    """Mirrors store.nouns.match.Verdict."""

    MET = strawberry.enum_value("MET", description="The stored facts fulfil the requirement.")
    PARTLY = strawberry.enum_value("PARTLY", description="The facts come close, or fulfil a part of it.")
    NOT_MET = strawberry.enum_value(
        "NOT_MET", description="The requirement is missing: the facts contradict it."
    )
    UNKNOWN = strawberry.enum_value(
        "UNKNOWN", description="The profile does not say. Not the same as missing."
    )


@strawberry.enum(description="A caution or a note about a profile, to show beside the candidate.")
class Label(Enum):
    """Mirrors the labels of agent.matching.labels."""

    NEWCOMER = strawberry.enum_value("NEWCOMER", description="Has no finished job and no rating yet.")
    STALE = strawberry.enum_value("STALE", description="Was last active long ago, and may not answer.")
    INCOMPLETE = strawberry.enum_value(
        "INCOMPLETE", description="Has filled only a small part of the profile."
    )
    KEYWORD_STUFFED = strawberry.enum_value(
        "KEYWORD_STUFFED", description="Claims very many skills, with little to show for them."
    )
    AGENCY = strawberry.enum_value("AGENCY", description="Is a company that sends one or more of its people.")


@strawberry.enum(description="Who wrote a message.")
class Author(Enum):
    """Mirrors store.nouns.conversation.Author."""

    CLIENT = strawberry.enum_value("CLIENT", description="The business that is hiring: you.")
    AGENT = strawberry.enum_value("AGENT", description="Rolecall's reply to the client's message.")


@strawberry.enum(description="Where a turn stands. A turn ends as exactly one of COMPLETED and FAILED.")
class TurnStatus(Enum):
    """Mirrors store.nouns.conversation.TurnStatus."""

    QUEUED = strawberry.enum_value("QUEUED", description="Waits for an earlier turn, or to be picked up.")
    RUNNING = strawberry.enum_value("RUNNING", description="The agent is at work; events are streaming.")
    COMPLETED = strawberry.enum_value("COMPLETED", description="Done: the reply is in the conversation.")
    FAILED = strawberry.enum_value(
        "FAILED", description="Could not be done. The message is kept: use turnRetry."
    )


@strawberry.enum(description="Where a hand-off stands.")
class HandoffStatus(Enum):
    """Mirrors store.nouns.handoff.HandoffStatus."""

    PREPARED = strawberry.enum_value(
        "PREPARED", description="A preview. Nothing is sent before you approve it."
    )
    APPROVED = strawberry.enum_value("APPROVED", description="Approved by the client and on record.")
    CANCELLED = strawberry.enum_value(
        "CANCELLED", description="Closed without effect; nothing was handed over."
    )


@strawberry.enum(description="What the agent understood the client to want of a turn.")
class Intent(Enum):
    """Mirrors agent.understanding.reading.Intent."""

    DESCRIBE_NEED = strawberry.enum_value(
        "DESCRIBE_NEED", description="Says what kind of freelancer is needed."
    )
    REFINE = strawberry.enum_value("REFINE", description="Changes something in the brief and searches again.")
    ASK_ABOUT_CANDIDATE = strawberry.enum_value(
        "ASK_ABOUT_CANDIDATE", description="Wants to know something about one candidate."
    )
    COMPARE = strawberry.enum_value("COMPARE", description="Wants several candidates side by side.")
    SHORTLIST = strawberry.enum_value("SHORTLIST", description="Puts a candidate on the shortlist.")
    DISMISS = strawberry.enum_value("DISMISS", description="Does not want to see a candidate again.")
    MORE_RESULTS = strawberry.enum_value(
        "MORE_RESULTS", description="Wants further candidates for the same brief."
    )
    HAND_OFF = strawberry.enum_value("HAND_OFF", description="Has chosen somebody and wants to hire them.")
    CONFIRM = strawberry.enum_value("CONFIRM", description="Says yes to what was just asked or proposed.")
    DECLINE = strawberry.enum_value("DECLINE", description="Says no to what was just asked or proposed.")
    START_OVER = strawberry.enum_value("START_OVER", description="Drops the brief and begins a new search.")
    GREETING = strawberry.enum_value("GREETING", description="Only says hello, without a need so far.")
    SMALLTALK = strawberry.enum_value("SMALLTALK", description="Thanks, courtesies and the like.")
    HELP = strawberry.enum_value("HELP", description="Asks what Rolecall can do and how it works.")
    OUT_OF_SCOPE = strawberry.enum_value("OUT_OF_SCOPE", description="Something that is not about hiring.")
    DELETE_MY_DATA = strawberry.enum_value(
        "DELETE_MY_DATA", description="Wants what is stored to be deleted."
    )


@strawberry.enum(description="A step of the agent's graph, in the order a turn can take them.")
class Step(Enum):
    """Mirrors the nodes that agent.events.StepEntered names."""

    UNDERSTAND = strawberry.enum_value(
        "UNDERSTAND", description="Reads the message: intent, changes, references."
    )
    CLARIFY = strawberry.enum_value("CLARIFY", description="Chooses the one question most worth asking.")
    REFINE = strawberry.enum_value("REFINE", description="Merges the changes into the brief.")
    SEARCH = strawberry.enum_value("SEARCH", description="Finds, ranks and explains candidates.")
    ANSWER = strawberry.enum_value("ANSWER", description="Answers from what is stored, or declines politely.")
    HAND_OFF = strawberry.enum_value("HAND_OFF", description="Prepares a hand-off and waits for approval.")


@strawberry.enum(description="What a change does to its slot of the brief.")
class ChangeOperation(Enum):
    """Mirrors agent.understanding.reading.Operation."""

    SET = strawberry.enum_value("SET", description="Gives the slot its value, replacing what was there.")
    ADD = strawberry.enum_value("ADD", description="Adds an item to a list, e.g. one more skill.")
    REMOVE = strawberry.enum_value(
        "REMOVE", description="Takes an item, or the whole slot, out of the brief."
    )
    REPLACE = strawberry.enum_value("REPLACE", description="Swaps items of a list: Vue instead of React.")
    RELAX = strawberry.enum_value("RELAX", description="Makes a hard requirement soft, keeping its value.")
    TIGHTEN = strawberry.enum_value(
        "TIGHTEN", description="Makes a soft requirement hard, keeping its value."
    )
    RELATIVE = strawberry.enum_value("RELATIVE", description="Moves the present value: 'a bit cheaper'.")


@strawberry.enum(description="What a language model may be asked to do in a turn.")
class ModelStage(Enum):
    """Mirrors store.nouns.usage.ModelStage."""

    READING = strawberry.enum_value(
        "READING", description="To read the message. Without the model, our own reader does."
    )
    WORDING = strawberry.enum_value(
        "WORDING", description="To word the reply. Without the model, our own sentences stand."
    )
