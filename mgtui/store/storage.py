"""A TinyDB storage that loses nothing: a write is durable when it returns, and never takes away what others wrote.

Invariant: at every moment, also after a crash or power cut, the file is wholly the old session or wholly the new one.
Opening and reading leave no trace on the disk.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Literal

from tinydb.storages import Storage

from mgtui.store import atomic
from mgtui.store.decoding import Tables, decode
from mgtui.store.errors import ChangedUnderneath, Missing, OpenedReadOnly, StoreError, TooLarge, named_errors
from mgtui.store.fingerprint import Fingerprint, fingerprint, identity, recognise
from mgtui.store.layout import Layable, lay_out
from mgtui.store.lock import Lock, take, this_process
from mgtui.store.opening import LARGEST, read_regular, real_path
from mgtui.store.versions import Clock, Versions, utc_now


class SessionStorage(Storage):
    """One session file.

    Attributes:
        path: the file's own path, links resolved.
        versions: its earlier versions.
        trouble: why the last rotating version could not be kept, or None; the write itself went well.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        access_mode: Literal["r", "r+"] = "r+",
        *,
        lock: Lock | None = None,
        clock: Clock = utc_now,
    ) -> None:
        """Makes ready to read and, with access mode "r+", write `path`. A file that is not there comes with a write.

        Args:
            path: the session file.
            access_mode: "r" reads only; "r+" reads and writes.
            lock: the lock of this session, already taken; without it every write takes it for as long as it lasts.
            clock: tells the time for the names of kept versions.

        Raises:
            Missing: when there is no such folder, or in mode "r" no such file.
            StoreError: when `path` is a link that leads out of its folder, or can't be read.
        """
        if access_mode not in ("r", "r+"):
            raise ValueError(f"access mode {access_mode!r} is neither 'r' nor 'r+'")
        self.path = real_path(path)
        needed = self.path if access_mode == "r" else self.path.parent
        if not needed.exists():
            raise Missing(self.path)
        self.versions = Versions(self.path, clock)
        self.trouble: StoreError | None = None
        self._mode = access_mode
        self._lock = lock
        self._known: Fingerprint | None = None
        if access_mode == "r+":
            self.read_bytes()

    def read(self) -> Tables | None:
        """The tables in the file, or None when there is no file.

        Raises:
            NotASession: when the bytes are no sound tables, with every problem.
            StoreError: when it can't be read.
        """
        data = self.read_bytes()
        return None if data is None else decode(data, self.path)

    def read_bytes(self) -> bytes | None:
        """The bytes of the file, or None when there is no file; from now on this is the file that a write replaces.

        Raises:
            StoreError: when it can't be read.
        """
        try:
            data, status = read_regular(self.path)
        except Missing:
            self._known = None
            return None
        self._known = fingerprint(data, status)
        return data

    def write(self, data: Layable) -> None:
        """Replaces the tables in the file; when this returns they are safe on the disk.

        Raises:
            ChangedUnderneath: when the file is not the one opened, read or written last.
            HeldByAnother: when someone else has the session open.
            StoreError: when it can't be written. The file is as it was.
        """
        self.write_bytes(lay_out(data))

    def write_bytes(self, data: bytes, label: str = "") -> None:
        """As `write`, for tables that are laid out.

        Args:
            data: the whole file.
            label: keeps what is replaced as a version with this label, or fails; without it a rotating version is
                kept when one is due.
        """
        if self._mode == "r":
            raise OpenedReadOnly(self.path)
        if len(data) > LARGEST:
            raise TooLarge(self.path, limit=str(LARGEST))
        with named_errors(self.path), self._locked() as lock:
            temporary = self._temporary(lock)
            atomic.write_temporary(temporary, data, self._status())
            try:
                self._refuse_if_changed()
                self._keep_version(label)
                self._put_in_place(temporary, data)
            finally:
                atomic.discard(temporary)

    def keep(self, label: str) -> None:
        """Keeps the file as it is now as a version with `label`; when that fails, `trouble` says why."""
        try:
            self.versions.keep_present(label)
        except StoreError as error:
            self.trouble = error

    def now(self) -> datetime:
        """The present time, by its clock."""
        return self.versions.clock()

    def is_unchanged(self) -> bool:
        """Whether the file is still the one that was opened, read or written last."""
        with named_errors(self.path):
            if self._known is None:
                return not os.path.lexists(self.path)
            seen = recognise(self.path, self._known)
            self._known = seen or self._known
            return seen is not None

    def _refuse_if_changed(self) -> None:
        if not self.is_unchanged():
            raise ChangedUnderneath(self.path)

    def _put_in_place(self, temporary: Path, data: bytes) -> None:
        before, written = self._known, fingerprint(data, os.stat(temporary))
        try:
            if before is None:
                atomic.create(temporary, self.path)
            else:
                atomic.replace(temporary, self.path)
        except FileExistsError:
            raise ChangedUnderneath(self.path) from None
        except OSError:
            self._known = written if self._is_in_place(written) else before
            raise
        self._known = written

    def _is_in_place(self, written: Fingerprint) -> bool:
        """Whether what was written has its name, though making sure that the disk knows it failed."""
        status = self._status()
        return status is not None and identity(status) == written.status

    def _keep_version(self, label: str) -> None:
        if self._known is None:
            return
        if label:
            self.versions.keep_replaced(label)
        elif self.versions.is_due():
            self.trouble = None
            try:
                self.versions.keep_replaced()
            except StoreError as error:
                self.trouble = error

    def _status(self) -> os.stat_result | None:
        try:
            return os.stat(self.path, follow_symlinks=False)
        except FileNotFoundError:
            return None

    def _temporary(self, lock: Lock) -> Path:
        """One name, so that a killed process leaves at most one such file, which the next save takes away."""
        own = "" if lock.is_enforced else f".{os.getpid()}"
        return self.path.with_name(f".{self.path.name}{own}.tmp")

    @contextlib.contextmanager
    def _locked(self) -> Iterator[Lock]:
        if self._lock is not None:
            yield self._lock
            return
        lock = take(self.path, this_process())
        try:
            yield lock
        finally:
            lock.release()
