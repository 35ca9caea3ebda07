"""Where sessions are: those in the person's folder, and those opened lately, kept in one small file.

Invariant: a list that is broken or can't be written costs the list and nothing else.
"""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from mgtui.store import atomic
from mgtui.store.errors import StoreError, named_errors
from mgtui.store.opening import read_regular

MOST = 50


class Recent(Struct, frozen=True):
    """A session that was opened.

    Attributes:
        path: where it is, or was.
        title: what it was called then.
        opened: when.
    """

    path: str
    title: str
    opened: Annotated[datetime, Meta(tz=True)]


class Library:
    """The sessions of one person.

    Args:
        state: the folder that remembers; made when there is something to remember.
        sessions: the folder for sessions, which need not be there.
    """

    def __init__(self, state: Path, sessions: Path) -> None:
        self.sessions = sessions
        self._file = state / "recent.json"

    def recent(self) -> list[Recent]:
        """What was opened lately and is still there, latest first."""
        return [each for each in self._remembered() if Path(each.path).is_file()]

    def in_folder(self) -> list[Path]:
        """The session files in the folder for sessions, latest change first; hidden files are none."""
        try:
            found = [(path.stat().st_mtime_ns, path) for path in self.sessions.glob("[!.]*.json") if path.is_file()]
        except OSError:
            return []
        return [path for _, path in sorted(found, reverse=True)]

    def note_opened(self, path: Path, title: str, moment: datetime) -> None:
        """Remembers that the session at `path` was opened; that it can't is no reason not to open it."""
        kept = [each for each in self._remembered() if each.path != str(path)]
        self._remember([Recent(str(path), title, moment), *kept])

    def forget(self, path: Path) -> None:
        """Forgets that the session at `path` was opened; the file itself is left alone."""
        self._remember([each for each in self._remembered() if each.path != str(path)])

    def _remembered(self) -> list[Recent]:
        try:
            return msgspec.json.decode(read_regular(self._file)[0], type=list[Recent])
        except (StoreError, msgspec.DecodeError, UnicodeDecodeError):
            return []

    def _remember(self, sessions: list[Recent]) -> None:
        data = msgspec.json.format(msgspec.json.encode(sessions[:MOST]), indent=1) + b"\n"
        with contextlib.suppress(StoreError), named_errors(self._file):
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            temporary = self._file.with_suffix(".tmp")
            atomic.write_temporary(temporary, data, None)
            atomic.replace(temporary, self._file)
