"""A session in its file: it comes back whole, one edit is a short difference, and what is not known is kept."""

from __future__ import annotations

import difflib
import json
import os
from pathlib import Path
from typing import Any

import pytest
from tinydb import Query, TinyDB

from mgtui.domain.changes import Remove, Set, inverse
from mgtui.domain.history import replay
from mgtui.domain.session import Session
from mgtui.store.access import create_session, open_session, read_session
from mgtui.store.errors import (
    AlreadyThere,
    ChangedUnderneath,
    HeldByAnother,
    Missing,
    NewerSchema,
    NotASession,
    OpenedReadOnly,
)
from mgtui.store.lock import this_process
from mgtui.store.soundness import check
from tests.store.clock import Clock
from tests.store.worked_session import Worked, schools


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "werving.json"


@pytest.fixture
def worked() -> Worked:
    return schools()


@pytest.fixture
def saved(path: Path, worked: Worked) -> Path:
    """The file of the worked session."""
    create_session(path, worked.session, worked.history).close()
    return path


def edit(path: Path, table: str, number: str, **fields: Any) -> None:
    """Alters a record in the file by hand; a field of None is taken out."""
    tables = json.loads(path.read_text())
    record = tables.setdefault(table, {}).setdefault(number, {})
    record.update(fields)
    for name in [name for name, value in fields.items() if value is None]:
        del record[name]
    path.write_text(json.dumps(tables, indent=1, ensure_ascii=False) + "\n")


def stored(path: Path) -> Any:
    return json.loads(path.read_text())


def test_a_session_and_its_history_come_back_as_they_were(saved: Path, worked: Worked) -> None:
    file = read_session(saved)
    assert file.session == worked.session
    assert file.history == worked.history
    assert file.problems == []
    assert replay(Session(id="s1"), file.history) == file.session


def test_plain_tinydb_reads_every_table_of_it(saved: Path) -> None:
    with TinyDB(saved, access_mode="r") as plain:
        assert plain.tables() >= {"session", "partners", "items", "history"}
        found = plain.table("items").search(Query().text == "wervingsbudget")
        assert [(each.doc_id, each["weight"]) for each in found] == [(2, "4")]
        assert plain.table("session").get(doc_id=1)["schema"] == {"major": 1, "minor": 1}
        assert len(plain.table("history")) == 17


def test_opening_and_saving_unchanged_leaves_the_same_bytes(saved: Path, worked: Worked) -> None:
    before = saved.read_bytes()
    file = open_session(saved)
    file.save(file.session, file.history)
    file.close()
    assert saved.read_bytes() == before


def test_one_edit_is_a_few_lines_of_difference(saved: Path, worked: Worked) -> None:
    before = saved.read_text().splitlines()
    file = open_session(saved)
    worked.do(Set("items", "i1", "weight", "4", "5"))
    file.save(worked.session, worked.history)
    file.close()
    changed = [line for line in difflib.unified_diff(before, saved.read_text().splitlines(), n=0) if line[0] in "+-"]
    lines = [line for line in changed if not line.startswith(("+++", "---"))]
    assert lines[:4] == ['-   "revision": 17', '+   "revision": 18', '-   "weight": "5",', '+   "weight": "4",']
    assert len(lines) <= 22


def test_a_record_keeps_its_number_also_when_it_is_brought_back(saved: Path, worked: Worked) -> None:
    before = stored(saved)["items"]
    file = open_session(saved)
    worked.do(Remove("items", "i1"))
    file.save(worked.session, worked.history)
    assert list(stored(saved)["items"]) == ["2", "3"]
    worked.do(inverse(worked.history[-1].change))
    file.save(worked.session, worked.history)
    assert list(stored(saved)["items"]) == ["1", "2", "3"]
    assert stored(saved)["items"] == before
    file.close()


def test_a_number_is_not_given_to_another_record(saved: Path, worked: Worked) -> None:
    file = open_session(saved)
    worked.do(Remove("partners", "p2"))
    file.save(worked.session, worked.history)
    worked.do(inverse(worked.history[2].change), worked.history[3].change)
    file.save(worked.session, worked.history)
    assert list(stored(saved)["partners"]) == ["2"]
    file.close()


def test_fields_and_tables_of_a_later_minor_version_are_kept(saved: Path, worked: Worked) -> None:
    edit(saved, "session", "1", schema={"major": 1, "minor": 7}, mood="good")
    edit(saved, "items", "1", colour={"hue": [1, 2.5, None]})
    edit(saved, "stakeholders", "1", why={"at": "2026-03-02T14:00:00Z", "story": "f00", "by": "Ana", "tone": "warm"})
    edit(saved, "photographs", "3", file="bord.jpg")
    edit(saved, "history", "5", device="laptop")
    file = open_session(saved)
    assert file.problems == []
    worked.do(Set("items", "i1", "text", "meer instroom"), Set("stakeholders", "h1", "owner", "Bo"))
    worked.do(Set("session", "", "title", "Samen werven"))
    file.save(worked.session, worked.history)
    file.close()
    tables = stored(saved)
    assert tables["session"]["1"]["schema"] == {"major": 1, "minor": 7}
    assert tables["session"]["1"]["mood"] == "good"
    assert tables["session"]["1"]["title"] == "Samen werven"
    assert tables["items"]["1"]["colour"] == {"hue": [1, 2.5, None]}
    assert tables["items"]["1"]["text"] == "meer instroom"
    assert tables["stakeholders"]["1"]["why"]["tone"] == "warm"
    assert tables["photographs"] == {"3": {"file": "bord.jpg"}}
    assert tables["history"]["5"]["device"] == "laptop"


