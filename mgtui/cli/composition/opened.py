"""A session that is open at this terminal: its file, its room, and the seat in it, from opening until leaving.

Invariant: what the room took is with the journal before anything else happens, and leaving waits until it is saved.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from mgtui.cli import people, places
from mgtui.domain.history import Entry
from mgtui.domain.people import Person
from mgtui.domain.session import Session
from mgtui.live.room import Room
from mgtui.live.seat import LocalSeat
from mgtui.store.access import create_session
from mgtui.store.journal import FileJournal
from mgtui.store.sessionfile import SessionFile

LONGEST_WAIT: Final = 10.0
"""Seconds that leaving waits for a disk that does not answer."""

InApp = Callable[[Callable[[], None]], None]
"""Runs something in the thread of the screens; safe from any thread."""


class _Saving:
    """The journal of a room: hands everything to the file, and answers in the thread of the screens."""

    def __init__(self, file: SessionFile, in_app: InApp) -> None:
        self.room: Room | None = None
        self._in_app = in_app
        self.file = FileJournal(file, saved=self._saved, failed=self._failed)

    def record(self, session: Session, entry: Entry) -> None:
        """Save `entry` and the session after it, as soon as that can be."""
        self.file.record(session, entry)

    def _saved(self, revision: int) -> None:
        room = self.room
        if room:
            self._in_app(lambda: room.saved(revision))

    def _failed(self, error: Exception) -> None:
        room = self.room
        if room:
            code, details = getattr(error, "code", "disk_trouble"), getattr(error, "details", {"problem": str(error)})
            self._in_app(lambda: room.not_saved(code, details))


class _NoSaving:
    """The journal of a session that is only looked at: there is nothing to keep."""

    def record(self, session: Session, entry: Entry) -> None:
        """Nothing."""


class Opened(LocalSeat):
    """The seat of the person at this terminal; leaving it saves what is waiting and lets the file go.

    Args:
        file: the session, which is this seat's own from now on.
        person: who sits down; one who may change nothing needs no file that can be written.
        in_app: how to reach the thread of the screens.

    Attributes:
        loss: after leaving, what became of what could not be saved where it should; None when all was saved.
    """

    def __init__(self, file: SessionFile, person: Person, in_app: InApp) -> None:
        self.loss: Loss | None = None
        self._file = file
        self._saving = None if file.read_only else _Saving(file, in_app)
        self._left = False
        room = Room(file.session, list(file.history), self._saving or _NoSaving(), people.now)
        if self._saving:
            self._saving.room = room
        super().__init__(room, person)

    @property
    def file(self) -> SessionFile:
        """The file in use, which is another one after saving elsewhere."""
        return self._saving.file.file if self._saving else self._file

    def save_again(self) -> None:
        """Try at once what could not be saved."""
        if self._saving:
            self._saving.file.retry()

    def save_elsewhere(self, path: Path) -> None:
        """Go on in a new file at `path`.

        Raises:
            StoreError: when it can't be made; the old file stays in use.
        """
        if self._saving:
            self._saving.file.save_elsewhere(path)

    def leave(self) -> None:
        """Get up, once everything is safe; what can't be saved where it should is kept elsewhere. Never fails."""
        if self._left:
            return
        self._left = True
        super().leave()
        if self._saving is None:
            self._file.close()
        elif not self._saving.file.close(LONGEST_WAIT):
            self.loss = Loss(self.file.path, self._rescue())

    def _rescue(self) -> Path | None:
        folder = places.state_folder() / "rescued"
        place = folder / f"{people.now():%Y-%m-%dT%H%M%S}-{self.file.path.name}"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            create_session(place, self.session, self.history, like=self.file.loaded).close()
        except OSError:
            return None
        return place


class Loss(NamedTuple):
    """That a session could not be saved at `path` in the end; `rescued` is where it is instead, None for nowhere."""

    path: Path
    rescued: Path | None
