"""The terminal carries keys to a real program and its screen back, and tells how the program ended."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.terminal import ProgramEnded, ScreenTimeout, Terminal

# Names every chunk it reads in raw mode, and its window's size when that changes; ends with status 3 on "q".
ECHO = """
import os, signal, sys, tty
tty.setraw(0)
def say(text): os.write(1, (text + "\\r\\n").encode())
def size(*_): say("size %dx%d" % tuple(os.get_terminal_size(0)))
signal.signal(signal.SIGWINCH, size)
size()
os.write(1, sys.argv[1].encode())
while (got := os.read(0, 100000)) != b"q":
    say(ascii(got.decode()) if len(got) < 60 else "much")
sys.exit(3)
"""


def echo(prelude: str = "", columns: int = 60, rows: int = 10) -> Terminal:
    return Terminal([sys.executable, "-c", ECHO, prelude], columns=columns, rows=rows)


def test_what_is_pressed_together_arrives_together() -> None:
    with echo() as terminal:
        terminal.wait_for("size 60x10")
        terminal.press("a", "backspace", "down", "enter")
        terminal.wait_for(r"'a\x7f\x1b[B\r'")
        terminal.type("één\n")
        terminal.wait_for(r"'\xe9\xe9n\r'")


def test_a_paste_is_bracketed_when_the_program_asks_for_it() -> None:
    with echo() as terminal:
        terminal.wait_for("size")
        terminal.paste("x\ny")
        terminal.wait_for(r"'x\ry'")
    with echo("\x1b[?2004hready") as terminal:
        terminal.wait_for("ready")
        terminal.paste("x\ny")
        terminal.wait_for(r"'\x1b[200~x\ny\x1b[201~'")


def test_a_click_lands_on_the_text_that_is_clicked_on() -> None:
    with echo("  target\r\n") as terminal:
        terminal.click_on("target")
        terminal.wait_for(r"'\x1b[<0;3;2M\x1b[<0;3;2m'")


def test_the_program_is_told_of_another_size() -> None:
    with echo() as terminal:
        terminal.wait_for("size 60x10")
        terminal.resize(40, 6)
        terminal.wait_for("size 40x6")
        assert len(terminal.lines) == 6


def test_queries_are_answered_as_they_come() -> None:
    with echo("\x1b[?2026$p") as terminal:
        terminal.wait_for(r"'\x1b[?2026;2$y'")


def test_output_is_counted_from_a_mark() -> None:
    with echo() as terminal:
        terminal.wait_for("size")
        mark = terminal.mark()
        terminal.press("a")
        terminal.wait_for("'a'")
        terminal.settle(0.05)
        assert terminal.output_since(mark) == b"'a'\r\n"
        assert terminal.bytes_since(mark) == 5


def test_a_wait_tells_when_its_output_came() -> None:
    with echo() as terminal:
        shown = terminal.wait_for("size")
        pressed = terminal.press("a")
        assert terminal.started < shown < pressed < terminal.wait_for("'a'")


def test_the_program_has_a_controlling_terminal_and_a_scrubbed_environment(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setenv("COLUMNS", "7")
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    program = (
        "import os; os.close(os.open('/dev/tty', os.O_RDWR)); assert os.tcgetpgrp(0) == os.getpid() == os.getsid(0);"
        "print(os.environ.get('COLUMNS'), os.environ.get('LC_ALL'), os.environ['EXTRA'], os.environ['HOME'])"
    )
    with Terminal([sys.executable, "-c", program], env={"EXTRA": "yes"}) as terminal:
        assert terminal.wait_for_exit() == 0
        assert terminal.lines[0] == f"None None yes {home}"


def test_the_exit_status_is_the_programs_own() -> None:
    with echo() as terminal:
        terminal.wait_for("size")
        assert terminal.exit_status is None
        terminal.press("q")
        assert terminal.wait_for_exit() == 3


def test_a_killed_program_tells_by_which_signal() -> None:
    with echo() as terminal:
        terminal.wait_for("size")
        assert terminal.kill() == -signal.SIGKILL


def test_a_lost_connection_hangs_the_program_up() -> None:
    with echo() as terminal:
        terminal.wait_for("size")
        terminal.hang_up()
        assert terminal.wait_for_exit() == -signal.SIGHUP


def test_a_wait_in_vain_shows_the_screen() -> None:
    with echo("on screen") as terminal:
        terminal.wait_for("on screen")
        with pytest.raises(
            ScreenTimeout, match=r"no sign of 'other' on the screen in 0\.1 s; screen:\n(.*\n)*on screen"
        ):
            terminal.wait_for("other", timeout=0.1)


def test_a_program_that_ends_too_soon_shows_its_last_words() -> None:
    with (
        Terminal([sys.executable, "-c", "print('sorry'); raise SystemExit(4)"]) as terminal,
        pytest.raises(ProgramEnded, match=r"ended with 4 before 'hello' on the screen; screen:\nsorry"),
    ):
        terminal.wait_for("hello")


def test_a_large_paste_to_a_program_that_does_not_read_yet_is_not_lost() -> None:
    program = (
        "import os, sys, tty; tty.setraw(0); print('ready', flush=True); os.read(0, 1); n = 1\n"
        "while n < 200_000: n += len(os.read(0, 65536))\n"
        "print('all', n, flush=True)"
    )
    with Terminal([sys.executable, "-c", program]) as terminal:
        terminal.wait_for("ready")
        terminal.type("x" * 200_000)
        terminal.wait_for("all 200000")


def test_the_end_of_the_block_is_the_end_of_the_program() -> None:
    with echo() as terminal:
        terminal.wait_for("size")
        pid = terminal.pid
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert terminal.exit_status == -signal.SIGKILL
