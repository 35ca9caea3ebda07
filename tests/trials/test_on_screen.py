"""Whatever happens to the disk, the file, the room or the terminal: what is not saved is on the screen and says so."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from mgtui.store.access import create_session
from tests.store.test_disks import fill
from tests.terminal import Terminal
from tests.terminal.warm import Nursery
from tests.trials import tracing
from tests.trials.showing import SAVED, START, items_in, shown_as_saved

NOT_SAVED = "NOT SAVED"
COLUMNS, ROWS = 100, 30


class Table:
    """A session at `path`, and people at terminals who open it."""

    def __init__(self, nursery: Nursery, path: Path, home: Path) -> None:
        self.path = path
        self.nursery = nursery
        self._places = {"MGTUI_STATE_DIR": str(home / "s"), "MGTUI_CONFIG_DIR": str(home / "c")}

    def sit_down(self, name: str = "Ana") -> Terminal:
        """Someone with the board in front of them."""
        arguments = ("open", str(self.path), "--as", name, "--lang", "en")
        terminal = self.nursery.terminal(*arguments, columns=COLUMNS, rows=ROWS, env=self._places)
        terminal.wait_for("De Linde")
        terminal.settle()
        return terminal


def write(at: Terminal, text: str) -> None:
    """Put an item on the board, and weigh it."""
    at.type(f"n{text}\r3")


def wait_until_saved(at: Terminal, text: str, dots: str = "●●●") -> None:
    """Wait for the sign that says so over an item with that weight."""
    row = re.compile(rf"{text} +{dots}")
    at.wait_until(lambda: SAVED in status(at) and row.search(at.text) is not None, what=f"{text} under a ✓")


def status(at: Terminal) -> str:
    """The line that says whether all is saved, below the banners if there are any."""
    return next((line for line in at.lines if line.startswith(" Werving")), "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the session is."""
    place = tmp_path / "folder"
    place.mkdir()
    return place


@pytest.fixture
def table(nursery: Nursery, folder: Path, home: Path) -> Table:
    """A session with nothing in it yet."""
    create_session(folder / "werving.json", START).close()
    return Table(nursery, folder / "werving.json", home)


