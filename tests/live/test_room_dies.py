"""Claims about a room whose process is killed while others type, with real processes."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.live.simple_keeper import Kept, SimpleKeeper


class Typist:
    """A process that types, and what it says."""

    def __init__(self, keeper: SimpleKeeper, folder: Path, name: str) -> None:
        command = [sys.executable, "-m", "tests.live.typist", str(keeper.path), str(folder), name]
        self.name = name
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.is_host: bool = self.hears("here")

    def hears(self, what: str) -> Any:
        """The next word about `what`, passing over others."""
        assert self.process.stdout
        for line in self.process.stdout:
            said = msgspec.json.decode(line)
            if what in said:
                return said[what]
        raise AssertionError(f"{self.name} never said {what}")

    def go_on(self) -> None:
        assert self.process.stdin
        self.process.stdin.write(b"\n")
        self.process.stdin.flush()

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream:
                stream.close()


@pytest.fixture
def typists(keeper: SimpleKeeper, folder: Path) -> Iterator[list[Typist]]:
    """The one whose process is the room, and three others."""
    people: list[Typist] = []
    try:
        people.extend(Typist(keeper, folder, name) for name in ("room", "ana", "bo", "cas"))
        yield people
    finally:
        for person in people:
            person.end()


def test_three_who_type_are_back_within_two_seconds_and_nothing_is_lost_or_doubled(
    typists: list[Typist], keeper: SimpleKeeper
) -> None:
    room, *others = typists
    assert [person.is_host for person in typists] == [True, False, False, False]
    started = time.monotonic()
    room.process.kill()
    for person in others:
        person.hears("back")
    assert time.monotonic() - started < 2
    for person in others:
        person.go_on()
    typed = {person.name: person.hears("typed") for person in others}
    for person in others:
        person.go_on()
    items = [person.hears("items") for person in others]
    kept = msgspec.json.decode(keeper.path.read_bytes(), type=Kept)
    assert items[0] == items[1] == items[2] == sorted(kept.session.items)
    for name, count in typed.items():
        assert {f"{name}-{number}" for number in range(1, count + 1)} <= set(items[0])
    names = [(entry.client, entry.seq) for entry in kept.history]
    assert len(names) == len(set(names))
    assert [entry.revision for entry in kept.history] == list(range(1, len(names) + 1))