def test_a_newer_major_version_opens_to_be_read_only(saved: Path, worked: Worked) -> None:
    edit(saved, "session", "1", schema={"major": 2, "minor": 0})
    before = saved.read_bytes()
    file = open_session(saved)
    assert file.read_only
    assert file.session.title == "Scholen werven samen"
    with pytest.raises(NewerSchema) as refused:
        file.save(worked.session, worked.history)
    assert refused.value.details["schema"] == "2.0"
    file.close()
    assert saved.read_bytes() == before


def test_reading_leaves_no_trace_and_can_not_save(saved: Path, worked: Worked) -> None:
    saved.with_name(".werving.json.lock").unlink()
    before = sorted(os.listdir(saved.parent))
    file = read_session(saved)
    assert file.read_only
    with pytest.raises(OpenedReadOnly):
        file.save(worked.session, worked.history)
    check(saved)
    assert sorted(os.listdir(saved.parent)) == before


def test_whoever_opens_it_second_learns_who_has_it_and_can_still_read(saved: Path, worked: Worked) -> None:
    file = open_session(saved, this_process("Ana"))
    file.announce(this_process("Ana", "/run/room"))
    with pytest.raises(HeldByAnother) as refused:
        open_session(saved, this_process("Bo"))
    assert refused.value.holder == this_process("Ana", "/run/room")
    assert read_session(saved).session == worked.session
    file.close()
    open_session(saved, this_process("Bo")).close()


def test_a_new_session_is_not_put_where_something_is(saved: Path, worked: Worked, tmp_path: Path) -> None:
    before = saved.read_bytes()
    with pytest.raises(AlreadyThere):
        create_session(saved, worked.session)
    with pytest.raises(Missing):
        create_session(tmp_path / "no" / "such.json", worked.session)
    with pytest.raises(Missing):
        open_session(tmp_path / "none.json")
    assert saved.read_bytes() == before
    assert not (tmp_path / ".none.json.lock").exists()


def test_a_refused_opening_lets_the_lock_go(saved: Path, worked: Worked) -> None:
    whole = saved.read_bytes()
    saved.write_bytes(whole[:-10])
    for _ in range(2):
        with pytest.raises(NotASession):
            open_session(saved)
    saved.write_bytes(whole)
    open_session(saved).close()


def test_a_broken_file_is_set_aside_and_the_newest_sound_version_opened(saved: Path, worked: Worked) -> None:
    clock = Clock()
    file = open_session(saved, clock=clock)
    earlier = worked.session
    worked.do(Set("session", "", "title", "Anders"))
    file.save(worked.session, worked.history)
    file.close()
    saved.write_bytes(saved.read_bytes()[:99])
    broken = saved.read_bytes()
    clock.pass_by(minutes=7)
    assert read_session(saved, recover=True).session == earlier
    file = open_session(saved, recover=True, clock=clock)
    assert file.recovered is not None
    assert (clock.now - file.recovered.kept).total_seconds() == 7 * 60
    assert file.session == earlier
    assert saved.read_bytes() == broken
    file.save(worked.session, worked.history)
    file.close()
    assert read_session(saved).session == worked.session
    assert saved.with_name("werving.json.broken-2026-03-02T140700Z").read_bytes() == broken


def test_a_broken_file_without_sound_versions_is_refused_with_its_problems(path: Path) -> None:
    path.write_text('{"session": {')
    with pytest.raises(NotASession) as refused:
        open_session(path, recover=True)
    assert [each.code for each in refused.value.problems] == ["not_json"]


def test_every_closed_meeting_has_a_version_of_its_own(saved: Path, worked: Worked) -> None:
    file = open_session(saved)
    worked.do(Set("meetings", "m1", "closed", None))
    file.save(worked.session, worked.history)
    worked.do(Set("meetings", "m1", "closed", "2026-03-02T17:00:00Z"))
    file.save(worked.session, worked.history)
    closed = worked.session
    worked.do(Set("session", "", "title", "Later"))
    file.save(worked.session, worked.history)
    (kept,) = [version for version in file.versions if version.label == "meeting-m1"]
    file.close()
    assert read_session(kept.path).session == closed


def test_both_are_kept_when_another_program_changed_the_file(saved: Path, worked: Worked) -> None:
    file = open_session(saved)
    edit(saved, "items", "1", text="van een ander")
    worked.do(Set("items", "i1", "text", "van ons"))
    with pytest.raises(ChangedUnderneath):
        file.save(worked.session, worked.history)
    assert file.theirs().session.items["i1"].text == "van een ander"
    beside = file.keep_both(worked.session, worked.history)
    file.close()
    assert read_session(saved).session.items["i1"].text == "van ons"
    assert read_session(beside).session.items["i1"].text == "van een ander"


def test_a_file_that_went_away_is_written_again_when_ours_is_kept(saved: Path, worked: Worked) -> None:
    file = open_session(saved)
    saved.unlink()
    with pytest.raises(ChangedUnderneath):
        file.save(worked.session, worked.history)
    with pytest.raises(Missing):
        file.theirs()
    file.keep_both(worked.session, worked.history)
    file.close()
    assert read_session(saved).session == worked.session


def test_conflict_copies_are_pointed_out(saved: Path) -> None:
    copy = saved.with_name("werving (1).json")
    copy.write_bytes(saved.read_bytes())
    assert [each.path for each in read_session(saved).conflict_copies] == [copy]
