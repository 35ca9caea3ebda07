"""Claims about the system's own OpenSSH as a door, set up as docs/working-together.md tells it, with a real sshd."""

from __future__ import annotations

import getpass
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import psutil
import pytest

from tests.live.ssh_doors import CLIENT, make_key
from tests.live.test_terminals import SAMPLE, write
from tests.terminal import Terminal

SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
REPOSITORY = Path(__file__).parents[2]
ON_THE_BOARD = "Together:"

pytestmark = pytest.mark.skipif(not SSHD or shutil.which("ssh") is None, reason="needs OpenSSH")


class SystemDoor:
    """An sshd of this user on loopback, with a key for each line of authorized_keys."""

    def __init__(self, folder: Path, keys: str, *settings: str) -> None:
        assert SSHD
        self._folder = folder
        self.port = _free_port()
        public = make_key(folder / "host")
        (folder / "authorized").write_text(keys)
        (folder / "known_hosts").write_text(f"[127.0.0.1]:{self.port} {public}\n")
        config = [
            f"Port {self.port}",
            "ListenAddress 127.0.0.1",
            f"HostKey {folder / 'host'}",
            f"AuthorizedKeysFile {folder / 'authorized'}",
            "PidFile none",
            "StrictModes no",
            "UsePAM no",
            "PermitRootLogin prohibit-password",
            "PasswordAuthentication no",
            *settings,
        ]
        (folder / "sshd_config").write_text("\n".join(config) + "\n")
        if os.getuid() == 0:
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
        self.process = subprocess.Popen(
            [SSHD, "-D", "-e", "-f", folder / "sshd_config"], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _wait_for_port(self.port)

    def ssh(self, key: str, *words: str, options: Sequence[str] = ()) -> list[str]:
        """The command by which the owner of `key` comes in."""
        known = ["-o", f"UserKnownHostsFile={self._folder / 'known_hosts'}"]
        there = ["-p", str(self.port), f"{getpass.getuser()}@127.0.0.1", *words]
        return ["ssh", *options, *CLIENT, *known, "-i", str(self._folder / key), "-tt", *there]

    def close(self) -> None:
        """End it and what it started."""
        started = psutil.Process(self.process.pid).children(recursive=True)
        self.process.terminate()
        self.process.wait(10)
        psutil.wait_procs(started, 5)


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "s.json"))


@pytest.fixture
def program(session: Path, folder: Path) -> str:
    """How a door calls mgtui here: `mgtui open FILE`, with this test's own folders."""
    environment = f"MGTUI_STATE_DIR={folder / 'state'} MGTUI_CONFIG_DIR={folder / 'config'} LANG=C.UTF-8"
    return f"cd {REPOSITORY} && env {environment} {sys.executable} -m mgtui open {session}"


@pytest.fixture
def door(folder: Path, program: str) -> Iterator[SystemDoor]:
    """A door for Ana, who may edit, and Vic, who looks on."""
    people = (("ana", "edit"), ("vic", "viewer"))
    lines = [_line(folder, name, f"{program} --as {name} --role {role}") for name, role in people]
    opened = SystemDoor(folder, "".join(lines))
    yield opened
    opened.close()


def test_people_who_come_in_by_sshd_work_in_the_room_of_the_one_at_the_machine(
    door: SystemDoor, program: str, session: Path
) -> None:
    here = Terminal(["/bin/sh", "-c", f"{program} --as host"])
    with here, Terminal(door.ssh("ana")) as ana, Terminal(door.ssh("vic")) as vic:
        for terminal in (here, ana, vic):
            terminal.wait_for(ON_THE_BOARD)
            terminal.settle()
        here.wait_for("3 together")
        write(ana, "over sshd")
        vic.press("delete")
        for terminal in (here, vic):
            terminal.wait_for("over sshd")
        here.press("ctrl+q")
        assert here.wait_for_exit() == 0
        write(ana, "still here")
        ana.wait_for("still here")
        ana.press("ctrl+q")
        assert ana.wait_for_exit() == 0
    by = {entry["by"] for entry in list(msgspec.json.decode(session.read_bytes())["history"].values())[-2:]}
    assert by == {"ana"}


