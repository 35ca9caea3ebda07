"""Keys that arrive together do on the screens of the conversation what they say, also across a change of screen."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.terminal import Terminal


@pytest.fixture
def board() -> Iterator[Terminal]:
    """A board on which much has been said."""
    with Terminal([sys.executable, "-m", "tests.tui.on_stage", "conversing"]) as terminal:
        terminal.wait_for("kennis over werving")
        terminal.settle()
        yield terminal


def line_with(terminal: Terminal, text: str) -> str:
    return next((line for line in terminal.lines if text in line), "")


def test_an_interest_typed_in_the_same_burst_as_the_way_there(board: Terminal) -> None:
    board.press("i", "n", *"abc", "backspace", "d", "enter", "4", "n", *"volgend", "enter", "2", "v")
    board.wait_for("volgend")
    board.wait_until(lambda: "private" in line_with(board, "volgend"))
    assert "●●●●○  abd" in line_with(board, "abd")
    assert "●●○○○" in line_with(board, "volgend")


def test_a_means_and_an_answer_in_one_burst(board: Terminal) -> None:
    board.press("a", "n", *"tijd", "enter", "end", "3", "enter", *"te duur", "enter")
    board.wait_for("De Linde: no · te duur")
    assert "tijd" in board.text


def test_what_a_take_serves_is_found_and_ticked_in_one_burst(board: Terminal) -> None:
    board.press("down", "I", *"pensioen", "enter")
    board.wait_for("☑ met opgeheven hoofd")
    board.press("escape")
    board.wait_until_gone("enter ticks or unticks")
    board.press("i")
    board.wait_for("served by: continuïteit van de school")


def test_a_trial_is_begun_filled_and_kept_in_one_burst(board: Terminal) -> None:
    board.press("F4", "1", "n", *"proef", "enter", "5", "F4", "enter")
    board.wait_for("The trial is kept")
    assert "proef" in board.text
    assert "TRIAL" not in board.text


def test_the_matrix_is_walked_over_in_the_burst_that_opens_it(board: Terminal) -> None:
    board.press("m", "down", "right", "right")
    board.wait_for("Het Kompas brings to De Linde")


def test_keys_after_the_way_back_reach_the_board(board: Terminal) -> None:
    board.press("m", "f", "down", "f", "b", "n", *"terug", "enter", "4")
    board.wait_for("terug")
    board.wait_until(lambda: "●●●●○" in line_with(board, "terug"))


def test_a_step_of_the_guide_is_reached_and_worked_on_in_one_burst(board: Terminal) -> None:
    board.press("F3", "down", "enter", "n", *"rust", "enter", "3")
    board.wait_for("rust")
    board.wait_until(lambda: "●●●○○" in line_with(board, "rust"))


def test_a_key_behind_the_one_that_leaves_a_list_is_pressed_once(board: Terminal) -> None:
    board.press("i")
    board.wait_for("What is at stake")
    board.settle()
    board.press("b", "C")
    board.wait_for("A writing round")
    board.settle()
    assert line_with(board, "from the collaboration").strip(" │") == "What do you want to take from the collaboration?"


def test_the_beamer_is_walked_over_in_the_burst_that_opens_it(board: Terminal) -> None:
    board.press("f5", "right", "right")
    board.wait_until(lambda: "Het Kompas" in board.lines[1])
