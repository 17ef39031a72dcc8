"""Where the log of a long-running command goes: standard error, one line each."""

import logging

_CHATTY = ("httpx", "httpcore", "chromadb", "alembic", "openai", "asyncio")


def start_logging(level: str) -> None:
    """Log messages of at least `level` ('debug' to 'error'); libraries' from warnings on, or at debug."""
    logging.basicConfig(
        level=level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s", force=True
    )
    if level == "debug":
        return
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("uvicorn.error").addFilter(_Warnings())


class _Warnings(logging.Filter):
    """Drops what uvicorn says of every connection; it sets its loggers' levels itself."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno >= logging.WARNING
