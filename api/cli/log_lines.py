"""Where log lines of a long-running command go: standard error, one line each."""

import logging


def start_logging(level: str) -> None:
    """Log our own and our libraries' messages of at least `level` ('debug' to 'error')."""
    logging.basicConfig(
        level=level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s", force=True
    )
    for chatty in ("httpx", "httpcore", "chromadb", "alembic", "openai"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, logging.getLogger().level))
