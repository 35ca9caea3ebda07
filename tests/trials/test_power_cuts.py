"""When the power goes at any moment of any save, the disk has all that was told as saved, and nothing that is half.

Each test does something real while a recorder looks on, and then opens what a cut after each operation could leave.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mgtui.domain.changes import Set
from mgtui.domain.history import replay
from mgtui.domain.session import Session
from mgtui.store.access import create_session, open_session, read_session, restore_session
from mgtui.store.errors import ChangedUnderneath
from mgtui.store.sessionfile import SessionFile
from tests.store.clock import Clock
from tests.store.worked_session import schools
from tests.trials.families import times
from tests.trials.recorded_disk import Files, Operation, Promise, Recorder, Sync, after_a_cut

EDITS = times("power-cuts")


class Kept(bytes):
    """A promise that a file with these bytes is somewhere."""


class Desk:
    """A folder with a session in it, someone who works on it, and a recorder that looks on."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.path = folder / "werving.json"
        self.clock = Clock()
        self.worked = schools()
        self._recorder: Recorder | None = None

    @property
    def recorder(self) -> Recorder:
        """What has been recorded."""
        assert self._recorder
        return self._recorder

    def record(self, act: Callable[[], None]) -> None:
        """Do `act` while the recorder looks on; what is there already is promised to stay."""
        self._recorder = Recorder(self.path.parent)
        if self.path.exists():
            self.promise()
        with self._recorder.recording():
            act()

    def promise(self) -> None:
        """What is in the session now has been told as saved."""
        self.recorder.promise(len(self.worked.history))

    def save(self, file: SessionFile) -> None:
        """Save and tell so."""
        file.save(self.worked.session, self.worked.history)
        self.promise()


def look_after_every_cut(desk: Desk, scratch: Path, *, may_be_recovered: bool = False) -> int:
    """Look at what each cut could leave; returns how many different disks that were."""
    operations = desk.recorder.operations
    looked: set[int] = set()
    for count in range(desk.recorder.before, len(operations) + 1):
        promises = [each.what for each in operations[:count] if isinstance(each, Promise)]
        for files in after_a_cut(operations[:count]):
            key = hash((tuple(sorted(files.items())), tuple(promises)))
            if key not in looked:
                looked.add(key)
                look(desk, files, promises, scratch, may_be_recovered=may_be_recovered)
    return len(looked)


def look(desk: Desk, files: Files, promises: list[object], scratch: Path, *, may_be_recovered: bool) -> None:
    """Open what a cut left as its owner would, and compare it with what was promised."""
    revisions = [each for each in promises if isinstance(each, int)]
    for kept in (each for each in promises if isinstance(each, Kept)):
        assert kept in files.values()
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    for path, data in files.items():
        place = scratch / Path(path).relative_to(desk.path.parent)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    if not revisions and not (scratch / desk.path.name).exists():
        return
    file = open_session(scratch / desk.path.name, recover=True)
    file.close()
    assert may_be_recovered or file.recovered is None
    assert file.problems == []
    assert replay(Session(id="s1"), file.history) == file.session
    assert len(file.history) >= max(revisions, default=0)
    assert file.history == desk.worked.history[: len(file.history)]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "desk")


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    return tmp_path / "scratch"


def test_a_new_session_and_every_edit_of_it_survive_from_the_moment_they_are_told_as_saved(
    desk: Desk, scratch: Path
) -> None:
    def work() -> None:
        file = create_session(desk.path, desk.worked.session, desk.worked.history, clock=desk.clock)
        desk.promise()
        for number in range(EDITS):
            desk.clock.pass_by(seconds=40)
            desk.worked.do(Set("items", "i1", "text", f"grotere instroom {number}"))
            desk.save(file)
        file.close()

    desk.record(work)
    assert look_after_every_cut(desk, scratch) > EDITS * 5


