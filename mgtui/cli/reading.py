"""Reads a session for a command that answers and ends: without a lock, a trace, or importing what only saving needs."""

from __future__ import annotations

from pathlib import Path

from mgtui.domain.session import Session
from mgtui.store.loading import load
from mgtui.store.opening import read_regular, real_path


def session_in(name: str) -> Session:
    """The session in the file called `name`, whoever has it open.

    Raises:
        StoreError: when it can't be used.
    """
    path = real_path(Path(name))
    data, _status = read_regular(path)
    return load(data, path).session
