"""Whether the ambition is realistic: who brings what it takes, who is willing, and what could make a partner walk."""

from __future__ import annotations

from textual.pilot import Pilot

from mgtui.domain.session import Session
from mgtui.tui.app import MgtuiApp
from mgtui.tui.screens.ambition import AmbitionScreen
from tests.tui import conversing
from tests.tui.stage import app_with


def screen_of(pilot: Pilot[int]) -> AmbitionScreen:
    screen = pilot.app.screen
    assert isinstance(screen, AmbitionScreen)
    return screen


def session_of(pilot: Pilot[int]) -> Session:
    assert isinstance(pilot.app, MgtuiApp)
    assert pilot.app.session
    return pilot.app.session


def shown(pilot: Pilot[int]) -> str:
    """All that the list says, line by line."""
    rows = screen_of(pilot).sheet.rows
    return "\n".join("".join(text for text, _role in line) for row in rows for line in row.lines)


async def test_every_gap_is_named_under_the_verdict() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("a")
        assert "not realistic yet · 1 of 2 means covered" in shown(pilot)
        assert "nobody brings “één aanmeldpunt”" in shown(pilot)
        assert "Het Kompas has not said yet whether it is willing" in shown(pilot)


async def test_it_is_realistic_once_all_is_covered_and_all_are_willing() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("a", "down", "down", "l", *"autonomie", "enter", "escape")
        await pilot.press("end", "1", "up", "1")
        assert "▲ realistic" in shown(pilot)
        await pilot.press("ctrl+z")
        assert "not realistic yet" in shown(pilot)


async def test_the_statement_is_edited_in_place() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("a", "enter", "ctrl+u", *"samen sterk", "enter")
        assert session_of(pilot).ambition == "samen sterk"


async def test_a_partners_reason_stands_beside_its_answer() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("a", "end", "3", "enter", *"te duur", "enter")
        assert session_of(pilot).partners["p3"].willing == "no"
        assert "De Linde: no · te duur" in shown(pilot)


async def test_space_goes_from_one_answer_to_the_next() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("a", "end", "space", "space")
        assert session_of(pilot).partners["p3"].willing is None


async def test_means_are_added_ordered_and_removed() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("a", "n", *"tijd", "enter", "alt+up")
        assert [each.text for each in sorted(session_of(pilot).means.values(), key=lambda m: m.order)] == [
            "een gezamenlijk budget",
            "tijd",
            "één aanmeldpunt",
        ]
        await pilot.press("delete")
        assert "tijd" not in [each.text for each in session_of(pilot).means.values()]


async def test_a_means_that_a_dropped_item_covered_says_so() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("tab", "end", "down", "t", "t", "t", "escape", "a")
        assert session_of(pilot).items["i9"].status == "dropped"
        assert "was dropped, or is not revealed yet: Het Kompas: wervingsbudget (dropped)" in shown(pilot)


async def test_what_an_alternative_does_to_the_verdict_stands_in_words() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("a")
        assert "without this deal: bij een scholengroep gaan" in shown(pilot)
        assert "with or without the alternative it brings too much" in " ".join(shown(pilot).split())
