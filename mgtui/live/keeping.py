"""What the live part needs of a store; the composition root brings one that fits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from mgtui.domain.history import Entry
from mgtui.domain.session import Session


class Holding(Protocol):
    """A session whose lock this process has; a `Journal` for its room."""

    @property
    def session(self) -> Session:
        """The session as the file has it."""

    @property
    def history(self) -> list[Entry]:
        """The entries that led to it."""

    def tell(self, saved: Callable[[int], None], not_saved: Callable[[str, dict[str, str]], None]) -> None:
        """Have these called, in any thread, with the revision that is safe or with why saving failed."""

    def record(self, session: Session, entry: Entry) -> None:
        """Keep `entry` and the session after it."""

    def release(self) -> None:
        """Save what is not saved yet, and let the next one have the lock."""


class Keeper(Protocol):
    """Where a session is kept."""

    @property
    def path(self) -> Path:
        """The session's own path, links resolved."""

    def hold(self, socket: Path) -> Holding | None:
        """Take the session's lock, saying that its room listens at `socket`; None when someone else has it.

        Raises:
            OSError: when the session can't be opened, with the store's account of why.
        """

    def read(self) -> tuple[Session, list[Entry]]:
        """The session and its history as they were saved last, without a trace.

        Raises:
            OSError: when the session can't be read.
        """

    def socket(self) -> str:
        """Where the room of whoever has the lock says to listen; empty when it does not say."""
