"""Which errors are for the person at the terminal, and how they read: one line that says what to do."""

_TELLING = frozenset(
    {
        "agent.chatmodel.prices.PricesFault",
        "agent.service.topics.AnswersFault",
        "api.cli.problems.CommandError",
        "api.replay.scripts.ScriptError",
        "store.database_url.UnsupportedDatabase",
        "store.embedding.errors.EmbeddingError",
        "store.imports.mapping.MappingError",
        "store.imports.rows.ImportFileError",
        "store.index.errors.IndexInUse",
        "store.index.errors.IndexModelMismatch",
        "store.index.errors.IndexUnavailable",
        "store.knowledge.faults.KnowledgeFault",
        "store.migrations.applying.DatabaseTooNew",
    }
)
"""Errors whose message is written for a person. By name, so that explaining one imports nothing."""

_DATABASE = frozenset({"sqlalchemy.exc.OperationalError", "sqlalchemy.exc.ProgrammingError"})


class CommandError(Exception):
    """A mistake the person at the terminal can mend; the message says how."""


def explained(error: BaseException) -> str | None:
    """The error in one line for a person, or None if it is not one a person can mend."""
    names = {f"{kind.__module__}.{kind.__qualname__}" for kind in type(error).__mro__}
    if isinstance(error, BaseExceptionGroup) and len(error.exceptions) == 1:
        return explained(error.exceptions[0])
    if names & _TELLING:
        return " ".join(str(error).split())
    if names & _DATABASE:
        cause = " ".join(str(getattr(error, "orig", error)).split())
        return f"the database does not answer: {cause}. Check DATABASE_URL or --data-dir (`rolecall doctor`)"
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror or error}"
    return None
