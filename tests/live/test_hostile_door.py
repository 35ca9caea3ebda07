"""Claims about people at the SSH door who mean no good: it costs them their own visit, and nobody else anything."""

from __future__ import annotations

import asyncio
import contextlib
import shlex
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import asyncssh
import psutil
import pytest

from tests.live.ssh_doors import BuiltInDoor, make_key
from tests.live.test_terminals import SAMPLE
from tests.trials.judging import assert_harmless

pytestmark = pytest.mark.skipif(shutil.which("ssh") is None, reason="needs an OpenSSH client")

MOST_MEMORY: Final = 200 * 1024 * 1024
"""Bytes that the door itself may take, whoever stands before it."""

HOSTILE_NAME: Final = "Vic\x1b]0;taken over\x07\u202egnp"

BOARD: Final = b"De Regenboog"

HERE: Final = "127.0.0.1"
ELSEWHERE: Final = "127.0.0.2"
"""Two places from which one comes; only Linux has the second without asking for it."""


@pytest.fixture(scope="module")
def door() -> Iterator[BuiltInDoor]:
    """A door that has been opened."""
    with opened_door() as opened:
        yield opened


@contextmanager
def opened_door() -> Iterator[BuiltInDoor]:
    """A door to a folder with a session, and with links that lead out of it, for a facilitator and a viewer."""
    with tempfile.TemporaryDirectory(prefix="mgtui-") as place:
        folder, home, outside = (Path(place) / name for name in ("served", "home", "outside"))
        for each in (folder, home, outside):
            each.mkdir()
        shutil.copy(SAMPLE, folder / "scholen.json")
        shutil.copy(SAMPLE, outside / "geheim.json")
        (folder / "link.json").symlink_to(outside / "geheim.json")
        (folder / "below.json").symlink_to(outside)
        (folder / "inside.json").symlink_to("scholen.json")
        (folder / "loop.json").symlink_to("loop.json")
        (folder / ".hidden.json").symlink_to("/etc/passwd")
        keys = f'role="facilitator",name="Fay" {make_key(home / "Fay")}\n'
        keys += f'role="viewer",name="{HOSTILE_NAME}" {make_key(home / "Vic")}\n'
        keys += f'role="viewer" {make_key(home / "Nameless")}\n'
        with BuiltInDoor(folder, home, keys=keys) as opened:
            yield opened


async def knock(
    door: BuiltInDoor, key: str = "Fay", name: str = "ana", place: str = HERE
) -> asyncssh.SSHClientConnection:
    """Come in by hand, from `place`."""
    return await asyncssh.connect(
        "127.0.0.1",
        door.port,
        local_addr=(place, 0),
        username=name,
        client_keys=[str(door.home / key)],
        known_hosts=None,
        config=None,
        agent_path=None,
    )


async def ask(
    door: BuiltInDoor, command: str | None, key: str = "Fay", place: str = HERE, **options: Any
) -> tuple[int | None, bytes, bytes]:
    """Ask for `command` at a terminal; returns how it ended and what was said. A board that comes is left at once."""
    out = b""
    async with asyncio.timeout(60), await knock(door, key, place=place) as connection:
        options = {"term_type": "xterm", "term_size": (100, 30), **options}
        process = await connection.create_process(command, encoding=None, **options)
        while piece := await process.stdout.read(65536):
            if BOARD in out + piece and BOARD not in out:
                process.stdin.write(b"\x11")
            out += piece
        await process.wait_closed()
        said = await process.stderr.read()
    return process.returncode, out, said


async def assert_the_door_is_well(door: BuiltInDoor, place: str = HERE) -> None:
    """Someone comes in from `place` and sees the board, and the door is small."""
    status, out, _ = await ask(door, "open scholen", place=place)
    assert BOARD in out
    assert status == 0
    assert psutil.Process(door.process.pid).memory_info().rss < MOST_MEMORY


@pytest.mark.parametrize(
    "name",
    [
        "../outside/geheim",
        "../outside/geheim.json",
        "/etc/passwd",
        "./scholen.json",
        "scholen.json/../../outside/geheim.json",
        "link",
        "link.json",
        "inside",
        "below",
        "below/geheim.json",
        "loop",
        ".hidden",
        ".scholen.json.lock",
        "*",
        "~root",
        "$(id)",
        "",
        ".",
        "scholen\n",
        "scholen\u202e",
        "\x1b]0;taken over\x07",
        "x" * 30_000,
    ],
)
async def test_no_name_leads_out_of_what_is_served(door: BuiltInDoor, name: str) -> None:
    status, out, said = await ask(door, f"open {shlex.quote(name)}")
    assert status == 126
    assert not out
    assert b"There are: scholen." in said or not name
    assert_harmless(said.decode().replace("\r\n", "\n"))


