"""What each mutation does, and the typed failures it answers with."""

from typing import Any

import pytest

from tests_support.api_server import ApiServer

FAILURE = "... on Failure { message }"


@pytest.fixture
def conversation(api: ApiServer) -> str:
    return api.start_conversation()


@pytest.fixture(scope="module")
def people(api: ApiServer) -> list[str]:
    found = api.data('{ candidateSearch(brief: {role: "front-end developer"}) { nodes { candidateId } } }')
    return [node["candidateId"] for node in found["candidateSearch"]["nodes"]]


def change_brief(api: ApiServer, conversation: str, brief: dict[str, Any], selected: str) -> dict[str, Any]:
    answer = api.data(
        f"""mutation ($id: ID!, $brief: BriefInput!) {{ briefUpdate(conversationId: $id, brief: $brief) {{
          __typename ... on InvalidInput {{ field }} {FAILURE}
          ... on BriefUpdated {{ conversation {{ brief {{ {selected} }} }} }} }} }}""",
        {"id": conversation, "brief": brief},
    )
    updated: dict[str, Any] = answer["briefUpdate"]
    return updated


def mark(api: ApiServer, verb: str, conversation: str, who: str, undo: bool | None = None) -> dict[str, Any]:
    success = {"candidateShortlist": "CandidateShortlisted", "candidateDismiss": "CandidateDismissed"}[verb]
    answer = api.data(
        f"""mutation ($id: ID!, $who: ID!, $undo: Boolean! = false) {{
          {verb}(conversationId: $id, candidateId: $who, undo: $undo) {{ __typename {FAILURE}
          ... on {success} {{ conversation {{ shortlist {{ candidateId }} dismissed {{ id }} }} }} }} }}""",
        {"id": conversation, "who": who, **({} if undo is None else {"undo": undo})},
    )
    marked: dict[str, Any] = answer[verb]
    return marked


def test_a_message_is_stored_once(api: ApiServer, conversation: str) -> None:
    document = f"""mutation ($id: ID!, $text: String!) {{
      messageSend(conversationId: $id, text: $text, clientMessageId: "one") {{
        ... on MessageSent {{ turn {{ id clientMessageId conversationId }} }} {FAILURE} }} }}"""
    first = api.data(document, {"id": conversation, "text": "React"})
    assert api.data(document, {"id": conversation, "text": "Something else"}) == first
    api.run(_ended(api, first["messageSend"]["turn"]["id"]))
    seen = api.data(
        """query ($id: ID!) { conversation(id: $id) { lastSequence question { text options { text } }
          title brief { terms { slot hard words } } shown { position candidate { name } }
          messages { nodes { author text turnId } } } }""",
        {"id": conversation},
    )["conversation"]
    assert [(each["author"], each["text"]) for each in seen["messages"]["nodes"]] == [
        ("CLIENT", "React"),
        ("AGENT", "Here is who fits best."),
    ]
    assert seen["lastSequence"] == 7
    assert seen["brief"]["terms"] == [{"slot": "SKILLS", "hard": True, "words": "React"}]
    assert seen["question"] == {"text": "How senior?", "options": [{"text": "Senior, please"}]}
    assert [each["position"] for each in seen["shown"]] == [1, 2, 3, 4, 5]
    assert seen["title"] == "Freelancer with React"


async def _ended(api: ApiServer, turn: str) -> None:
    (alice, _) = await api.services.store.clients.list()
    await api.services.runner.wait(alice.id, turn, 10)


@pytest.mark.parametrize(
    ("text", "key", "kind"),
    [
        ("x" * 4001, "k", "MessageTooLong"),
        ("   ", "k", "InvalidInput"),
        ("React", "", "InvalidInput"),
        ("React", "k" * 101, "InvalidInput"),
    ],
)
def test_messages_that_cannot_be_sent(
    api: ApiServer, conversation: str, text: str, key: str, kind: str
) -> None:
    document = f"""mutation ($id: ID!, $text: String!, $key: ID!) {{
      messageSend(conversationId: $id, text: $text, clientMessageId: $key) {{ __typename {FAILURE}
        ... on MessageTooLong {{ length limit }} ... on InvalidInput {{ field }} }} }}"""
    refused = api.data(document, {"id": conversation, "text": text, "key": key})["messageSend"]
    assert refused["__typename"] == kind
    if kind == "MessageTooLong":
        assert (refused["length"], refused["limit"]) == (4001, 4000)
    if kind == "InvalidInput":
        assert refused["field"] == ("text" if key == "k" else "clientMessageId")


