"""The doors of someone who came in over SSH: to the sessions they were let into, and to nothing else of the host's.

Invariant: nothing here reads, writes or names a file of the host's beyond those sessions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import structs

from mgtui.cli.composition.doors import ProgramDoors
from mgtui.cli.composition.opened import Opened
from mgtui.cli.settings import Settings
from mgtui.domain.people import Person
from mgtui.domain.session import Session
from mgtui.locale import _
from mgtui.store.access import read_session
from mgtui.store.library import Library
from mgtui.store.opening import real_path
from mgtui.tui.doors import NewSession, RecentSession, Sample, Stuck
from mgtui.tui.seat import Seat


class GuestDoors(ProgramDoors):
    """The doors of `person`, whom a token let into the session or the folder of sessions at `place`."""

    def __init__(self, person: Person, preferred: Settings, token: str, place: Path) -> None:
        super().__init__(person, preferred, token)
        self._place = real_path(place)

    @property
    def has_files(self) -> bool:
        """A guest may not."""
        return False

    def change_settings(self, **changed: Any) -> Settings:
        """Have other settings, for this visit."""
        self._settings = structs.replace(self._settings, **changed)
        return self._settings

    def recent(self) -> Sequence[RecentSession]:
        """The sessions to choose from."""
        return [self._described(path) for path in sessions_at(self._place)]

    def samples(self) -> Sequence[Sample]:
        """None: a sample is a copy on the host's disk."""
        return ()

    def open(self, path: str) -> Seat:
        """A seat in one of the sessions to choose from.

        Raises:
            Stuck: when it is none of them, or can't be opened.
        """
        if Path(path) not in sessions_at(self._place):
            raise _not_for_guests()
        return super().open(path)

    def open_sample(self, name: str) -> Seat:
        """Not for guests."""
        raise _not_for_guests()

    def create(self, new: NewSession) -> Seat:
        """Not for guests."""
        raise _not_for_guests()

    def path_for(self, title: str) -> str:
        """Nowhere."""
        return ""

    def session_path(self) -> str:
        """The session's name alone."""
        return Path(super().session_path()).name

    def save_elsewhere(self, path: str) -> None:
        """Not for guests."""
        raise _not_for_guests()

    def theirs(self) -> Session:
        """Not for guests."""
        raise _not_for_guests()

    def keep_both(self) -> str:
        """Not for guests."""
        raise _not_for_guests()

    def machine_clipboard(self) -> Callable[[str], None] | None:
        """Never: the machine is the host's."""
        return None

    def seat_at(self, path: Path, file: object = None, *, is_scratch: bool = False) -> Opened:
        """As for others, but not remembered among the host's sessions."""
        return super().seat_at(path, is_scratch=True)

    def _described(self, path: Path) -> RecentSession:
        opened = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        try:
            title = read_session(path, recover=True).session.title
        except OSError:
            title = ""
        return RecentSession(path=str(path), title=title or path.stem, opened=opened)


def sessions_at(place: Path) -> list[Path]:
    """The session at `place`, or those in it when it is a folder, latest change first."""
    if not place.is_dir():
        return [place]
    return [path for path in Library(place, place).in_folder() if not path.is_symlink()]


def _not_for_guests() -> Stuck:
    return Stuck(_("That is not possible here: you came in as a guest."))
