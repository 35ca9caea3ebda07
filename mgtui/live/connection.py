"""A client's end of the connection to a room: lines out, frames in, and word of the end.

Invariant: frames are heard in their order, one after the other has been dealt with; `lost` is called once, after the
last, and not at all when it was closed from this side.
"""

from __future__ import annotations

import asyncio
import select
import socket
import time
from collections.abc import Callable
from pathlib import Path

from mgtui.live import protocol
from mgtui.live.protocol import Bye, FromClient, FromRoom, Hello, Malformed, Welcome

WELCOME_WITHIN = 5.0
"""Seconds in which a room must answer a hello."""

CHUNK = 16 * 1024
"""Bytes read at once; for many more the system maps memory anew each time, which many processes at once feel."""


class Unwelcome(Exception):
    """The room is there and does not let one in.

    Attributes:
        reason: why, as the room's `Bye` says.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Connection:
    """A connection that is made; in the event loop that is running, or for a moment by waiting for it.

    Args:
        sock: the connection. rest: what was read of it already.
        heard: called with each frame. lost: called when the connection is gone.
    """

    def __init__(
        self, sock: socket.socket, rest: bytes, heard: Callable[[FromRoom], None], lost: Callable[[], None]
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._heard = heard
        self._lost = lost
        self._pieces: list[bytes] = []
        self._unsent = bytearray()
        self._sock = sock
        self._is_open = True
        self._rest = rest
        sock.setblocking(False)

    def start(self) -> None:
        """Hear what was read already, and what comes from now on."""
        self._loop.add_reader(self._sock, self._read)
        rest, self._rest = self._rest, b""
        self._take_in(rest)

    def send(self, frame: FromClient) -> None:
        """Send `frame`, if there still is a connection.

        Raises:
            Malformed: when it is too long to send at all.
        """
        lines = list(protocol.lines(frame))
        if self._is_open:
            self._unsent += b"".join(lines)
            self._write()

    def wait(self, is_answered: Callable[[], bool], within: float) -> None:
        """Hear what comes until it is answered, at most `within` seconds, before anything else is done."""
        deadline = time.monotonic() + within
        while self._is_open and not is_answered() and (left := deadline - time.monotonic()) > 0:
            wanted = [self._sock] if self._unsent else []
            readable, writable, _ = select.select([self._sock], wanted, [], left)
            if writable:
                self._write()
            if readable:
                self._read()

    def close(self) -> None:
        """End it; what can be sent at once still is. Nothing is heard of it any more."""
        if self._is_open:
            self._write()
            self._is_open = False
            self._loop.remove_reader(self._sock)
            self._loop.remove_writer(self._sock)
            self._sock.close()

    def _end(self) -> None:
        if self._is_open:
            self._unsent.clear()
            self.close()
            self._lost()

    def _read(self) -> None:
        try:
            data = self._sock.recv(CHUNK)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if data:
            self._take_in(data)
        else:
            self._end()

    def _take_in(self, data: bytes) -> None:
        *whole, rest = data.split(b"\n")
        for line in whole:
            self._pieces.append(line)
            text, self._pieces = b"".join(self._pieces), []
            self._hear(text)
        if rest:
            self._pieces.append(rest)

    def _hear(self, text: bytes) -> None:
        if not self._is_open:
            return
        try:
            frame = protocol.from_room(text)
        except Malformed:
            self._end()
            return
        if frame is not None:
            self._heard(frame)

    def _write(self) -> None:
        if not self._is_open:
            return
        try:
            sent = self._sock.send(self._unsent)
        except BlockingIOError:
            sent = 0
        except OSError:
            sent = len(self._unsent)  # the end will be read too
        del self._unsent[:sent]
        if self._unsent:
            self._loop.add_writer(self._sock, self._write)
        else:
            self._loop.remove_writer(self._sock)


def call(path: Path, hello: Hello, within: float = WELCOME_WITHIN) -> tuple[socket.socket, Welcome, bytes]:
    """Connect to the room that listens at `path`; returns the connection, its welcome and what came after that.

    Raises:
        OSError: when nobody listens there, or says nothing in `within` seconds.
        Unwelcome: when the room does not let one in.
    """
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        sock.settimeout(within)
        sock.connect(str(path))
        for line in protocol.lines(hello):
            sock.sendall(line)
        text, rest = _first_line(sock)
        welcome = _welcome(text)
        sock.setblocking(False)
    except BaseException:
        sock.close()
        raise
    return sock, welcome, rest


def _first_line(sock: socket.socket) -> tuple[bytes, bytes]:
    pieces = []
    while piece := sock.recv(CHUNK):
        before, end, after = piece.partition(b"\n")
        pieces.append(before)
        if end:
            return b"".join(pieces), after
    raise ConnectionResetError


def _welcome(text: bytes) -> Welcome:
    try:
        frame = protocol.from_room(text)
    except Malformed:
        raise Unwelcome("malformed") from None
    if isinstance(frame, Welcome):
        return frame
    raise Unwelcome(frame.reason if isinstance(frame, Bye) else "malformed")
