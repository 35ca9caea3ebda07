"""What the screens reach through their doors is really there, and what goes wrong there is a sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from mgtui.cli import people, settings
from mgtui.cli.composition.doors import ProgramDoors
from mgtui.cli.composition.naming import file_name
from mgtui.cli.settings import Settings
from mgtui.domain.news import Changed, News
from mgtui.domain.scale import POINTS
from mgtui.domain.verbs.items import add_item
from mgtui.locale import use
from mgtui.store.access import open_session, read_session
from mgtui.store.lock import Holder
from mgtui.tui.doors import NewSession, Stuck


@pytest.fixture
def doors(tmp_path: Path) -> Iterator[ProgramDoors]:
    """Doors whose sessions go to a folder of this test."""
    opened = ProgramDoors(people.person("Ana"), Settings(sessions=str(tmp_path / "sessies")))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Scholen werven samen", "scholen-werven-samen"),
        ("Coöperatie ’t Hoogje (2030)", "cooperatie-t-hoogje-2030"),
        ("../../etc/passwd", "etc-passwd"),
        ("…", "sessie"),
        ("x" * 300, "x" * 60),
    ],
)
def test_a_file_is_named_after_the_title_and_safe_everywhere(title: str, name: str) -> None:
    assert file_name(title) == name


def test_a_new_session_is_made_where_nothing_is(doors: ProgramDoors, tmp_path: Path) -> None:
    new = NewSession(title="Scholen", partners=("De Linde",), scale=POINTS)
    for name in ("scholen", "scholen-2"):
        seat = doors.create(new)
        assert doors.session_path() == str(tmp_path / "sessies" / f"{name}.json")
        assert [partner.name for partner in seat.session.partners_in_order] == ["De Linde"]
        seat.leave()


async def test_what_is_submitted_is_saved_when_the_doors_close(doors: ProgramDoors, session: Path) -> None:
    seat = doors.open(str(session))
    heard: list[News] = []
    seat.listen(heard.append)
    partner = seat.session.partners_in_order[0].id
    seat.submit(add_item(seat.session, doors.new_id(), partner, "take", "rust"))
    assert any(isinstance(news, Changed) for news in heard)
    assert doors.close() == []
    assert [item.text for item in read_session(session).session.items.values()] == ["rust"]


def test_what_was_opened_is_remembered_but_a_sample_is_not(doors: ProgramDoors, session: Path) -> None:
    doors.open(str(session)).leave()
    doors.open_sample("heat").leave()
    assert [(each.path, each.title) for each in doors.recent()] == [(str(session), "Scholen")]


def test_what_can_not_be_opened_is_told_in_the_persons_language(doors: ProgramDoors, tmp_path: Path) -> None:
    use("nl")
    with pytest.raises(Stuck, match="is er niet"):
        doors.open(str(tmp_path / "weg.json"))
    with pytest.raises(Stuck, match="Er is geen voorbeeld"):
        doors.open_sample("weg")
    with pytest.raises(Stuck, match="kan niet leeg zijn"):
        doors.create(NewSession(title=" ", scale=POINTS))
    taken = tmp_path / "bezet.json"
    taken.write_text("kostbaar")
    with pytest.raises(Stuck, match="bestaat al"):
        doors.create(NewSession(title="x", scale=POINTS, path=str(taken)))


def test_who_holds_a_session_is_told(doors: ProgramDoors, session: Path) -> None:
    held = open_session(session, Holder(name="Bo", host="elders", pid=1))
    try:
        with pytest.raises(Stuck, match="Bo"):
            doors.open(str(session))
    finally:
        held.close()


def test_what_is_wrong_with_a_file_is_worth_knowing(doors: ProgramDoors, session: Path) -> None:
    doors.open(str(session)).leave()
    assert list(doors.worth_knowing) == []
    data = json.loads(session.read_text())
    data["items"]["1"] = {"id": "i", "partner": "weg", "direction": "take", "text": "rust"}
    session.write_text(json.dumps(data))
    session.with_name("scholen (1).json").write_text("{}")
    doors.open(str(session)).leave()
    assert len(doors.worth_knowing) == 2
    assert "mgtui check" in doors.worth_knowing[0]
    assert "scholen (1).json" in doors.worth_knowing[1]


def test_settings_are_kept_for_the_next_time(doors: ProgramDoors) -> None:
    assert doors.change_settings(vim_keys=True).vim_keys
    assert settings.read().settings.vim_keys
    assert settings.read().settings.sessions == ""


def test_settings_that_can_not_be_kept_hold_for_this_run(doors: ProgramDoors, home: Path) -> None:
    (home / "config").write_text("in the way")
    with pytest.raises(Stuck):
        doors.change_settings(vim_keys=True)
    assert doors.settings.vim_keys


def test_an_item_a_partner_and_the_board_can_be_copied_as_text(doors: ProgramDoors) -> None:
    seat = doors.open_sample("scholen")
    session = seat.session
    partner = session.partners_in_order[0]
    item = session.column(partner.id, "take")[0]
    assert doors.as_text(session, "items", item.id).startswith(item.text)
    assert doors.as_text(session, "partners", partner.id).startswith(partner.name)
    assert doors.as_text(session, "session", session.id).startswith(session.title)
