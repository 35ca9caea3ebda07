"""Claims about a writing round at real terminals: nobody's screen is sent the words of another too soon."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest

from tests.live.ssh_doors import BuiltInDoor, make_key
from tests.live.test_terminals import SAMPLE
from tests.terminal import Terminal

ON_THE_BOARD = "Together:"
FAY, BO, CAS = "apricot of fay", "bramble of bo", "cranberry of cas"
ESCAPES = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|.)")


class Open(Protocol):
    """Opens the session at a terminal for someone."""

    def __call__(self, name: str, *arguments: str) -> Terminal: ...


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "s.json"))


@pytest.fixture
def open_it(session: Path, folder: Path) -> Iterator[Open]:
    """Terminals at this machine."""
    with ExitStack() as stack:

        def at_terminal(name: str, *arguments: str) -> Terminal:
            command = [sys.executable, "-m", "mgtui", "open", str(session), "--as", name, "--lang", "en", *arguments]
            env = {"MGTUI_STATE_DIR": str(folder / "state"), "MGTUI_CONFIG_DIR": str(folder / "config")}
            terminal = stack.enter_context(Terminal(command, env=env))
            terminal.wait_for(ON_THE_BOARD)
            terminal.settle()
            return terminal

        yield at_terminal


def words_sent_to(terminal: Terminal, since: int = 0) -> str:
    """All text that a terminal was sent, whatever was painted over later."""
    return ESCAPES.sub(b"", terminal.output_since(since)).decode(errors="replace")


def ask(facilitator: Terminal, *others: Terminal) -> None:
    """Begin a writing round."""
    facilitator.press("C")
    facilitator.wait_for("A writing round")
    facilitator.press("enter", "enter")
    for terminal in (facilitator, *others):
        terminal.wait_for("What do you want to take")


def write(terminal: Terminal, text: str) -> None:
    terminal.press("n")
    terminal.type(text)
    terminal.press("enter")
    terminal.wait_for(text)
    terminal.press("escape")
    terminal.settle()


def hidden_from_others(written: dict[str, Terminal], also: Iterable[Terminal] = ()) -> None:
    """Nobody but its author was ever sent any of the texts."""
    for text, author in written.items():
        for terminal in (*written.values(), *also):
            terminal.settle()
            assert (text in words_sent_to(terminal)) is (terminal is author)


@pytest.mark.skipif(shutil.which("ssh") is None, reason="needs an OpenSSH client")
def test_words_reach_other_terminals_all_at_once_when_revealed(session: Path, folder: Path, open_it: Open) -> None:
    keys = "\n".join(
        f'role="{role}",name="{name}" {make_key(folder / name)}'
        for name, role in (("Cas", "co-facilitator"), ("Vic", "viewer"))
    )
    with (
        BuiltInDoor(session, folder, keys=keys) as door,
        door.terminal(key="Cas") as cas,
        door.terminal(key="Vic") as vic,
    ):
        fay, bo = open_it("Fay"), open_it("Bo", "--role", "co-facilitator")
        for guest in (cas, vic):
            guest.wait_for(ON_THE_BOARD)
        ask(fay, bo, cas, vic)
        written = {FAY: fay, BO: bo, CAS: cas}
        for text, terminal in written.items():
            write(terminal, text)
        vic.wait_for("3 covered")
        fay.wait_for("2 covered")
        cas.press("space")
        fay.wait_for("ready: 1 of 2 (Cas)   not yet: Bo")
        cas.press("m")
        bo.press("i")
        bo.wait_for("What is at stake")
        hidden_from_others(written, (vic,))
        bo.press("b")
        cas.press("b")
        fay.press("V")
        for terminal in (fay, bo, cas, vic):
            for text in written:
                terminal.wait_for(text)
            terminal.wait_until_gone("What do you want to take")
        bo.wait_for("Fay has revealed 3 items.")


def test_the_rules_survive_the_rooms_process_and_hold_for_who_comes_late_and_who_comes_back(open_it: Open) -> None:
    fay, bo = open_it("Fay"), open_it("Bo", "--role", "co-facilitator")
    ask(fay, bo)
    write(fay, FAY)
    write(bo, BO)
    fay.wait_for("1 covered")
    fay.kill()
    late = open_it("Cas", "--role", "co-facilitator")
    late.wait_for("What do you want to take")
    late.wait_for("2 covered")
    write(late, CAS)
    hidden_from_others({BO: bo, CAS: late})
    again = open_it("Fay")
    again.wait_for(FAY)
    again.wait_for("2 covered")
    assert not {BO, CAS} & {text for text in (BO, CAS) if text in words_sent_to(again)}
    again.press("V")
    for terminal in (again, bo, late):
        for text in (FAY, BO, CAS):
            terminal.wait_for(text)


def test_only_the_facilitator_reveals_and_undoing_that_covers_all_again(open_it: Open) -> None:
    fay, bo = open_it("Fay"), open_it("Bo", "--role", "co-facilitator")
    ask(fay, bo)
    write(bo, BO)
    bo.press("V")
    bo.settle()
    assert BO not in words_sent_to(fay)
    fay.press("V")
    fay.wait_for(BO)
    fay.press("ctrl+z")
    fay.wait_until_gone(BO)
    fay.wait_for("What do you want to take")
    assert BO in bo.text


def test_the_clock_costs_a_few_bytes_a_second_and_nothing_without_a_round(open_it: Open) -> None:
    fay = open_it("Fay")
    fay.settle(1.5)
    mark = fay.mark()
    fay.settle(1.2)
    assert fay.bytes_since(mark) == 0
    ask(fay)
    fay.wait_for("02:5")
    fay.settle()
    mark = fay.mark()
    fay.wait_for("02:55")
    assert 0 < fay.bytes_since(mark) <= 5 * 100
