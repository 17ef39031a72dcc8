"""Ids that cannot be guessed: a prefix that says what it is, and 128 random bits."""

import base64
import secrets
from enum import StrEnum


class IdKind(StrEnum):
    """What an id belongs to; the value is its prefix."""

    CLIENT = "cl"
    ACCESS = "tk"
    CONVERSATION = "cv"
    MESSAGE = "ms"
    TURN = "tn"
    HANDOFF = "ho"


def new_id(kind: IdKind) -> str:
    """A fresh id such as 'cv_' followed by 26 characters of a-z and 2-7."""
    return f"{kind.value}_{base64.b32encode(secrets.token_bytes(16)).decode().rstrip('=').lower()}"
