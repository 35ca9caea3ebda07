"""The sidecar lock of a session: whoever holds it is the only one to write, and says where to join.

Invariant: only the kernel's lock counts, never what the sidecar says; the sidecar is never removed, since a lock on
a removed file locks nothing. A process that dies, however it dies, frees the lock.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import weakref
from pathlib import Path

import msgspec
from msgspec import Struct

from mgtui.store.errors import DiskTrouble, HeldByAnother, named_errors

LONGEST_NOTE = 4096
UNSUPPORTED = (errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL)


class Holder(Struct, frozen=True, omit_defaults=True):
    """Who holds a session.

    Attributes:
        name: the person, as shown to others.
        host: the machine. pid: the process on it.
        socket: where its room listens; empty while it does not.
    """

    name: str = ""
    host: str = ""
    pid: int = 0
    socket: str = ""


def this_process(name: str = "", socket_place: str = "") -> Holder:
    """The holder that this process is, for the person `name`."""
    return Holder(name=name, host=os.uname().nodename, pid=os.getpid(), socket=socket_place)


def lock_path(path: Path) -> Path:
    """The sidecar of the session at `path`."""
    return path.with_name(f".{path.name}.lock")


class Lock:
    """A held lock; `take` makes one.

    Attributes:
        path: the session that it is the lock of.
        holder: who is said to hold it.
        is_enforced: False where the file system has no locks, so that only the hash check guards the file.
    """

    def __init__(self, path: Path, file: int, *, is_enforced: bool) -> None:
        self.path = path
        self.is_enforced = is_enforced
        self.holder = Holder()
        self._file = file
        _held.add(self)

    def announce(self, holder: Holder) -> None:
        """Tells whoever comes next who holds the session and where to join.

        Raises:
            StoreError: when that can't be written; the lock holds all the same.
        """
        with named_errors(self.path):
            self._write(msgspec.json.encode(holder) + b"\n")
        self.holder = holder

    def release(self) -> None:
        """Lets the next one in. A second time does nothing."""
        if self._file < 0:
            return
        with contextlib.suppress(OSError):
            self._write(b"")
        self.forget()

    def forget(self) -> None:
        """Closes this process's hold of it without unlocking, as a forked child must."""
        file, self._file = self._file, -1
        if file >= 0:
            os.close(file)

    def _write(self, note: bytes) -> None:
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, note, 0)


_held: weakref.WeakSet[Lock] = weakref.WeakSet()


def _forget_in_child() -> None:
    """A forked child shares the parent's lock; kept open there it would outlive the parent."""
    for lock in list(_held):
        lock.forget()


os.register_at_fork(after_in_child=_forget_in_child)


def take(path: Path, holder: Holder) -> Lock:
    """Takes the lock of the session at `path` for `holder`, without waiting.

    Raises:
        HeldByAnother: when someone else has it, in this process or another.
        StoreError: when the sidecar can't be made.
    """
    with named_errors(path):
        file = os.open(
            lock_path(path), os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, _mode(path)
        )
    try:
        is_enforced = _lock(file)
    except BlockingIOError:
        os.close(file)
        raise HeldByAnother(path, holder_of(path)) from None
    except OSError as error:
        os.close(file)
        raise DiskTrouble(path, problem=error.strerror or str(error)) from error
    lock = Lock(path, file, is_enforced=is_enforced)
    try:
        lock.announce(holder)
    except OSError:
        lock.release()
        raise
    return lock


def holder_of(path: Path) -> Holder | None:
    """Who says to hold the session at `path`; None when nobody does. It may be a process that is gone."""
    try:
        file = os.open(lock_path(path), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        return msgspec.json.decode(os.read(file, LONGEST_NOTE), type=Holder)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None
    finally:
        os.close(file)


def _lock(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise
    except OSError as error:
        if error.errno in UNSUPPORTED:
            return False
        raise
    return True


def _mode(path: Path) -> int:
    """Those who may read the session may see who holds it."""
    try:
        return os.stat(path).st_mode & 0o666
    except OSError:
        return 0o600
