"""A text under a person's hands: what keys do to it, and that nothing in it is ever split or lost."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mgtui.tui.editing.buffer import Buffer, lines_of
from mgtui.tui.editing.cells import clusters, width, wrap
from mgtui.tui.editing.drawn import drawn
from mgtui.tui.editing.keys import press

FAMILY = "👨‍👩‍👧"
TEXTS = st.text(alphabet=st.sampled_from("ab -é日🙂\u0301\u200d👩" + FAMILY), max_size=40)
KEYS = st.sampled_from(
    ["left", "right", "backspace", "delete", "home", "end", "ctrl+left", "ctrl+right", "shift+left", "shift+right",
     "ctrl+w", "ctrl+u", "ctrl+k", "ctrl+z", "ctrl+y", "ctrl+a", "a", "b", " ", "é", "日"]
)  # fmt: skip


def typed(*keys: str, text: str = "") -> Buffer:
    """A buffer after `keys`; a key of one character types it."""
    buffer = Buffer(text)
    for key in keys:
        press(buffer, key, key if len(key) == 1 else None)
    return buffer


def test_keys_do_what_they_say_in_their_order() -> None:
    assert typed(*"abc", "backspace", "d").text == "abd"


def test_backspace_takes_a_whole_emoji() -> None:
    assert typed("backspace", text=f"a{FAMILY}").text == "a"


def test_the_cursor_steps_over_a_letter_with_its_accent() -> None:
    assert typed("left", "x", text="ae\u0301").text == "axe\u0301"


def test_typing_replaces_what_is_selected() -> None:
    assert typed("ctrl+a", "x", text="something").text == "x"


def test_undo_takes_back_a_word_at_a_time() -> None:
    buffer = typed(*"een twee", "ctrl+z")
    assert buffer.text == "een"
    assert typed(*"een twee", "ctrl+z", "ctrl+z", "ctrl+y", "ctrl+y").text == "een twee"


def test_ctrl_w_removes_the_word_before_the_cursor() -> None:
    assert typed("ctrl+w", text="een twee").text == "een "


def test_enter_escape_and_tab_are_not_for_a_text() -> None:
    buffer = Buffer("a")
    assert not any(press(buffer, key, None) for key in ("enter", "escape", "tab", "up", "down", "f1"))


@pytest.mark.parametrize("key", ["pageup", "alt+up", "shift+down"])
def test_keys_that_move_items_do_nothing_inside_a_text(key: str) -> None:
    buffer = Buffer("a")
    assert press(buffer, key, None)
    assert buffer.text == "a"


def test_a_pasted_line_break_becomes_a_blank() -> None:
    buffer = Buffer()
    buffer.paste("een\r\ntwee\x1b[31m")
    assert buffer.text == "een twee[31m"


def test_the_lines_of_a_list_lose_their_bullets() -> None:
    assert lines_of("- een\n * twee\n\n3. drie\n–  vier\n5 vijf") == ["een", "twee", "drie", "vier", "5 vijf"]


@given(TEXTS, st.lists(KEYS, max_size=30))
def test_the_cursor_never_stands_inside_a_cluster(text: str, keys: list[str]) -> None:
    buffer = typed(*keys, text=text)
    bounds = {start for start, _end, _width in clusters(buffer.text)} | {len(buffer.text)}
    assert {buffer.cursor, buffer.anchor} <= bounds


@given(TEXTS, st.lists(KEYS, max_size=20))
def test_undoing_everything_gives_back_the_text(text: str, keys: list[str]) -> None:
    buffer = typed(*(key for key in keys if key != "ctrl+y"), text=text)
    while buffer.undo():
        pass
    assert buffer.text == text


@given(TEXTS, st.integers(2, 12), st.integers(2, 12))
@example("日 \N{COMBINING ACUTE ACCENT}", 2, 2)  # a space with an accent is to be seen
def test_wrapped_lines_cover_the_text_and_fit(text: str, cells: int, first: int) -> None:
    first = min(first, cells)
    lines = wrap(text, cells, first)
    assert "".join(text[start:end] for start, end in lines) == text
    for number, (start, end) in enumerate(lines):
        assert width(text[start:end].rstrip(" ")) <= (first if number == 0 else cells)


@given(TEXTS, st.lists(KEYS, max_size=10), st.integers(3, 12))
def test_a_drawn_text_shows_one_cursor_and_fits(text: str, keys: list[str], cells: int) -> None:
    lines = drawn(typed(*keys, text=text), cells).lines
    assert sum(role == "edit-cursor" for line in lines for _text, role in line) == 1
    for line in lines:
        assert sum(width(piece) for piece, _role in line) <= cells


def test_a_text_under_edit_is_shown_whole_however_it_wraps() -> None:
    text = "het dorp aan de overkant van de rivier"
    for cells in range(4, 40):
        lines = drawn(Buffer(text), cells).lines
        shown = "".join(piece for line in lines for piece, _role in line)
        assert shown.replace(" ", "") == text.replace(" ", "")


def test_where_the_characters_of_ordinary_texts_are_is_kept_once_for_all_of_them() -> None:
    assert clusters("één") is clusters("zoë") is clusters("abc")
    assert clusters("日é") == ((0, 1, 2), (1, 2, 1))


def test_a_long_text_that_grows_key_by_key_takes_little_memory() -> None:
    buffer = Buffer("é" + "x" * 3_000)
    tracemalloc.start()
    try:
        for _ in range(50):
            buffer.type("x ")
            wrap(buffer.text, 40)
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()
