"""Why a session file can't be opened or saved: a code and its data, put into words where the person reads it.

Every error is an `OSError`, so that code written for TinyDB's own storages handles it as it handles theirs.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from mgtui.store.lock import Holder
    from mgtui.store.problems import Problem


class StoreError(OSError):
    """A session file that can't be opened or saved; what is on disk is as it was, unless a subclass says otherwise.

    Attributes:
        code: what is wrong.
        passing: whether it may go away by itself, so that trying again makes sense.
        path: the file it is about.
        details: the values that the sentence about it names.
    """

    code: ClassVar[str] = "store"
    passing: ClassVar[bool] = False

    def __init__(self, path: Path, **details: str) -> None:
        super().__init__(f"{self.code}: {path}")
        self.path = path
        self.details = details


class Missing(StoreError, FileNotFoundError):
    """There is no such file, or no such folder to put it in."""

    code = "missing"
    passing = True


class AlreadyThere(StoreError, FileExistsError):
    """A new session was to be put where a file is already; that file is untouched."""

    code = "already_there"


class NotARegularFile(StoreError):
    """A folder, pipe, socket or device; `details["kind"]` says which."""

    code = "not_regular"


class SymbolicLink(StoreError):
    """A link that leads out of its folder, to `details["target"]`, which can be opened by its own name."""

    code = "symbolic_link"


class NotReadable(StoreError, PermissionError):
    """This user may not read it."""

    code = "not_readable"
    passing = True


class NotWritable(StoreError, PermissionError):
    """This user may not write it, or its folder or file system is read-only."""

    code = "not_writable"
    passing = True


class OpenedReadOnly(StoreError, PermissionError):
    """It was opened to be read; nothing may be written through that."""

    code = "read_only"


class DiskFull(StoreError):
    """No room left: disk, quota or the largest size a file may have."""

    code = "disk_full"
    passing = True


class DiskTrouble(StoreError):
    """The file system refused for another reason; `details["problem"]` has its words."""

    code = "disk_trouble"
    passing = True


class TooLarge(StoreError):
    """Larger than a session file may be; `details["limit"]` is the limit in bytes."""

    code = "too_large"


class ChangedUnderneath(StoreError):
    """Another program has changed the file since it was loaded; nothing is overwritten."""

    code = "changed_underneath"


class NewerSchema(StoreError):
    """Written by a newer major version, so it opens read-only; `details["schema"]` is what it has."""

    code = "newer_schema"


class HeldByAnother(StoreError):
    """Someone else has it open for writing.

    Attributes:
        holder: who, and where the room can be joined; None when the lock does not say.
    """

    code = "held"
    passing = True

    def __init__(self, path: Path, holder: Holder | None) -> None:
        super().__init__(path, name=holder.name if holder else "", host=holder.host if holder else "")
        self.holder = holder


class NotASession(StoreError):
    """What is in the file is not a sound session.

    Attributes:
        problems: each with its place.
    """

    code = "not_a_session"

    def __init__(self, path: Path, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(path, count=str(len(self.problems)))


@contextmanager
def named_errors(path: Path) -> Iterator[None]:
    """Turns what the operating system says about `path` into one of the errors above."""
    try:
        yield
    except StoreError:
        raise
    except OSError as error:
        raise _named(error, path) from error


def _named(error: OSError, path: Path) -> StoreError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFull(path)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return NotWritable(path)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return Missing(path)
    return DiskTrouble(path, problem=error.strerror or str(error))
