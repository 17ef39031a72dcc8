"""A worker's hold on a turn: it may write for the turn only while no other worker has taken it over."""


class LostLease(Exception):
    """The turn is no longer this attempt's: it was taken over, is finished already, or was deleted."""

    def __init__(self, turn_id: str) -> None:
        super().__init__(f"turn {turn_id} belongs to another worker now, or to none")
        self.turn_id = turn_id