@pytest.mark.parametrize(
    "command", ["open 'scholen", "open scholen extra", "sh -c id", "\x00", "\x1b[2J", "open -- x", "-"]
)
async def test_no_command_but_open_does_anything(door: BuiltInDoor, command: str) -> None:
    status, out, said = await ask(door, command)
    assert (status, out) == (126, b"")
    assert_harmless(said.decode().replace("\r\n", "\n"))


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (2**31 - 1, 2**31 - 1), (65_535, 65_535), (2**32 - 1, 1)])
async def test_a_window_of_any_size_is_cut_to_what_may_be(door: BuiltInDoor, size: tuple[int, int]) -> None:
    async with asyncio.timeout(60), await knock(door) as connection:
        process = await connection.create_process("open scholen", encoding=None, term_type="xterm", term_size=size)
        await process.stdout.read(100)
        for _ in range(50):
            process.change_terminal_size(*size)
        process.change_terminal_size(100, 30)
        out = b""
        while BOARD not in out:
            out += await process.stdout.read(65536)
        process.stdin.write(b"\x11")
        await process.wait_closed()
        assert process.returncode == 0
    assert psutil.Process(door.process.pid).memory_info().rss < MOST_MEMORY


async def test_a_giant_environment_is_passed_over(door: BuiltInDoor) -> None:
    giant = {f"LC_{number}": "x" * 1_000 for number in range(2_000)} | {"LANG": "x" * 30_000, "LD_PRELOAD": "/x.so"}
    status, out, _ = await ask(door, "open scholen", env=giant)
    assert (status, BOARD in out) == (0, True)
    await assert_the_door_is_well(door)


