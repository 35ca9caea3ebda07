"""Claims about a facilitator and her guests over SSH, each with the stock client in a terminal of their own."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live.ssh_doors import BuiltInDoor, make_key
from tests.live.test_terminals import SAMPLE, write
from tests.terminal import Terminal

pytestmark = pytest.mark.skipif(shutil.which("ssh") is None, reason="needs an OpenSSH client")

DUTCH = {"LANG": "nl_NL.UTF-8"}
REMOVED = 4


@pytest.fixture
def door(tmp_path: Path, folder: Path) -> Iterator[BuiltInDoor]:
    """A door to a session for a facilitator and a co-facilitator with keys."""
    session = Path(shutil.copy(SAMPLE, tmp_path / "scholen.json"))
    roles = (("facilitator", "Fay"), ("co-facilitator", "Cas"))
    keys = "\n".join(f'role="{role}",name="{name}" {make_key(folder / name)}' for role, name in roles)
    with BuiltInDoor(session, folder, keys=keys) as opened:
        yield opened


def on_the_board(*terminals: Terminal) -> None:
    for each in terminals:
        each.wait_for("De Regenboog")
        each.settle()


def test_a_facilitator_freezes_hands_over_and_removes(door: BuiltInDoor) -> None:
    with door.terminal(key="Fay") as fay:
        on_the_board(fay)
        with door.terminal(key="Cas", env=DUTCH, options=("-o", "SendEnv=LANG")) as cas:
            on_the_board(cas)
            fay.press("F")
            for each in (fay, cas):
                each.wait_until(lambda: bool(re.search("Frozen by Fay|Bevroren door Fay", each.text)))  # noqa: B023
            cas.press("n")
            cas.wait_until(lambda: cas.text.count("Bevroren door Fay") == 2)
            fay.press("F")
            cas.wait_for("Iedereen kan weer bewerken")
            write(cas, "weer van mij")
            fay.wait_for("weer van mij")
            fay.press("P")
            fay.wait_for("In the room")
            fay.press("down", "h")
            cas.wait_for("Je bent nu de facilitator")
            fay.wait_for("Fay (you)                         co-facilitator")
            cas.press("P")
            cas.wait_for("Cas (jij)                         facilitator")
            cas.press("home")
            cas.settle()
            cas.press("h")
            fay.wait_for("You are the facilitator now")
            fay.press("end", "delete")
            cas.wait_for("De facilitator heeft je uit deze sessie verwijderd")
            assert cas.wait_for_exit() == REMOVED
            door.read_until("Cas went")
            fay.wait_for("Removed")
            with door.terminal(key="Cas", env=DUTCH, options=("-o", "SendEnv=LANG")) as again:
                again.wait_for("De facilitator heeft je uit deze sessie verwijderd")
                assert again.wait_for_exit() == REMOVED
            fay.press("end", "enter")
            fay.wait_until_gone("Removed")
            with door.terminal(key="Cas") as back:
                on_the_board(back)


def test_a_turn_is_seen_by_all_and_goes_on_when_the_room_is_killed(tmp_path: Path, folder: Path) -> None:
    session = shutil.copy(SAMPLE, tmp_path / "scholen.json")
    env = {"MGTUI_STATE_DIR": str(folder / "state"), "MGTUI_CONFIG_DIR": str(folder / "config")}
    keys = f'role="co-facilitator",name="Cas" {make_key(folder / "Cas")}'
    command = [sys.executable, "-m", "mgtui", "open", str(session), "--lang", "en"]
    with Terminal(command, env=env) as host:
        on_the_board(host)
        with BuiltInDoor(Path(session), folder, keys=keys) as door, door.terminal(key="Cas") as cas:
            on_the_board(cas)
            cas.press("T", "n")
            cas.wait_for("De Regenboog has the floor")
            host.wait_for("⏱ De Regenboog 02:5")
            host.kill()
            before = cas.text
            cas.wait_until(lambda: cas.text != before)
            cas.press("n")
            cas.wait_for("Het Kompas has the floor", timeout=15)
            cas.press("r", "T")
            cas.wait_for("╭─ De Regenboog")
            cas.press("g")
            cas.wait_until(lambda: bool(re.search(r"spoken: De Regenboog 00:\d\d", cas.text)))


def test_what_is_frozen_and_who_leads_go_on_when_the_room_is_killed(tmp_path: Path, folder: Path) -> None:
    session = shutil.copy(SAMPLE, tmp_path / "scholen.json")
    env = {"MGTUI_STATE_DIR": str(folder / "state"), "MGTUI_CONFIG_DIR": str(folder / "config")}
    roles = (("facilitator", "Fay"), ("co-facilitator", "Cas"))
    keys = "\n".join(f'role="{role}",name="{name}" {make_key(folder / name)}' for role, name in roles)
    with Terminal([sys.executable, "-m", "mgtui", "open", str(session), "--lang", "en", "--as", "Ana"], env=env) as ana:
        on_the_board(ana)
        with BuiltInDoor(Path(session), folder, keys=keys) as door, door.terminal(key="Fay") as fay:
            on_the_board(fay)
            with door.terminal(key="Cas") as cas:
                on_the_board(cas)
                fay.press("P")
                fay.wait_for("In the room")
                fay.press("end", "h")
                cas.wait_for("You are the facilitator now")
                fay.wait_for("Fay (you)                         co-facilitator")
                cas.press("F")
                fay.wait_for("Frozen by Cas")
                ana.kill()
                cas.wait_for("2 together")
                write(cas, "from who leads")
                fay.press("P")
                fay.wait_for("from who leads")
                fay.press("n")
                fay.wait_until(lambda: fay.text.count("Frozen by Cas") == 2)
                cas.settle()
                cas.press("F")
                fay.wait_for("Everyone can edit again")
