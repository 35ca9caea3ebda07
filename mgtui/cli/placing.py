"""Puts a finished document in a file: whole or not at all, and never in the place of something by accident."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from mgtui.cli.exits import FILE_UNUSABLE, WRONG_USAGE, Failure
from mgtui.locale import _
from mgtui.locale.safe_text import safe
from mgtui.store import atomic


class AlreadyThere(Failure):
    """Something is there, and replacing it was not asked for."""


def place(data: bytes, where: str, *, beside: Path, force: bool = False) -> None:
    """Make `where` a file with `data`.

    Args:
        data: the whole document.
        where: as the person gave it.
        beside: the session it comes from, which is never overwritten.
        force: whether a file that is there may be replaced.

    Raises:
        Failure: something is there, or it is no place for a file; nothing is changed.
        OSError: when it can't be written; nothing is left behind.
    """
    path = Path(os.path.realpath(Path(where).expanduser()))
    _refuse_no_place(path, where)
    there = _there(path)
    if there is not None:
        _refuse_to_replace(path, there, where, beside, force=force)
    temporary = path.parent / f".{path.name[:100]}.{os.getpid()}.part"
    try:
        atomic.write_temporary(temporary, data, there)
        if there is None:
            os.chmod(temporary, 0o666 & ~_umask())
            atomic.create(temporary, path)
        else:
            atomic.replace(temporary, path)
    except FileExistsError:
        raise _already_there(where) from None
    finally:
        atomic.discard(temporary)


def _there(path: Path) -> os.stat_result | None:
    try:
        return os.stat(path, follow_symlinks=False)
    except FileNotFoundError:
        return None


def _refuse_no_place(path: Path, where: str) -> None:
    if not where or path.is_dir():
        raise Failure(FILE_UNUSABLE, _("{path} is a folder. Name a file in it.").format(path=safe(where) or "-o"))
    if not path.parent.is_dir():
        sentence = _("There is no folder {folder}. Make it first.")
        raise Failure(FILE_UNUSABLE, sentence.format(folder=safe(str(path.parent))))


def _refuse_to_replace(path: Path, there: os.stat_result, where: str, beside: Path, *, force: bool) -> None:
    if _is_same(path, beside):
        sentence = _("{path} is the session itself. Give the document a name of its own.")
        raise Failure(WRONG_USAGE, sentence.format(path=safe(where)))
    if not stat.S_ISREG(there.st_mode):
        raise Failure(FILE_UNUSABLE, _("{path} is no regular file.").format(path=safe(where)))
    if not force:
        raise _already_there(where)


def _already_there(where: str) -> AlreadyThere:
    sentence = _("{path} is there already. Add --force to replace it, or give another name.")
    return AlreadyThere(FILE_UNUSABLE, sentence.format(path=safe(where)))


def _is_same(path: Path, other: Path) -> bool:
    try:
        return os.path.samefile(path, other)
    except OSError:
        return False


def _umask() -> int:
    """What a new file of this person may not be; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
