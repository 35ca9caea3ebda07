"""A session file as a room needs it: locked while the room is here, saved change by change, and never lost.

Invariant: what was recorded is in the file when `release` returns, or kept elsewhere, or told as lost.
"""

from __future__ import annotations

import asyncio
import socket as sockets
from collections.abc import Callable
from pathlib import Path
from typing import Final

from msgspec import Struct

from mgtui.cli import people, places
from mgtui.domain.history import Entry
from mgtui.domain.session import Session
from mgtui.store.access import create_session, open_session, read_session
from mgtui.store.errors import HeldByAnother, StoreError
from mgtui.store.journal import FileJournal
from mgtui.store.lock import holder_of, this_process
from mgtui.store.opening import real_path
from mgtui.store.sessionfile import SessionFile

LONGEST_WAIT: Final = 10.0
"""Seconds that releasing waits for a disk that does not answer."""


BREATH: Final = 0.02
"""Seconds that a change waits before it is saved: the screen paints it first, and a burst goes together."""


def after_a_breath(call: Callable[[], None]) -> None:
    """Call `call` in this thread's loop when the screen has had time to paint; at once where there is no loop."""
    try:
        asyncio.get_running_loop().call_later(BREATH, call)
    except RuntimeError:
        call()


class Loss(Struct, frozen=True):
    """That a session could not be saved at `path` in the end; `rescued` is where it is instead, None for nowhere."""

    path: Path
    rescued: Path | None


class HeldFile:
    """A session file that this process has locked; the journal of the room in it.

    Attributes:
        loss: after releasing, what became of what could not be saved; None when all was saved.
    """

    def __init__(self, file: SessionFile) -> None:
        self.session = file.session
        self.history = list(file.history)
        self.loss: Loss | None = None
        self._kept = list(file.history)
        self._saved: Callable[[int], None] = lambda revision: None
        self._not_saved: Callable[[str, dict[str, str]], None] = lambda reason, details: None
        self.journal = FileJournal(
            file, saved=lambda revision: self._saved(revision), failed=self._failed, soon=after_a_breath
        )

    def tell(self, saved: Callable[[int], None], not_saved: Callable[[str, dict[str, str]], None]) -> None:
        """Have these called, in any thread, with the revision that is safe or with why saving failed."""
        self._saved, self._not_saved = saved, not_saved

    def record(self, session: Session, entry: Entry) -> None:
        """Save `entry` and the session after it, as soon as that can be."""
        self.session = session
        self._kept.append(entry)
        self.journal.record(session, entry)

    def release(self) -> None:
        """Let the file go once everything is safe; what can't be saved there is kept elsewhere. Never fails."""
        if not self.journal.close(LONGEST_WAIT):
            self.loss = Loss(self.journal.file.path, self._rescue())

    def _failed(self, error: Exception) -> None:
        code, details = getattr(error, "code", "disk_trouble"), getattr(error, "details", {"problem": str(error)})
        self._not_saved(code, details)

    def _rescue(self) -> Path | None:
        file = self.journal.file
        folder = places.state_folder() / "rescued"
        place = folder / f"{people.now():%Y-%m-%dT%H%M%S}-{file.path.name}"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            create_session(place, self.session, self._kept, like=file.loaded).close()
        except OSError:
            return None
        return place


class FileKeeper:
    """Where a session is kept: the file at `path`.

    Args:
        path: the file, or a link to it.
        name: who opens it, for others to see.
        file: the same file when this process has it open already.

    Attributes:
        path: the file's own path.
        held: the file as the room of this process has it, or had it last; None when there was none here.
        known: the file as it was opened or read last; None before that.
    """

    def __init__(self, path: Path, name: str, file: SessionFile | None = None) -> None:
        self.path = real_path(path)
        self.held: HeldFile | None = None
        self.known: SessionFile | None = None
        self._name = name
        self._open = file

    def hold(self, socket: Path) -> HeldFile | None:
        """Take the session's lock, saying that its room listens at `socket`; None when someone else has it.

        A broken file is held as the newest sound version of it.

        Raises:
            NewerSchema: when it can only be read.
            StoreError: when it can't be opened.
        """
        holder = this_process(self._name, str(socket))
        if self._open:
            file, self._open = self._open, None
            file.announce(holder)
        else:
            try:
                file = open_session(self.path, holder, recover=True)
            except HeldByAnother:
                return None
        if file.newer:
            file.close()
            raise file.newer
        self.known = file
        self.held = HeldFile(file)
        return self.held

    def read(self) -> tuple[Session, list[Entry]]:
        """The session and its history as they were saved last, without a trace.

        Raises:
            StoreError: when it can't be read.
        """
        self.known = read_session(self.path, recover=True)
        return self.known.session, list(self.known.history)

    def socket(self) -> str:
        """Where the room of whoever has the lock says to listen; empty when it does not say, or not on this machine."""
        holder = holder_of(self.path)
        return holder.socket if holder and holder.host == sockets.gethostname() else ""

    def occupied(self) -> StoreError:
        """That someone else has the session, as an error."""
        return HeldByAnother(self.path, holder_of(self.path))
