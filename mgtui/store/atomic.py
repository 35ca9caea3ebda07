"""Puts bytes in the place of a file so that at every moment either the old or the new ones are there, whole.

Invariant: what `replace` and `create` return from has reached the disk: the bytes first, then the name.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path


def write_temporary(place: Path, data: bytes, like: os.stat_result | None) -> None:
    """Writes `data` to the new file `place` and waits until the disk has it.

    Args:
        place: where; what a killed process left there is taken away.
        data: what.
        like: the file it will replace, whose mode and owner it gets; None for a private file, mode 0600.

    Raises:
        OSError: then `place` is gone again.
    """
    with contextlib.suppress(FileNotFoundError):
        os.unlink(place)
    file = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        _write_all(file, data)
        if like is not None:
            _make_alike(file, like)
        os.fsync(file)
    except BaseException:
        discard(place)
        raise
    finally:
        os.close(file)


def replace(temporary: Path, path: Path) -> None:
    """Gives `path` the content of `temporary`, which has reached the disk."""
    os.replace(temporary, path)
    sync_folder(path.parent)


def create(temporary: Path, path: Path) -> None:
    """As `replace`, but for a new file.

    Raises:
        FileExistsError: when something is there; it is untouched.
    """
    try:
        os.link(temporary, path, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:
        _create_without_links(temporary, path)
    else:
        os.unlink(temporary)
    sync_folder(path.parent)


def link_or_copy(path: Path, copy: Path) -> None:
    """Makes `copy` the same file as `path`, or where files can't have two names, a new file with the same bytes.

    Raises:
        FileExistsError: when `copy` is there.
    """
    try:
        os.link(path, copy, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:
        if copy.exists():
            raise
        write_temporary(copy, path.read_bytes(), os.stat(path))


def discard(temporary: Path) -> None:
    """Removes `temporary` if it is there and can be removed."""
    with contextlib.suppress(OSError):
        os.unlink(temporary)


def sync_folder(folder: Path) -> None:
    """Waits until the disk has the names in `folder`, where the file system knows how to."""
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(file)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(file)


def _create_without_links(temporary: Path, path: Path) -> None:
    """Claims the name first, so that nothing is overwritten on file systems where a file has one name only."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600))
    try:
        os.replace(temporary, path)
    except OSError:
        discard(path)
        raise


def _write_all(file: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]


def _make_alike(file: int, like: os.stat_result) -> None:
    """The mode always; the owner and group as far as this user may give them away."""
    mine = os.fstat(file)
    if (mine.st_uid, mine.st_gid) != (like.st_uid, like.st_gid):
        with contextlib.suppress(PermissionError):
            os.fchown(file, -1, like.st_gid)
        with contextlib.suppress(PermissionError):
            os.fchown(file, like.st_uid, -1)
    os.fchmod(file, stat.S_IMODE(like.st_mode))
