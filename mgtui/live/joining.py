"""A seat that stays the same while the room behind it moves from one process to another.

Invariant: `session` is always what a room said, as its person may see it: this process holds what others have covered,
since in the next moment it may have to be the room, and shows it to nobody. A submission is kept until it is safe, and
a room that is found anew gets exactly those that it does not have.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from typing import Final

from msgspec.structs import replace

from mgtui.domain.changes import Change
from mgtui.domain.history import Entry
from mgtui.domain.news import (
    Changed,
    Empowered,
    News,
    Parted,
    Present,
    Rejected,
    Saved,
    Tried,
    Waiting,
)
from mgtui.domain.people import Person, Place, View
from mgtui.domain.powers import Deciding, Powers
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Session
from mgtui.domain.trial import ShownTrial
from mgtui.domain.turns import Turning, Turns
from mgtui.domain.veil import Veil
from mgtui.live import protocol
from mgtui.live.ahead import Ahead, ShowAhead
from mgtui.live.connection import Connection
from mgtui.live.entrance import Entrance, Found, Reading, Visit
from mgtui.live.hosting import Hosting
from mgtui.live.mirror import Mirror
from mgtui.live.outbox import Outbox, Submission
from mgtui.live.search import let_go
from mgtui.live.seeking import Seeking
from mgtui.live.ways import Here, There, Way

ANSWER_WITHIN: Final = 0.25
"""Seconds that a submission waits for its answer before anything else is done, so that what is typed next finds it."""

ROOM_WITHIN: Final = 2.0
"""Seconds that a submission waits for the room to be found again."""

TRIES: Final = 2
"""How many rooms a submission waits for, when one goes just then."""

log = logging.getLogger(__name__)


class SharedSeat:
    """A person's place in the room, wherever the room is.

    Args:
        entrance: the way to the room.
        found: the room as it was found there, or what was saved last.

    """

    def __init__(self, entrance: Entrance, found: Found) -> None:
        self._entrance = entrance
        self._room: Way | None = None
        self._found: Found | None = found
        self._listeners: list[Callable[[News], None]] = []
        self._seeking = Seeking(self._look, self._sit_down, self._part, self._tell)
        self._place: Place | None = None
        self._to_show: View | None = None
        self._tried: Change | None = None
        self._has_left = False
        self._waiting: tuple[Submission, ...] = ()
        self._mirror = Mirror(Session(id=""), ())
        match found:
            case Hosting():
                self._as_let_in = found.person(entrance.caller)
                self._mirror.become(found.room.session, found.room.history)
            case Visit():
                self._as_let_in = found.welcome.person
                list(self._mirror.welcome(found.welcome))
            case Reading():
                self._as_let_in = entrance.reader
                self._mirror.become(found.session, found.history)
        client = self.person.client
        self._veil = Veil(self.person.signatures)
        self._ahead = Ahead(client, self._take_in)
        self._outbox = Outbox(max((each.seq for each in self._mirror.history if each.client == client), default=0))

    @property
    def person(self) -> Person:
        """Whose seat it is, in the role that they have now."""
        return self._mirror.powers.seen(self._as_let_in)

    @property
    def powers(self) -> Powers:
        """Who may what, as a facilitator decided."""
        return self._mirror.powers

    @property
    def session(self) -> Session:
        """The session as this person may see it."""
        return self._veil.session(self._mirror.session)

    @property
    def history(self) -> Sequence[Entry]:
        """What happened to it, as far as this person may see."""
        return self._veil.history(self._mirror.session, self._mirror.history)

    @property
    def present(self) -> Present:
        """Who is here and where."""
        return self._mirror.present

    @property
    def view(self) -> View:
        """What the facilitator shows."""
        return self._mirror.view

    @property
    def turns(self) -> Turns:
        """Whose turn it is to speak."""
        return self._mirror.turns

    @property
    def shown_trial(self) -> ShownTrial | None:
        """What someone tries while all can see it."""
        return self._mirror.trial

    @property
    def is_all_safe(self) -> bool:
        """Whether everything one submitted is on disk, or needs no more waiting for."""
        return self._outbox.is_empty

    @property
    def unanswered(self) -> tuple[Change, ...]:
        """The changes of which the room has not said that it took them, in order; after leaving, it may never."""
        return tuple(each.change for each in self._outbox.unanswered if isinstance(each, protocol.Submit))

    def listen(self, hear: Callable[[News], None], show_ahead: ShowAhead | None = None) -> None:
        """Have `hear` called with all news from now on, in the event loop that is running.

        Args:
            hear: called with news.
            show_ahead: asked first to show a change by someone else by itself; if it does, news of it and of what
                does not alter the session comes a moment later, or when one does something oneself.
        """
        self._listeners.append(hear)
        self._ahead.show = show_ahead or self._ahead.show
        found, self._found = self._found, None
        if isinstance(found, Reading):
            self._seeking.begin()
        elif found:
            self._sit_down(found)

    def catch_up(self) -> None:
        """Hear now of what was shown ahead."""
        self._ahead.catch_up()

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
        if self._room:
            self._room.show(view)
        else:
            self._to_show = view

    def try_out(self, change: Change | None) -> None:
        """Have everyone see what one tries, also in the rooms to come; None ends that."""
        self._tried = change
        self._tell_tried()

    def time(self, turning: Turning) -> None:
        """Pass the floor on, stop or start its clock, or give more time."""
        if not self._room:
            self._seeking.wait(ROOM_WITHIN)
        if self._room:
            self._room.time(turning)

    def decide(self, deciding: Deciding) -> None:
        """Decide who may what; only a facilitator can."""
        if not self._room:
            self._seeking.wait(ROOM_WITHIN)
        if self._room:
            self._room.decide(deciding)

    def leave(self) -> None:
        """Get up; a room in this process is saved, and goes on elsewhere if someone else is in it."""
        if self._has_left:
            return
        self._wait_for_all_answers()
        self.catch_up()
        self._has_left = True
        if self._room:
            self._room.get_up()
        self._seeking.give_up()
        if isinstance(self._found, Hosting | Visit):
            let_go(self._found)

    def _wait_for_all_answers(self) -> None:
        """Find the room and have it take everything, if that does not last too long."""
        if not self._room and not self.is_all_safe:
            self._seeking.wait(ROOM_WITHIN)
        if self._room:
            self._room.wait(lambda: not self._outbox.unanswered, ROOM_WITHIN)

    def _sit_down(self, found: Hosting | Visit) -> None:
        """Be in the room that was found: know what it knows, and send it what it lacks."""
        if isinstance(found, Hosting):
            self._host(found)
        else:
            self._visit(found)
        if self._place:
            self._tell_place()
        if self._tried is not None:
            self._tell_tried()
        if self._to_show is not None:
            view, self._to_show = self._to_show, None
            self.show(view)
        # What this room knows already it will not answer any more.
        self._tell_waiting()

    def _host(self, hosting: Hosting) -> None:
        hosting.start()
        hosting.adopt(self._mirror.history)
        hosting.room.go_on_from(self._mirror)
        self._mirror.lineage = hosting.room.lineage
        changed = self._mirror.become(hosting.room.session, hosting.room.history)
        room = self._room = Here(hosting, self.person.client)
        if changed:
            self._tell(changed)
        self._tell(Saved(hosting.room.durable))
        if self._mirror.trial:
            self._hear(Tried(None))  # whoever shows it tells this room anew
        hosting.room.join(self._as_let_in, self._hear)
        for submission in self._outbox.missing_from(self.person.client, hosting.room.history):
            self._ask(room, submission)

    def _visit(self, visit: Visit) -> None:
        self._as_let_in = visit.welcome.person
        if self.person.role == "facilitator" and visit.welcome.view == View() != self._mirror.view:
            # A room that someone opened anew knows nothing of what the one before it showed.
            self._to_show = self._to_show or self._mirror.view
        lineage, remembered = self._mirror.lineage, protocol.Remember(self._mirror.turns, self._mirror.powers)
        self._veil = self._veil.also_for(self.person.signatures)
        for news in self._mirror.welcome(visit.welcome):
            self._tell(news)
        connection = Connection(visit.sock, visit.rest, self._ahead.hear, self._lose_room)
        room = self._room = There(connection)
        if lineage not in ("", visit.welcome.lineage):
            connection.send(remembered)
        connection.start()
        for submission in self._outbox.missing_from(self.person.client, self._mirror.history):
            self._ask(room, submission)
        self._outbox.safe(self._mirror.durable)

    def _send(self, submission: Submission) -> None:
        if self.person.role == "viewer":
            self._tell(Rejected(Refused("read_only")))
            return
        self.catch_up()
        self._outbox.keep(submission)
        if self._room:
            self._ask(self._room, submission)
        self._wait_for_answer(submission)
        self._tell_waiting()

    def _wait_for_answer(self, submission: Submission) -> None:
        """Hold everything until the room has answered, but not for long."""
        for _ in range(TRIES):
            if not self._room:
                self._seeking.wait(ROOM_WITHIN)
            if self._room:
                self._room.wait(lambda: self._outbox.is_answered(submission.seq), ANSWER_WITHIN)
            if self._room:
                return

    def _ask(self, room: Way, submission: Submission) -> None:
        try:
            room.submit(submission)
        except Refused as refusal:
            self._outbox.settled(submission.seq)
            self._tell(Rejected(refusal))
        else:
            if room.answers_at_once and not self._outbox.is_taken(submission.seq):
                self._outbox.settled(submission.seq)

    def _tell_tried(self) -> None:
        if self._room:
            try:
                self._room.try_out(self._tried)
            except Refused as refusal:
                self._tell(Rejected(refusal))

    def _tell_place(self) -> None:
        if self._room:
            self._room.at(self._place)

    def _hear(self, news: News) -> None:
        """From a room in this process."""
        self._mirror.take(news)
        self._tell(news)
        if isinstance(news, Empowered) and news.powers.keeps_out(self._as_let_in):
            # Everyone must have heard before the room goes, so that whoever takes it over keeps this person out.
            asyncio.get_running_loop().call_soon(self._get_up_removed)

    def _take_in(self, frame: protocol.FromRoom) -> None:
        """From a room in another process."""
        match frame:
            case protocol.Bye("refused" | "elsewhere" | "malformed" | "too_long" | "removed"):
                self._part(frame.reason)
            case protocol.Nothing() | protocol.NotTaken():
                self._outbox.settled(frame.seq)
        try:
            for news in self._mirror.hear(frame):
                self._tell(news)
        except Refused:
            log.warning("a change did not fit; joining again")
            self._mirror.history.clear()
            self._ahead.forget()
            if self._room:
                self._room.get_up()
            self._lose_room()

    def _tell(self, news: News) -> None:
        if isinstance(news, Changed) and news.entry.client == self.person.client:
            self._outbox.taken(news.entry.seq, news.entry.revision)
        elif isinstance(news, Saved):
            self._outbox.safe(news.revision)
        elif isinstance(news, Rejected) and news.refusal.code == "trial_shown":
            self._tried = None
        seen = self._veil.changed(news) if isinstance(news, Changed) else news
        for hear in self._listeners:
            hear(seen)
        if self._waiting:
            self._tell_waiting()

    def _tell_waiting(self) -> None:
        """Tell what has no answer yet, when that is no longer what was told."""
        waiting = self._outbox.unanswered
        if waiting == self._waiting:
            return
        self._waiting = waiting
        for hear in self._listeners:
            hear(Waiting(len(waiting), self.unanswered))

    def _get_up_removed(self) -> None:
        self.leave()
        self._part("removed")

    def _part(self, reason: str) -> None:
        self._has_left = True
        self._seeking.give_up()
        self._tell(Parted(reason))

    def _lose_room(self) -> None:
        self.catch_up()
        self._room = None
        if not self._has_left:
            self._seeking.begin_again()

    def _look(self) -> Hosting | Visit | None:
        return self._entrance.look(replace(self._mirror.known, name=self.person.name))
