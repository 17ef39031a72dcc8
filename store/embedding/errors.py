"""What can go wrong with an embedding model, told apart so that each can say what to do."""


class EmbeddingError(Exception):
    """The model could not embed a text; trying again later may help."""


class ModelFileError(EmbeddingError):
    """The model's files are missing or are not the ones this version was built and measured with."""
