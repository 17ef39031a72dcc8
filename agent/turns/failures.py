"""What can be wrong with a request for a turn. Each one says what to do."""


class TurnRefused(Exception):
    """The turn was not accepted; nothing was stored."""


class ConversationNotFound(TurnRefused):
    """No such conversation, or it is somebody else's: the two look the same."""

    def __init__(self) -> None:
        super().__init__("There is no such conversation. Start one with conversationStart.")


class TurnNotFound(TurnRefused):
    """No such turn, or it is somebody else's, or it did not fail."""

    def __init__(self) -> None:
        super().__init__("There is no failed turn with this id to retry.")


class MessageRejected(TurnRefused):
    """The message is empty or too long."""


class TooManyWaiting(TurnRefused):
    """The conversation has too many turns in its queue."""

    def __init__(self, most: int) -> None:
        super().__init__(f"{most} messages are already waiting here. Send this one when some are answered.")
