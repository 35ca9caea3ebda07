"""One guest at one terminal: starts their program, carries what is typed and shown, and passes on how it ended.

Invariant: a program never outlives its session, and a session never outlives its connection.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING, Final

import asyncssh

from mgtui.live.ssh.errand import Child, Errand
from mgtui.live.ssh.guests import Guest
from mgtui.live.ssh.in_one import in_one
from mgtui.live.ssh.terminal import Terminal
from mgtui.locale import _

if TYPE_CHECKING:
    from mgtui.live.ssh.door import Door

REFUSED: Final = 126
"""The exit status for what is not done here, as shells have it for what can't be executed."""

ENDED_WITHIN: Final = 5.0
"""Seconds that a program has to save and stop after its terminal is gone, or the door closes."""

KILLED_WITHIN: Final = 2.0
"""Seconds after which a program that did not stop then is stopped by force when the door closes."""

FROM_CLIENT: Final = re.compile(r"LANG|LC_[A-Z_]{1,20}|COLORTERM|NO_COLOR")
VALUE: Final = re.compile(r"[A-Za-z0-9_.@:+-]{0,64}")
MOST_FROM_CLIENT: Final = 20
"""Variables; POSIX and glibc know thirteen of LC_…"""
TERMINAL_TYPE: Final = re.compile(r"[A-Za-z0-9_.+-]{1,40}")


class Unwanted(Exception):
    """What a guest asks for is not done here.

    Attributes:
        sentence: says so, in the host's language.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class GuestSession(asyncssh.SSHServerSession[bytes]):
    """A session of `guest`, who comes from `address`; `over` is called with it at the end."""

    def __init__(self, door: Door, guest: Guest, address: str, over: Callable[[GuestSession], object]) -> None:
        self._door = door
        self._guest = guest
        self._address = address
        self._over = over
        self._wish: str | None = None
        self._type = ""
        self._size = (80, 24)
        self._terminal: Terminal | None = None
        self._child: Child | None = None
        self._running: asyncio.Task[None] | None = None
        self._shown_all = asyncio.Event()

    def connection_made(self, chan: asyncssh.SSHServerChannel[bytes]) -> None:
        """The way to the client."""
        self._chan = chan

    def pty_requested(self, term_type: str, term_size: tuple[int, int, int, int], term_modes: object) -> bool:
        """A terminal is what we are for."""
        self._type = term_type if TERMINAL_TYPE.fullmatch(term_type) else "xterm-256color"
        self._size = term_size[:2]
        return True

    def shell_requested(self) -> bool:
        """What one gets without asking: the session, or a choice of sessions."""
        self._wish = ""
        return True

    def exec_requested(self, command: str) -> bool:
        """What one asks for by name, which may be refused with a sentence."""
        self._wish = command.strip() or "?"
        return True

    def subsystem_requested(self, subsystem: str) -> bool:
        """Refused with a sentence."""
        self._wish = f"subsystem {subsystem}"
        return True

    def session_started(self) -> None:
        """Do what was asked."""
        self._running = asyncio.get_running_loop().create_task(self._run())
        self._door.sessions.add(self)

    def terminal_size_changed(self, width: int, height: int, pixwidth: int, pixheight: int) -> None:
        """Tell the program."""
        self._size = (width, height)
        if self._terminal:
            self._terminal.resize(width, height)

    def data_received(self, data: bytes, datatype: int | None) -> None:
        """Type it."""
        if self._terminal:
            self._terminal.type(data)

    def eof_received(self) -> bool:
        """Someone whose keyboard is gone may still look."""
        return True

    def break_received(self, msec: int) -> bool:
        """A break is nothing here."""
        return False

    def pause_writing(self) -> None:
        """The client is slow: the program waits."""
        if self._terminal:
            self._terminal.pause()

    def resume_writing(self) -> None:
        """The client can take more."""
        if self._terminal:
            self._terminal.resume()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client is gone."""
        self.hang_up()

    def hang_up(self) -> None:
        """The program's terminal goes, and soon the program."""
        if self._terminal:
            self._terminal.close()
        self._shown_all.set()

    async def end(self, farewell: str) -> None:
        """Have the program save and stop, say `farewell`, and close."""
        if self._child:
            self._child.end()
        if not await self._is_over(ENDED_WITHIN):
            self.hang_up()  # it may be waiting for a client that reads no more
            if not await self._is_over(KILLED_WITHIN) and self._child:
                self._child.kill()
                await self._is_over(KILLED_WITHIN)
        self._say(farewell)
        self._exit(0)

    async def _is_over(self, seconds: float) -> bool:
        """Whether what was asked is done, or is within so many `seconds`."""
        if self._running:
            await asyncio.wait([self._running], timeout=seconds)
        return self._running is None or self._running.done()

    async def _run(self) -> None:
        try:
            status = await self._serve()
        except Unwanted as unwanted:
            self._say(unwanted.sentence)
            status = REFUSED
        except OSError as error:
            self._say(_("That could not be started here."))
            self._door.say(_("{name} could not be served: {problem}").format(name=self._guest.name, problem=error))
            status = REFUSED
        finally:
            self._door.sessions.discard(self)
            self._over(self)
        if not self._door.is_closing:
            self._exit(status)

    async def _serve(self) -> int:
        """Run the program until it ends; returns its exit status."""
        errand = self._door.receive(self._guest, self._wish or "")
        if not self._type:
            raise Unwanted(_("This needs a terminal to draw on: use “ssh -t”."))
        sent = {**errand.environment, **self._from_client(), "TERM": self._type, "SSH_CONNECTION": self._address}
        terminal = self._terminal = Terminal(
            self._show, self._shown_all.set, self._chan.pause_reading, self._chan.resume_reading
        )
        terminal.resize(*self._size)
        try:
            started = type(errand)(errand.arguments, sent)
            self._child = await self._spawned(started, os.dup(terminal.inner))
            if self._door.is_closing:
                self._child.end()
            terminal.close_inner()
            self._door.came(self._guest, self._address)
            await self._shown_all.wait()
            return await self._ended(self._child)
        finally:
            terminal.close()
            if self._child:
                self._door.left(self._guest, self._address)

    async def _spawned(self, errand: Errand, inner: int) -> Child:
        """The program with the terminal `inner`, which is let go of here and not before.

        A guest may go while it waits to be begun; the number of a terminal that is closed is soon another one's.
        """
        try:
            return await self._door.spawner.spawn(errand, inner)
        finally:
            os.close(inner)

    async def _ended(self, child: Child) -> int:
        """How the program ends now that its terminal is gone, by itself or made to."""
        for insist in (child.hang_up, child.end, child.kill):
            with contextlib.suppress(TimeoutError):
                return await asyncio.wait_for(child.ended(), ENDED_WITHIN)
            insist()
        return await child.ended()

    def _from_client(self) -> dict[str, str]:
        """What the client may say of itself: its language and colours."""
        sent = self._chan.get_environment().items()
        known = ((key, value) for key, value in sent if FROM_CLIENT.fullmatch(key) and VALUE.fullmatch(value))
        return dict(islice(known, MOST_FROM_CLIENT))

    def _show(self, data: bytes) -> None:
        if (connection := self._chan.get_extra_info("socket")) is None:
            return  # it broke, and we are told of that in a moment
        with contextlib.suppress(OSError), in_one(connection):
            self._chan.write(data)

    def _say(self, sentence: str) -> None:
        with contextlib.suppress(OSError):
            self._chan.write_stderr(f"{sentence}\r\n".encode())

    def _exit(self, status: int) -> None:
        with contextlib.suppress(OSError):
            self._chan.exit(status)
