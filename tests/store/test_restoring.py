"""An earlier version comes back, and what it replaces is kept, whatever state the session is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from mgtui.domain.changes import Set
from mgtui.store.access import create_session, open_session, read_session, restore_session, versions_of
from mgtui.store.errors import HeldByAnother, Missing, NotASession
from tests.store.clock import Clock
from tests.store.worked_session import schools


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A session titled "third", with versions "second" and "first", a minute apart."""
    clock, worked, path = Clock(), schools(), tmp_path / "werving.json"
    file = create_session(path, worked.session, worked.history, clock=clock)
    for title in ("first", "second", "third"):
        clock.pass_by(minutes=1)
        worked.do(Set("session", "", "title", title))
        file.save(worked.session, worked.history)
    file.close()
    return path


def titles(path: Path) -> list[str]:
    return [read_session(version.path).session.title for version in versions_of(path)]


def test_an_earlier_version_comes_back_and_the_present_one_is_kept(path: Path) -> None:
    assert titles(path) == ["second", "first", "Scholen werven samen"]
    restored = restore_session(path, versions_of(path)[1].name)
    assert restored.label == ""
    assert read_session(path).session.title == "first"
    assert "third" in titles(path)
    restore_session(path, "before-restore")
    assert read_session(path).session.title == "third"


def test_restoring_twice_loses_neither(path: Path) -> None:
    names = [version.name for version in versions_of(path)]
    restore_session(path, names[0])
    restore_session(path, names[1])
    assert {"third", "second", "first"} <= set(titles(path))


@pytest.mark.parametrize("content", [b"", b"{", None])
def test_a_broken_or_vanished_session_is_restored_too(path: Path, content: bytes | None) -> None:
    path.unlink() if content is None else path.write_bytes(content)
    restore_session(path, versions_of(path)[0].name)
    assert read_session(path).session.title == "second"
    kept = [version.path.read_bytes() for version in versions_of(path) if version.label == "before-restore"]
    assert kept == ([] if content is None else [content])


def test_a_broken_version_is_not_restored(path: Path) -> None:
    version = versions_of(path)[0]
    version.path.write_bytes(b"{")
    with pytest.raises(NotASession):
        restore_session(path, version.name)
    assert read_session(path).session.title == "third"


def test_what_is_not_there_or_in_use_is_not_restored(path: Path) -> None:
    with pytest.raises(Missing):
        restore_session(path, "1999")
    file = open_session(path)
    with pytest.raises(HeldByAnother):
        restore_session(path, versions_of(path)[0].name)
    file.close()
