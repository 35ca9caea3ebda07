"""A room's journal: every change reaches the file beside the work, elsewhere if need be, and the room is told."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mgtui.domain.changes import Set
from mgtui.store.access import create_session, open_session, read_session
from mgtui.store.errors import AlreadyThere, ChangedUnderneath
from mgtui.store.journal import FileJournal
from tests.store.worked_session import Worked, schools

PATIENCE = 20


class Kept:
    """A worked session with a journal, and what the journal has told."""

    def __init__(self, path: Path) -> None:
        self.worked: Worked = schools()
        self.told: queue.Queue[Any] = queue.Queue()
        file = create_session(path, self.worked.session, self.worked.history)
        self.journal = FileJournal(file, saved=self.told.put, failed=self.told.put)

    def rename(self, title: str) -> int:
        """Gives the session another title and records it; the revision of that."""
        self.worked.do(Set("session", "", "title", title))
        self.journal.record(self.worked.session, self.worked.history[-1])
        return self.worked.history[-1].revision

    def hear(self) -> Any:
        return self.told.get(timeout=PATIENCE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "werving.json"


@pytest.fixture
def kept(path: Path) -> Iterator[Kept]:
    kept = Kept(path)
    yield kept
    kept.journal.close()


def test_a_change_is_told_as_saved_when_it_is_in_the_file(kept: Kept, path: Path) -> None:
    revision = kept.rename("Samen")
    assert kept.hear() == revision
    assert kept.journal.is_all_saved
    file = read_session(path)
    assert (file.session, file.history) == (kept.worked.session, kept.worked.history)


def test_many_changes_at_once_all_reach_the_file_in_order(kept: Kept, path: Path) -> None:
    last = [kept.rename(f"Titel {number}") for number in range(50)][-1]
    while kept.hear() != last:
        pass
    assert read_session(path).history == kept.worked.history


def test_closing_saves_what_waits_and_lets_the_next_one_in(kept: Kept, path: Path) -> None:
    for number in range(20):
        kept.rename(f"Titel {number}")
    assert kept.journal.close() is True
    file = open_session(path)
    assert file.session.title == "Titel 19"
    file.close()


def test_what_can_not_be_saved_here_goes_on_elsewhere_with_all_of_it(kept: Kept, path: Path) -> None:
    theirs = path.read_text().replace("Scholen", "Andere scholen")
    path.write_text(theirs)
    revision = kept.rename("Samen")
    assert isinstance(kept.hear(), ChangedUnderneath)
    elsewhere = path.with_name("elders.json")
    with pytest.raises(AlreadyThere):
        kept.journal.save_elsewhere(path)
    kept.journal.save_elsewhere(elsewhere)
    assert kept.hear() == revision
    assert kept.rename("Verder") == kept.hear()
    assert read_session(elsewhere).history == kept.worked.history
    assert path.read_text() == theirs
    open_session(path).close()


def test_both_can_be_kept_when_another_program_changed_the_file(kept: Kept, path: Path) -> None:
    path.write_text(path.read_text().replace("Scholen", "Andere scholen"))
    revision = kept.rename("Samen")
    assert isinstance(kept.hear(), ChangedUnderneath)
    beside = kept.journal.keep_both()
    assert kept.hear() == revision
    assert read_session(path).session.title == "Samen"
    assert read_session(beside).session.title == "Andere scholen werven samen"


def test_closing_says_when_something_is_not_saved(kept: Kept, path: Path) -> None:
    path.write_text("{}")
    kept.rename("Samen")
    assert kept.journal.close() is False
    assert path.read_text() == "{}"
