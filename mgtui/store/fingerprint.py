"""Tells whether a file is still the one that was loaded or saved last: by its status, and by its bytes when in doubt.

The bytes are kept rather than a hash of them: they are there already, and comparing them costs a tenth of hashing.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

from msgspec import Struct

from mgtui.store.opening import read_regular

COARSE_CLOCK = 20_000_000
"""Nanoseconds within which a second write may leave the same time stamp on a file."""


class Fingerprint(Struct, frozen=True):
    """What a file was when it was last seen.

    Attributes:
        status: device, inode, size and time of the last write; a file with the same ones is the same.
        is_fresh: whether it was seen so soon after it was written that a later write may look the same.
        data: its bytes.
    """

    status: tuple[int, ...]
    is_fresh: bool
    data: bytes


def fingerprint(data: bytes, status: os.stat_result) -> Fingerprint:
    """The fingerprint of a file with these bytes and this status."""
    is_fresh = time.time_ns() - status.st_mtime_ns < COARSE_CLOCK
    return Fingerprint(identity(status), is_fresh, data)


def identity(status: os.stat_result) -> tuple[int, ...]:
    """What makes a file the same one without reading it; giving it another name does not alter it."""
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def recognise(path: Path, known: Fingerprint) -> Fingerprint | None:
    """The present fingerprint of `path` when its content is what it was; None when it is not, or is gone.

    Raises:
        StoreError: when the file must be read to know and can't be.
    """
    try:
        status = os.stat(path, follow_symlinks=False)
    except FileNotFoundError:
        return None
    if identity(status) == known.status and not known.is_fresh:
        return known
    data, status = read_regular(path)
    return fingerprint(known.data, status) if data == known.data else None