def test_the_longest_message_is_accepted(api: ApiServer, conversation: str) -> None:
    document = """mutation ($id: ID!, $text: String!) {
      messageSend(conversationId: $id, text: $text, clientMessageId: "k") { __typename } }"""
    sent = api.data(document, {"id": conversation, "text": "\U0001f44b" * 4000})
    assert sent["messageSend"]["__typename"] == "MessageSent"


def test_the_queue_has_an_end(api: ApiServer, conversation: str) -> None:
    document = f"""mutation ($id: ID!, $key: ID!) {{
      messageSend(conversationId: $id, text: "wait", clientMessageId: $key) {{ __typename {FAILURE} }} }}"""
    kinds = [
        api.data(document, {"id": conversation, "key": str(n)})["messageSend"]["__typename"]
        for n in range(25)
    ]
    api.loop.call_soon_threadsafe(api.player.release.set)
    assert kinds[:20] == ["MessageSent"] * 20
    assert kinds[-1] == "QueueFull"


def test_only_failed_turns_are_retried(api: ApiServer, conversation: str) -> None:
    send = """mutation ($id: ID!, $text: String!) { messageSend(conversationId: $id, text: $text,
      clientMessageId: $id) { ... on MessageSent { turn { id } } } }""".replace(
        "clientMessageId: $id", 'clientMessageId: "m"'
    )
    turn = api.data(send, {"id": conversation, "text": "React"})["messageSend"]["turn"]["id"]
    api.run(_ended(api, turn))
    retry = f"""mutation ($id: ID!) {{ turnRetry(turnId: $id) {{ __typename {FAILURE}
      ... on TurnNotFailed {{ turn {{ status }} }} }} }}"""
    refused = api.data(retry, {"id": turn})["turnRetry"]
    assert (refused["__typename"], refused["turn"]["status"]) == ("TurnNotFailed", "COMPLETED")
    assert api.data(retry, {"id": "tn_none"})["turnRetry"]["__typename"] == "NotFound"


def test_shortlisting_and_dismissing_can_be_undone(
    api: ApiServer, conversation: str, people: list[str]
) -> None:
    one, other = people[:2]

    def lists(verb: str, who: str, undo: bool | None = None) -> tuple[list[str], list[str]]:
        seen = mark(api, verb, conversation, who, undo)["conversation"]
        return [each["candidateId"] for each in seen["shortlist"]], [each["id"] for each in seen["dismissed"]]

    assert lists("candidateShortlist", one) == ([one], [])
    assert lists("candidateShortlist", one) == ([one], [])
    assert lists("candidateShortlist", other, False) == ([one, other], [])
    assert lists("candidateDismiss", one) == ([other], [one])
    assert lists("candidateDismiss", one, True) == ([other], [])
    assert lists("candidateDismiss", other) == ([], [other])
    assert lists("candidateShortlist", other) == ([other], [])
    assert lists("candidateShortlist", other, True) == ([], [])


@pytest.mark.parametrize("verb", ["candidateShortlist", "candidateDismiss"])
def test_marking_needs_a_candidate_and_a_conversation(
    api: ApiServer, conversation: str, people: list[str], verb: str
) -> None:
    assert mark(api, verb, conversation, "fl_none")["message"] == "There is no candidate with this id."
    assert mark(api, verb, "cv_none", people[0])["message"] == "There is no conversation with this id."


def test_a_hand_off_from_preview_to_record(api: ApiServer, conversation: str, people: list[str]) -> None:
    prepared = prepare(api, conversation, people[0], "click")
    handoff = prepared["handoff"]
    assert (prepared["__typename"], handoff["status"]) == ("HandoffPreviewed", "PREPARED")
    assert handoff["candidate"]["id"] == people[0]
    assert prepare(api, conversation, people[0], "click") == prepared
    waiting = api.data("query ($id: ID!) { conversation(id: $id) { handoff { id } } }", {"id": conversation})
    assert waiting["conversation"]["handoff"]["id"] == handoff["id"]
    approved = decide(api, "handoffApprove", handoff["id"])
    assert (approved["__typename"], approved["handoff"]["status"]) == ("HandoffApproved", "APPROVED")
    assert decide(api, "handoffApprove", handoff["id"]) == approved
    late = decide(api, "handoffCancel", handoff["id"])
    assert (late["__typename"], late["handoff"]["status"]) == ("HandoffClosed", "APPROVED")


def test_a_hand_off_can_be_cancelled(api: ApiServer, conversation: str, people: list[str]) -> None:
    handoff = prepare(api, conversation, people[0])["handoff"]["id"]
    cancelled = decide(api, "handoffCancel", handoff)
    assert (cancelled["__typename"], cancelled["handoff"]["status"]) == ("HandoffCancelled", "CANCELLED")
    assert decide(api, "handoffCancel", handoff) == cancelled
    assert decide(api, "handoffApprove", handoff)["__typename"] == "HandoffClosed"


