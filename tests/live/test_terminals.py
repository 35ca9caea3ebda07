"""Claims about several people at terminals, each with the real program in a process of its own."""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import msgspec
import pytest

from tests.terminal import Terminal

SAMPLE = Path(__file__).parents[2] / "sample_sessions" / "scholen.json"


class Open(Protocol):
    """Opens the session at a terminal for someone."""

    def __call__(self, name: str, *arguments: str) -> Terminal: ...


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "s.json"))


@pytest.fixture
def open_it(session: Path, folder: Path) -> Iterator[Open]:
    """Several terminals on one session, with a state folder of their own."""
    with ExitStack() as stack:

        def at_terminal(name: str, *arguments: str) -> Terminal:
            command = [sys.executable, "-m", "mgtui", "open", str(session), "--as", name, "--lang", "en", *arguments]
            env = {"MGTUI_STATE_DIR": str(folder), "MGTUI_CONFIG_DIR": str(folder / "config")}
            terminal = stack.enter_context(Terminal(command, env=env))
            terminal.wait_for("Together:")
            terminal.settle()
            return terminal

        yield at_terminal


def write(terminal: Terminal, text: str) -> None:
    """Put a new item on the board."""
    terminal.press("n")
    terminal.type(text)
    terminal.press("enter", "escape")


def test_who_opens_a_session_second_joins_and_both_see_each_others_edits(open_it: Open) -> None:
    ana, bo = open_it("Ana"), open_it("Bo")
    ana.wait_for("2 together")
    write(ana, "from ana")
    bo.wait_for("from ana")
    write(bo, "from bo")
    ana.wait_for("from bo")


def test_when_the_first_is_killed_the_other_goes_on_and_can_undo(open_it: Open) -> None:
    ana, bo = open_it("Ana"), open_it("Bo")
    write(bo, "before it")
    ana.wait_for("before it")
    ana.kill()
    write(bo, "after it")
    bo.wait_for("after it")
    bo.wait_until_gone("2 together")
    bo.press("ctrl+z", "ctrl+z")
    bo.wait_until_gone("before it")


def test_what_two_people_did_is_in_the_file_when_they_are_gone(open_it: Open, session: Path) -> None:
    ana, bo = open_it("Ana"), open_it("Bo")
    write(ana, "kept of ana")
    write(bo, "kept of bo")
    ana.wait_for("kept of bo")
    ana.press("ctrl+q")
    assert ana.wait_for_exit() == 0
    bo.press("ctrl+q")
    assert bo.wait_for_exit() == 0
    saved = session.read_text(encoding="utf-8")
    assert "kept of ana" in saved
    assert "kept of bo" in saved


def test_everyone_sees_where_the_others_are_and_who_is_typing(open_it: Open) -> None:
    ana, bo = open_it("Ana"), open_it("Bo")
    bo.press("down")
    ana.wait_for("B continuïteit")
    bo.press("enter")
    ana.wait_for("✎ Bo is typing")
    bo.press("escape")
    ana.wait_until_gone("is typing")
    bo.press("ctrl+q")
    ana.wait_until_gone("B continuïteit")


def test_an_editor_is_never_overwritten_under_its_authors_hands(open_it: Open) -> None:
    ana, bo = open_it("Ana"), open_it("Bo")
    ana.press("enter")
    ana.type(" by ana")
    ana.wait_for("by ana")
    bo.press("enter")
    bo.type(" by bo")
    bo.press("enter")
    ana.wait_for("Someone has changed this")
    assert "by ana" in ana.text
    ana.press("enter")
    bo.wait_for("by ana")
    ana.wait_for("Bo had just changed this too")
    ana.press("ctrl+z")
    ana.wait_for("by bo")


def test_who_is_removed_is_told_that_and_nothing_else(open_it: Open) -> None:
    ana, vic = open_it("Ana"), open_it("Vic", "--role", "viewer")
    ana.wait_for("2 together")
    ana.press("P")
    ana.wait_for("Vic")
    ana.settle()
    ana.press("down", "delete")
    assert vic.wait_for_exit() == 4
    said = [line for line in vic.lines if line]
    assert len(said) == 1
    assert "The facilitator has removed you from this session." in said[0]


def test_what_is_typed_while_the_room_moves_is_kept(open_it: Open) -> None:
    ana, bo, cas = open_it("Ana"), open_it("Bo"), open_it("Cas")
    ana.wait_for("3 together")
    bo.press("n")
    bo.type("half a ")
    ana.kill()
    bo.type("sentence")
    bo.press("enter", "4")
    cas.wait_for("half a sentence")
    cas.wait_until(lambda: any("half a sentence" in line and "●●●●○" in line for line in cas.lines))


def test_while_the_room_does_not_answer_a_banner_says_so_and_what_is_typed_is_kept(open_it: Open) -> None:
    ana, bo = open_it("Ana"), open_it("Bo")
    ana.wait_for("2 together")
    ana.signal(signal.SIGSTOP)
    bo.press("n")
    bo.type("kept here")
    bo.press("enter")
    bo.wait_for("The room does not answer just now")
    bo.press("n")
    bo.type("and half a sentence")
    ana.signal(signal.SIGCONT)
    bo.wait_until_gone("The room does not answer just now")
    bo.type(" more")
    bo.press("enter")
    for text in ("kept here", "and half a sentence more"):
        ana.wait_for(text)


def test_a_viewer_is_told_that_there_is_no_room_until_there_is_one_again(open_it: Open) -> None:
    ana, vic = open_it("Ana"), open_it("Vic", "--role", "viewer")
    ana.kill()
    vic.wait_for("The others can't be reached for a moment")
    bo = open_it("Bo")
    vic.wait_until_gone("The others can't be reached for a moment")
    write(bo, "in the next room")
    vic.wait_for("in the next room")


def test_a_viewer_follows_and_changes_nothing(open_it: Open, session: Path) -> None:
    ana, vic = open_it("Ana"), open_it("Vic", "--role", "viewer")
    vic.press("5", "delete", "n")
    write(ana, "for all to see")
    vic.wait_for("for all to see")
    ana.press("ctrl+q")
    assert ana.wait_for_exit() == 0
    history = msgspec.json.decode(session.read_bytes())["history"].values()
    assert {entry["by"] for entry in list(history)[-1:]} == {"Ana"}
    assert not [entry for entry in history if entry["by"] == "Vic"]
