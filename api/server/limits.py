"""What the server takes on from one request or one socket."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ServerLimits:
    """Sizes are in bytes, times in seconds."""

    body: int = 256 * 1024
    body_seconds: float = 10.0
    socket_message: int = 256 * 1024
    socket_operations: int = 50
    socket_faults: int = 50
    init_seconds: float = 10.0
    keep_alive_seconds: float = 15.0
    recheck_seconds: float = 60.0
    shutdown_seconds: int = 10
