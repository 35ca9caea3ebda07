"""What a terminal is told of styles: enough to show each as it is, and no more."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from mgtui.tui.terminal_ink import Writer
from tests.terminal.emulator import Cell, Emulator

COLOURS = st.sampled_from([None, "#ff8800", "#112233", "red", "default"])
FLAGS = st.sampled_from([None, True, False])
STYLES = st.builds(
    Style,
    color=COLOURS,
    bgcolor=COLOURS,
    bold=FLAGS,
    dim=FLAGS,
    italic=FLAGS,
    underline=FLAGS,
    reverse=FLAGS,
    strike=FLAGS,
)
SEGMENTS = st.lists(st.builds(Segment, st.sampled_from(["a", "bc", " ", "   ", "é", "会"]), STYLES), max_size=8)
COLUMNS = 40


def console() -> Console:
    made = Console(force_terminal=True, color_system="truecolor")
    assert made._color_system is ColorSystem.TRUECOLOR
    return made


def written(segments: list[Segment]) -> str:
    writer = Writer(console())
    writer.write(segments)
    return writer.ended()


def shown(text: str) -> list[object]:
    """What a terminal shows of `text`, cell by cell; of a blank without a line through it, only the ground."""
    screen = Emulator(COLUMNS, 1)
    screen.feed(text.encode())
    return [_as_seen(screen.cell(x, 0)) for x in range(COLUMNS)]


def _as_seen(cell: Cell) -> object:
    is_bare = cell.text == " " and not cell.underlined and not cell.reversed
    return (cell.text, cell.background) if is_bare else cell


@given(SEGMENTS)
def test_a_terminal_shows_the_same_as_when_each_style_is_written_whole(segments: list[Segment]) -> None:
    assert shown(written(segments)) == shown(Strip(segments).render(console()))


def test_what_two_runs_have_in_common_is_said_once() -> None:
    one, other = Style(color="#ff0000", bgcolor="#000000"), Style(color="#00ff00", bgcolor="#000000")
    text = written([Segment("a", one), Segment("b", other)])
    assert text.count("48;2;0;0;0") == 1


def test_a_blank_between_two_runs_costs_its_own_cells_alone() -> None:
    ink, muted = Style(color="#ff0000", bgcolor="#000000", bold=True), Style(color="#00ff00", bgcolor="#000000")
    apart = written([Segment("a", ink), Segment("   ", muted), Segment("b", ink)])
    assert len(apart) == len(written([Segment("ab", ink)])) + 3
