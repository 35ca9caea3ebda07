"""Part of a line of the board, counted in cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mgtui.tui.widgets.board.drawing import Line, cut, width_of

LINES = st.lists(st.tuples(st.text("ab 学é●"), st.sampled_from(["text", "take"])), max_size=5).map(tuple)


@given(LINES, st.integers(0, 30), st.integers(0, 30))
def test_the_parts_of_a_line_are_that_line_wherever_no_wide_letter_is_cut(line: Line, one: int, other: int) -> None:
    first, past = sorted((one, other))
    parts = [cut(line, 0, first), cut(line, first, past), cut(line, past, width_of(line))]
    text = "".join(run for part in parts for run, _role in part)
    assert width_of(parts[1]) <= past - first
    if "学" not in "".join(run for run, _role in line):
        assert text == "".join(run for run, _role in line)


@pytest.mark.parametrize(
    ("first", "past", "text"), [(0, 2, "学"), (0, 3, "学a"), (1, 3, "a"), (2, 5, "a学"), (3, 4, ""), (0, 9, "学a学")]
)
def test_a_wide_letter_is_in_a_part_as_a_whole_or_not_at_all(first: int, past: int, text: str) -> None:
    assert "".join(run for run, _role in cut((("学a学", "text"),), first, past)) == text
