"""No frame, of whatever kind and however made, harms a room or a client: at worst it ends the connection it came over.

The kinds of frames are those of the protocol, so that a new one is tried from the day it is there.
"""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from mgtui.domain.history import Entry, replay
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Session
from mgtui.live import protocol, tickets
from mgtui.live.hub import Hub
from mgtui.live.mirror import Mirror
from mgtui.live.protocol import FromClient, FromRoom, Hello, Malformed
from mgtui.live.room import Room
from mgtui.live.sight import Sight
from mgtui.live.tickets import Ticket
from tests.live.conftest import a_session, now
from tests.trials.hostile_data import OFTEN, bent, frames
from tests.trials.judging import quick_and_small

KEY = b"k" * 32
SESSION = Path("/sessions/s.json")
PROOF = "0123456789abcdef"


class Journal:
    """Keeps nothing."""

    def record(self, session: Session, entry: Entry) -> None:
        """As a room asks."""


async def talk(lines: Sequence[bytes], role: str) -> Room:
    """A room after someone in `role` said `lines`, and someone else came in and was heard all the same."""
    room = Room(a_session(), [], Journal(), now)
    hub = Hub(room, SESSION, KEY, Sight(), now)
    with tempfile.TemporaryDirectory(prefix="mgtui-") as folder:
        place = Path(folder) / "s"
        server = await asyncio.get_running_loop().create_unix_server(lambda: _peer(hub), place)
        ticket = msgspec.convert({"role": role}, Ticket)
        token = tickets.issue(KEY, ticket)
        reader, writer = await asyncio.open_unix_connection(str(place), limit=2**22)
        writer.write(protocol.line(Hello(token=token, proof=PROOF)) + b"\n".join(lines) + b"\n")
        await _read_to_the_end(reader, writer)
        other, others = await asyncio.open_unix_connection(str(place), limit=2**22)
        others.write(protocol.line(Hello(token=token, proof=PROOF[::-1])))
        async with asyncio.timeout(20):
            assert b'"welcome"' in await other.readline()
        others.transport.abort()
        hub.close()
        server.close()
    return room


def _peer(hub: Hub) -> asyncio.Protocol:
    from mgtui.live.peer import Peer

    return Peer(hub)


async def _read_to_the_end(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Say goodbye and hear all that the room has to say until then."""
    writer.write(protocol.line(protocol.Bye()))
    async with asyncio.timeout(20):
        with contextlib.suppress(ConnectionError):
            while await reader.read(65536):
                pass
    writer.transport.abort()


@OFTEN
@given(line=frames(FromClient, FromRoom))
def test_a_line_is_a_frame_or_malformed_or_of_a_kind_unknown(line: bytes) -> None:
    for read in (protocol.from_client, protocol.from_room):
        with quick_and_small(), contextlib.suppress(Malformed):
            read(line)


@OFTEN
@given(
    lines=st.lists(frames(FromClient).filter(lambda line: b"\n" not in line), max_size=12),
    role=st.sampled_from(["facilitator", "co-facilitator", "viewer"]),
)
def test_a_room_stays_sound_whatever_is_said_to_it(lines: list[bytes], role: str) -> None:
    with quick_and_small():
        room = asyncio.run(talk(lines, role))
    assert replay(a_session(), room.history) == room.session
    assert role != "viewer" or not room.history


@OFTEN
@given(lines=st.lists(frames(FromRoom), max_size=12))
def test_a_client_takes_what_fits_and_no_more(lines: list[bytes]) -> None:
    mirror = Mirror(a_session(), [])
    for line in lines:
        with quick_and_small(), contextlib.suppress(Malformed, Refused):
            frame = protocol.from_room(line)
            if isinstance(frame, protocol.Welcome):
                list(mirror.welcome(frame))
            elif frame is not None:
                list(mirror.hear(frame))


@OFTEN
@given(token=bent(st.just(tickets.issue(KEY, Ticket(role="viewer")).encode())) | st.binary(max_size=80))
def test_no_token_that_was_not_issued_lets_anyone_in(token: bytes) -> None:
    said = token.decode("utf-8", "replace")
    with quick_and_small(), contextlib.suppress(tickets.NotAdmitted):
        tickets.claimed(said)
    if said == tickets.issue(KEY, Ticket(role="viewer")):
        return
    try:
        tickets.admitted(KEY, said, SESSION)
    except tickets.NotAdmitted:
        return
    raise AssertionError(said)