def test_what_one_asks_for_instead_is_not_done(door: SystemDoor, folder: Path) -> None:
    with Terminal(door.ssh("vic", "touch", str(folder / "touched"))) as vic:
        vic.wait_for(ON_THE_BOARD)
    assert not (folder / "touched").exists()


def test_a_cut_connection_leaves_no_program_behind(door: SystemDoor) -> None:
    with Terminal(door.ssh("ana")) as ana:
        ana.wait_for(ON_THE_BOARD)
        programs = [each for each in psutil.Process(door.process.pid).children(recursive=True) if each.terminal()]
        assert programs
        ana.kill()
        assert not psutil.wait_procs(programs, timeout=10)[1]


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({"COLORTERM": "truecolor"}, "millions"),
        ({}, "256"),
        ({"COLORTERM": "truecolor", "NO_COLOR": "1"}, "greys"),
    ],
    ids=["truecolor", "256", "none"],
)
def test_the_terminal_at_the_other_end_decides_on_its_colours(
    folder: Path, program: str, sent: dict[str, str], expected: str
) -> None:
    door = SystemDoor(folder, _line(folder, "ana", f"{program} --role edit"), "AcceptEnv COLORTERM NO_COLOR")
    command = ["env", "-u", "COLORTERM", "-u", "NO_COLOR", *(f"{name}={value}" for name, value in sent.items())]
    try:
        with Terminal([*command, *door.ssh("ana", options=("-o", "SendEnv=COLORTERM NO_COLOR"))]) as ana:
            ana.wait_for(ON_THE_BOARD)
            ana.settle()
            assert _colours(ana.output_since(0)) == expected
    finally:
        door.close()


def test_mouse_letters_of_any_kind_sizes_and_copies_pass_through_sshd(door: SystemDoor) -> None:
    with Terminal(door.ssh("ana")) as ana, Terminal(door.ssh("vic")) as vic:
        for terminal in (ana, vic):
            terminal.wait_for(ON_THE_BOARD)
            terminal.settle()
        write(ana, "één 日本 ✓")
        for terminal in (ana, vic):
            terminal.wait_for("één 日本 ✓")
        ana.settle()
        ana.press("y")
        ana.wait_until(lambda: any("één 日本 ✓" in each for each in ana.screen.copied))
        assert not vic.screen.copied
        ana.click_on("rust in de regio")
        ana.settle()
        ana.press("y")
        ana.wait_until(lambda: "rust in de regio" in ana.screen.copied[-1])
        ana.resize(100, 30)
        ana.wait_until(lambda: "Together" in ana.text and ana.lines[2].rstrip().endswith("╮"))


def test_a_match_block_lets_a_whole_account_in(folder: Path, program: str) -> None:
    command = f"{program} --as $USER --role edit"
    block = (f"Match User {getpass.getuser()}", f"    ForceCommand /bin/sh -c {shlex.quote(command)}")
    door = SystemDoor(folder, make_key(folder / "someone") + "\n", *block)
    try:
        with Terminal(door.ssh("someone", "id")) as someone:
            someone.wait_for(ON_THE_BOARD)
    finally:
        door.close()


def _line(folder: Path, name: str, command: str) -> str:
    """A line of authorized_keys by which `name` gets to do `command` and nothing else."""
    return f'restrict,pty,command="{command}" {make_key(folder / name)}\n'


def _colours(output: bytes) -> str:
    """Which kind of colours `output` asks a terminal for."""
    found = {match.groups() for match in re.finditer(rb"[34]8;2;(\d+);(\d+);(\d+)", output)}
    if not found:
        return "256" if b"38;5;" in output else "none"
    return "greys" if all(len(set(each)) == 1 for each in found) else "millions"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for_port(port: int) -> None:
    deadline = time.monotonic() + 10
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
        else:
            return
