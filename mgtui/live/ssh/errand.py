"""What a guest's program is started with."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct


class Errand(Struct, frozen=True):
    """A program to run for a guest.

    Attributes:
        arguments: what mgtui is called with.
        environment: all of the environment it gets.
    """

    arguments: tuple[str, ...]
    environment: dict[str, str]


class Child(Protocol):
    """A guest's program that runs."""

    async def ended(self) -> int:
        """Its exit status, when it has one; a signal's number plus 128 when that ended it."""

    def hang_up(self) -> None:
        """Tell it that its terminal is gone."""

    def end(self) -> None:
        """Ask it to save and stop."""

    def kill(self) -> None:
        """Stop it."""


class Spawner(Protocol):
    """Something that starts programs for guests."""

    async def spawn(self, errand: Errand, terminal: int) -> Child:
        """Run `errand` with `terminal`, an open file, as its controlling terminal.

        Raises:
            OSError: when it can't be started.
        """

    async def close(self) -> None:
        """No more."""