def test_hand_offs_need_what_they_name(api: ApiServer, conversation: str, people: list[str]) -> None:
    assert prepare(api, conversation, "fl_none")["__typename"] == "NotFound"
    assert prepare(api, "cv_none", people[0])["__typename"] == "NotFound"
    assert decide(api, "handoffApprove", "ho_none")["__typename"] == "NotFound"
    assert prepare(api, conversation, people[0], "k" * 200)["__typename"] == "InvalidInput"


def prepare(api: ApiServer, conversation: str, who: str, key: str | None = None) -> dict[str, Any]:
    answer = api.data(
        f"""mutation ($id: ID!, $who: ID!, $key: ID) {{
          handoffPrepare(conversationId: $id, candidateId: $who, clientMessageId: $key) {{
            __typename {FAILURE} ... on HandoffPreviewed {{ turn {{ status }}
              handoff {{ id status message shared withheld decided candidate {{ id }} }} }} }} }}""",
        {"id": conversation, "who": who, "key": key},
    )
    prepared: dict[str, Any] = answer["handoffPrepare"]
    return prepared


def decide(api: ApiServer, verb: str, handoff: str) -> dict[str, Any]:
    success = {"handoffApprove": "HandoffApproved", "handoffCancel": "HandoffCancelled"}[verb]
    answer = api.data(
        f"""mutation ($id: ID!) {{ {verb}(handoffId: $id) {{ __typename {FAILURE}
          ... on {success} {{ handoff {{ id status decided }} }}
          ... on HandoffClosed {{ handoff {{ id status decided }} }} }} }}""",
        {"id": handoff},
    )
    decided: dict[str, Any] = answer[verb]
    return decided


def test_a_conversation_exported_and_deleted(api: ApiServer, conversation: str) -> None:
    send = """mutation ($id: ID!) { messageSend(conversationId: $id, text: "React", clientMessageId: "m") {
      ... on MessageSent { turn { id } } } }"""
    turn = api.data(send, {"id": conversation})["messageSend"]["turn"]["id"]
    api.run(_ended(api, turn))
    export = f"""mutation ($id: ID!) {{ conversationExport(conversationId: $id) {{ __typename {FAILURE}
      ... on ConversationExported {{ fileName document }} }} }}"""
    exported = api.data(export, {"id": conversation})["conversationExport"]
    document = exported["document"]
    assert exported["fileName"] == f"rolecall-{conversation}.json"
    assert document["format"] == "rolecall.conversation/1"
    assert [each["author"] for each in document["messages"]] == ["CLIENT", "AGENT"]
    assert [each["sequence"] for each in document["events"]] == list(range(1, 8))
    assert document["turns"][0]["clientMessageId"] == "m"
    assert "clientId" not in document["conversation"]
    delete = (
        f"""mutation ($id: ID!) {{ conversationDelete(conversationId: $id) {{ __typename {FAILURE} }} }}"""
    )
    assert api.data(delete, {"id": conversation})["conversationDelete"]["__typename"] == "ConversationDeleted"
    assert api.data(delete, {"id": conversation})["conversationDelete"]["__typename"] == "NotFound"
    assert api.data(export, {"id": conversation})["conversationExport"]["__typename"] == "NotFound"
    assert api.data("query ($id: ID!) { node(id: $id) { id } }", {"id": turn}) == {"node": None}
    assert conversation in api.player.forgotten


