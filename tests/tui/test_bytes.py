"""What the board sends to a terminal: little enough for a slow line, and nothing while nobody does anything."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.terminal import Terminal

MOST_FOR_CURSOR = 400
MOST_FOR_WEIGHT = 600
MOST_FOR_ANOTHER_STORY = 2_500
"""A card full of other text; the whole screen would be 45,000."""
MOST_FOR_OPENING = 45_000
"""A wide screen sent once; half of it once more would be more."""
FRAME_BEGINS = b"\x1b[?2026h"
A_SCREEN = 2_500
"""Bytes; more in one frame is a screen, or much of one."""


@pytest.fixture
def large_board() -> Iterator[Terminal]:
    """A board of 12 partners with 100 items in each column, on a wide terminal."""
    with Terminal([sys.executable, "-m", "tests.tui.on_stage", "large"], columns=200, rows=60) as terminal:
        terminal.wait_for("what bring 1 is about")
        terminal.settle(0.5)
        yield terminal


def bytes_for(terminal: Terminal, *keys: str) -> int:
    """How many bytes the program sends when `keys` are pressed, until it is quiet."""
    mark = terminal.mark()
    terminal.press(*keys)
    terminal.settle(0.4)
    return terminal.bytes_since(mark)


@pytest.mark.parametrize("key", ["down", "right", "left", "tab", "up"])
def test_a_cursor_move_costs_little(large_board: Terminal, key: str) -> None:
    large_board.press("down", "right")
    large_board.settle(0.4)
    cost = bytes_for(large_board, key)
    assert 0 < cost <= MOST_FOR_CURSOR


@pytest.mark.parametrize("key", ["1", "5", "0", "+", "u"])
def test_a_weight_and_its_meter_cost_little(large_board: Terminal, key: str) -> None:
    large_board.press("down", "down")
    large_board.settle(0.4)
    cost = bytes_for(large_board, key)
    assert 0 < cost <= MOST_FOR_WEIGHT


def test_a_weight_that_turns_a_verdict_costs_little(large_board: Terminal) -> None:
    large_board.press("down", "down")
    for key, verdict in (("5", "▲ +"), ("1", "▼ −")):
        large_board.settle(0.4)
        assert verdict not in large_board.text
        cost = bytes_for(large_board, key)
        assert verdict in large_board.text
        assert cost <= MOST_FOR_WEIGHT


def test_a_board_that_nobody_touches_sends_nothing(large_board: Terminal) -> None:
    mark = large_board.mark()
    large_board.settle(2.0)
    assert large_board.bytes_since(mark) == 0


def screens_for(terminal: Terminal, key: str) -> int:
    """How many frames with much of a screen in them the program sends when `key` is pressed."""
    mark = terminal.mark()
    terminal.press(key)
    terminal.settle(0.6)
    return sum(len(frame) > A_SCREEN for frame in terminal.output_since(mark).split(FRAME_BEGINS))


@pytest.mark.parametrize("key", ["m", "s", "i", "w", "F5"])
def test_a_screen_is_sent_once_when_it_opens(large_board: Terminal, key: str) -> None:
    assert screens_for(large_board, key) == 1


@pytest.mark.parametrize("key", ["F1", "T", "H", "P", "ctrl+p"])
def test_an_overlay_is_sent_once_when_it_opens_and_the_board_once_when_it_goes(large_board: Terminal, key: str) -> None:
    assert screens_for(large_board, key) == 1
    assert screens_for(large_board, "escape") == 1
    assert "what bring 1 is about" in large_board.text


def test_a_board_is_sent_once_as_it_opens(large_board: Terminal) -> None:
    assert large_board.bytes_since(0) <= MOST_FOR_OPENING


@pytest.fixture
def checklist() -> Iterator[Terminal]:
    """The schools' checklist on a wide terminal."""
    with Terminal([sys.executable, "-m", "tests.tui.on_stage", "schools"], columns=200, rows=60) as terminal:
        terminal.wait_for("kennis over werving")
        terminal.press("s")
        terminal.wait_for("Raad van toezicht")
        terminal.settle(0.5)
        yield terminal


def test_walking_and_ticking_on_the_checklist_cost_little(checklist: Terminal) -> None:
    assert 0 < bytes_for(checklist, "space") <= 2 * MOST_FOR_WEIGHT
    assert 0 < bytes_for(checklist, "right") <= MOST_FOR_ANOTHER_STORY
    mark = checklist.mark()
    checklist.settle(1.0)
    assert checklist.bytes_since(mark) == 0
