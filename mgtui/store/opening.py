"""Reads a file only when it is what it seems: a regular file of bounded size, reached by no surprising link.

A link whose target lies in the same folder is followed (whoever put it there owns that folder); one that leads
elsewhere is refused and its target named, so that a shared folder can't make the program write outside of it.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from mgtui.store.errors import Missing, NotARegularFile, NotReadable, SymbolicLink, TooLarge, named_errors

LARGEST = 64 * 1024 * 1024
"""How many bytes a session file may have."""

KINDS = {stat.S_IFDIR: "folder", stat.S_IFIFO: "pipe", stat.S_IFSOCK: "socket"}


def real_path(path: str | os.PathLike[str]) -> Path:
    """The one absolute path that stands for `path`, so that two names of a session share one lock.

    Raises:
        SymbolicLink: when it is a link that leads out of its folder.
    """
    given = Path(path)
    place = Path(os.path.realpath(given.parent)) / given.name
    if not place.is_symlink():
        return place
    target = Path(os.path.realpath(place))
    if target.parent != place.parent:
        raise SymbolicLink(place, target=str(target))
    return target


def read_regular(path: Path) -> tuple[bytes, os.stat_result]:
    """The bytes of `path`, and what the file system said of them.

    Raises:
        Missing, NotReadable, NotARegularFile, SymbolicLink, TooLarge, DiskTrouble: nothing is read then.
    """
    with named_errors(path):
        file = _open(path)
        try:
            status = os.fstat(file)
            _refuse_unusual(path, status)
            return _read(file, path), status
        finally:
            os.close(file)


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    except FileNotFoundError:
        raise Missing(path) from None
    except PermissionError:
        raise NotReadable(path) from None
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise SymbolicLink(path, target=os.readlink(path)) from None
        if error.errno == errno.ENXIO:
            raise NotARegularFile(path, kind="socket") from None
        raise


def _refuse_unusual(path: Path, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotARegularFile(path, kind=KINDS.get(stat.S_IFMT(status.st_mode), "device"))
    if status.st_size > LARGEST:
        raise TooLarge(path, limit=str(LARGEST))


def _read(file: int, path: Path) -> bytes:
    """All of it, in pieces, since it may grow while it is read."""
    pieces: list[bytes] = []
    size = 0
    while piece := os.read(file, 1 << 20):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            raise TooLarge(path, limit=str(LARGEST))
    return b"".join(pieces)
