"""Letters of two cells, several to a cell or none keep the columns straight, and plain ASCII draws with that alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.terminal import Terminal

COLUMNS, ROWS = 120, 36
VIEWS = ("b", "o", "o", "m", "a", "s", "w", "T", "e")
SCREENS = ("b", "i", "a", "m", "s", "w", "g")
ON_TOP = (
    "f1",
    "ctrl+p",
    "l",
    "S",
    "f4",
    "f6",
    "f7",
    "f8",
    "f3",
    "P",
    "T",
    "C",
    "H",
    "D",
    "G",
    "e",
    "r",
    "/",
    "n",
    "enter",
)


def on_stage(*words: str) -> Terminal:
    return Terminal([sys.executable, "-m", "tests.tui.on_stage", *words], columns=COLUMNS, rows=ROWS)


@pytest.fixture
def wide() -> Iterator[Terminal]:
    """A board with words of every width."""
    with on_stage("wide") as terminal:
        terminal.wait_for("한국어")
        terminal.settle()
        yield terminal


def column_of(terminal: Terminal, x: int, rows: range) -> list[str]:
    return [terminal.screen.cell(x, y).text for y in rows]


def test_the_edges_of_the_panels_are_straight_lines(wide: Terminal) -> None:
    top = next(y for y in range(ROWS) if "╭" in wide.screen.line(y))
    bottom = next(y for y in range(top, ROWS) if "╰" in wide.screen.line(y))
    corners = [x for x in range(COLUMNS) if wide.screen.cell(x, top).text in ("╭", "╮")]
    assert len(corners) == 4
    for x in corners:
        assert set(column_of(wide, x, range(top + 1, bottom))) == {"│"}


def test_the_dots_of_weights_stand_under_each_other(wide: Terminal) -> None:
    lines = [y for y in range(2, ROWS) if wide.screen.cell(0, y).text == "│"]
    weighed = [[x for x in range(COLUMNS // 2) if wide.screen.cell(x, y).text in ("●", "○")] for y in lines]
    assert len([dots for dots in weighed if dots]) == 3
    assert len({tuple(dots) for dots in weighed if dots}) == 1


def test_what_is_right_on_the_beamer_ends_at_its_margin_whatever_stands_left_of_it(wide: Terminal) -> None:
    wide.press("f5")
    for key in VIEWS:
        wide.press(key)
        wide.settle()
        title = next(y for y in range(4) if wide.screen.line(y))
        assert wide.screen.line(title).endswith("samen"), key
        assert wide.screen.cell(COLUMNS - 3, title).text == "n", key
        assert all(not wide.screen.cell(x, y).text.strip() for x in (0, 1, 118, 119) for y in range(ROWS)), key


def test_in_ascii_everything_of_our_own_is_plain_and_every_state_still_has_a_sign() -> None:
    with on_stage("schools", "en", "ascii") as terminal:
        terminal.wait_for("kennis over werving")
        terminal.settle()
        assert "#" in terminal.text
        for words in ("takes more than it brings", "brings 2 more than it takes", "not sustainable"):
            assert any(words in line for line in terminal.lines), words
        for key in ON_TOP:
            terminal.press(key)
            terminal.settle()
            assert not strange_in(terminal), key
            terminal.press("escape")
            terminal.settle()
        for key in (*SCREENS, "b", "f5", *VIEWS):
            terminal.press(key)
            terminal.settle()
            assert not strange_in(terminal), key


def strange_in(terminal: Terminal) -> set[str]:
    """What is no letter on the screen and not in ASCII."""
    return {letter for letter in terminal.text if ord(letter) > 126 and not letter.isalpha()}
