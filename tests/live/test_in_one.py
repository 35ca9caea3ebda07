"""What is written to a guest's connection in pieces comes in one."""

from __future__ import annotations

import select
import socket
import sys
from asyncio.trsock import TransportSocket
from typing import Any, cast

import pytest

from mgtui.live.ssh.guest_session import GuestSession
from mgtui.live.ssh.in_one import in_one

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux can hold back what is written")


class PiecesTo:
    """A channel over `ours` that, as asyncssh's does, writes something before everything that it is given."""

    def __init__(self, ours: socket.socket, client: socket.socket) -> None:
        self.ours = ours
        self.client = client

    def get_extra_info(self, name: str) -> TransportSocket | None:
        """The connection."""
        return TransportSocket(self.ours) if name == "socket" else None

    def write(self, data: bytes) -> None:
        """Write it; what comes before it must not have gone yet."""
        self.ours.send(b"to be ignored, ")
        assert not is_anything_there(self.client)
        self.ours.send(data)


class Nowhere:
    """The channel of a connection that broke a moment ago, as asyncssh has it until it tells of that."""

    def get_extra_info(self, name: str) -> None:
        """Nothing is known of it any more."""


def is_anything_there(sock: socket.socket) -> bool:
    """Whether anything comes within a moment, which is less than the system holds anything back."""
    return bool(select.select([sock], [], [], 0.05)[0])


def test_what_is_written_piece_by_piece_is_sent_in_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        ours, _address = server.accept()
        with ours:
            with in_one(TransportSocket(ours)):
                ours.send(b"to be ignored, ")
                assert not is_anything_there(client)
                ours.send(b"a screen")
            assert is_anything_there(client)
            assert client.recv(100) == b"to be ignored, a screen"


def test_a_guest_is_sent_what_the_program_shows_in_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        ours, _address = server.accept()
        with ours:
            session = GuestSession(cast("Any", None), cast("Any", None), "", lambda _session: None)
            session.connection_made(cast("Any", PiecesTo(ours, client)))
            session._show(b"a screen")
            assert client.recv(100) == b"to be ignored, a screen"


def test_what_the_program_still_shows_when_the_connection_broke_is_dropped() -> None:
    session = GuestSession(cast("Any", None), cast("Any", None), "", lambda _session: None)
    session.connection_made(cast("Any", Nowhere()))
    session._show(b"a screen")


def test_of_a_connection_that_is_gone_it_says_so() -> None:
    ours = socket.socket()
    ours.close()
    with pytest.raises(OSError, match="descriptor"), in_one(TransportSocket(ours)):
        pass
