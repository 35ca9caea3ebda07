"""What is written to a guest's connection in pieces comes in one."""

from __future__ import annotations

import select
import socket
import sys
from asyncio.trsock import TransportSocket

import pytest

from mgtui.live.ssh.in_one import in_one

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux can hold back what is written")


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


def test_of_a_connection_that_is_gone_it_says_so() -> None:
    ours = socket.socket()
    ours.close()
    with pytest.raises(OSError, match="descriptor"), in_one(TransportSocket(ours)):
        pass
