"""Claims about holding the conversation together: two people at terminals, one of whom came in over a real ssh."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from tests.live.ssh_doors import BuiltInDoor, make_key
from tests.live.test_terminals import SAMPLE
from tests.terminal import Terminal

ON_THE_BOARD = "Together:"

pytestmark = pytest.mark.skipif(shutil.which("ssh") is None, reason="needs OpenSSH")


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "s.json"))


@pytest.fixture
def door(session: Path, folder: Path) -> Iterator[BuiltInDoor]:
    lines = [f'role="{role}" {make_key(folder / role)}' for role in ("co-facilitator", "viewer")]
    with BuiltInDoor(session, folder, keys="\n".join(lines) + "\n") as opened:
        yield opened


@pytest.fixture
def ana(door: BuiltInDoor, session: Path, folder: Path) -> Iterator[Terminal]:
    """The facilitator, at the machine itself."""
    env = {"MGTUI_STATE_DIR": str(folder / "state"), "MGTUI_CONFIG_DIR": str(folder / "config")}
    command = [sys.executable, "-m", "mgtui", "open", str(session), "--as", "Ana", "--lang", "en"]
    with Terminal(command, columns=120, rows=36, env=env) as terminal:
        yield on_the_board(terminal)


def on_the_board(terminal: Terminal) -> Terminal:
    terminal.wait_for(ON_THE_BOARD)
    terminal.settle()
    return terminal


def test_a_trial_is_seen_over_ssh_when_it_is_shown_and_goes_with_its_author(
    door: BuiltInDoor, ana: Terminal, session: Path
) -> None:
    with door.terminal(name="vic", key="viewer") as vic, door.terminal(name="bo", key="co-facilitator") as bo:
        on_the_board(vic)
        on_the_board(bo)
        bo.press("f4", "tab", "tab", "5")
        bo.wait_for("only you see this")
        for terminal in (vic, ana):
            terminal.settle()
            assert "TRIAL" not in terminal.text
        bo.press("f4", "s")
        bo.wait_for("everyone sees this")
        for terminal in (vic, ana):
            terminal.wait_for("TRIAL of bo: nothing of this is in the session")
            terminal.wait_for("De Linde ▼ −2 → ▼ 0")
        vic.press("f4")
        vic.wait_for("What bo tries")
        vic.press("escape")
        bo.kill()
        for terminal in (vic, ana):
            terminal.wait_until_gone("TRIAL of bo")
    assert b'"by": "bo"' not in session.read_bytes()


def test_a_trial_that_was_shown_is_kept_as_one_change(door: BuiltInDoor, ana: Terminal, session: Path) -> None:
    before = len(msgspec.json.decode(session.read_bytes())["history"])
    with door.terminal(name="bo", key="co-facilitator") as bo:
        on_the_board(bo)
        ana.press("f4", "1", "u", "f4", "s")
        bo.wait_for("TRIAL of Ana")
        ana.press("f4", "enter")
        bo.wait_until_gone("TRIAL of Ana")
        bo.wait_for("●○○○○")
        ana.press("ctrl+z")
        bo.settle()
    ana.press("ctrl+q")
    assert ana.wait_for_exit() == 0
    assert len(msgspec.json.decode(session.read_bytes())["history"]) == before + 2


def test_the_step_that_the_facilitator_names_stands_on_everyones_screen(door: BuiltInDoor, ana: Terminal) -> None:
    with door.terminal(name="bo", key="co-facilitator") as bo:
        on_the_board(bo)
        ana.press("f3")
        ana.wait_for("What do we want to achieve together?")
        ana.press("space")
        bo.wait_for("What do we want to achieve together?")
