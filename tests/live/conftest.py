"""A session on disk, a folder for sockets, and people who take a seat in it."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
import pytest_asyncio

from mgtui.domain.news import News
from mgtui.domain.people import Role
from mgtui.domain.session import Item, Partner, Session
from mgtui.live import joining, tickets
from mgtui.live.entrance import Entrance
from mgtui.live.hosting import Caller
from mgtui.live.joining import SharedSeat
from tests.live import simple_keeper
from tests.live.simple_keeper import SimpleKeeper


def a_session() -> Session:
    partners = {each: Partner(id=each, name=each.title(), order=each) for each in ("a", "b")}
    items = {
        "i1": Item(id="i1", partner="a", direction="take", text="first", order="a"),
        "i2": Item(id="i2", partner="b", direction="bring", text="second", order="a"),
    }
    return Session(id="s", title="Together", partners=partners, items=items)


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A private folder with a path short enough for sockets."""
    with tempfile.TemporaryDirectory(prefix="mgtui-") as path:
        yield Path(path)


@pytest.fixture
def keeper(tmp_path: Path) -> SimpleKeeper:
    return simple_keeper.make(tmp_path / "s.json", a_session())


Kind = TypeVar("Kind")


class Person:
    """Someone at a seat, with all the news they got."""

    def __init__(self, seat: SharedSeat) -> None:
        self.seat = seat
        self.news: list[News] = []
        seat.listen(self._hear)

    def _hear(self, news: News) -> None:
        self.news.append(news)

    async def until(self, is_so: Callable[[], bool], within: float = 5.0) -> None:
        """Wait for it to be so."""
        async with asyncio.timeout(within):
            while not is_so():
                await asyncio.sleep(0.005)

    def heard(self, kind: type[Kind]) -> list[Kind]:
        """The news of one kind."""
        return [each for each in self.news if isinstance(each, kind)]


Arrive = Callable[..., Awaitable[Person]]


@pytest_asyncio.fixture
async def arrive(keeper: SimpleKeeper, folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Arrive]:
    """Lets someone take a seat; everyone is sent home at the end.

    All of them share one event loop here, so that waiting for an answer is in vain.
    """
    monkeypatch.setattr(joining, "ANSWER_WITHIN", 0.001)
    monkeypatch.setattr(joining, "ROOM_WITHIN", 0.001)
    people: list[Person] = []

    async def come(name: str, role: Role = "facilitator", token: str = "") -> Person:
        caller = Caller(proof=tickets.new_proof(), name=name, role=role, token=token)
        entrance = Entrance(keeper, folder, caller, now)
        person = Person(SharedSeat(entrance, await asyncio.to_thread(entrance.open)))
        people.append(person)
        return person

    yield come
    for person in reversed(people):
        person.seat.leave()
    for _ in range(10):
        await asyncio.sleep(0)
