"""Claims about the SSH door that someone opens from their screen, with the real program and the stock client."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.live.ssh_doors import CLIENT
from tests.live.test_terminals import SAMPLE, write
from tests.terminal import Terminal

ON_THE_BOARD = "Together:"
CODE = r"\b[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}\b"

pytestmark = pytest.mark.skipif(shutil.which("ssh") is None, reason="needs OpenSSH")


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "s.json"))


def at_machine(session: Path, folder: Path, *arguments: str, rows: int = 36) -> Terminal:
    """The facilitator, on the board."""
    env = {"MGTUI_STATE_DIR": str(folder / "state"), "MGTUI_CONFIG_DIR": str(folder / "config")}
    command = [sys.executable, "-m", "mgtui", "open", str(session), "--lang", "en", *arguments]
    return Terminal(command, columns=120, rows=rows, env=env)


def open_door(terminal: Terminal) -> tuple[int, list[str]]:
    """Open the door for this machine; returns its port and the codes."""
    terminal.wait_for(ON_THE_BOARD)
    terminal.settle()
    terminal.press("D")
    terminal.wait_for("open it for this machine only")
    terminal.press("down", "enter")
    terminal.wait_for("ssh -C")
    found = re.search(r"ssh -C -p (\d+) YOUR-NAME@127\.0\.0\.1", terminal.text)
    assert found
    return int(found[1]), re.findall(CODE, terminal.text)


def comer(folder: Path, port: int, name: str) -> Terminal:
    """Someone who types the line on the screen."""
    made = folder / "config" / "ssh_host_ed25519_key"
    public = subprocess.run(["ssh-keygen", "-y", "-f", made], check=True, capture_output=True, text=True).stdout
    (folder / "known").write_text(f"[127.0.0.1]:{port} {public}")
    known = ("-o", f"UserKnownHostsFile={folder / 'known'}", "-o", "PubkeyAuthentication=no")
    return Terminal(["ssh", *CLIENT, *known, "-C", "-p", str(port), f"{name}@127.0.0.1"])


def test_what_the_screen_shows_lets_someone_in_and_closing_sends_them_away(session: Path, folder: Path) -> None:
    with at_machine(session, folder) as host:
        port, codes = open_door(host)
        with comer(folder, port, "bo") as bo:
            bo.wait_for("Invite code")
            bo.type(codes[0])
            bo.press("enter")
            bo.wait_for(ON_THE_BOARD)
            host.wait_for("bo came in")
            assert not re.findall(CODE, host.text), "a code that was used is shown no longer"
            host.press("escape")
            host.wait_for("door open  ● 2 together")
            write(bo, "from elsewhere")
            host.wait_for("from elsewhere")
            write(host, "from here")
            bo.wait_for("from here")
            host.press("ctrl+p")
            host.type("close the door")
            host.press("enter")
            bo.wait_for("The host has closed this door")
            bo.wait_for_exit()
        host.wait_until_gone("door open")
        write(host, "going on")
        host.wait_for("going on")
        host.press("ctrl+q")
        assert host.wait_for_exit() == 0


def test_more_codes_are_to_be_had_for_each_role(session: Path, folder: Path) -> None:
    with at_machine(session, folder, rows=50) as host:
        port, (first,) = open_door(host)
        host.press("down", "down", "enter")
        host.wait_for("one viewer")
        (code,) = set(re.findall(CODE, host.text)) - {first}
        with comer(folder, port, "vic") as vic:
            vic.wait_for("Invite code")
            vic.type(code)
            vic.press("enter")
            vic.wait_for(ON_THE_BOARD)
            vic.settle()
            vic.press("n")
            vic.wait_for("look")


@pytest.mark.parametrize("is_killed", [False, True])
def test_the_door_goes_with_the_program_that_opened_it(session: Path, folder: Path, is_killed: bool) -> None:
    with at_machine(session, folder) as host:
        open_door(host)
        started = psutil.Process(host.pid).children(recursive=True)
        assert started
        if is_killed:
            host.kill()
        else:
            host.press("escape", "ctrl+q")
            assert host.wait_for_exit() == 0
        assert not psutil.wait_procs(started, timeout=15)[1]


def test_the_app_goes_on_while_the_door_opens_and_closes(session: Path, folder: Path) -> None:
    with at_machine(session, folder) as host:
        host.wait_for(ON_THE_BOARD)
        host.settle()
        host.press("D", "down", "enter")
        host.wait_for("The door is being opened")
        host.press("escape")
        host.settle()
        write(host, "meanwhile")
        host.wait_for("meanwhile")
        host.wait_for("door open")


def test_a_guest_can_not_open_a_door(session: Path, folder: Path) -> None:
    with at_machine(session, folder) as host:
        port, codes = open_door(host)
        with comer(folder, port, "bo") as bo:
            bo.wait_for("Invite code")
            bo.type(codes[0])
            bo.press("enter")
            bo.wait_for(ON_THE_BOARD)
            nothing_leads_to_a_door(bo)


@pytest.mark.parametrize("role", ["facilitator", "edit", "viewer"])
def test_who_was_given_a_role_is_a_guest_too(session: Path, folder: Path, role: str) -> None:
    with at_machine(session, folder, "--role", role) as guest:
        guest.wait_for(ON_THE_BOARD)
        nothing_leads_to_a_door(guest)
        guest.press("ctrl+p")
        guest.type("other session")
        guest.press("enter")
        guest.wait_until_gone(ON_THE_BOARD)
        assert "new session" not in guest.text.lower()


def nothing_leads_to_a_door(guest: Terminal) -> None:
    """Neither the key nor the palette."""
    guest.settle()
    guest.press("D")
    guest.press("ctrl+p")
    guest.type("let others")
    guest.wait_for("Nothing goes by that name here")
    guest.press("escape")
    guest.wait_for(ON_THE_BOARD)