async def test_very_many_variables_of_ones_language_cost_nobody_else_their_program(door: BuiltInDoor) -> None:
    many = {f"LC_{one}{other}": "x" * 64 for one in "ABCDEFGHIJKLMNOPQRST" for other in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    nursery = psutil.Process(door.process.pid).children()
    status, out, _ = await ask(door, "open scholen", env=many)
    assert (status, BOARD in out) == (0, True)
    assert all(each.is_running() for each in nursery)


@pytest.mark.parametrize("kind", ["", "x" * 10_000, "../../etc/passwd", "xterm\x1b[2J", "dumb", "vt52"])
async def test_a_terminal_of_any_kind_is_drawn_on(door: BuiltInDoor, kind: str) -> None:
    _, out, said = await ask(door, "open scholen", term_type=kind or None)
    assert BOARD in out or b"ssh -t" in said


async def test_signals_breaks_and_a_closed_keyboard_end_nothing_but_ones_own_visit(door: BuiltInDoor) -> None:
    async with asyncio.timeout(60), await knock(door) as connection:
        process = await connection.create_process("open scholen", encoding=None, term_type="xterm")
        await process.stdout.read(100)
        for number in ("INT", "KILL", "STOP", "HUP", "TERM", "USR1", "NOPE"):
            process.send_signal(number)
        process.send_break(10_000)
        process.stdin.write_eof()
        out = b""
        while b"\x1b[" not in out:
            out += await process.stdout.read(65536)
        process.close()
        await process.wait_closed()
    await assert_the_door_is_well(door)


async def test_who_goes_before_their_program_began_leaves_their_terminal_to_nobody() -> None:
    with opened_door() as door:
        for _ in range(3):
            async with asyncio.timeout(60), await knock(door) as connection:
                for _ in range(3):
                    await connection.create_process("open scholen", encoding=None, term_type="xterm")
        answers = await asyncio.gather(*(ask(door, "open scholen") for _ in range(4)))
        assert all(status == 0 and BOARD in out for status, out, _said in answers)
        assert door.stop() == 0


async def test_one_connection_gets_only_so_many_terminals(door: BuiltInDoor) -> None:
    async with asyncio.timeout(60), await knock(door) as connection:
        got = []
        for _ in range(12):
            try:
                got.append(await connection.create_process("open scholen", encoding=None, term_type="xterm"))
            except asyncssh.ChannelOpenError:
                break
        assert 1 <= len(got) <= 4
    await assert_the_door_is_well(door)


async def test_no_way_leads_through_the_door_to_elsewhere(door: BuiltInDoor, tmp_path: Path) -> None:
    async with asyncio.timeout(60), await knock(door) as connection:
        with pytest.raises(asyncssh.ChannelOpenError):
            await connection.open_connection("127.0.0.1", 22)
        with pytest.raises(asyncssh.ChannelOpenError):
            await connection.open_unix_connection("/run/x")
        with pytest.raises(asyncssh.ChannelListenError):
            await connection.forward_remote_port("", 0, "127.0.0.1", 22)
        with pytest.raises(asyncssh.ChannelListenError):
            await connection.forward_remote_path(str(tmp_path / "s"), str(tmp_path / "t"))
        with pytest.raises((asyncssh.Error, OSError)):
            async with connection.start_sftp_client() as sftp:
                await sftp.listdir("/")
    await assert_the_door_is_well(door)


async def test_wrong_keys_are_few_on_one_connection_and_let_nobody_in(door: BuiltInDoor) -> None:
    keys = [asyncssh.generate_private_key("ssh-ed25519") for _ in range(40)]
    with pytest.raises((asyncssh.Error, ConnectionError)):
        await asyncssh.connect(
            "127.0.0.1", door.port, username="x", client_keys=keys, known_hosts=None, config=None, agent_path=None
        )
    door.read_until("too many tries")
    await assert_the_door_is_well(door)


@pytest.mark.parametrize(
    "name", ["\x1b]0;taken over\x07", "\u202egnp", "\x9b31m", "a" * 20_000, "\r\n12:00  Fay came in", ""]
)
async def test_no_name_someone_logs_in_with_writes_in_the_log_what_a_terminal_obeys(
    door: BuiltInDoor, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A client of one's own making does not refuse such names, as this one would.
    monkeypatch.setattr(asyncssh.connection, "saslprep", lambda text: text)
    monkeypatch.setattr(asyncssh.connection, "_MAX_USERNAME_LEN", 10**6)
    door.log.clear()
    with contextlib.suppress(asyncssh.Error):
        async with asyncio.timeout(60), await knock(door, "Nameless", name) as connection:
            process = await connection.create_process("open scholen", encoding=None, term_type="xterm")
            await process.stdout.read(100)
            process.close()
            await process.wait_closed()
    await ask(door, "open scholen", key="Vic")
    door.read_until("taken over.* went ")
    for line in door.log:
        assert_harmless(line)
        assert len(line) < 300


STARTS: Final = (
    b"",
    b"SSH-2.0-",
    b"SSH-2.0-x\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
    b"SSH-1.5-old\r\n",
    b"\x00" * 5_000,
    b"x" * 100_000,
    b"SSH-2.0-x\r\n\xff\xff\xff\xff" + b"\x00" * 100,
    b"SSH-2.0-x\r\n\x00\x00\x00\x0c\x0a\x14" + b"\xff" * 16,
    "SSH-2.0-\u202e\x1b[2J\r\n".encode(),
)


async def test_a_flood_of_connections_that_are_half_open_slow_or_garbage_costs_the_others_nothing(
    door: BuiltInDoor,
) -> None:
    silent: list[socket.socket] = []
    try:
        for number in range(300):
            each = socket.create_connection(("127.0.0.1", door.port), timeout=20)
            start = STARTS[number % len(STARTS)]
            for byte in start[:20] if number % 3 else b"":
                _send(each, bytes((byte,)))
            _send(each, start[20:] if number % 3 else start)
            if number % 10:
                each.close()
            else:
                silent.append(each)
        if sys.platform == "linux":
            await assert_the_door_is_well(door, ELSEWHERE)
    finally:
        for each in silent:
            each.close()
    await _until_someone_may_come_in(door)
    await assert_the_door_is_well(door)
    await _until_few_files_are_open(door)


def _send(connection: socket.socket, data: bytes) -> None:
    try:
        connection.sendall(data)
    except OSError:
        connection.close()


async def _until_someone_may_come_in(door: BuiltInDoor) -> None:
    """From where the flood came there is no coming in before the door has seen that those who waited are gone."""
    async with asyncio.timeout(60):
        while True:
            with contextlib.suppress(OSError, asyncssh.Error):
                async with await knock(door):
                    return
            await asyncio.sleep(0.05)


async def _until_few_files_are_open(door: BuiltInDoor) -> None:
    process = psutil.Process(door.process.pid)
    async with asyncio.timeout(60):
        while process.num_fds() > 60:
            await asyncio.sleep(0.05)


async def test_what_a_guest_who_vanishes_leaves_is_nothing(door: BuiltInDoor) -> None:
    before = len(psutil.Process(door.process.pid).children(recursive=True))
    for _ in range(3):
        connection = await knock(door)
        process = await connection.create_process("open scholen", encoding=None, term_type="xterm")
        await process.stdout.read(100)
        connection.abort()
        await connection.wait_closed()
    async with asyncio.timeout(60):
        while len(psutil.Process(door.process.pid).children(recursive=True)) > before:
            await asyncio.sleep(0.05)
