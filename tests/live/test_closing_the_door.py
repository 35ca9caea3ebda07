"""When someone goes or the built-in door closes, everyone is told, all is saved, and no program of a guest is left."""

from __future__ import annotations

import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.live.ssh_doors import BuiltInDoor, make_key
from tests.live.test_terminals import SAMPLE, write

pytestmark = pytest.mark.skipif(shutil.which("ssh") is None, reason="needs an OpenSSH client")

ON_THE_BOARD = "Together:"


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "scholen.json"))


@pytest.fixture
def door(session: Path, folder: Path) -> Iterator[BuiltInDoor]:
    """A door to the session for two people."""
    keys = [f'role="co-facilitator",name="{name}" {make_key(folder / name)}' for name in ("Fay", "Cas")]
    with BuiltInDoor(session, folder, keys="\n".join(keys)) as opened:
        yield opened


def test_when_the_connection_is_cut_nothing_stays_behind(door: BuiltInDoor) -> None:
    with door.terminal(key="Fay") as fay, door.terminal(key="Cas") as cas:
        fay.wait_for(ON_THE_BOARD)
        cas.wait_for(ON_THE_BOARD)
        fay.wait_for("2 together")
        cas.kill()
        fay.wait_until_gone("2 together")
        door.read_until("Cas went")
        assert len(door.guests()) == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopping_tells_everyone_and_saves_everything(door: BuiltInDoor, session: Path, number: signal.Signals) -> None:
    with door.terminal(key="Cas") as cas:
        cas.wait_for(ON_THE_BOARD)
        cas.settle()
        write(cas, "kept to the last")
        cas.wait_for("kept to the last")
        children = psutil.Process(door.process.pid).children(recursive=True)
        assert door.stop(number) == 0
        cas.wait_for("The host has closed this door")
        assert cas.wait_for_exit() == 0
    assert "kept to the last" in session.read_text(encoding="utf-8")
    assert not psutil.wait_procs(children, timeout=5)[1]


def test_a_guests_program_that_does_not_stop_by_itself_goes_with_the_door(door: BuiltInDoor) -> None:
    with door.terminal(key="Cas") as cas:
        cas.wait_for(ON_THE_BOARD)
        (program,) = door.guests()
        program.suspend()
        assert door.stop() == 0
        cas.wait_for("The host has closed this door")
        assert not program.is_running()


@pytest.mark.parametrize("moment", range(4))
def test_whoever_comes_in_while_the_door_closes_leaves_no_program(door: BuiltInDoor, moment: int) -> None:
    nursery = psutil.Process(door.process.pid).children()
    with door.terminal(key="Cas"):
        door.read_until("Cas came in")
        time.sleep(moment / 20)
        programs = door.guests()
        assert door.stop() == 0
    assert not [each for each in (*nursery, *programs) if each.is_running()]
