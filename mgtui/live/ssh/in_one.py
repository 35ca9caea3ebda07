"""What is written to a connection in pieces, sent in one: asyncssh puts a packet to be ignored before each of ours.

Without it a client is woken twice for every screen, and on a slow line each screen has the headers of two segments.
"""

from __future__ import annotations

import socket
import sys
from asyncio.trsock import TransportSocket
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def in_one(sock: TransportSocket) -> Iterator[None]:
    """Hold back what is written to the connection `sock`, and send it at the end; not where only Linux can.

    Raises:
        OSError: there is no connection any more.
    """
    _hold_back(sock, is_held=True)
    try:
        yield
    finally:
        _hold_back(sock, is_held=False)


def _hold_back(sock: TransportSocket, *, is_held: bool) -> None:
    if sys.platform == "linux":
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, is_held)
