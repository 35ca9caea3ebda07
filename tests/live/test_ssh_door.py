"""Claims about the built-in SSH door, with the stock OpenSSH client in a terminal."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import psutil
import pytest

from mgtui.cli.composition.hosting import is_for_this_machine_only
from mgtui.live.ssh.door import CIPHERS, KEX, MACS
from tests.live.ssh_doors import BuiltInDoor, make_key
from tests.live.test_terminals import SAMPLE, write
from tests.terminal import Terminal

pytestmark = pytest.mark.skipif(shutil.which("ssh") is None, reason="needs an OpenSSH client")

ON_THE_BOARD = "Together:"
AUDIT_GOOD, AUDIT_WARNS = 0, 2
ENGLISH = {"LANG": "en_US.UTF-8"}


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "scholen.json"))


@pytest.fixture
def keys(folder: Path) -> str:
    """A line for a key of each role."""
    return "\n".join(
        f'role="{role}",name="{name}" {make_key(folder / name)}'
        for role, name in (("facilitator", "Fay"), ("co-facilitator", "Cas"), ("viewer", "Vic"))
    )


@pytest.fixture
def door(session: Path, folder: Path, keys: str) -> Iterator[BuiltInDoor]:
    """A door to the session for whoever has a key, with one invitation."""
    with BuiltInDoor(session, folder, "--invite", "co-facilitator", keys=keys) as opened:
        yield opened


def test_people_with_keys_work_together_each_in_their_role(door: BuiltInDoor) -> None:
    with door.terminal(key="Fay") as fay, door.terminal(key="Cas") as cas, door.terminal(key="Vic") as vic:
        for terminal in (fay, cas, vic):
            terminal.wait_for(ON_THE_BOARD)
            terminal.settle()
        write(vic, "nobody asked")
        write(cas, "from cas")
        for terminal in (fay, cas, vic):
            terminal.wait_for("from cas")
        assert "nobody asked" not in fay.text
        assert door.read_until("Vic came in").endswith(")")


def test_who_has_no_key_that_is_known_stays_out(door: BuiltInDoor, folder: Path) -> None:
    make_key(folder / "stranger")
    answer = door.run(key="stranger")
    assert answer.returncode == 255
    assert "Permission denied" in answer.stderr


def test_an_invite_code_lets_one_person_in_once(door: BuiltInDoor) -> None:
    code = door.codes[0].upper().replace("-", " ")
    with door.terminal(name="gast") as guest:
        guest.wait_for("Invite code")
        guest.type(code)
        guest.press("enter")
        guest.wait_for(ON_THE_BOARD)
        assert "gast" in door.read_until("came in")
    second = door.run(options=("-o", "BatchMode=yes"))
    assert "Permission denied (publickey)" in second.stderr


def test_after_five_wrong_codes_the_right_one_is_void_too(door: BuiltInDoor) -> None:
    for _ in range(5):
        with door.terminal(name="mallory") as guess:
            guess.wait_for("Invite code")
            guess.type("aaaa-bbbb-cccc")
            guess.press("enter")
            guess.wait_for("Permission denied")
    door.read_until("void")
    assert "Permission denied (publickey)" in door.run(options=("-o", "BatchMode=yes")).stderr


@pytest.mark.parametrize(
    "words", [["/bin/sh"], ["id; open scholen"], ["scp", "-t", "/tmp"], ["open", "../scholen"], ["open"]]
)
def test_no_other_command_runs_here_and_a_sentence_says_so(door: BuiltInDoor, words: list[str]) -> None:
    answer = door.run(*words, key="Fay", options=("-tt",))
    assert answer.returncode == 126
    assert answer.stderr.strip()
    assert not answer.stdout


def test_without_a_terminal_a_sentence_says_what_to_do(door: BuiltInDoor) -> None:
    answer = door.run("open", "scholen", key="Fay")
    assert (answer.returncode, "ssh -t" in answer.stderr) == (126, True)


def test_sftp_scp_and_forwarding_are_refused(door: BuiltInDoor, folder: Path) -> None:
    command = door.ssh(key="Fay")
    options = command[1 : command.index("-p")]
    place = f"{command[-1]}:/etc/passwd"
    for program in ("scp", "sftp"):
        got = subprocess.run(
            [program, *options, "-P", str(door.port), place, str(folder / "stolen")],
            capture_output=True,
            text=True,
            timeout=20,
            stdin=subprocess.DEVNULL,
        )
        assert got.returncode != 0
        assert "nowhere else" in got.stderr
    assert not (folder / "stolen").exists()
    through = door.run(key="Fay", options=("-W", "127.0.0.1:22", "-o", "LogLevel=INFO"))
    assert "nowhere else" in through.stderr
    back = door.run(key="Fay", options=("-N", "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:22"))
    assert back.returncode == 255


def test_a_guest_brings_their_language_and_colours_along_and_nothing_else(door: BuiltInDoor) -> None:
    sent = {"LANG": "nl_NL.UTF-8", "NO_COLOR": "1", "MGTUI_TOKEN": "forged", "MGTUI_STATE_DIR": "/elsewhere"}
    with door.terminal(key="Vic", options=("-A", "-o", f"SendEnv={' '.join(sent)}"), env=sent) as vic:
        vic.wait_for("Samen:")
        assert b"\x1b[38;2;" not in vic.output_since(0)
        assert not {"SSH_AUTH_SOCK", "COLUMNS", "LINES"} & set(door.guests()[0].environ())


def test_a_window_that_changes_size_is_drawn_anew(door: BuiltInDoor) -> None:
    with door.terminal(key="Fay") as fay:
        fay.wait_for(ON_THE_BOARD)
        fay.resize(100, 30)
        fay.wait_until(lambda: "Together" in fay.text and fay.lines[2].rstrip().endswith("╮"))
        fay.resize(60, 15)
        fay.wait_for("larger")


def test_a_large_paste_arrives_whole(door: BuiltInDoor, session: Path) -> None:
    with door.terminal(key="Fay") as fay, door.terminal(key="Cas") as cas:
        fay.wait_for(ON_THE_BOARD)
        cas.wait_for(ON_THE_BOARD)
        fay.settle()
        fay.press("n")
        fay.paste("\n".join(f"pasted {number:03} {'x' * 400}" for number in range(200)))
        fay.wait_for("pasted 199", timeout=30)
        cas.wait_for("pasted 000")
        door.stop()
    items = msgspec.json.decode(session.read_bytes())["items"].values()
    assert sum(item["text"].startswith("pasted") for item in items) == 200


def test_the_host_is_told_nothing_it_can_be_confused_by(door: BuiltInDoor) -> None:
    with door.terminal(key="Cas") as cas:
        cas.wait_for(ON_THE_BOARD)
        cas.press("ctrl+q")
        assert cas.wait_for_exit() == 0
    assert door.read_until("Cas went")


def test_guests_stand_back_behind_the_door_that_carries_what_they_show(door: BuiltInDoor) -> None:
    with door.terminal(key="Fay") as fay:
        fay.wait_for(ON_THE_BOARD)
        assert door.guests()[0].nice() > psutil.Process(door.process.pid).nice()


def test_a_room_that_is_open_already_gets_a_door(session: Path, folder: Path, keys: str) -> None:
    env = {"MGTUI_STATE_DIR": str(folder / "state"), "MGTUI_CONFIG_DIR": str(folder / "config")}
    with Terminal([sys.executable, "-m", "mgtui", "open", str(session), "--lang", "en"], env=env) as host:
        host.wait_for(ON_THE_BOARD)
        host.settle()
        with BuiltInDoor(session, folder, keys=keys) as door, door.terminal(key="Cas") as cas:
            cas.wait_for(ON_THE_BOARD)
            cas.settle()
            write(cas, "from outside")
            host.wait_for("from outside")
            host.press("ctrl+q")
            assert host.wait_for_exit() == 0
            cas.wait_until_gone("2 together")
            write(cas, "goes on without")
            cas.wait_for("goes on without")


def test_a_folder_offers_its_sessions_and_open_goes_straight_to_one(tmp_path: Path, folder: Path, keys: str) -> None:
    for name in ("een", "twee"):
        shutil.copy(SAMPLE, tmp_path / f"{name}.json")
    with BuiltInDoor(tmp_path, folder, keys=keys) as door:
        with door.terminal(key="Fay", env=ENGLISH) as fay:
            fay.wait_for("Scholen werven samen")
            fay.settle()
            fay.press("enter")
            fay.wait_for("De Regenboog")
        with door.terminal("open", "twee", key="Cas", options=("-t",)) as cas:
            cas.wait_for("De Regenboog")
            wrong = door.run("open", "drie", key="Cas", options=("-tt",))
            assert "een, twee" in wrong.stderr


def test_what_a_guest_copies_goes_to_their_terminal_alone(door: BuiltInDoor) -> None:
    with door.terminal(key="Fay") as fay:
        fay.wait_for(ON_THE_BOARD)
        fay.settle()
        fay.press("y")
        fay.wait_until(lambda: bool(fay.screen.copied))


def test_connections_that_say_nothing_are_few_and_cost_the_others_nothing(door: BuiltInDoor) -> None:
    silent = []
    try:
        for _ in range(30):
            connection = socket.create_connection(("127.0.0.1", door.port))
            connection.settimeout(5)
            silent.append(connection)
        refused = [each for each in silent if not _said_hello(each)]
        assert len(refused) == 20
        for each in silent:
            each.close()
        with door.terminal(key="Fay") as fay:
            fay.wait_for(ON_THE_BOARD)
    finally:
        for each in silent:
            each.close()


def test_who_opens_a_door_is_told_who_can_reach_it_and_how_to_come_in(session: Path, folder: Path) -> None:
    with Terminal(
        [sys.executable, "-m", "mgtui", "host", str(session), "--port", "0", "--invite", "viewer"],
        env={**os.environ, **ENGLISH, "MGTUI_CONFIG_DIR": str(folder / "config")},
    ) as host:
        host.wait_for("Stop with ctrl+c.")
        assert "Only this machine can reach the door. With --listen 0.0.0.0 others can too." in host.text
        assert "YOUR-NAME@127.0.0.1" in host.text
        assert "Invite code for one viewer:" in host.text
        host.press("ctrl+c")
        host.wait_for("The door is closed; everything is saved.")
        assert host.wait_for_exit() == 0


@pytest.mark.parametrize(
    ("address", "is_only_here"),
    [("127.0.0.1", True), ("127.8.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False)],
)
def test_a_loopback_address_is_for_this_machine_only(address: str, is_only_here: bool) -> None:
    assert is_for_this_machine_only(address) is is_only_here


def test_the_host_key_is_made_once_and_nobody_else_can_read_it(session: Path, folder: Path, keys: str) -> None:
    prints = []
    for _ in range(2):
        with BuiltInDoor(session, folder, keys=keys) as door:
            prints.append(door.fingerprint)
            assert door.stop() == 0
    assert prints[0] == prints[1]
    assert stat.S_IMODE((folder / "config" / "ssh_host_ed25519_key").stat().st_mode) == 0o600


def test_only_algorithms_without_known_weaknesses_are_offered(door: BuiltInDoor) -> None:
    answer = subprocess.run(
        ["ssh", "-vv", *door.ssh(key="Fay")[1:], "x"],
        capture_output=True,
        text=True,
        timeout=20,
        stdin=subprocess.DEVNULL,
    )
    offered = answer.stderr.split("peer server KEXINIT proposal")[1]
    lines = {
        line.split("debug2: ")[1].split(": ")[0]: line.split(": ")[-1].split(",") for line in offered.splitlines()[1:8]
    }
    assert set(lines["KEX algorithms"]) - {"ext-info-s", "kex-strict-s-v00@openssh.com"} == set(KEX)
    assert lines["host key algorithms"] == ["ssh-ed25519"]
    assert tuple(lines["ciphers stoc"]) == CIPHERS
    assert tuple(lines["MACs stoc"]) == MACS


def _said_hello(connection: socket.socket) -> bool:
    try:
        return connection.recv(100).startswith(b"SSH-2.0")
    except OSError:
        return False


def test_an_audit_finds_no_failure(door: BuiltInDoor) -> None:
    command = [sys.executable, "-m", "ssh_audit", "--skip-rate-test", f"--port={door.port}", "127.0.0.1"]
    audit = subprocess.run(command, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
    assert audit.returncode in (AUDIT_GOOD, AUDIT_WARNS), audit.stdout
    assert "mlkem768x25519-sha256" in audit.stdout
    assert "[fail]" not in audit.stdout