def test_a_brief_from_a_form(api: ApiServer, conversation: str) -> None:
    selected = """role { id name category } skills { name importance alternative } seniority
      hourlyRate { min max currency } hoursPerWeek { min max } startBy countries { include { code name } }
      languages { code name level } provider workingStyle isSearchable terms { slot hard words }"""
    brief = {
        "role": "front-end developer",
        "skills": [{"name": "reactjs"}, {"name": "Shopify", "importance": "NICE"}],
        "seniority": "EXPERT",
        "hourlyRate": {"max": 60, "currency": "eur"},
        "hoursPerWeek": {"min": 20},
        "startBy": "2026-12-01",
        "countries": {"include": ["Germany", "PT"]},
        "languages": [{"code": "DE"}],
        "workingStyle": ["daily calls"],
        "soft": ["HOURLY_RATE"],
        "hard": ["SENIORITY"],
    }
    seen = change_brief(api, conversation, brief, selected)["conversation"]["brief"]
    assert seen["role"] == {
        "id": "frontend-developer",
        "name": "front-end developer",
        "category": seen["role"]["category"],
    }
    assert [(each["name"], each["importance"]) for each in seen["skills"]] == [
        ("React", "MUST"),
        ("Shopify", "NICE"),
    ]
    assert seen["hourlyRate"] == {"min": None, "max": 60, "currency": "EUR"}
    assert [each["code"] for each in seen["countries"]["include"]] == ["DE", "PT"]
    assert seen["languages"] == [{"code": "de", "name": "German", "level": "FLUENT"}]
    assert seen["isSearchable"] is True
    hard = {each["slot"]: each["hard"] for each in seen["terms"]}
    assert hard["HOURLY_RATE"] is False
    assert hard["SENIORITY"] is True
    assert hard["SKILLS"] is True
    assert all(each["words"] == "" for each in seen["terms"])
    seen = change_brief(api, conversation, {"role": None, "skills": None, "seniority": None}, selected)[
        "conversation"
    ]["brief"]
    assert (seen["role"], seen["skills"], seen["seniority"], seen["isSearchable"]) == (None, [], None, False)
    assert {each["slot"] for each in seen["terms"]} == {
        "HOURLY_RATE", "HOURS_PER_WEEK", "START_BY", "COUNTRIES", "LANGUAGES", "WORKING_STYLE",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("brief", "field"),
    [
        ({"role": "no such role at all"}, "brief.role"),
        ({"headcount": 0}, "brief.headcount"),
        ({"skills": [{"name": " "}]}, "brief.skills"),
        ({"skills": [{"name": "x" * 101}]}, "brief.skills"),
        ({"skills": [{"name": "React"}] * 101}, "brief.skills"),
        ({"industries": ["nowhere"]}, "brief.industries"),
        ({"regions": ["nowhere"]}, "brief.regions"),
        ({"countries": {"include": ["Atlantis"]}}, "brief.countries"),
        ({"countries": {"exclude": ["DE"] * 101}}, "brief.countries"),
        ({"languages": [{"code": "xx"}]}, "brief.languages"),
        ({"hourlyRate": {"min": 10, "max": 5}}, "brief.hourlyRate"),
        ({"hourlyRate": {"min": -1}}, "brief.hourlyRate"),
        ({"fixedBudget": {"max": 5, "currency": "beads"}}, "brief.fixedBudget"),
        ({"utcOffset": {"min": 3, "max": -3}}, "brief.utcOffset"),
        ({"utcOffset": {"min": -13}}, "brief.utcOffset"),
        ({"hoursPerWeek": {"max": 169}}, "brief.hoursPerWeek"),
        ({"minRating": 6}, "brief.minRating"),
        ({"minJobSuccess": 101}, "brief.minJobSuccess"),
        ({"minJobsCompleted": -1}, "brief.minJobsCompleted"),
        ({"hard": ["START_BY"]}, "brief.hard"),
    ],
)
def test_values_a_brief_cannot_have(
    api: ApiServer, conversation: str, brief: dict[str, Any], field: str
) -> None:
    refused = change_brief(api, conversation, brief, "headcount")
    assert (refused["__typename"], refused["field"]) == ("InvalidInput", field)
    assert len(refused["message"]) > 10


def test_a_search_says_what_is_wrong_with_its_brief(api: ApiServer) -> None:
    document = "query ($brief: BriefInput!) { candidateSearch(brief: $brief) { eligible } }"
    for brief, argument in ({}, "brief"), ({"role": "no such role"}, "brief.role"):
        (error,) = api.post(document, {"brief": brief})["errors"]
        assert error["extensions"] == {"code": "BAD_INPUT", "argument": argument}


def test_the_second_mutation_of_a_document_sees_what_the_first_one_did(
    api: ApiServer, conversation: str, people: list[str]
) -> None:
    document = """mutation ($id: ID!, $who: ID!) {
      a: candidateShortlist(conversationId: $id, candidateId: $who) { __typename }
      b: briefUpdate(conversationId: $id, brief: {role: "frontend-developer"}) {
        ... on BriefUpdated { conversation { shortlist { candidateId } brief { role { id } } } } }
      c: conversationDelete(conversationId: $id) { __typename }
      d: candidateShortlist(conversationId: $id, candidateId: $who) { __typename }
    }"""
    answer = api.data(document, {"id": conversation, "who": people[0]})
    assert answer["b"]["conversation"] == {
        "shortlist": [{"candidateId": people[0]}],
        "brief": {"role": {"id": "frontend-developer"}},
    }
    assert answer["c"]["__typename"] == "ConversationDeleted"
    assert answer["d"]["__typename"] == "NotFound"
