"""One session file, opened: the session in it, its history, and saving both without losing anything of anyone.

Invariant: whoever has it open for writing holds its lock from before it is read until it is closed.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Sequence
from pathlib import Path

from mgtui.domain.history import Entry
from mgtui.domain.session import Session
from mgtui.store import atomic
from mgtui.store.errors import Missing, NewerSchema, NotASession, StoreError, named_errors
from mgtui.store.layout import lay_out
from mgtui.store.loading import Loaded, heading_of, load
from mgtui.store.lock import Holder, Lock
from mgtui.store.migrations import CURRENT
from mgtui.store.problems import Problem
from mgtui.store.siblings import Sibling, conflict_copies, free_name
from mgtui.store.storage import SessionStorage
from mgtui.store.versions import MEETING, Version, stamp


class SessionFile:
    """An open session file; `mgtui.store.access` makes one.

    Args:
        storage: where it is.
        lock: its lock; None when it is open to be read only.
        loaded: what is in it.
        recovered: the earlier version that `loaded` is, when the file itself is broken.

    Attributes:
        path: the file's own path.
        recovered: as above, until the first save.
    """

    def __init__(
        self, storage: SessionStorage, lock: Lock | None, loaded: Loaded, recovered: Version | None = None
    ) -> None:
        self.path = storage.path
        self.recovered = recovered
        self._storage = storage
        self._lock = lock
        self._loaded = loaded
        self._is_migrated = loaded.found < CURRENT
        self._is_broken = recovered is not None
        self._busy = threading.RLock()

    @property
    def session(self) -> Session:
        """The session as it was read or saved last."""
        return self._loaded.session

    @property
    def history(self) -> list[Entry]:
        """The entries that led to it."""
        return self._loaded.history

    @property
    def problems(self) -> list[Problem]:
        """What was wrong in the file when it was read; all of it mended in memory, or harmless."""
        return self._loaded.problems

    @property
    def loaded(self) -> Loaded:
        """The session together with how it stands in the file."""
        return self._loaded

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved: it was opened so, or a newer major version wrote it."""
        return self._lock is None or self.newer is not None

    @property
    def newer(self) -> NewerSchema | None:
        """Why it can only be read, when a newer major version wrote it."""
        found = self._loaded.found
        return NewerSchema(self.path, schema=str(found)) if found.major > CURRENT.major else None

    @property
    def holder(self) -> Holder | None:
        """As whom it is held; None when it is open to be read only."""
        return self._lock.holder if self._lock else None

    @property
    def trouble(self) -> StoreError | None:
        """Why the last earlier version could not be kept though the save went well, or None."""
        return self._storage.trouble

    @property
    def versions(self) -> list[Version]:
        """The earlier versions, newest first."""
        return self._storage.versions.all()

    @property
    def conflict_copies(self) -> list[Sibling]:
        """Files beside it that look like a sync service's conflict copies of it."""
        return conflict_copies(self.path)

    def announce(self, holder: Holder) -> None:
        """Says who holds it and where to join, to those who find it held.

        Raises:
            StoreError: when that can't be written.
        """
        if self._lock:
            self._lock.announce(holder)

    def save(self, session: Session, history: Sequence[Entry]) -> None:
        """Makes `session`, which `history` led to, durable before it returns.

        Raises:
            ChangedUnderneath: when another program has changed the file; see `keep_both` and `theirs`.
            NewerSchema: when a newer major version wrote it.
            StoreError: when it can't be written. The file is as it was.
        """
        if self.newer:
            raise self.newer
        with self._busy:
            if self._is_broken:
                self._set_broken_aside()
            label = f"before-{CURRENT}" if self._is_migrated else ""
            self._storage.write_bytes(laid_out(self._loaded, session, history), label)
            self.recovered, self._is_migrated = None, False
            before = self._loaded.session
            self._loaded.session, self._loaded.history = session, list(history)
            self._keep_closed_meetings(before)

    def keep_both(self, session: Session, history: Sequence[Entry]) -> Path:
        """Puts what another program wrote beside this file, under a name of its own, and saves ours in its place.

        Returns:
            Where theirs is now.

        Raises:
            StoreError: when either can't be written; nothing is lost then.
        """
        with self._busy:
            theirs = self._storage.read_bytes()
            beside = free_name(self.path, "theirs", self._storage.now())
            if theirs is not None:
                SessionStorage(beside).write_bytes(theirs)
            self.save(session, history)
            return beside

    def theirs(self) -> Loaded:
        """What is in the file now, which another program may have written; nothing is taken over.

        Raises:
            NotASession: when that is no session.
            StoreError: when it can't be read.
        """
        data = SessionStorage(self.path, "r").read_bytes()
        if data is None:
            raise Missing(self.path)
        return load(data, self.path)

    def close(self) -> None:
        """Lets the next one in. A second time does nothing."""
        if self._lock:
            self._lock.release()

    def _keep_closed_meetings(self, before: Session) -> None:
        """Keeps a version of its own for every meeting that was closed since the last save."""
        for meeting in self.session.meetings.values():
            earlier = before.meetings.get(meeting.id)
            if meeting.closed and not (earlier and earlier.closed):
                self._storage.keep(f"{MEETING}{meeting.id}")

    def _set_broken_aside(self) -> None:
        """Gives the broken file, which is about to be replaced, a second name that says so; the disk has it first."""
        aside = self.path.with_name(f"{self.path.name}.broken-{stamp(self._storage.now())}")
        with named_errors(self.path):
            with contextlib.suppress(FileExistsError):
                atomic.link_or_copy(self.path, aside)
            atomic.sync_folder(self.path.parent)
        self._is_broken = False


def laid_out(loaded: Loaded, session: Session, history: Sequence[Entry]) -> bytes:
    """The bytes of a file with `session`, which was read as `loaded` and became this by `history`."""
    heading = heading_of(session, history[-1].revision if history else 0, loaded.heading)
    return lay_out(loaded.pages.lay(heading, session, history))


def is_sound(data: bytes, path: Path) -> bool:
    """Whether `data` is a session that can be used."""
    try:
        load(data, path)
    except NotASession:
        return False
    return True