def test_the_version_of_a_closed_meeting_takes_nothing_away_from_the_session(desk: Desk, scratch: Path) -> None:
    create_session(desk.path, desk.worked.session, desk.worked.history, clock=desk.clock).close()

    def work() -> None:
        file = open_session(desk.path, clock=desk.clock)
        for moment in (None, "2026-03-02T17:00:00Z", None, "2026-03-02T18:00:00Z"):
            desk.worked.do(Set("meetings", "m1", "closed", moment))
            desk.save(file)
        file.close()

    desk.record(work)
    assert look_after_every_cut(desk, scratch) > 20


def test_what_another_program_wrote_survives_when_both_are_kept(desk: Desk) -> None:
    create_session(desk.path, desk.worked.session, desk.worked.history, clock=desk.clock).close()
    file = open_session(desk.path, clock=desk.clock)
    theirs = desk.path.read_bytes().replace(b"grotere instroom", b"kleinere klassen")
    desk.path.write_bytes(theirs)

    def keep_both() -> None:
        desk.recorder.promise(Kept(theirs))
        desk.worked.do(Set("items", "i1", "text", "van ons"))
        with pytest.raises(ChangedUnderneath):
            file.save(desk.worked.session, desk.worked.history)
        file.keep_both(desk.worked.session, desk.worked.history)
        desk.promise()
        file.close()

    desk.record(keep_both)
    ours = desk.path.read_bytes()
    for count in range(desk.recorder.before, len(desk.recorder.operations) + 1):
        for files in after_a_cut(desk.recorder.operations[:count]):
            assert theirs in files.values()
            assert files[str(desk.path)] in (theirs, ours)


def test_a_broken_file_survives_being_set_aside(desk: Desk, scratch: Path) -> None:
    file = create_session(desk.path, desk.worked.session, desk.worked.history, clock=desk.clock)
    desk.clock.pass_by(minutes=2)
    desk.worked.do(Set("session", "", "title", "Anders"))
    file.save(desk.worked.session, desk.worked.history)
    file.close()
    broken = desk.path.read_bytes()[:-99]
    desk.path.write_bytes(broken)
    kept = read_session(desk.path, recover=True)
    desk.worked.session, desk.worked.history = kept.session, list(kept.history)

    def mend() -> None:
        desk.recorder.promise(Kept(broken))
        file = open_session(desk.path, recover=True, clock=desk.clock)
        for number in range(3):
            desk.worked.do(Set("items", "i1", "text", f"hersteld {number}"))
            desk.save(file)
        file.close()

    desk.record(mend)
    assert look_after_every_cut(desk, scratch, may_be_recovered=True) > 10


def test_restoring_a_version_never_leaves_one_without_a_session(desk: Desk, scratch: Path) -> None:
    file = create_session(desk.path, desk.worked.session, desk.worked.history, clock=desk.clock)
    desk.clock.pass_by(minutes=2)
    desk.worked.do(Set("session", "", "title", "Anders"))
    file.save(desk.worked.session, desk.worked.history)
    file.close()
    latest, earlier = desk.path.read_bytes(), file.versions[0]

    def restore() -> None:
        desk.recorder.promise(Kept(latest))
        restore_session(desk.path, earlier.name, clock=desk.clock)

    desk.record(restore)
    desk.recorder.operations[:] = [
        each for each in desk.recorder.operations if not (isinstance(each, Promise) and isinstance(each.what, int))
    ]
    assert look_after_every_cut(desk, scratch) > 5


def test_a_disk_that_forgets_what_was_synced_would_be_noticed(desk: Desk, scratch: Path) -> None:
    """That the trial can fail at all: without the order of syncs a cut does lose what was promised."""

    def work() -> None:
        file = create_session(desk.path, desk.worked.session, desk.worked.history, clock=desk.clock)
        desk.promise()
        desk.worked.do(Set("session", "", "title", "Anders"))
        desk.save(file)
        file.close()

    desk.record(work)
    careless: list[Operation] = [each for each in desk.recorder.operations if not isinstance(each, Sync)]
    desk.recorder.operations[:] = careless
    with pytest.raises(OSError, match="not_a_session"):
        look_after_every_cut(desk, scratch)
