"""`mgtui history` tells every change with its author, its moment and its meaning, and nothing that is private."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mgtui.cli.entry import main
from mgtui.domain.changes import Add, apply
from mgtui.domain.history import Entry
from mgtui.domain.session import Session
from mgtui.domain.verbs import common
from mgtui.domain.verbs.items import add_item, set_weight, toggle_private
from mgtui.locale.wording.history import told
from tests.cli.test_answers import NAMES, sample


def data(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(["history", *arguments, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_change_of_a_sample_is_told(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["history", str(sample(name)), "--lang", language]) == 0
    out, err = capsys.readouterr()
    told_of = [line for line in out.splitlines() if line.startswith("  ")]
    changes = data(capsys, str(sample(name)))["changes"]
    assert len(told_of) == len(changes) > 100
    assert [each["revision"] for each in changes] == list(range(1, len(changes) + 1))
    assert err == ""


def test_since_a_meeting_only_what_came_after_it_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, str(sample("scholen")), "--since", "2")
    assert found["since"]["name"] == "Tussenstand"
    assert all(each["at"] > "2026-03-19" for each in found["changes"])
    assert 0 < len(found["changes"]) < len(data(capsys, str(sample("scholen")))["changes"])


@pytest.mark.parametrize(("language", "name"), [("en", "First meeting"), ("nl", "eerste bijeenkomst")])
def test_a_meeting_without_a_name_goes_by_its_kind(
    session: Path, language: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "since" in data(capsys, str(session), "--since", name, "--lang", language)


def test_a_meeting_that_there_is_not_is_wrong_usage(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["history", str(session), "--since", "9"]) == 2
    assert "9" in capsys.readouterr().err


def test_a_new_session_has_one_change(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (only,) = data(capsys, str(session), "--lang", "en")["changes"]
    assert only["meaning"] == "start of the session"
    assert {each["table"] for each in only["records"]} >= {"partners", "meetings"}


def test_no_file_is_told_as_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["history", str(tmp_path / "none.json")]) == 3
    assert "none.json" in capsys.readouterr().err


@pytest.mark.parametrize("name", NAMES)
def test_what_is_private_now_is_told_nowhere(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    raw = json.loads(sample(name).read_text("utf-8"))
    tables = (raw["items"], raw["interests"])
    private = [each["text"] for table in tables for each in table.values() if each.get("private")]
    assert main(["history", str(sample(name))]) == 0
    out = capsys.readouterr().out
    assert not [text for text in private if text[:30] in out]


def test_what_became_private_later_is_not_told_from_before(line: Line) -> None:
    line.do(lambda s: common.set_field(s, "session", "s", "title", "T"))
    line.do(lambda s: add_item(s, "i1", "p1", "take", "geheim"))
    line.do(lambda s: toggle_private(s, "i1"))
    assert "geheim" not in "".join(each.meaning for each in told(line.entries, line.session))
    assert "geheim" in "".join(each.meaning for each in told(line.entries, line.session, with_private=True))


def test_a_weight_is_told_then_and_now(line: Line) -> None:
    line.do(lambda s: add_item(s, "i1", "p1", "take", "rust"))
    line.do(lambda s: set_weight(s, "i1", Decimal(3)))
    line.do(lambda s: set_weight(s, "i1", Decimal(4)))
    assert [each.meaning for each in told(line.entries, line.session)][-1] == "weight of “rust”: 3 → 4"


class Line:
    """A history in the making."""

    def __init__(self) -> None:
        self.session = Session(id="s")
        self.entries: list[Entry] = []

    def do(self, doing: Any) -> None:
        change = doing(self.session)
        self.session = apply(self.session, change)
        at = datetime(2026, 11, 23, tzinfo=UTC)
        number = len(self.entries) + 1
        self.entries.append(Entry(revision=number, at=at, by="Ana", client="a", seq=number, change=change))


@pytest.fixture
def line() -> Line:
    """A session of one partner."""
    begun = Line()
    begun.do(lambda _s: Add("partners", {"id": "p1", "name": "De Linde"}))
    return begun
