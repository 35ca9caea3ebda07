"""Keys that arrive together, as SSH, tmux and a paste send them, end exactly as typed."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.terminal import Terminal


@pytest.fixture
def board() -> Iterator[Terminal]:
    """The schools' board in a terminal."""
    with Terminal([sys.executable, "-m", "tests.tui.on_stage", "schools"]) as terminal:
        terminal.wait_for("kennis over werving")
        terminal.settle()
        yield terminal


def test_items_typed_in_one_burst_come_out_as_typed(board: Terminal) -> None:
    board.press(
        "n", *"abc", "backspace", "d", "enter", "5", "n", *"volgende", "enter", "u", "n", *"derde", "enter", "2"
    )
    board.wait_for("derde")
    board.wait_until(lambda: "●●○○○" in line_with(board, "derde"))
    assert "abd" in line_with(board, "abd")
    assert "●●●●●" in line_with(board, "abd")
    assert "?" in line_with(board, "volgende")


def test_editing_and_moving_in_one_burst_reach_the_right_items(board: Terminal) -> None:
    board.press("down", "enter", *" nu", "enter", "down", "3", "up", "1")
    board.wait_for("continuïteit van de school")
    board.wait_until(lambda: "●○○○○" in line_with(board, "continuïteit"))
    assert "●●●○○" in line_with(board, "toegang tot")


def test_a_pasted_list_becomes_items_under_the_one_in_hand(board: Terminal) -> None:
    board.press("n")
    board.paste("- eerste regel\n- tweede regel\n\n- derde regel\n")
    board.wait_for("derde regel")
    rows = [next(y for y, line in enumerate(board.lines) if text in line) for text in ("eerste", "tweede", "derde")]
    assert rows == sorted(rows)
    assert "- eerste" not in board.text


def test_a_pasted_list_makes_items_when_nothing_is_edited(board: Terminal) -> None:
    board.paste("een lijst\nvan twee")
    board.wait_for("van twee")
    assert "een lijst" in board.text


def test_keys_typed_after_a_paste_follow_it(board: Terminal) -> None:
    board.press("n")
    board.paste("geplakt")
    board.press(*" en getypt", "enter")
    board.wait_for("geplakt en getypt")


def line_with(terminal: Terminal, text: str) -> str:
    """The first line of the screen that shows `text`, as far as its panel goes."""
    line = next((line for line in terminal.lines if text in line), "")
    start = line.find(text)
    return line[start : line.find("│", start)]


def test_a_screen_that_is_opened_gets_what_is_typed_right_behind_its_key(board: Terminal) -> None:
    board.press("s", "n", *"Gemeente", "enter", "space", "n", *"Raad", "enter", "2")
    board.wait_for("Raad")
    board.wait_until(lambda: "doubt" in line_with(board, "▸  Raad"))
    assert "☑" in line_with(board, "Gemeente")


def test_an_action_is_chosen_by_name_in_one_burst(board: Terminal) -> None:
    board.press("ctrl+p", *"checklist", "enter", "n", *"Buurt", "enter")
    board.wait_for("Buurt")
    board.wait_for("nobody yet")


def test_a_session_is_begun_in_one_burst() -> None:
    with Terminal([sys.executable, "-m", "tests.tui.on_stage", "welcome"]) as terminal:
        terminal.wait_for("New session")
        terminal.press("n", *"Samen", "enter", *"De Linde, Het Kompas", "enter", *"een school")
        terminal.wait_for("een school")
        assert [line.strip() for line in terminal.lines if "Linde" in line or "Samen" in line] == [
            "Samen",
            "De Linde, Het Kompas",
        ]
