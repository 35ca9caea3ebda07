"""The emulator paints what it is fed, however it is cut, and answers as a terminal does."""

from __future__ import annotations

import pytest

from tests.terminal import Emulator


@pytest.fixture
def screen() -> Emulator:
    """A small, empty screen."""
    return Emulator(20, 4)


def test_output_may_be_cut_anywhere(screen: Emulator) -> None:
    output = "\x1b[2;3H\x1b[1;38;2;255;0;16mé▲\x1b[0m\x1b]52;c;aGFsZW4=\x07\x1b]2;Tafel\x1b\\!".encode()
    for byte in output:
        screen.feed(bytes([byte]))
    assert screen.line(1) == "  é▲!"
    cell = screen.cell(3, 1)
    assert (cell.text, cell.foreground, cell.bold, cell.reversed) == ("▲", "ff0010", True, False)
    assert (screen.copied, screen.title, screen.bells) == (["halen"], "Tafel", 0)


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
        (b"\x1b[?2048$p", b"\x1b[?2048;0$y"),
        (b"\x1b[?1337$p", b"\x1b[?1337;0$y"),
        (b"\x1b[c", b"\x1b[?62;22c"),
        (b"\x1b[>c", b"\x1b[>41;366;0c"),
        (b"\x1b[5n", b"\x1b[0n"),
        (b"\x1b[3;7H\x1b[6n", b"\x1b[3;7R"),
        (b"\x1b[?u", b""),
    ],
)
def test_a_query_is_answered_and_paints_nothing(screen: Emulator, query: bytes, answer: bytes) -> None:
    assert screen.feed(query) == answer
    assert [screen.line(y) for y in range(4)] == [""] * 4


def test_a_bare_terminal_knows_less_and_a_modern_one_more() -> None:
    assert Emulator(20, 4, synchronised=False).feed(b"\x1b[?2026$p") == b"\x1b[?2026;0$y"
    assert Emulator(20, 4, kitty=True).feed(b"\x1b[?u") == b"\x1b[?0u"
    assert Emulator(20, 4, in_band_resize=True).feed(b"\x1b[?2048$p") == b"\x1b[?2048;2$y"


@pytest.mark.parametrize(
    "unknown", [b"\x1b[>1u", b"\x1b[<u", b"\x1b[2 q", b"\x1bPq#0\x1b\\", b"\x1b_Ga\x1b\\", b"\x1b[4:3m"]
)
def test_what_it_does_not_know_paints_nothing(screen: Emulator, unknown: bytes) -> None:
    screen.feed(b"a" + unknown + b"b")
    assert screen.line(0) == "ab"


def test_leaving_the_alternate_screen_brings_the_first_one_back(screen: Emulator) -> None:
    screen.feed(b"shell$ \x1b[?1049h\x1b[Hboard")
    assert screen.line(0) == "board"
    screen.feed(b"\x1b[?1049l")
    assert screen.line(0) == "shell$"
    assert screen.modes == set()


def test_modes_and_bells_are_noted(screen: Emulator) -> None:
    screen.feed(b"\x1b[?1000;1006h\x1b[?2004h\x07\x1b[?1000l\x07")
    assert screen.modes == {1006, 2004}
    assert screen.bells == 2


def test_a_frame_is_not_done_until_it_says_so(screen: Emulator) -> None:
    screen.feed(b"\x1b[?2026hhalf")
    assert screen.is_mid_frame
    screen.feed(b" done\x1b[?2026l")
    assert not screen.is_mid_frame


def test_a_text_is_found_at_its_column_behind_wide_characters(screen: Emulator) -> None:
    screen.feed("\r\n日本 gewicht".encode())
    assert screen.find("gewicht") == (5, 1)
    assert screen.find("weg") is None
