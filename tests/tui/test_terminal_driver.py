"""The terminal is read and written by the event loop: nothing is lost, whatever the pace of whoever reads it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import Terminal

ESCAPE_DELAY = 0.1
ESCAPE = b"\x1b[27u"
"""The key as kitty writes it, which nothing that comes right behind it makes into another."""


@pytest.fixture
def board() -> Iterator[Terminal]:
    """The schools' board."""
    with Terminal([sys.executable, "-m", "tests.tui.on_stage", "schools", "en"]) as terminal:
        terminal.wait_for("kennis over werving")
        terminal.settle(0.5)
        yield terminal


def test_a_terminal_that_is_not_read_for_a_while_shows_all_of_it_later(board: Terminal) -> None:
    for _ in range(20):
        board.press("F1")
        time.sleep(0.05)
        board.send(ESCAPE)
        time.sleep(0.05)
    board.press("N")
    board.wait_for("enter keeps it")
    board.type("Laat")
    board.wait_for("Laat")
    assert "Scholen werven samen" in board.text


def test_a_burst_that_comes_while_nobody_reads_ends_as_typed(board: Terminal) -> None:
    board.send((b"\x1bOP" + ESCAPE) * 30)
    board.type("nabc\x7fd\n")
    board.wait_for("abd")


def test_an_escape_with_nothing_behind_it_is_a_key_soon(board: Terminal) -> None:
    board.press("N")
    board.wait_for("enter keeps it")
    pressed = board.press("escape")
    assert board.wait_until_gone("enter keeps it") - pressed >= ESCAPE_DELAY


def test_letters_that_come_in_pieces_are_whole(board: Terminal) -> None:
    board.press("N")
    board.wait_for("enter keeps it")
    for piece in "één 學校".encode():
        board.send(bytes([piece]))
        time.sleep(0.01)
    board.wait_for("één 學校")


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads are counted in /proc")
def test_it_has_no_threads_for_keys_and_screens(board: Terminal) -> None:
    assert len(os.listdir(f"/proc/{board.pid}/task")) == 1
