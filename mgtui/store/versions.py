"""The earlier versions kept beside a session, in `.NAME.versions/`: restoring one keeps what it replaces.

Five rotate, at least a minute apart. A labelled one is kept out of that rotation: one for each meeting, and the last
five made before a migration, a repair or a restore.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from mgtui.store.atomic import link_or_copy, sync_folder, write_temporary
from mgtui.store.errors import Missing, named_errors
from mgtui.store.opening import read_regular

Clock = Callable[[], datetime]

APART = timedelta(minutes=1)
MOST = 5
MEETING = "meeting-"
NAME = re.compile(r"(?P<time>\d{4}-\d\d-\d\dT\d{6}Z)(?:~(?P<again>\d+))?(?:\.(?P<label>[A-Za-z0-9_.-]+))?\.json")


def utc_now() -> datetime:
    """The present time, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """`moment` as it stands in a file's name, to the second, in UTC."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ")


class Version(Struct, frozen=True):
    """One kept version.

    Attributes:
        kept: until when the session was like this.
        label: why it was kept; empty for the rotating ones.
    """

    path: Path
    kept: datetime
    label: str

    @property
    def name(self) -> str:
        """What it is called in its folder, without the ending."""
        return self.path.stem


class Versions:
    """The kept versions of the session at `path`. Listing and reading make nothing; the folder comes with the first."""

    def __init__(self, path: Path, clock: Clock = utc_now) -> None:
        self.path = path
        self.folder = path.with_name(f".{path.name}.versions")
        self.clock = clock
        self._newest: datetime | None = None

    def all(self) -> list[Version]:
        """Every kept version, newest first."""
        try:
            names = [entry.name for entry in self.folder.iterdir()]
        except OSError:
            return []
        found = [(version, again) for version, again in map(self._version, names) if version]
        return [version for version, _ in sorted(found, key=lambda each: (each[0].kept, each[1]), reverse=True)]

    def find(self, name: str) -> Version:
        """The version called `name`, or the newest of which that is the beginning or the label.

        Raises:
            Missing: when there is none.
        """
        for version in self.all():
            if version.name.startswith(name) or version.label == name:
                return version
        raise Missing(self.folder / name)

    def newest_sound(self, is_sound: Callable[[bytes], bool]) -> Version | None:
        """The newest version whose bytes are sound; None when there is none."""
        return next((version for version in self.all() if self._passes(version, is_sound)), None)

    def read(self, version: Version) -> bytes:
        """The bytes of `version`.

        Raises:
            StoreError: when they can't be read.
        """
        return read_regular(version.path)[0]

    def is_due(self) -> bool:
        """Whether a minute has passed since the last rotating version."""
        if self._newest is None:
            self._newest = next((version.kept for version in self.all() if not version.label), None)
        return self._newest is None or abs(self.clock() - self._newest) >= APART

    def keep_replaced(self, label: str = "") -> Version:
        """Keeps the file that is about to be replaced, by giving it a second name.

        Raises:
            StoreError: when it can't be kept.
        """
        with named_errors(self.folder):
            version = self._new(label)
            link_or_copy(self.path, version.path)
            return self._made(version)

    def keep_present(self, label: str) -> Version:
        """Keeps a copy of the file as it is; a copy, because other programs may write into a file in place.

        Raises:
            StoreError: when it can't be kept.
        """
        data, status = read_regular(self.path)
        with named_errors(self.folder):
            version = self._new(label)
            write_temporary(version.path, data, status)
            return self._made(version)

    def _new(self, label: str) -> Version:
        self.folder.mkdir(mode=0o700, exist_ok=True)
        kept = self.clock()
        ending = f".{label}.json" if label else ".json"
        name, again = stamp(kept), 1
        while (place := self.folder / f"{name}{f'~{again}' if again > 1 else ''}{ending}").exists():
            again += 1
        return Version(place, kept, label)

    def _made(self, version: Version) -> Version:
        sync_folder(self.folder)
        if not version.label:
            self._newest = version.kept
        most = 1 if version.label.startswith(MEETING) else MOST
        for old in [each for each in self.all() if each.label == version.label][most:]:
            old.path.unlink(missing_ok=True)
        return version

    def _version(self, name: str) -> tuple[Version | None, int]:
        match = NAME.fullmatch(name)
        if not match:
            return None, 0
        try:
            kept = datetime.strptime(match["time"], "%Y-%m-%dT%H%M%SZ").replace(tzinfo=UTC)
        except ValueError:
            return None, 0
        return Version(self.folder / name, kept, match["label"] or ""), int(match["again"] or 1)

    def _passes(self, version: Version, is_sound: Callable[[bytes], bool]) -> bool:
        try:
            return is_sound(self.read(version))
        except OSError:
            return False
