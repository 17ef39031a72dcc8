import httpx

from tests_support.api_server import ApiServer


def test_a_message_is_answered(api: ApiServer) -> None:
    assert api.data("{ viewer { name limits { messageLength listSize } } }") == {
        "viewer": {"name": "alice", "limits": {"messageLength": 4000, "listSize": 100}}
    }
    conversation = api.start_conversation()
    sent = api.data(
        """mutation ($id: ID!) {
          messageSend(conversationId: $id, text: "I need a React developer", clientMessageId: "m1") {
            __typename ... on MessageSent { turn { id status attempt } } ... on Failure { message }
          }
        }""",
        {"id": conversation},
    )["messageSend"]
    assert sent["__typename"] == "MessageSent"
    assert httpx.get(f"http://127.0.0.1:{api.port}/readyz").json() == {"status": "ready"}
