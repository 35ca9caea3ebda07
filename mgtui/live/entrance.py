"""The way to the room: with the session's lock free this process becomes it, else the one that is there is joined.

Invariant: of all processes that look at the same moment, exactly one becomes the room.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from mgtui.domain.history import Entry
from mgtui.domain.people import Person
from mgtui.domain.session import Session
from mgtui.live import connection, listening, protocol, tickets
from mgtui.live.hosting import Caller, Hosting
from mgtui.live.keeping import Keeper
from mgtui.live.sight import Sight
from mgtui.live.tickets import Ticket

PATIENCE = 3.0
"""Seconds to wait for whoever holds the lock to open their door."""

BETWEEN_LOOKS = 0.05


class Occupied(Exception):
    """Someone else has the session and nobody can join them there."""


class Visit(Struct, frozen=True):
    """A connection to the room of another process, its welcome, and what was read beyond it."""

    sock: socket.socket
    welcome: protocol.Welcome
    rest: bytes


class Reading(Struct, frozen=True):
    """A session that is only looked at while nobody has it open, as viewers may see it."""

    session: Session
    history: tuple[Entry, ...]


Found = Hosting | Visit | Reading


class Known(Struct, frozen=True):
    """Up to where a seat knows the session: the revision, and the name of the entry that has it.

    Attributes:
        name: what the others know its person by; empty before there are any.
    """

    revision: int = 0
    entry: str = ""
    name: str = ""


class Entrance:
    """The way into one session for one caller.

    Args:
        keeper: where the session is kept.
        folder: where a room of this process listens; only this user can reach it. None where there is no such place.
        caller: who comes in by it.
        clock: tells the time of changes.

    Attributes:
        caller: the same.
        role: as which the caller wants to come in.

    Raises:
        NotAdmitted: when the caller's token is none.
    """

    def __init__(self, keeper: Keeper, folder: Path | None, caller: Caller, clock: Callable[[], datetime]) -> None:
        self.caller = caller
        self.role = tickets.claimed(caller.token).role if caller.token else caller.role
        self._keeper = keeper
        self._folder = folder
        self._clock = clock

    def open(self, patience: float = PATIENCE) -> Found:
        """The room, which may take `patience` seconds to come about; viewers do without.

        Raises:
            Occupied: when someone has the session and doesn't let anyone join.
            Unwelcome: when the room does not let the caller in.
            OSError: when the session can't be opened, with the store's account of why.
        """
        deadline = time.monotonic() + patience
        while True:
            found = self.look(Known())
            if found:
                return found
            if self.role == "viewer":
                return Reading(*Sight().whole(*self._keeper.read()))
            if time.monotonic() > deadline:
                raise Occupied
            time.sleep(BETWEEN_LOOKS)

    def look(self, known: Known) -> Hosting | Visit | None:
        """The room, if it can be had right now; errors as in `open`. Viewers never become it."""
        hosting = None if self.role == "viewer" else self.host()
        return hosting or self._visit(known)

    @property
    def reader(self) -> Person:
        """The caller, as long as they only look at what was saved."""
        return Person(client=tickets.client_of(self.caller.proof), name=self.caller.name, role=self.role)

    def host(self) -> Hosting | None:
        """The room in this process; None when another process has the session.

        Raises:
            OSError: when the session can't be opened.
        """
        place = listening.socket_for(self._keeper.path, self._folder, self._keeper.socket())
        holding = self._keeper.hold(place or Path())
        if holding is None:
            return None
        return Hosting(self._keeper.path, holding, place, self._clock)

    def _visit(self, known: Known) -> Visit | None:
        place = Path(self._keeper.socket() or os.devnull)
        if not listening.is_private(place.parent):
            return None
        hello = protocol.Hello(
            token=self.caller.token or self._own_token(place.parent),
            proof=self.caller.proof,
            name=known.name or self.caller.name,
            revision=known.revision,
            entry=known.entry,
        )
        try:
            return Visit(*connection.call(place, hello))
        except OSError:
            return None

    def _own_token(self, folder: Path) -> str:
        ticket = Ticket(role=self.caller.role, scope=str(self._keeper.path))
        return tickets.issue(tickets.door_key(folder), ticket)
