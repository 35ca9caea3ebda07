"""A client's end of the connection to a room: lines out, frames in, and word of the end.

Invariant: `lost` is called once, after the last frame.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path
from typing import cast

from mgtui.live import protocol
from mgtui.live.protocol import Bye, FromClient, FromRoom, Hello, Malformed, Welcome

WELCOME_WITHIN = 5.0
"""Seconds in which a room must answer a hello."""

CHUNK = 256 * 1024


class Unwelcome(Exception):
    """The room is there and does not let one in.

    Attributes:
        reason: why, as the room's `Bye` says.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Connection(asyncio.Protocol):
    """A connection that is made; give it to an event loop with `attach`.

    Args:
        heard: called with each frame. lost: called when the connection is gone.
    """

    def __init__(self, heard: Callable[[FromRoom], None], lost: Callable[[], None]) -> None:
        self._heard = heard
        self._lost = lost
        self._pieces: list[bytes] = []
        self._transport: asyncio.Transport | None = None

    async def attach(self, sock: socket.socket, rest: bytes) -> None:
        """Go on with `sock`, of which `rest` was read already."""
        await asyncio.get_running_loop().create_unix_connection(lambda: self, sock=sock)
        if rest:
            self.data_received(rest)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ready to send."""
        self._transport = cast(asyncio.Transport, transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """No more of this room."""
        self._transport = None
        self._lost()

    def data_received(self, data: bytes) -> None:
        """Hear each whole line."""
        *whole, rest = data.split(b"\n")
        for line in whole:
            self._pieces.append(line)
            text, self._pieces = b"".join(self._pieces), []
            self._hear(text)
        if rest:
            self._pieces.append(rest)

    def send(self, frame: FromClient) -> None:
        """Send `frame`, if there still is a connection.

        Raises:
            Malformed: when it is too long to send at all.
        """
        for line in protocol.lines(frame):
            if self._transport:
                self._transport.write(line)

    def close(self) -> None:
        """End it when all is sent."""
        if self._transport:
            self._transport.close()

    def _hear(self, text: bytes) -> None:
        try:
            frame = protocol.from_room(text)
        except Malformed:
            self.close()
            return
        if frame is not None and self._transport:
            self._heard(frame)


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
