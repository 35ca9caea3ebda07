"""Keeps a report of what went wrong in the program itself, among the files of this user; it names no one's words."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from mgtui.cli import places


def keep(error: BaseException) -> str:
    """Write a report of `error` and return where it is; empty when that can't be done."""
    from mgtui.tui import crash

    now = datetime.now(UTC)
    try:
        folder = places.state_folder() / "crashes"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / f"{now:%Y-%m-%dT%H%M%SZ}-{os.getpid()}.txt"
        with open(path, "x", encoding="utf-8", opener=_for_me_only) as file:
            file.write(crash.report(error))
    except Exception:
        # There is no place to tell of this one; the first error is told all the same.
        return ""
    return str(path)


def _for_me_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
