"""Documents go out and lists come in from the screens: seen before, put where one says, taken back by one undo."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Static

from mgtui import locale
from mgtui.domain.verbs.items import toggle_private
from mgtui.tui.editing.field import Field
from mgtui.tui.intents.registry import by_id
from mgtui.tui.widgets.labelled import LabelledField
from tests.tui import sessions
from tests.tui.stage import Stage, app_with
from tests.tui.waiting import comes

SIZE = (120, 36)


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """A stage whose documents go to a folder of this test."""
    stage = Stage()
    stage.desk = tmp_path
    return stage


def shown(app: App[int]) -> str:
    """What the preview says."""
    return str(app.screen.query_one("#preview", Static).content)


async def reads(pilot: Pilot[int], text: str) -> bool:
    """Whether the preview comes to hold `text`."""
    return await comes(pilot, lambda: text in shown(pilot.app))


def remark(app: App[int]) -> str:
    """What is said under the field."""
    found = app.screen.query_one(LabelledField).query_one(".remark", Static)
    return str(found.content) if found.display else ""


async def test_the_report_is_read_before_it_is_made(stage: Stage, tmp_path: Path) -> None:
    app = app_with(sessions.schools(), stage)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f6")
        await pilot.pause()
        assert await reads(pilot, "Scholen werven samen")
        assert app.screen.query_one(Field).value == str(tmp_path / "scholen-werven-samen.html")
        await pilot.press("enter")
        await pilot.pause()
        assert app.notice
        assert "scholen-werven-samen.html" in app.notice.text
    assert os.listdir(tmp_path) == ["scholen-werven-samen.html"]
    assert (tmp_path / "scholen-werven-samen.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


async def test_a_story_is_chosen_and_takes_the_form_of_its_place(stage: Stage, tmp_path: Path) -> None:
    app = app_with(sessions.schools(), stage)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f6", *["down"] * 7)
        await pilot.pause()
        assert await reads(pilot, "# De Regenboog in")
        await pilot.press("backspace", "backspace", *"html", "enter")
        await pilot.pause()
    story = (tmp_path / "scholen-werven-samen-de-regenboog.html").read_text(encoding="utf-8")
    assert "<h1" in story
    assert "What the others bring" in story


async def test_a_file_that_is_there_is_replaced_only_by_a_second_enter(stage: Stage, tmp_path: Path) -> None:
    place = tmp_path / "oud.md"
    place.write_text("oud", encoding="utf-8")
    app = app_with(sessions.schools(), stage)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f6", "down")
        await pilot.pause()
        app.screen.query_one(Field).value = str(place)
        await pilot.press("enter")
        await pilot.pause()
        assert "Enter again replaces it" in remark(app)
        assert place.read_text(encoding="utf-8") == "oud"
        await pilot.press("enter")
        await pilot.pause()
    assert place.read_text(encoding="utf-8").startswith("# Scholen")


async def test_a_place_that_can_not_be_written_keeps_the_screen(stage: Stage, tmp_path: Path) -> None:
    app = app_with(sessions.schools(), stage)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f6")
        await pilot.pause()
        app.screen.query_one(Field).value = str(tmp_path / "weg" / "uit.html")
        await pilot.press("enter")
        await pilot.pause()
        assert "There is no folder" in remark(app)
    assert os.listdir(tmp_path) == []


async def test_what_is_private_is_shown_only_when_it_is_asked_for(stage: Stage) -> None:
    app = app_with(sessions.schools(), stage)
    async with app.run_test(size=SIZE) as pilot:
        board = app.session
        assert board
        secret = next(iter(board.items.values()))
        assert app.seat
        app.seat.submit(toggle_private(board, secret.id))
        await pilot.press("f6")
        assert await reads(pilot, "Does the deal hold?")
        assert secret.text not in shown(app)
        await pilot.press("f4")
        assert await reads(pilot, secret.text)
        await pilot.press(*["down"] * 7)
        assert await reads(pilot, "# De Regenboog in")
        assert secret.text not in shown(app)


async def test_a_document_is_copied_whole(stage: Stage) -> None:
    held: list[str] = []
    stage.machine = held.append
    app = app_with(sessions.schools(), stage)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f6", "down", "f6")
        await pilot.pause()
        assert app.clipboard.startswith("# Scholen werven samen")


async def test_a_hand_out_is_copied_from_the_board(stage: Stage) -> None:
    app = app_with(sessions.schools(), stage)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        by_id()["copy.story"].perform(app.screen)
        assert app.clipboard.startswith("# De Regenboog in")


async def test_a_list_is_seen_before_it_is_taken_in_and_one_undo_takes_it_back(stage: Stage, tmp_path: Path) -> None:
    place = tmp_path / "lijst.csv"
    place.write_text("partner,direction,text,weight\nDe Wilg,take,rust,2\nDe Wilg,bring,tijd,3\n", encoding="utf-8")
    app = app_with(sessions.schools(), stage)
    async with app.run_test(size=SIZE) as pilot:
        before = app.session
        await pilot.press("f7")
        await pilot.pause()
        app.screen.query_one(Field).value = str(place)
        await pilot.press("enter")
        await pilot.pause()
        assert "1 new partner, 2 new items" in str(app.screen.query_one("#told", Static).content)
        assert app.session == before
        await pilot.press("enter")
        await pilot.pause()
        assert app.session
        assert "De Wilg" in {partner.name for partner in app.session.partners.values()}
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert app.session == before


async def test_a_list_with_a_flaw_is_told_by_line_and_nothing_is_taken_in(stage: Stage, tmp_path: Path) -> None:
    place = tmp_path / "lijst.csv"
    place.write_text("partner,direction,text,weight\nDe Wilg,take,rust,99\n", encoding="utf-8")
    app = app_with(sessions.schools(), stage)
    async with app.run_test(size=SIZE) as pilot:
        before = app.session
        await pilot.press("f7")
        await pilot.pause()
        app.screen.query_one(Field).value = str(place)
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "line 2: Weight 99 is above the scale" in remark(app)
        assert app.session == before


async def test_both_screens_speak_dutch(stage: Stage) -> None:
    locale.use("nl")
    app = app_with(sessions.schools(), stage)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f6")
        await pilot.pause()
        assert await reads(pilot, "Klopt het voor iedereen?")
        assert "ook wat privé is" in str(app.screen.query_one("#private", Static).content)
