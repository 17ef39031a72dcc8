"""Settings are documented, consistent, and survive the way to another process."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from api.settings import Settings, as_environment, setting_names

README = Path(__file__).parents[2] / "README.md"


def settings_table() -> dict[str, tuple[str, str]]:
    """The README's table: default and meaning by the name of the variable."""
    section = README.read_text().partition("\n## Settings\n")[2].partition("\n## ")[0]
    rows = [
        [cell.strip() for cell in line.strip("| ").split(" | ")]
        for line in section.splitlines()
        if line.startswith("| `")
    ]
    return {name.strip("`"): (default, meaning) for name, default, meaning in rows}


@pytest.mark.parametrize("name", setting_names())
def test_every_setting_is_in_the_readme(name: str) -> None:
    field = Settings.model_fields[name]
    default = "" if field.default is None or field.default == () else f"`{str(field.default).lower()}`"
    assert settings_table()[setting_names()[name]] == (default, field.description)


def test_the_readme_has_no_other_settings() -> None:
    assert set(settings_table()) == set(setting_names().values())


def test_they_come_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    given = {
        "ROLECALL_DATA_DIR": str(tmp_path),
        "DATABASE_URL": "postgresql://user:secret@db/rolecall",
        "CHROMA_URL": "http://chroma:8000",
        "REDIS_URL": "redis://cache",
        "OPENAI_API_KEY": "sk-secret",
        "ROLECALL_WORKERS": "3",
        "ROLECALL_ALLOWED_ORIGINS": "https://one.example/, https://two.example",
        "ROLECALL_LOG_LEVEL": "",
    }
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    settings = Settings()
    assert settings.data_dir == tmp_path
    assert settings.store_url == given["DATABASE_URL"]
    assert settings.allowed_origins == ("https://one.example", "https://two.example")
    assert settings.log_level == "info"
    assert "sk-secret" not in repr(settings)
    for name in given:
        monkeypatch.delenv(name)
    for name, value in as_environment(settings).items():
        monkeypatch.setenv(name, value)
    assert Settings() == settings


@pytest.mark.parametrize(
    ("given", "advice"),
    [
        ({"demo": True, "host": "192.0.2.1"}, "ROLECALL_HOST=127.0.0.1"),
        ({"demo": True, "host": "example.com"}, "ROLECALL_HOST=127.0.0.1"),
        ({"workers": 2}, "CHROMA_URL"),
        ({"embedder": "openai"}, "OPENAI_API_KEY"),
    ],
)
def test_what_does_not_fit_together_is_refused(given: dict[str, Any], advice: str) -> None:
    with pytest.raises(ValidationError, match=advice):
        Settings(**given)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_the_demo_is_for_this_machine(host: str) -> None:
    assert Settings(demo=True, host=host).is_loopback
