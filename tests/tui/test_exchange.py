"""Who brings what to whom: a matrix to walk over, links made and broken in it, and a picture of the flows."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from textual.pilot import Pilot

from mgtui.domain.session import Session
from mgtui.tui.app import MgtuiApp
from mgtui.tui.screens.exchange import ExchangeScreen
from mgtui.tui.screens.interests import InterestsScreen
from mgtui.tui.widgets.exchange.flow import Flow
from mgtui.tui.widgets.exchange.matrix import Matrix
from tests.terminal import Terminal
from tests.tui import conversing
from tests.tui.stage import app_with

MOST_FOR_CURSOR = 800


def screen_of(pilot: Pilot[int]) -> ExchangeScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ExchangeScreen)
    return screen


def session_of(pilot: Pilot[int]) -> Session:
    assert isinstance(pilot.app, MgtuiApp)
    assert pilot.app.session
    return pilot.app.session


def drawn(part: Matrix | Flow) -> str:
    return "\n".join(part.render_line(y).text for y in range(part.size.height))


def listed(pilot: Pilot[int]) -> str:
    rows = screen_of(pilot).sheet.rows
    return "\n".join("".join(text for text, _role in line) for row in rows for line in row.lines)


async def test_a_cell_tells_what_it_costs_and_is_worth_and_the_details_which_items() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("m")
        assert "[2→4]" in drawn(screen_of(pilot).matrix)
        assert "De Regenboog brings to Het Kompas · 1 link · costs 2, is worth 4" in drawn(screen_of(pilot).matrix)


async def test_the_diagonal_holds_the_interests() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("m", "left")
        assert "[2 int. !1]" in drawn(screen_of(pilot).matrix)
        assert "genoeg leerlingen" in drawn(screen_of(pilot).matrix)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, InterestsScreen)


async def test_enter_on_a_cell_makes_and_breaks_links() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("m", "right", "enter", *"autonomie", "enter", "escape")
        made = [(link.bring, link.take) for link in session_of(pilot).links.values()]
        assert ("i5", "i10") in made
        await pilot.press("ctrl+z")
        assert len(session_of(pilot).links) == 2


async def test_a_wish_can_be_said_to_come_from_the_collaboration_itself() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("m", "tab", "z")
        own = [item for item in session_of(pilot).items.values() if item.from_collaboration]
        assert [item.direction for item in own] == ["take"]
        assert "From the collaboration itself (1)" in listed(pilot)


async def test_a_link_in_the_list_can_be_broken_and_made_again() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("m", "tab", "end", "delete")
        assert len(session_of(pilot).links) == 1
        await pilot.press("ctrl+z")
        assert len(session_of(pilot).links) == 2


async def test_links_stand_in_the_order_of_the_value_they_create() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("m")
        assert listed(pilot).index("+2  De Regenboog → Het Kompas") < listed(pilot).index("0  Het Kompas → De")


async def test_a_partner_that_does_not_gain_is_told_what_could_help_and_what_that_would_do() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("m")
        assert "What could help De Linde" in listed(pilot)
        assert "no longer bring “deel van de autonomie”, which nobody takes" in listed(pilot)
        assert "▲ then +3: takes more than it brings" in listed(pilot)


async def test_the_picture_puts_the_streams_of_another_partner_on_top() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("m", "f")
        first = drawn(screen_of(pilot).flow)
        assert "█" in first
        assert "▓" in first
        await pilot.press("down", "down")
        assert screen_of(pilot).flow.partner == "p3"
        assert "█" not in "\n".join(drawn(screen_of(pilot).flow).splitlines()[2:])
        await pilot.press("f")
        assert not screen_of(pilot).shows_flow


@pytest.fixture
def large() -> Iterator[Terminal]:
    """A board of 12 partners with 300 links, on the smallest window."""
    with Terminal([sys.executable, "-m", "tests.tui.on_stage", "linked"], columns=80, rows=24) as terminal:
        terminal.wait_for("what take 1 is about")
        terminal.settle(0.5)
        yield terminal


def test_every_partner_of_twelve_can_be_reached_on_a_small_window(large: Terminal) -> None:
    terminal = large
    terminal.press("m")
    terminal.wait_for("Partner 1 brings to Partner 2")
    terminal.press(*["down"] * 11, *["right"] * 10)
    terminal.wait_for("Partner 12: why it is at the table")


def test_a_cursor_move_on_a_large_matrix_costs_little(large: Terminal) -> None:
    terminal = large
    terminal.press("m")
    terminal.wait_for("Partner 1 brings to Partner 2")
    terminal.settle(0.4)
    for key in ("down", "right", "up"):
        mark = terminal.mark()
        terminal.press(key)
        terminal.settle(0.4)
        assert 0 < terminal.bytes_since(mark) <= MOST_FOR_CURSOR


def test_keys_in_one_burst_walk_over_the_matrix_link_and_come_back() -> None:
    with Terminal([sys.executable, "-m", "tests.tui.on_stage", "conversing"]) as terminal:
        terminal.wait_for("kennis over werving")
        terminal.settle()
        terminal.press("m")
        terminal.wait_for("De Regenboog brings to Het Kompas")
        terminal.press("down", "right", "left", "up", "right", "f", "f", "enter")
        terminal.wait_for("What De Regenboog brings and De Linde takes")
        terminal.settle()
        terminal.press(*"autonomie", "enter")
        terminal.wait_for("☑ deel van de autonomie")
        terminal.press("escape")
        terminal.wait_for("De Regenboog brings to De Linde · 1 link")
