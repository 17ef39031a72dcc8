"""Everything an operator can set, read from the environment by whoever composes the services."""

from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class Settings(BaseSettings):
    """The settings, each with its default. README.md has the same table; a test compares the two."""

    model_config = SettingsConfigDict(
        env_prefix="ROLECALL_",
        populate_by_name=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        env_ignore_empty=True,
    )

    data_dir: Path = Field(
        default=Path("data"),
        description="Folder for the database, the index and everything else that is kept on this machine.",
    )
    database_url: str | None = Field(
        default=None,
        validation_alias="DATABASE_URL",
        description="PostgreSQL to use instead of the SQLite file in the data folder, e.g. "
        "postgresql://user@host/name.",
    )
    chroma_url: str | None = Field(
        default=None,
        validation_alias="CHROMA_URL",
        description="Chroma server to use instead of the index in the data folder: http://host:port.",
    )
    redis_url: str | None = Field(
        default=None,
        validation_alias="REDIS_URL",
        description="Redis that tells several processes of each other's events at once; without it they look "
        "several times a second.",
    )
    knowledge: Path | None = Field(
        default=None,
        description="Your own file or folder of skills, roles, rates and the like, added to ours.",
    )
    answers: Path | None = Field(
        default=None,
        description="Your own TOML file of answers to questions about the service, over ours "
        "(agent/service/answers.toml).",
    )
    embedder: Literal["bge-small", "openai"] = Field(
        default="bge-small",
        description="What turns profiles and briefs into vectors: bge-small (here, offline) or openai.",
    )
    openai_api_key: SecretStr | None = Field(
        default=None,
        validation_alias="OPENAI_API_KEY",
        description="With a key, ChatGPT reads the messages and words the replies, checked by us; without "
        "one, all is offline.",
    )
    openai_base_url: str | None = Field(
        default=None,
        validation_alias="OPENAI_BASE_URL",
        description="Another server that speaks the OpenAI protocol, e.g. http://127.0.0.1:11434/v1.",
    )
    model: str = Field(
        default="gpt-4.1-mini",
        description="The model that reads the messages and words the replies when there is a key.",
    )
    phrasing: Literal["model", "template"] = Field(
        default="model",
        description="Who words the replies when there is a key: model (it arranges our facts and adds none) "
        "or template (our own sentences).",
    )
    model_seconds: float = Field(
        default=20,
        gt=0,
        le=100,
        description="Seconds the model may take for all its work in one turn; then the turn goes on without "
        "it.",
    )
    model_calls: int = Field(default=8, ge=1, le=1000, description="Calls to the model at the same time.")
    model_prices: Path | None = Field(
        default=None,
        description="Your own TOML file of model prices, added to ours (agent/chatmodel/prices.toml). With "
        "OPENAI_BASE_URL only yours count.",
    )
    host: str = Field(default="127.0.0.1", description="Address to listen on; 0.0.0.0 for all networks.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port to listen on; 0 picks a free one.")
    workers: int = Field(
        default=1,
        ge=1,
        le=64,
        description="Processes that serve. More than one needs DATABASE_URL and CHROMA_URL.",
    )
    allowed_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="Web origins whose pages may use the API, separated by commas: https://app.example.com.",
    )
    demo: bool = Field(
        default=False,
        description="Serve with a development token for whoever has this machine. On loopback only.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="How much is logged: debug, info, warning or error."
    )

    @field_validator("allowed_origins", mode="before")
    @classmethod
    def _separated(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip().rstrip("/") for part in value.split(",") if part.strip())
        return value

    @model_validator(mode="after")
    def _consistent(self) -> "Settings":
        if self.demo and not self.is_loopback:
            raise ValueError("the demo is open to anyone who can reach it: set ROLECALL_HOST=127.0.0.1")
        if self.workers > 1 and not (self.database_url and self.chroma_url):
            raise ValueError(
                "several workers cannot share the files of the data folder: set DATABASE_URL and CHROMA_URL, "
                "or ROLECALL_WORKERS=1"
            )
        if self.embedder == "openai" and self.openai_api_key is None:
            raise ValueError("ROLECALL_EMBEDDER=openai needs OPENAI_API_KEY")
        return self

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def is_shared(self) -> bool:
        """Whether other processes may run turns of the same conversations: nothing then is ours alone."""
        return self.database_url is not None and self.chroma_url is not None

    @property
    def store_url(self) -> str:
        """The database to open: DATABASE_URL, or the SQLite file in the data folder."""
        return self.database_url or f"sqlite+aiosqlite:///{(self.data_dir / 'rolecall.db').absolute()}"


def setting_names() -> dict[str, str]:
    """The environment variable of each setting, by the setting's name."""
    return {
        name: str(field.validation_alias or f"ROLECALL_{name.upper()}")
        for name, field in Settings.model_fields.items()
    }


def as_environment(settings: Settings) -> dict[str, str]:
    """The environment that gives `settings` again, for the processes of several workers."""
    names = setting_names()
    return {names[name]: _written(value) for name, value in settings if value is not None}


def _written(value: object) -> str:
    match value:
        case SecretStr():
            return value.get_secret_value()
        case tuple():
            return ",".join(value)
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)
