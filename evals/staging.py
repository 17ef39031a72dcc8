"""The marketplace that conversations are played on: invented people, built once and kept.

It is kept under a name that follows from all it is made of, so that a changed generator, skill list or text
is never played on old people. Opened is a copy: any number of runs can go on at once, and none changes it.
"""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from filelock import FileLock

import store
from api.composition import open_marketplace
from api.services import Marketplace
from api.settings import Settings
from store.demo import generate

Progress = Callable[[str, int, int], None]
"""Told of a step, and how much of it is done: `progress("Indexing profiles", 40, 1000)`."""

_MADE_OF = ("demo", "knowledge", "nouns", "tables", "migrations", "index", "embedding")
_BATCH = 100


def kept_stages() -> Path:
    """Where stages are kept unless a folder is named: the user's cache."""
    return Path.home() / ".cache" / "rolecall" / "stages"


@dataclass(frozen=True)
class StageSettings:
    """Which marketplace: `size` people of the demo with this `seed`, on the day `today`."""

    size: int = 1000
    seed: int = 7
    folder: Path = field(default_factory=kept_stages)
    today: date = date(2026, 11, 23)
    with_model: bool = False
    """Read messages with the model of the environment's settings, instead of offline."""

    @property
    def name(self) -> str:
        """The stage's name in its folder."""
        return f"{self.size}-{self.seed}-{self.today.isoformat()}-{_fingerprint()}"


@asynccontextmanager
async def open_stage(
    settings: StageSettings, progress: Progress = lambda step, done, total: None
) -> AsyncIterator[Marketplace]:
    """The stage's marketplace, on a copy of its own; built first if it is not there."""
    await asyncio.to_thread(build_stage, settings, progress)
    with stage_copies(settings, 1) as folders:
        async with open_copy(folders[0], settings) as marketplace:
            yield marketplace


@asynccontextmanager
async def open_copy(
    folder: Path, settings: StageSettings, *, still: bool = True
) -> AsyncIterator[Marketplace]:
    """The marketplace in a folder that `stage_copies` made; `still` as conversations change no freelancer."""
    opened = _settings(folder, settings.with_model)
    noon = datetime.combine(settings.today, time(12), UTC)
    async with open_marketplace(opened, clock=lambda: noon, still=still) as marketplace:
        yield marketplace


@contextmanager
def stage_copies(settings: StageSettings, number: int) -> Iterator[list[Path]]:
    """So many copies of a built stage, gone when the block is left."""
    with tempfile.TemporaryDirectory(prefix="rolecall-stage-") as temporary:
        folders = [Path(temporary) / str(place) for place in range(number)]
        for folder in folders:
            shutil.copytree(settings.folder / settings.name, folder)
        yield folders


def build_stage(settings: StageSettings, progress: Progress = lambda step, done, total: None) -> Path:
    """The folder of the stage, built if it is not there. One process builds, others wait for it."""
    place = settings.folder / settings.name
    settings.folder.mkdir(parents=True, exist_ok=True)
    with FileLock(settings.folder / f"{settings.name}.lock"):
        if not place.exists():
            with tempfile.TemporaryDirectory(dir=settings.folder, prefix="building-") as temporary:
                built = Path(temporary) / "stage"
                asyncio.run(_build(built, settings, progress))
                built.rename(place)
    return place


async def _build(folder: Path, settings: StageSettings, progress: Progress) -> None:
    async with open_copy(folder, settings, still=False) as marketplace:
        people = generate(settings.size, settings.seed, settings.today, marketplace.knowledge)
        done = 0
        while batch := [person.freelancer for person in islice(people, _BATCH)]:
            await marketplace.store.freelancers.upsert_many(batch, today=settings.today)
            done += len(batch)
            progress("Inventing people", done, settings.size)
        await marketplace.search.sync(lambda done, total: progress("Indexing profiles", done, total))


def _settings(folder: Path, with_model: bool) -> Settings:
    """The environment's settings with everything kept in the folder, and without its model unless asked."""
    here = Settings(data_dir=folder, database_url=None, chroma_url=None, redis_url=None, workers=1)
    return here if with_model else here.model_copy(update={"openai_api_key": None, "embedder": "bge-small"})


def _fingerprint() -> str:
    """Ten letters that change with the code and the data that invented people and their index come from."""
    root = Path(store.__file__).parent
    digest = blake2b(digest_size=5)
    for part in _MADE_OF:
        for file in sorted((root / part).rglob("*")):
            if file.suffix in (".py", ".toml", ".csv"):
                digest.update(f"{file.relative_to(root)}\0".encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()
