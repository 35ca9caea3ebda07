"""Keys are sent as xterm sends them."""

from __future__ import annotations

import pytest

from tests.terminal import keys


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("n", b"n"),
        ("é", "é".encode()),
        ("+", b"+"),
        ("enter", b"\r"),
        ("shift+tab", b"\x1b[Z"),
        ("down", b"\x1b[B"),
        ("alt+up", b"\x1b[1;3A"),
        ("ctrl+shift+right", b"\x1b[1;6C"),
        ("F1", b"\x1bOP"),
        ("F5", b"\x1b[15~"),
        ("ctrl+delete", b"\x1b[3;5~"),
        ("ctrl+z", b"\x1a"),
        ("alt+x", b"\x1bx"),
        ("ctrl+enter", b"\x1b[13;5u"),
    ],
)
def test_a_key_is_sent_as_xterm_sends_it(name: str, sent: bytes) -> None:
    assert keys.key(name) == sent


@pytest.mark.parametrize("name", ["hello", "ctrl+hello", "hyper+x", "", "ctrl+shift+x"])
def test_what_is_no_key_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no key is called"):
        keys.key(name)


def test_the_mouse_counts_cells_from_one() -> None:
    assert keys.click(0, 4) == b"\x1b[<0;1;5M\x1b[<0;1;5m"
    assert keys.wheel(9, 9, down=True) == b"\x1b[<65;10;10M"
