"""Where rooms listen: a Unix socket of 0600 in a folder of 0700 that is this user's own.

Invariant: a socket made here can be reached by no other user, and a folder that others could reach is never used.
"""

from __future__ import annotations

import hashlib
import os
import socket
import stat
from collections.abc import Iterable
from pathlib import Path

LONGEST_PATH = 100
"""Bytes; systems allow 104 to 108 for a socket's path, its final zero included."""

WAITING = 128


class NoPlace(OSError):
    """There is no folder here in which a room could listen."""


def room_folder(state_folder: Path) -> Path:
    """This user's folder for sockets, made when needed: the one for this login, else in `state_folder`, else in /tmp.

    Raises:
        NoPlace: when there is none that only this user can reach.
    """
    for folder in _candidates(state_folder):
        if len(os.fsencode(socket_in(folder, Path()))) > LONGEST_PATH:
            continue
        if is_private(folder, make=True):
            return folder
    raise NoPlace


def is_private(folder: Path, *, make: bool = False) -> bool:
    """Whether `folder` is there, or with `make` could be made, and only this user can reach what is in it."""
    try:
        if make:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = os.lstat(folder)
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid() and not status.st_mode & 0o077


def socket_for(session: Path, folder: Path | None, former: str = "") -> Path | None:
    """Where the room of `session` listens: where it did before, if that is a place for it, else in `folder`, if any."""
    before = Path(former)
    if former and before.name == socket_in(before.parent, session).name and is_private(before.parent):
        return before
    return socket_in(folder, session) if folder else None


def socket_in(folder: Path, session: Path) -> Path:
    """Where in `folder` the room of `session` listens."""
    return folder / f"{hashlib.sha256(os.fsencode(session)).hexdigest()[:16]}.sock"


def listen(path: Path) -> socket.socket:
    """A socket that listens at `path`; what a room that is gone left there makes way.

    Raises:
        OSError: when it can't be made.
    """
    path.unlink(missing_ok=True)
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        listening.setblocking(False)
        listening.bind(os.fspath(path))
        path.chmod(0o600)
        listening.listen(WAITING)
    except BaseException:
        listening.close()
        raise
    return listening


def _candidates(state_folder: Path) -> Iterable[Path]:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime and os.path.isdir(runtime):
        yield Path(runtime) / "mgtui"
    yield state_folder / "rooms"
    yield Path("/tmp") / f"mgtui-{os.getuid()}"
