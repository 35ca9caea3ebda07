"""Every cell of every screen can be read from the back of the room, on the terminals that people have."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests.terminal import Terminal
from tests.tui.seeing import contrast

ENOUGH_CONTRAST = 7.0
COLUMNS, ROWS = 120, 36
SCREENS = ("b", "i", "a", "m", "s", "w", "g", "T", "P", "f1", "ctrl+p", "f3")
VIEWS = ("b", "o", "m", "a", "s", "w", "T", "e")
OVERLAYS = ("T", "P", "f1", "ctrl+p")
STANDARD = {
    "black": "#000000", "red": "#800000", "green": "#008000", "brown": "#808000", "blue": "#000080",
    "magenta": "#800080", "cyan": "#008080", "white": "#c0c0c0", "brightblack": "#808080", "brightred": "#ff0000",
    "brightgreen": "#00ff00", "brightbrown": "#ffff00", "brightblue": "#0000ff", "brightmagenta": "#ff00ff",
    "bfightmagenta": "#ff00ff", "brightcyan": "#00ffff", "brightwhite": "#ffffff", "default": "",
}  # fmt: skip
"""The sixteen colours by the names that the emulator gives them."""


class Kind(NamedTuple):
    """A kind of terminal, by what it tells of itself."""

    name: str
    tells: dict[str, str]


KINDS = (
    Kind("millions", {}),
    Kind("256", {"COLORTERM": ""}),
    Kind("16", {"COLORTERM": "", "TERM": "xterm"}),
    Kind("none", {"NO_COLOR": "1"}),
    Kind("none-of-16", {"NO_COLOR": "1", "COLORTERM": "", "TERM": "xterm"}),
)


def colour(name: str) -> str:
    return STANDARD.get(name, f"#{name}")


def unreadable(terminal: Terminal) -> list[str]:
    """What stands on the screen at too little contrast, each with its two colours."""
    found = []
    for y in range(ROWS):
        for x in range(COLUMNS):
            cell = terminal.screen.cell(x, y)
            if not cell.text.strip():
                continue
            front, back = colour(cell.foreground), colour(cell.background)
            if not front or not back or contrast(front, back) < ENOUGH_CONTRAST:
                found.append(f"{cell.text} {front} on {back} at {x},{y}")
    return found


def on_stage(kind: Kind, theme: str) -> Terminal:
    program = [sys.executable, "-m", "tests.tui.on_stage", "schools", "en", theme]
    return Terminal(program, columns=COLUMNS, rows=ROWS, env=kind.tells)


@pytest.fixture(params=["dark", "light"])
def theme(request: pytest.FixtureRequest) -> str:
    """The theme in use."""
    name: str = request.param
    return name


@pytest.fixture(params=KINDS, ids=lambda kind: kind.name)
def kind(request: pytest.FixtureRequest) -> Kind:
    """The terminal in use."""
    found: Kind = request.param
    return found


@pytest.fixture
def terminal(kind: Kind, theme: str) -> Iterator[Terminal]:
    """The schools on a terminal of that kind."""
    with on_stage(kind, theme) as terminal:
        terminal.wait_for("kennis over werving")
        terminal.settle()
        yield terminal


def test_every_cell_of_every_screen_reads_at_seven_to_one(terminal: Terminal) -> None:
    for key in SCREENS:
        terminal.press(key)
        terminal.settle()
        assert unreadable(terminal)[:3] == [], key
        if key in OVERLAYS:
            terminal.press("escape")
            terminal.settle(0.3)


def test_every_cell_of_the_beamer_reads_at_seven_to_one(terminal: Terminal) -> None:
    terminal.press("f5")
    terminal.settle()
    for key in VIEWS:
        terminal.press(key)
        terminal.settle()
        assert unreadable(terminal)[:3] == [], key


def test_one_sees_where_the_cursor_is(terminal: Terminal) -> None:
    before = looks(terminal)
    terminal.press("down")
    terminal.settle()
    assert looks(terminal) != before


def looks(terminal: Terminal) -> list[tuple[str, str, bool]]:
    """What stands in every cell between heading and footer, and on what ground."""
    cells = [terminal.screen.cell(x, y) for y in range(3, ROWS - 3) for x in range(COLUMNS)]
    return [(cell.text, cell.background, cell.reversed) for cell in cells]