@pytest.fixture
def small_disk(folder: Path) -> Iterator[Path]:
    """A file system of 256 KiB of its own under the session."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a disk is not allowed here")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


@contextmanager
def told_as_not_saved(at: Terminal, why: str) -> Iterator[None]:
    """What happens in this block before the yield is told with `why`; after the block all is saved."""
    write(at, "w1-after")
    at.wait_for(NOT_SAVED)
    at.wait_until(lambda: why in " ".join(at.text.split()), what=why)
    assert "w1-after" in at.text
    yield
    at.press("ctrl+s")
    wait_until_saved(at, "w1-after")
    assert NOT_SAVED not in at.text


def test_a_full_disk_is_said_and_all_is_saved_once_there_is_room(small_disk: Path, table: Table) -> None:
    filler = small_disk / "filler"
    with table.sit_down() as at:
        fill(filler)
        with told_as_not_saved(at, "the disk is full"):
            filler.unlink()
    assert items_in(table.path) == {"w1-after": 3}


def test_two_programs_at_once_are_one_room_and_each_sees_what_is_saved(table: Table) -> None:
    with table.sit_down("Ana") as ana, table.sit_down("Bo") as bo:
        write(ana, "w1-ana")
        write(bo, "w1-bo")
        for each in (ana, bo):
            wait_until_saved(each, "w1-ana")
            wait_until_saved(each, "w1-bo")
    assert items_in(table.path) == {"w1-ana": 3, "w1-bo": 3}


def test_a_folder_that_is_moved_away_is_said_and_all_is_saved_once_it_is_back(table: Table, folder: Path) -> None:
    with table.sit_down() as at:
        folder.rename(folder.with_name("away"))
        with told_as_not_saved(at, "is not there"):
            folder.with_name("away").rename(folder)
    assert items_in(table.path) == {"w1-after": 3}


def test_a_folder_that_is_removed_for_good_is_left_with_all_in_another_place(
    table: Table, folder: Path, home: Path
) -> None:
    with table.sit_down() as at:
        shutil.rmtree(folder)
        write(at, "w1-after")
        at.wait_for(NOT_SAVED)
        at.press("ctrl+q")
        assert at.wait_for_exit() == 3
        assert "Everything is kept in" in " ".join(at.text.split())
    (rescued,) = (home / "s" / "rescued").glob("*.json")
    assert items_in(rescued) == {"w1-after": 3}


@pytest.mark.parametrize(
    ("call", "error", "why"),
    [
        ("fsync", "EIO", "Input/output error"),
        ("write", "ENOSPC", "the disk is full"),
        ("write", "EDQUOT", "the disk is full"),
        ("openat", "EROFS", "can't be written"),
        ("openat", "EPERM", "can't be written"),
        ("rename", "EINTR", "Interrupted system call"),
    ],
)
def test_a_system_call_that_fails_for_a_while_is_said_and_then_all_is_saved(
    table: Table, call: str, error: str, why: str
) -> None:
    if reason := tracing.cannot_attach():
        pytest.skip(reason)
    only = ["-P", str(table.path.with_name(f".{table.path.name}.tmp"))]
    with table.sit_down() as at:
        with tracing.tampering(at.pid, call, f"error={error}:when=1..3", *only):
            write(at, "w1-after")
            at.wait_for(NOT_SAVED)
            at.wait_until(lambda: why in " ".join(at.text.split()), what=why)
            assert "w1-after" in at.text
        wait_until_saved(at, "w1-after")
    assert items_in(table.path) == {"w1-after": 3}


def test_a_file_that_a_sync_service_replaces_is_not_overwritten(table: Table) -> None:
    with table.sit_down() as at:
        write(at, "w1-mine")
        wait_until_saved(at, "w1-mine")
        other = table.path.with_name("incoming")
        other.write_bytes(table.path.read_bytes().replace(b"w1-mine", b"w1-theirs"))
        os.replace(other, table.path)
        write(at, "w1-after")
        at.wait_for(NOT_SAVED)
        assert "w1-after" in at.text
        assert b"w1-theirs" in table.path.read_bytes()
        at.press("ctrl+q")
        assert at.wait_for_exit() == 3
    assert b"w1-theirs" in table.path.read_bytes()


def test_a_clock_that_is_set_back_again_and_again_costs_nothing(table: Table) -> None:
    command = [sys.executable, "-m", "tests.trials.wandering_clock", "open", str(table.path), "--lang", "en"]
    with Terminal(command, columns=COLUMNS, rows=ROWS) as at:
        at.wait_for("De Linde")
        for number in range(4):
            write(at, f"w1-{number}")
            wait_until_saved(at, f"w1-{number}")
        at.press("ctrl+z", "g")
        at.wait_for("Meetings")
        at.press("ctrl+q")
        assert at.wait_for_exit() == 0
    assert items_in(table.path) == {"w1-0": 3, "w1-1": 3, "w1-2": 3, "w1-3": 0}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_who_is_asked_to_stop_in_the_middle_of_a_word_saves_it(table: Table, number: signal.Signals) -> None:
    with table.sit_down() as at:
        write(at, "w1-before")
        at.type("nw1-half")
        at.wait_for("w1-half")
        at.signal(number)
        assert at.wait_for_exit() == 0
    assert items_in(table.path) == {"w1-before": 3, "w1-half": 0}


def test_a_terminal_that_is_closed_in_the_middle_of_a_word_leaves_it_saved(table: Table) -> None:
    with table.sit_down() as at:
        write(at, "w1-before")
        at.type("nw1-half")
        at.wait_for("w1-half")
        at.hang_up()
        assert at.wait_for_exit() == 0
    assert items_in(table.path) == {"w1-before": 3, "w1-half": 0}


@pytest.mark.parametrize("number", [signal.SIGSTOP, signal.SIGTSTP])
def test_who_is_stopped_goes_on_with_all_there(table: Table, number: signal.Signals) -> None:
    with table.sit_down() as at:
        before = at.text
        at.signal(number)
        at.settle()
        at.signal(signal.SIGCONT)
        at.wait_until(lambda: at.text == before, what="the same screen again")
        keys = "".join(f"nw1-{letter}\r3" for letter in "abcdefgh")
        for key in keys:
            at.type(key)
        wait_until_saved(at, "w1-h")
        at.press("ctrl+q")
        assert at.wait_for_exit() == 0
    assert items_in(table.path) == {f"w1-{letter}": 3 for letter in "abcdefgh"}


def test_keys_that_stop_a_program_do_not_keep_one_that_quits_from_its_end(table: Table) -> None:
    with table.sit_down() as at:
        write(at, "w1-before")
        at.press("ctrl+q")
        while at.exit_status is None:
            at.press("ctrl+z")
            at.settle(0.001)
        assert at.wait_for_exit() == 0
    assert items_in(table.path) == {"w1-before": 3}


def test_what_is_typed_while_it_is_stopped_is_there_afterwards(table: Table) -> None:
    with table.sit_down() as at:
        at.signal(signal.SIGSTOP)
        write(at, "w1-meanwhile")
        at.signal(signal.SIGCONT)
        wait_until_saved(at, "w1-meanwhile")
    assert items_in(table.path) == {"w1-meanwhile": 3}


def test_a_room_that_is_stopped_by_a_signal_loses_nobody_anything(table: Table) -> None:
    with table.sit_down("Ana") as ana, table.sit_down("Bo") as bo:
        bo.wait_for("2 together")
        ana.signal(signal.SIGSTOP)
        bo.type("nw1-waiting\r")
        bo.wait_for("does not answer")
        bo.wait_for("Not sent yet: new item “w1-waiting”")
        bo.type("Ew1-ambition\r")
        bo.wait_for("new item “w1-waiting” · ambition: “w1-ambition”")
        assert SAVED not in status(bo)
        ana.signal(signal.SIGCONT)
        bo.wait_until_gone("does not answer")
        wait_until_saved(bo, "w1-waiting", dots="")
    assert items_in(table.path) == {"w1-waiting": 0}


def test_who_leaves_a_room_that_is_stopped_is_told_what_may_not_be_saved(table: Table) -> None:
    with table.sit_down("Ana") as ana, table.sit_down("Bo") as bo:
        bo.wait_for("2 together")
        ana.signal(signal.SIGSTOP)
        bo.type("nw1-waiting\r")
        bo.wait_for("does not answer")
        bo.press("ctrl+q")
        assert bo.wait_for_exit() == 3
        assert "may not be saved: new item “w1-waiting”" in " ".join(bo.text.split())
        ana.signal(signal.SIGCONT)
        ana.wait_for("w1-waiting")


def test_who_comes_to_a_room_that_is_stopped_learns_whose_it_is(table: Table) -> None:
    with table.sit_down("Ana") as ana:
        ana.signal(signal.SIGSTOP)
        with table.nursery.terminal("open", str(table.path), "--lang", "en") as bo:
            assert bo.wait_for_exit() == 4
            assert "is open at Ana" in " ".join(bo.text.split())
        ana.signal(signal.SIGCONT)
        write(ana, "w1-after")
        wait_until_saved(ana, "w1-after")
    assert items_in(table.path) == {"w1-after": 3}


def test_who_froze_editing_leaves_calmly_with_all_saved(table: Table) -> None:
    with table.sit_down("Ana") as ana:
        write(ana, "w1-before")
        ana.type("PF")
        ana.wait_for("Frozen by Ana")
        ana.press("ctrl+q")
        assert ana.wait_for_exit() == 0
    assert items_in(table.path) == {"w1-before": 3}


def test_a_room_that_was_frozen_goes_on_at_another_when_its_keeper_leaves(table: Table) -> None:
    with table.sit_down("Ana") as ana, table.sit_down("Bo") as bo:
        bo.wait_for("2 together")
        write(ana, "w1-before")
        ana.type("PF")
        ana.wait_for("Frozen by Ana")
        ana.press("ctrl+q")
        assert ana.wait_for_exit() == 0
        bo.wait_until_gone("2 together")
        bo.wait_for("w1-before")
        bo.press("ctrl+q")
        assert bo.wait_for_exit() == 0
    assert items_in(table.path) == {"w1-before": 3}


PEOPLE = 10


def test_the_room_killed_under_ten_people_who_type_loses_nothing(table: Table) -> None:
    with ExitStack() as stack:
        room = stack.enter_context(table.sit_down("Room"))
        people = [stack.enter_context(table.sit_down(f"P{number}")) for number in range(PEOPLE)]
        for number, each in enumerate(people):
            write(each, f"w{number}-before")
        room.kill()
        for number, each in enumerate(people):
            write(each, f"w{number}-after")
        for number, each in enumerate(people):
            each.wait_for(f"{PEOPLE} together", 30)
            wait_until_saved(each, f"w{number}-after")
            shown = shown_as_saved(each.output_since(0), COLUMNS, ROWS)
            assert shown.items() <= items_in(table.path).items(), number
        wanted = {f"w{number}-{when}": 3 for number in range(PEOPLE) for when in ("before", "after")}
        assert items_in(table.path) == wanted
