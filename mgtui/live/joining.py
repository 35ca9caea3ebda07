"""A seat that stays the same while the room behind it moves from one process to another.

Invariant: `session` is always what a room said; a submission is kept until it is safe, and a room that is found anew
gets exactly those that it does not have.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable, Coroutine, Sequence

from mgtui.domain.changes import Change
from mgtui.domain.history import Entry
from mgtui.domain.news import Changed, News, Parted, Present, Reconnected, Reconnecting, Rejected, Saved
from mgtui.domain.people import Place, View
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Session
from mgtui.live import protocol
from mgtui.live.connection import Connection, Unwelcome
from mgtui.live.entrance import Entrance, Found, Reading, Visit
from mgtui.live.hosting import Hosting
from mgtui.live.mirror import Mirror
from mgtui.live.outbox import Outbox, Submission

BANNER_AFTER = 0.3
"""Seconds without a room before it is worth a word."""

FIRST_PAUSE, LONGEST_PAUSE = 0.03, 1.0
"""Seconds between looks for a room."""

PASSING = ("full", "late", "slow", "closed")
"""Reasons of a room for not letting one in that may be gone the next time."""

log = logging.getLogger(__name__)


class SharedSeat:
    """A person's place in the room, wherever the room is.

    Args:
        entrance: the way to the room.
        found: the room as it was found there, or what was saved last.

    Attributes:
        person: whose seat it is.
    """

    def __init__(self, entrance: Entrance, found: Found) -> None:
        self._entrance = entrance
        self._room: Hosting | Connection | None = None
        self._found: Found | None = found
        self._listeners: list[Callable[[News], None]] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._place: Place | None = None
        self._has_left = False
        self._mirror = Mirror(Session(id=""), ())
        match found:
            case Hosting():
                self.person = found.person(entrance.caller)
                self._mirror.become(found.room.session, found.room.history)
            case Visit():
                self.person = found.welcome.person
                list(self._mirror.welcome(found.welcome))
            case Reading():
                self.person = entrance.reader
                self._mirror.become(found.session, found.history)
        client = self.person.client
        self._outbox = Outbox(max((each.seq for each in self.history if each.client == client), default=0))

    @property
    def session(self) -> Session:
        """The session as this person may see it."""
        return self._mirror.session

    @property
    def history(self) -> Sequence[Entry]:
        """What happened to it, as far as this person may see."""
        return self._mirror.history

    @property
    def present(self) -> Present:
        """Who is here and where."""
        return self._mirror.present

    @property
    def view(self) -> View:
        """What the facilitator shows."""
        return self._mirror.view

    @property
    def is_all_safe(self) -> bool:
        """Whether everything one submitted is on disk, or needs no more waiting for."""
        return self._outbox.is_empty

    def listen(self, hear: Callable[[News], None]) -> None:
        """Have `hear` called with all news from now on, in the event loop that is running."""
        self._listeners.append(hear)
        found, self._found = self._found, None
        if isinstance(found, Reading):
            self._begin(self._find_room())
        elif found:
            self._begin(self._sit_down(found))

    def submit(self, change: Change) -> None:
        """Ask the room to take `change`; the answer is news."""
        self._send(protocol.Submit(self._outbox.next_number(), change))

    def undo(self) -> None:
        """Ask the room to take back one's own latest change."""
        self._send(protocol.Undo(self._outbox.next_number()))

    def redo(self) -> None:
        """Ask the room to do again what one's own latest undo took back."""
        self._send(protocol.Redo(self._outbox.next_number()))

    def at(self, place: Place | None) -> None:
        """Tell the others where one is."""
        if place == self._place:
            return
        self._place = place
        self._tell_place()

    def show(self, view: View) -> None:
        """Show `view` to those who follow."""
        if isinstance(self._room, Hosting):
            self._room.room.show(self.person.client, view)
        elif self._room:
            self._room.send(protocol.Show(view))

    def leave(self) -> None:
        """Get up; a room in this process is saved, and goes on elsewhere if someone else is in it."""
        if self._has_left:
            return
        self._has_left = True
        if isinstance(self._room, Hosting):
            self._room.room.leave(self.person.client)
            self._room.end()
        elif self._room:
            self._room.close()
        _let_go(self._found)

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _sit_down(self, found: Hosting | Visit) -> None:
        """Be in the room that was found: know what it knows, and send it what it lacks."""
        if isinstance(found, Hosting):
            self._host(found)
        else:
            await self._visit(found)
        if self._place:
            self._tell_place()

    def _host(self, hosting: Hosting) -> None:
        hosting.start()
        hosting.adopt(self._mirror.history)
        changed = self._mirror.become(hosting.room.session, hosting.room.history)
        self._room = hosting
        if changed:
            self._tell(changed)
        self._tell(Saved(hosting.room.durable))
        hosting.room.join(self.person, self._hear)
        for submission in self._outbox.missing_from(self.person.client, hosting.room.history):
            self._submit_here(hosting, submission)

    async def _visit(self, visit: Visit) -> None:
        connection = Connection(self._hear_frame, self._lose_room)
        self.person = visit.welcome.person
        for news in self._mirror.welcome(visit.welcome):
            self._tell(news)
        await connection.attach(visit.sock, visit.rest)
        if self._has_left:
            connection.close()
            return
        self._room = connection
        for submission in self._outbox.missing_from(self.person.client, self._mirror.history):
            connection.send(submission)
        self._outbox.safe(self._mirror.durable)

    def _send(self, submission: Submission) -> None:
        if self.person.role == "viewer":
            self._tell(Rejected(Refused("read_only")))
            return
        self._outbox.keep(submission)
        if isinstance(self._room, Hosting):
            self._submit_here(self._room, submission)
        elif self._room:
            try:
                self._room.send(submission)
            except protocol.Malformed:
                self._outbox.settled(submission.seq)
                self._tell(Rejected(Refused("too_long", limit=str(protocol.LONGEST_FRAME))))

    def _submit_here(self, hosting: Hosting, submission: Submission) -> None:
        room, client = hosting.room, self.person.client
        match submission:
            case protocol.Submit():
                room.submit(client, submission.seq, submission.change)
            case protocol.Undo():
                room.undo(client, submission.seq)
            case protocol.Redo():
                room.redo(client, submission.seq)
        if not self._outbox.is_taken(submission.seq):
            self._outbox.settled(submission.seq)

    def _tell_place(self) -> None:
        if isinstance(self._room, Hosting):
            self._room.room.at(self.person.client, self._place)
        elif self._room:
            self._room.send(protocol.At(self._place))

    def _hear(self, news: News) -> None:
        """From a room in this process."""
        self._mirror.take(news)
        self._tell(news)

    def _hear_frame(self, frame: protocol.FromRoom) -> None:
        """From a room in another process."""
        match frame:
            case protocol.Bye("refused" | "elsewhere" | "malformed" | "too_long"):
                self._part(frame.reason)
            case protocol.Nothing() | protocol.NotTaken():
                self._outbox.settled(frame.seq)
        try:
            for news in self._mirror.hear(frame):
                self._tell(news)
        except Refused:
            log.warning("a change did not fit; joining again")
            self._mirror.history.clear()
            if isinstance(self._room, Connection):
                self._room.close()

    def _tell(self, news: News) -> None:
        if isinstance(news, Changed) and news.entry.client == self.person.client:
            self._outbox.taken(news.entry.seq, news.entry.revision)
        elif isinstance(news, Saved):
            self._outbox.safe(news.revision)
        for hear in self._listeners:
            hear(news)

    def _part(self, reason: str) -> None:
        self._has_left = True
        self._tell(Parted(reason))

    def _lose_room(self) -> None:
        self._room = None
        if not self._has_left:
            loop = asyncio.get_running_loop()
            self._begin(self._find_room(loop.call_later(BANNER_AFTER, self._tell, Reconnecting())))

    async def _find_room(self, banner: asyncio.Handle | None = None) -> None:
        """Look for the room until it is found; `banner` is taken back then."""
        try:
            found = await self._look_until_found()
        except Unwelcome as unwelcome:
            self._part(unwelcome.reason)
            return
        finally:
            if banner:
                banner.cancel()
        if self._has_left or found is None:
            _let_go(found)
            return
        await self._sit_down(found)
        self._tell(Reconnected())

    async def _look_until_found(self) -> Hosting | Visit | None:
        """The room; None when one has left before there was any."""
        pause = FIRST_PAUSE
        while not self._has_left:
            found = await asyncio.to_thread(self._look)
            if found:
                return found
            await asyncio.sleep(pause * random.uniform(0.5, 1.5))
            pause = min(2 * pause, LONGEST_PAUSE)
        return None

    def _look(self) -> Hosting | Visit | None:
        try:
            return self._entrance.look(self._mirror.known)
        except OSError:
            log.exception("no room to be had")
        except Unwelcome as unwelcome:
            if unwelcome.reason not in PASSING:
                raise
        return None


def _let_go(found: Found | None) -> None:
    if isinstance(found, Hosting):
        found.end()
    elif isinstance(found, Visit):
        found.sock.close()
