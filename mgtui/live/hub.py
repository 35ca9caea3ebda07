"""The room's door for other processes: a socket that lets people in by their tokens.

Invariant: nothing that comes in over the socket stops the room or another peer; at worst it ends its own connection.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from mgtui.domain.news import Changed, Empowered, News, NotSaved, Present, Saved, Shown, Timed, Tried
from mgtui.domain.people import Person, Place
from mgtui.live import protocol
from mgtui.live.peer import Peer
from mgtui.live.room import Room
from mgtui.live.sight import Sight
from mgtui.live.tickets import Removed, Ticket, admitted, client_of, person_with

MOST_PEERS = 128

PRESENCE_EVERY = 0.1
"""Seconds in which what people do with their cursors goes out together."""

SAVED_EVERY = 1.0
"""Seconds in which those who changed nothing are told once that all is saved."""

Broadcast = Changed | Saved | NotSaved | Shown | Timed | Tried | Empowered


class Hub:
    """Lets peers into `room`, which is the room of the session at `session_path`.

    Args:
        room: the room they come into.
        session_path: its session's own path; a token must be for it.
        key: what tokens are signed with.
        sight: what viewers see.
        clock: tells since when people are here.
    """

    def __init__(self, room: Room, session_path: Path, key: bytes, sight: Sight, clock: Callable[[], datetime]) -> None:
        self.room = room
        self.sight = sight
        self._session_path = session_path
        self._key = key
        self._clock = clock
        self._connections: set[Peer] = set()
        self._peers: dict[str, Peer] = {}
        self._server: asyncio.Server | None = None
        self._told = Present(())
        self._telling: asyncio.TimerHandle | None = None
        self._telling_saved: asyncio.TimerHandle | None = None
        self._lines: dict[bool, tuple[Broadcast, bytes]] = {}

    async def serve(self, listening: socket.socket) -> None:
        """Let in who comes to the socket `listening`, which is closed with the hub."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_unix_server(lambda: Peer(self), sock=listening)

    def close(self) -> None:
        """Hang up on everyone; they look for the room again, wherever it is then."""
        if self._server:
            self._server.close()
        for timer in (self._telling, self._telling_saved):
            if timer:
                timer.cancel()
        for peer in list(self._connections):
            peer.hang_up()

    def connected(self, peer: Peer) -> None:
        """Someone is at the door."""
        self._connections.add(peer)
        if len(self._connections) > MOST_PEERS:
            peer.dismiss("full")

    def admit(self, peer: Peer, hello: protocol.Hello) -> Person:
        """Who may come in with `hello`; a seat that the same client had before is taken from it.

        Raises:
            NotAdmitted: when its token is none for this room.
            Removed: when a facilitator has removed its holder.
        """
        ticket = admitted(self._key, hello.token, self._session_path)
        client = client_of(hello.proof)
        name = self._free_name(_wanted_name(ticket, hello), client)
        came = self.room.came.get(client) or self._clock()
        person = person_with(ticket, client, name, came)
        if self.room.powers.keeps_out(person):
            raise Removed
        former = self._peers.get(client)
        if former:
            former.dismiss("elsewhere")
        self._peers[client] = peer
        return person

    def lost(self, peer: Peer) -> None:
        """A connection is gone, and with it the seat, unless its client has another connection by now."""
        self._connections.discard(peer)
        client = peer.person.client if peer.person else ""
        if self._peers.get(client) is peer:
            del self._peers[client]
            self.room.leave(client)

    def line_for(self, peer: Peer, news: Broadcast) -> bytes:
        """`news` as the line that `peer` gets; all of its kind get the same, so it is made once."""
        written = self._lines.get(peer.sees_less)
        if written and written[0] is news:
            return written[1]
        line = protocol.line(_frame(self.sight.of(news) if peer.sees_less and isinstance(news, Changed) else news))
        self._lines[peer.sees_less] = (news, line)
        return line

    @property
    def told_places(self) -> Mapping[str, Place]:
        """Where everyone was last told to be: what is told next is how it differs from that."""
        return self._told.places

    def tell_presence(self) -> None:
        """Tell everyone soon who is here and where."""
        if self._telling is None:
            self._telling = asyncio.get_running_loop().call_later(PRESENCE_EVERY, self._tell_presence_now)

    def tell_saved(self) -> None:
        """Tell everyone soon that all is saved; whoever waits for it was told."""
        if self._telling_saved is None:
            self._telling_saved = asyncio.get_running_loop().call_later(SAVED_EVERY, self._tell_saved_now)

    def _tell_saved_now(self) -> None:
        self._telling_saved = None
        line = protocol.line(protocol.Durable(self.room.durable))
        for peer in list(self._peers.values()):
            peer.send(line)

    def _tell_presence_now(self) -> None:
        self._telling = None
        before, self._told = self._told, self.room.present
        moved = {
            client: self._told.places.get(client)
            for client in before.places.keys() | self._told.places.keys()
            if before.places.get(client) != self._told.places.get(client)
        }
        people = None if self._told.people == before.people else self._told.people
        if people is None and not moved:
            return
        line = protocol.line(protocol.Here(people, moved))
        for peer in list(self._peers.values()):
            peer.send(line)

    def _free_name(self, name: str, client: str) -> str:
        """`name`, with a number when someone else here has it."""
        taken = {person.name for person in self.room.people if person.client != client}
        wanted = name.strip() or "?"
        numbered = (f"{wanted} {number}" for number in range(2, MOST_PEERS + 2))
        return next(each for each in (wanted, *numbered) if each not in taken)


def _wanted_name(ticket: Ticket, hello: protocol.Hello) -> str:
    """The name on the ticket, if any; with the number that told them from a namesake before the room moved."""
    before, _, number = hello.name.rpartition(" ")
    is_numbered = number.isdecimal() and before == ticket.name
    return ticket.name if ticket.name and not is_numbered else hello.name


def _frame(news: News) -> protocol.FromRoom:
    match news:
        case Changed():
            return protocol.Taken(news.entry)
        case Saved():
            return protocol.Durable(news.revision)
        case NotSaved():
            return protocol.Unsaved(news.reason, news.details)
        case Shown():
            return protocol.Shows(news.view)
        case Timed():
            return protocol.Times(news.turns)
        case Tried():
            return protocol.Tries(news.trial)
        case Empowered():
            return protocol.May(news.powers)
    raise ValueError(news)
