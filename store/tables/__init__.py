"""The tables. There are no relationships: every load is a query that a repository wrote."""

from store.tables.base import Base
from store.tables.clients import ClientRow, TokenRow
from store.tables.conversations import ConversationRow, EventRow, HandoffRow, MessageRow, TurnRow
from store.tables.freelancers import ContractRow, FreelancerRow, OutboxRow, PortfolioRow

__all__ = [
    "Base",
    "ClientRow",
    "ContractRow",
    "ConversationRow",
    "EventRow",
    "FreelancerRow",
    "HandoffRow",
    "MessageRow",
    "OutboxRow",
    "PortfolioRow",
    "TokenRow",
    "TurnRow",
]
