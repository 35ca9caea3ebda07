"""A keeper as small as can be: a file of JSON, a flock beside it, and a thread that writes each state whole.

Invariant: what it calls saved is in the file.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
from msgspec import Struct

from mgtui.domain.history import Entry
from mgtui.domain.session import Session


class Kept(Struct):
    """What is in the file."""

    session: Session
    history: list[Entry] = []


class SimpleHolding:
    """The file, locked."""

    def __init__(self, path: Path, lock: int) -> None:
        kept = msgspec.json.decode(path.read_bytes(), type=Kept)
        self.session = kept.session
        self.history = kept.history
        self._path = path
        self._lock = lock
        self._writer = ThreadPoolExecutor(1)
        self._saved: Callable[[int], None] = lambda revision: None

    def tell(self, saved: Callable[[int], None], not_saved: Callable[[str, dict[str, str]], None]) -> None:
        self._saved = saved

    def record(self, session: Session, entry: Entry) -> None:
        self._writer.submit(self._write, session, list(self.history), entry.revision)

    def release(self) -> None:
        self._writer.shutdown()
        os.close(self._lock)

    def _write(self, session: Session, history: list[Entry], revision: int) -> None:
        temporary = self._path.with_suffix(".new")
        temporary.write_bytes(msgspec.json.encode(Kept(session, history)))
        os.replace(temporary, self._path)
        self._saved(revision)


class SimpleKeeper:
    """The file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock_path = path.with_suffix(".lock")

    def hold(self, socket: Path) -> SimpleHolding | None:
        lock = os.open(self._lock_path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            return None
        os.ftruncate(lock, 0)
        os.pwrite(lock, os.fsencode(socket), 0)
        return SimpleHolding(self.path, lock)

    def read(self) -> tuple[Session, list[Entry]]:
        kept = msgspec.json.decode(self.path.read_bytes(), type=Kept)
        return kept.session, kept.history

    def socket(self) -> str:
        return self._lock_path.read_text() if self._lock_path.exists() else ""


def make(path: Path, session: Session) -> SimpleKeeper:
    """A new file that holds `session`."""
    path.write_bytes(msgspec.json.encode(Kept(session)))
    return SimpleKeeper(path)
