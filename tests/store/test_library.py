"""The welcome screen's lists: what was opened lately, and what is in the folder for sessions."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from mgtui.store.library import MOST, Library
from tests.store.worked_session import START


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "state" / "mgtui", tmp_path / "sessions")


def session(folder: Path, name: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text("{}")
    return path


def titles(library: Library) -> list[str]:
    return [each.title for each in library.recent()]


def test_nothing_is_known_at_first_and_nothing_made(library: Library, tmp_path: Path) -> None:
    assert library.recent() == []
    assert library.in_folder() == []
    assert os.listdir(tmp_path) == []


def test_what_was_opened_last_comes_first_and_once(library: Library, tmp_path: Path) -> None:
    one, two = session(tmp_path, "one.json"), session(tmp_path, "two.json")
    library.note_opened(one, "Een", START)
    library.note_opened(two, "Twee", START + timedelta(hours=1))
    library.note_opened(one, "Een opnieuw", START + timedelta(hours=2))
    assert titles(library) == ["Een opnieuw", "Twee"]
    assert library.recent()[0].opened == START + timedelta(hours=2)


def test_what_is_gone_is_not_shown_and_comes_back_with_its_file(library: Library, tmp_path: Path) -> None:
    path = session(tmp_path, "stick.json")
    library.note_opened(path, "Op de stick", START)
    path.unlink()
    assert titles(library) == []
    session(tmp_path, "stick.json")
    assert titles(library) == ["Op de stick"]


def test_a_session_can_be_forgotten_and_stays_where_it_is(library: Library, tmp_path: Path) -> None:
    path = session(tmp_path, "one.json")
    library.note_opened(path, "Een", START)
    library.forget(path)
    assert titles(library) == []
    assert path.exists()


def test_the_list_does_not_grow_for_ever(library: Library, tmp_path: Path) -> None:
    for number in range(MOST + 5):
        library.note_opened(session(tmp_path, f"{number}.json"), str(number), START)
    assert titles(library) == [str(number) for number in range(MOST + 4, 4, -1)]


def test_a_broken_list_is_started_anew(library: Library, tmp_path: Path) -> None:
    path = session(tmp_path, "one.json")
    library.note_opened(path, "Een", START)
    (tmp_path / "state" / "mgtui" / "recent.json").write_text('[{"path": 3}')
    assert titles(library) == []
    library.note_opened(path, "Een", START)
    assert titles(library) == ["Een"]


def test_a_list_that_can_not_be_kept_stops_nobody(library: Library, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way")
    library.note_opened(session(tmp_path, "one.json"), "Een", START)
    assert titles(library) == []


def test_the_folder_lists_sessions_and_not_what_is_kept_beside_them(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "sessions"
    older, newer = session(folder, "older.json"), session(folder, "newer.json")
    os.utime(older, (1_000_000, 1_000_000))
    session(folder, ".newer.json.lock")
    session(folder, ".hidden.json")
    session(folder, "newer.json.broken-2026-03-02T140000Z")
    (folder / "folder.json").mkdir()
    assert library.in_folder() == [newer, older]
