"""The room of a session whose lock this process has, with its socket.

Invariant: while it lasts this process is the only one that writes the session; when it ends all is saved, then the
lock is free, and only then do the others notice.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from mgtui.domain.history import Entry
from mgtui.domain.people import Person, Role
from mgtui.domain.refusal import Refused
from mgtui.live import protocol
from mgtui.live.hub import Hub
from mgtui.live.keeping import Holding
from mgtui.live.listening import listen
from mgtui.live.room import Room
from mgtui.live.sight import Sight
from mgtui.live.tickets import Ticket, admitted, client_of, door_key, person_with

log = logging.getLogger(__name__)


class Caller(Struct, frozen=True, kw_only=True):
    """Who wants to come in.

    Attributes:
        proof: a secret of this run of the program, see `Hello`.
        name: as shown to the others.
        role: as which; a token decides for itself.
        token: what a door handed out; empty for someone who has this user's account.
    """

    proof: str
    name: str
    role: Role = "facilitator"
    token: str = ""


class Hosting:
    """A room and the door to it.

    Args:
        path: the session's own path. holding: the session, locked.
        place: where others come in; without it, or when nobody can listen there, nobody can.
        clock: tells the time of changes.
    """

    def __init__(self, path: Path, holding: Holding, place: Path | None, clock: Callable[[], datetime]) -> None:
        self.room = Room(holding.session, holding.history, holding, clock)
        self._path = path
        self._clock = clock
        self._holding = holding
        self._key = b""
        self._listening: socket.socket | None = None
        self._place = place
        self._serving: asyncio.Task[None] | None = None
        if place:
            try:
                self._key = door_key(place.parent)
                self._listening = listen(place)
            except OSError:
                log.exception("nobody can join")
        self._hub = Hub(self.room, path, self._key, Sight(), clock)

    def person(self, caller: Caller) -> Person:
        """Who `caller` is in this room.

        Raises:
            NotAdmitted: when their token is none for it.
        """
        ticket = admitted(self._key, caller.token, self._path) if caller.token else Ticket(role=caller.role)
        name = ticket.name or caller.name
        return person_with(ticket, client_of(caller.proof), name, self._clock())

    def adopt(self, entries: Iterable[Entry]) -> None:
        """Take over what the room before this one published and had no time to save.

        Args:
            entries: what someone who was there knows; used only if they go on where the file ends.
        """
        for entry in entries:
            last = self.room.entry(entry.revision)
            if last and protocol.entry_name(last) != protocol.entry_name(entry):
                return
            if entry.revision == self.room.revision + 1:
                with contextlib.suppress(Refused):
                    self.room.adopt(entry)

    def start(self) -> None:
        """Let others in, and hear what the journal says, in the event loop that is running."""
        loop = asyncio.get_running_loop()

        def saved(revision: int) -> None:
            _soon(loop, lambda: self.room.saved(revision))

        def not_saved(reason: str, details: dict[str, str]) -> None:
            _soon(loop, lambda: self.room.not_saved(reason, details))

        self._holding.tell(saved, not_saved)
        # Who leaves last does so when the loop has ended, and then nothing comes later here.
        self.room.later = lambda seconds, call: None if loop.is_closed() else loop.call_later(seconds, call)
        if self._listening:
            self._serving = loop.create_task(self._hub.serve(self._listening))

    def end(self) -> None:
        """Save, free the session, and let go of everyone."""
        if self._listening and self._place:
            # Before the session is free: from then on another room may listen there.
            self._place.unlink(missing_ok=True)
        self._holding.release()
        self._hub.close()
        if self._listening:
            self._listening.close()


def _soon(loop: asyncio.AbstractEventLoop, call: Callable[[], None]) -> None:
    """From a thread that may outlive the loop."""
    with contextlib.suppress(RuntimeError):
        loop.call_soon_threadsafe(call)
