"""A text under someone's hands on the screen: what a terminal would obey is drawn as what it is, index for index."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mgtui.tui.editing.buffer import Buffer
from mgtui.tui.editing.drawn import drawn

HOSTILE = "\x1b]0;taken over\x07 a\r\nb \u202eexe.gnp \x9b2J"


def test_an_escape_in_the_text_of_a_file_is_drawn_and_not_sent_while_it_is_edited() -> None:
    shown = "".join(text for line in drawn(Buffer(HOSTILE), 80).lines for text, _role in line)
    assert shown.startswith("␛]0;taken over␇ a  b ")
    assert not set(shown) & set("\x1b\x07\r\n\u202e\x9b")


@given(st.text(max_size=60))
def test_what_is_shown_is_as_long_as_what_is_edited(text: str) -> None:
    assert len(Buffer(text).shown) == len(text)
