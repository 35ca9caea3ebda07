"""Starts guests' programs: forked from a process that has imported everything already, else from scratch.

Invariant: a program gets its own session, the given terminal and the given environment, and nothing else of ours.
"""

from __future__ import annotations

import array
import asyncio
import contextlib
import logging
import os
import signal
import socket
import subprocess
from collections.abc import Sequence
from typing import Final

import msgspec
from msgspec import Struct

from mgtui.live.ssh.errand import Child, Errand

LONGEST_REQUEST: Final = 32 * 1024

READY_WITHIN: Final = 20.0
"""Seconds that importing everything may take before the first guest is served the plain way."""

log = logging.getLogger(__name__)


class Born(Struct, frozen=True, tag=True):
    """A program was started for the request with this number; `pid` 0 when it could not be."""

    number: int
    pid: int


class Died(Struct, frozen=True, tag=True):
    """A program has ended; `status` as in `Child.ended`."""

    pid: int
    status: int


class Request(Struct, frozen=True):
    """Start a program with the terminal that comes along."""

    number: int
    errand: Errand


class PlainSpawner:
    """Starts `command` and an errand's arguments as a new program."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = tuple(command)

    async def spawn(self, errand: Errand, terminal: int) -> Child:
        """See `Spawner`; `command` itself takes its standard input as its controlling terminal."""
        process = await asyncio.create_subprocess_exec(
            *self._command,
            *errand.arguments,
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            env=errand.environment,
            start_new_session=True,
        )
        return _PlainChild(process)

    async def close(self) -> None:
        """Nothing is kept."""


class _PlainChild:
    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def ended(self) -> int:
        status = await self._process.wait()
        return status if status >= 0 else 128 - status

    def hang_up(self) -> None:
        self._send(signal.SIGHUP)

    def end(self) -> None:
        self._send(signal.SIGTERM)

    def kill(self) -> None:
        self._send(signal.SIGKILL)

    def _send(self, number: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError):
            self._process.send_signal(number)


class WarmSpawner:
    """Has programs forked by a nursery: `command` plus the number of a socket, which must run `nursery.serve` on it.

    What the nursery can't do, `plain` does.
    """

    def __init__(self, command: Sequence[str], environment: dict[str, str], plain: PlainSpawner) -> None:
        self._plain = plain
        self._number = 0
        self._births: dict[int, asyncio.Future[Child | None]] = {}
        self._deaths: dict[int, asyncio.Future[int]] = {}
        self._ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._nursery = subprocess.Popen(
                [*command, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                env=environment,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        self._ours.setblocking(False)
        self._loop = asyncio.get_running_loop()
        self._ready: asyncio.Future[bool] = self._loop.create_future()
        self._loop.call_later(READY_WITHIN, self._be_ready, False)
        self._loop.add_reader(self._ours, self._hear)

    async def spawn(self, errand: Errand, terminal: int) -> Child:
        """See `Spawner`."""
        child = await self._born(errand, terminal) if await self._ready else None
        return child or await self._plain.spawn(errand, terminal)

    async def close(self) -> None:
        """Let the nursery go; its last children end by themselves."""
        self._lose()
        with contextlib.suppress(subprocess.TimeoutExpired):
            await asyncio.to_thread(self._nursery.wait, 2.0)
        if self._nursery.poll() is None:
            self._nursery.kill()
            self._nursery.wait()

    async def _born(self, errand: Errand, terminal: int) -> Child | None:
        self._number += 1
        request = msgspec.json.encode(Request(self._number, errand))
        if len(request) > LONGEST_REQUEST:
            return None
        birth: asyncio.Future[Child | None] = self._loop.create_future()
        self._births[self._number] = birth
        try:
            fds = array.array("i", [terminal])
            self._ours.sendmsg([request], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, fds)])
        except OSError:
            log.exception("the nursery takes no more")
            return None
        return await birth

    def _hear(self) -> None:
        try:
            data = self._ours.recv(LONGEST_REQUEST)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._lose()
            return
        match msgspec.json.decode(data, type=Born | Died):
            case Born(number=0):
                self._be_ready(True)
            case Born(number=number, pid=pid):
                self._births.pop(number).set_result(self._expected(pid))
            case Died(pid=pid, status=status):
                self._deaths.pop(pid).set_result(status)

    def _expected(self, pid: int) -> Child | None:
        """The child with that `pid`, whose death will be told; None for none."""
        if not pid:
            return None
        death = self._deaths[pid] = self._loop.create_future()
        return _WarmChild(pid, death)

    def _be_ready(self, is_so: bool) -> None:
        if not self._ready.done():
            self._ready.set_result(is_so)

    def _lose(self) -> None:
        """From now on the plain way, also for those who wait."""
        if self._ours.fileno() < 0:
            return
        self._loop.remove_reader(self._ours)
        self._ours.close()
        self._be_ready(False)
        self._ready = self._loop.create_future()
        self._ready.set_result(False)
        for birth in self._births.values():
            birth.set_result(None)
        for death in self._deaths.values():
            death.set_result(0)
        self._births.clear()
        self._deaths.clear()


class _WarmChild:
    def __init__(self, pid: int, death: asyncio.Future[int]) -> None:
        self._pid = pid
        self._death = death

    async def ended(self) -> int:
        return await asyncio.shield(self._death)

    def hang_up(self) -> None:
        self._send(signal.SIGHUP)

    def end(self) -> None:
        self._send(signal.SIGTERM)

    def kill(self) -> None:
        self._send(signal.SIGKILL)

    def _send(self, number: signal.Signals) -> None:
        if not self._death.done():
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(self._pid, number)
