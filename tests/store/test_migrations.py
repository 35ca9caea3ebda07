"""Every session file ever written opens: each schema that was released has a file here that must go on opening."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mgtui.domain.changes import Set
from mgtui.domain.history import replay
from mgtui.domain.session import Session
from mgtui.store import loading
from mgtui.store.access import open_session, read_session
from mgtui.store.migrations import CURRENT, Schema, migrate
from mgtui.store.soundness import check
from tests.store.worked_session import Worked

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.json"))


def test_there_is_a_golden_file_of_the_present_schema() -> None:
    assert str(CURRENT) in [path.stem for path in GOLDEN]


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_a_file_of_every_released_schema_opens_whole(golden: Path) -> None:
    assert check(golden) == []
    file = read_session(golden)
    session = file.session
    assert session.title == "Scholen werven samen"
    assert session.items["i1"].interests == ("b1",)
    assert session.stakeholders["h1"].answers["m1"].response == "valued"
    assert session.meetings["m1"].closed is not None
    assert replay(Session(id=session.id), file.history) == session


def test_what_was_answered_in_a_review_opens_again() -> None:
    item = read_session(GOLDEN[-1]).session.items["i2"]
    assert (item.delivery["m1"].answer, item.worth["m1"].answer) == ("partly", "doubt")
    assert read_session(GOLDEN[0]).session.items["i2"].worth == {}


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_a_file_of_the_present_schema_is_written_as_it_was_read(golden: Path, tmp_path: Path) -> None:
    path = tmp_path / golden.name
    path.write_bytes(golden.read_bytes())
    file = open_session(path)
    file.save(file.session, file.history)
    file.close()
    if golden.stem == str(CURRENT):
        assert path.read_bytes() == golden.read_bytes()
    assert check(path) == []


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of a schema 0.9, which had `wants` for what is now `items`, in a program that knows the way from there."""

    def step(tables: dict[str, Any]) -> dict[str, Any]:
        tables["items"] = tables.pop("wants")
        tables["session"]["1"]["schema"] = {"major": CURRENT.major, "minor": CURRENT.minor}
        return tables

    steps = {Schema(0, 9): (CURRENT, step)}
    monkeypatch.setattr(loading, "migrate", lambda tables, found: migrate(tables, found, steps))
    path = tmp_path / "older.json"
    tables = json.loads(GOLDEN[0].read_text())
    tables["wants"] = tables.pop("items")
    tables["session"]["1"]["schema"] = {"major": 0, "minor": 9}
    path.write_text(json.dumps(tables))
    return path


def test_an_older_file_migrates_in_memory_and_is_written_at_the_first_edit(older: Path) -> None:
    before = older.read_bytes()
    file = open_session(older)
    assert file.session == read_session(GOLDEN[0]).session
    assert older.read_bytes() == before
    worked = Worked()
    worked.session, worked.history = file.session, file.history
    worked.do(Set("session", "", "title", "Anders"))
    file.save(worked.session, worked.history)
    assert [kept.label for kept in file.versions] == [f"before-{CURRENT}"]
    assert file.versions[0].path.read_bytes() == before
    worked.do(Set("session", "", "title", "Nog anders"))
    file.save(worked.session, worked.history)
    assert len([kept for kept in file.versions if kept.label]) == 1
    file.close()
    assert json.loads(older.read_text())["session"]["1"]["schema"] == {"major": CURRENT.major, "minor": CURRENT.minor}
    assert check(older) == []


def test_steps_follow_each_other_to_the_present() -> None:
    steps = {
        Schema(0, 8): (Schema(0, 9), lambda tables: {**tables, "first": {}}),
        Schema(0, 9): (Schema(1, 0), lambda tables: {**tables, "second": {}}),
    }
    assert migrate({}, Schema(0, 8), steps) == ({"first": {}, "second": {}}, Schema(1, 0))
    assert migrate({}, Schema(1, 4), steps) == ({}, Schema(1, 4))
