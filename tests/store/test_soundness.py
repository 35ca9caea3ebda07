"""Every problem of a session file is told with its place; what can be mended opens, and nothing of it is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mgtui.domain.changes import Set
from mgtui.domain.scale import POINTS
from mgtui.store.access import create_session, open_session, read_session
from mgtui.store.errors import Missing, NotASession
from mgtui.store.soundness import check
from tests.store.worked_session import schools

Tables = dict[str, Any]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path, worked = tmp_path / "werving.json", schools()
    create_session(path, worked.session, worked.history).close()
    return path


def alter(path: Path, change: Callable[[Tables], object]) -> Tables:
    tables: Tables = json.loads(path.read_text())
    change(tables)
    path.write_text(json.dumps(tables, indent=1) + "\n")
    return tables


def put(*steps: str, value: Any) -> Callable[[Tables], object]:
    """A change that puts `value` at the end of `steps`."""

    def change(tables: Tables) -> None:
        place: Any = tables
        for step in steps[:-1]:
            place = place.setdefault(step, {})
        place[steps[-1]] = value

    return change


def out(*steps: str) -> Callable[[Tables], object]:
    """A change that takes out what `steps` lead to."""

    def change(tables: Tables) -> None:
        place: Any = tables
        for step in steps[:-1]:
            place = place[step]
        del place[steps[-1]]

    return change


def test_a_sound_file_has_no_problems(path: Path) -> None:
    assert check(path) == []


LINK = {"id": "l2", "bring": "i2", "take": "i1"}

MENDED = [
    (put("items", "1", "weight", value="six"), "bad_value", "items/1/weight"),
    (put("items", "1", "weight", value=[5]), "bad_value", "items/1/weight"),
    (put("items", "1", "weight", value="NaN"), "bad_value", "items/1/weight"),
    (put("items", "1", "weight", value="1e999999"), "bad_value", "items/1/weight"),
    (put("partners", "2", "reserve", value="-Infinity"), "bad_value", "partners/2/reserve"),
    (put("items", "1", "kind", value="trust"), "bad_value", "items/1/kind"),
    (put("items", "1", "private", value="yes"), "bad_value", "items/1/private"),
    (put("items", "1", "note", value="x" * 20_001), "bad_value", "items/1/note"),
    (put("stakeholders", "1", "due", value="31-02-2026"), "bad_value", "stakeholders/1/due"),
    (put("stakeholders", "1", "why", value={"at": "yesterday"}), "bad_value", "stakeholders/1/why"),
    (put("session", "1", "scale", value={"low": "9", "high": "1"}), "bad_value", "session/1/scale"),
    (put("items", "1", "direction", value="keep"), "unusable_record", "items/1/direction"),
    (put("items", "1", "id", value="../../etc"), "unusable_record", "items/1/id"),
    (out("items", "3", "text"), "unusable_record", "items/3"),
    (put("meetings", "1", "opened", value="2026-03-02T14:00:00"), "unusable_record", "meetings/1/opened"),
    (
        put("items", "4", value={"id": "i1", "partner": "p1", "direction": "take", "text": ""}),
        "duplicate_id",
        "items/4/id",
    ),
    (put("items", "3", "partner", value="p9"), "missing_reference", "items/3/partner"),
    (put("links", "1", "take", value="i9"), "missing_reference", "links/1/take"),
    (put("means", "1", "covered_by", value=["i2", "i9"]), "dangling_reference", "means/1/covered_by"),
    (put("agreements", "1", "partners", value=["p9"]), "dangling_reference", "agreements/1/partners"),
    (put("interests", "1", "partner", value="p2"), "others_interest", "items/1/interests"),
    (out("meetings", "1"), "dangling_reference", "stakeholders/1/answers"),
    (put("links", "1", "take", value="i2"), "wrong_direction", "links/1"),
    (put("links", "1", "take", value="i3"), "same_partner", "links/1"),
    (
        put("items", "x", value={"id": "i8", "partner": "p1", "direction": "take", "text": ""}),
        "bad_record_number",
        "items/x",
    ),
    (
        put("items", "007", value={"id": "i8", "partner": "p1", "direction": "take", "text": ""}),
        "bad_record_number",
        "items/007",
    ),
    (put("history", "9", "change", value={"do": "merge"}), "unusable_record", "history/9/change"),
    (out("history", "9"), "history_gap", "history"),
]

NOTED = [
    (put("items", "1", "weight", value="9"), "off_scale", "items/1/weight"),
    (put("items", "1", "weight", value="2.5"), "off_scale", "items/1/weight"),
    (put("links", "2", value=LINK), "already_linked", "links/2"),
    (put("partners", "2", "name", value="de regenboog "), "same_name", "partners/1/name"),
    (put("items", "1", "text", value="anders"), "history_differs", "history"),
]

FATAL = [
    (out("session"), "no_session", "session"),
    (put("session", value={}), "no_session", "session"),
    (put("session", "2", value={"id": "s2"}), "several_sessions", "session"),
    (out("session", "1", "schema"), "bad_schema", "session/1/schema"),
    (put("session", "1", "schema", value="1.0"), "bad_schema", "session/1/schema"),
    (out("session", "1", "id"), "unusable_record", "session/1"),
    (put("session", "1", "id", value="a b"), "unusable_record", "session/1/id"),
    (put("items", value=[]), "not_a_table", "items"),
    (put("items", "1", value="grotere instroom"), "not_a_record", "items/1"),
]


@pytest.mark.parametrize(("change", "code", "place"), MENDED)
def test_what_can_be_mended_opens_is_told_and_stays_in_the_file(
    path: Path, change: Callable[[Tables], object], code: str, place: str
) -> None:
    written = alter(path, change)
    assert (code, place, "repaired") in [(each.code, each.place, each.level) for each in check(path)]
    file = open_session(path)
    file.save(file.session, file.history)
    file.close()
    kept = json.loads(path.read_text())
    if code == "bad_record_number":
        assert read_session(path).problems == []
    else:
        assert kept == written


@pytest.mark.parametrize(("change", "code", "place"), NOTED)
def test_what_is_odd_is_told_and_opens_as_it_is(
    path: Path, change: Callable[[Tables], object], code: str, place: str
) -> None:
    alter(path, change)
    first = check(path)[0]
    assert (first.code, first.place, first.level) == (code, place, "noted")
    assert first.line > 1


@pytest.mark.parametrize(("change", "code", "place"), FATAL)
def test_what_is_no_session_does_not_open(
    path: Path, change: Callable[[Tables], object], code: str, place: str
) -> None:
    alter(path, change)
    first = check(path)[0]
    assert (first.code, first.place, first.level) == (code, place, "fatal")
    with pytest.raises(NotASession) as refused:
        read_session(path)
    assert refused.value.problems[0].code == code


def test_a_problem_is_told_with_its_line(path: Path) -> None:
    alter(path, put("items", "2", "weight", value="six"))
    (problem,) = check(path)
    line = path.read_text().splitlines()[problem.line - 1]
    assert line[problem.column - 1 :].startswith('"six"')


def test_what_goes_with_a_record_that_is_left_aside_is_told_too(path: Path) -> None:
    alter(path, out("partners", "2"))
    codes = [(problem.code, problem.place) for problem in check(path)]
    assert codes == [
        ("missing_reference", "items/2/partner"),
        ("missing_reference", "items/3/partner"),
        ("missing_reference", "links/1/bring"),
        ("dangling_reference", "means/1/covered_by"),
        ("dangling_reference", "agreements/1/items"),
    ]


def test_an_unreadable_field_stays_until_it_gets_another_value(path: Path) -> None:
    alter(path, put("items", "1", "kind", value="trust"))
    file = open_session(path)
    worked = schools()
    assert file.session.items["i1"].kind == "other"
    worked.do(Set("items", "i1", "text", "meer instroom"))
    file.save(worked.session, worked.history)
    assert json.loads(path.read_text())["items"]["1"]["kind"] == "trust"
    worked.do(Set("items", "i1", "kind", "network"))
    file.save(worked.session, worked.history)
    file.close()
    assert json.loads(path.read_text())["items"]["1"]["kind"] == "network"


def test_a_scale_that_makes_no_sense_is_read_as_points(path: Path) -> None:
    alter(path, put("session", "1", "scale", value={"kind": "amount", "low": "NaN"}))
    assert read_session(path).session.scale == POINTS


def test_a_byte_order_mark_is_told(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert [(problem.code, problem.level) for problem in check(path)] == [("byte_order_mark", "noted")]


def test_history_after_a_gap_goes_on_and_the_rest_is_kept(path: Path) -> None:
    alter(path, out("history", "9"))
    file = open_session(path)
    assert [entry.revision for entry in file.history] == list(range(10, 18))
    file.close()


def test_checking_what_is_not_there_is_an_error_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        check(tmp_path / "none.json")
