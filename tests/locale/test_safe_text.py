"""No text, however hostile, reaches a terminal or a document in a form that does something."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mgtui.locale.safe_text import clipped, safe, safe_json

HOSTILE = {
    "clears the screen": ("\x1b[2Jweg", "␛[2Jweg"),
    "sets the title": ("\x1b]0;pwned\x07", "␛]0;pwned␇"),
    "writes the clipboard": ("\x1b]52;c;cm0gLXJm\x1b\\", "␛]52;c;cm0gLXJm␛\\"),
    "one-byte escape": ("\x9b31mrood", "�31mrood"),
    "goes back": ("ja\b\bnee", "ja␈␈nee"),
    "null": ("a\0b", "a␀b"),
    "delete": ("a\x7fb", "a␡b"),
    "reads backwards": ("a\u202etxt.exe", "a�txt.exe"),
    "isolate": ("\u2067abc\u2069", "�abc�"),
    "half a character": ("a\ud800b", "a�b"),
    "interlinear": ("\ufff9a\ufffb", "�a�"),
    "tab": ("a\tb", "a b"),
}


@pytest.mark.parametrize(("text", "shown"), HOSTILE.values(), ids=HOSTILE)
def test_what_would_do_something_shows_as_a_stand_in(text: str, shown: str) -> None:
    assert safe(text) == shown


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_a_line_break_becomes_what_is_asked_for(line_break: str) -> None:
    assert safe(f"een{line_break}twee") == "een twee"
    assert safe(f"een{line_break}twee", newline="\n") == "een\ntwee"
    assert safe(f"een{line_break}twee", newline="") == "eentwee"


@pytest.mark.parametrize("text", ["", "één, twéé: €5", "שלום", "👩‍👩‍👧 🇳🇱", "a\u200eb", "[bold]niet vet[/bold]"])
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert safe(text) == text


@given(st.text(alphabet=st.characters(codec=None)), st.sampled_from([" ", "\n", "", " / "]))
def test_making_safe_twice_does_nothing_more(text: str, newline: str) -> None:
    once = safe(text, newline)
    assert safe(once, newline) == once


@given(st.text(alphabet=st.characters(codec=None)))
def test_what_comes_out_holds_no_control_and_can_be_written(text: str) -> None:
    shown = safe(text)
    assert not [each for each in shown if unicodedata.category(each) in ("Cc", "Cs", "Zl", "Zp")]
    assert shown.encode("utf-8").decode("utf-8") == shown


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_json_made_safe_says_the_same_without_what_a_terminal_obeys(text: str) -> None:
    written = safe_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)


def test_a_clipped_text_is_one_line_of_at_most_the_length_asked_for() -> None:
    assert clipped("grotere\n  instroom\tleerlingen", 40) == "grotere instroom leerlingen"
    assert clipped("grotere instroom leerlingen", 10) == "grotere i…"
    assert clipped("grotere instroom leerlingen", 9) == "grotere…"
