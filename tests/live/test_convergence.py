"""Claims about many people who change one session at once: everyone ends with the same, whatever arrives when.

The room and its guests speak their real frames here; what lies between them is a wire that delays, repeats and cuts.
"""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from mgtui.domain.changes import Change, Remove
from mgtui.domain.history import Entry, replay
from mgtui.domain.news import Changed, News, Rejected
from mgtui.domain.people import Person
from mgtui.domain.session import Session
from mgtui.domain.verbs.common import set_field
from mgtui.domain.verbs.items import add_item, move_item, reorder
from mgtui.live import protocol
from mgtui.live.mirror import Mirror
from mgtui.live.outbox import Outbox, Submission
from mgtui.live.room import Room
from tests.live.conftest import a_session

PEOPLE = 4


class NoJournal:
    """Keeps nothing."""

    def record(self, session: Session, entry: Entry) -> None:
        """Nothing."""


class Guest:
    """A seat at the other end of a wire that can be cut."""

    def __init__(self, room: Room, number: int) -> None:
        self.client = f"c{number}"
        self.room = room
        self.mirror = Mirror(room.session, room.history)
        self.outbox = Outbox()
        self.towards: deque[Submission] = deque()
        self.back: deque[bytes] = deque()
        self.made = 0
        self._join()

    def submit(self, change: Change) -> None:
        submission = protocol.Submit(self.outbox.next_number(), change)
        self._send(submission)

    def undo(self) -> None:
        self._send(protocol.Undo(self.outbox.next_number()))

    def deliver(self) -> None:
        """One submission reaches the room, perhaps not for the first time."""
        if self.towards:
            submission = self.towards.popleft()
            if isinstance(submission, protocol.Submit):
                decoded = protocol.from_client(protocol.line(submission))
                assert isinstance(decoded, protocol.Submit)
                self.room.submit(self.client, decoded.seq, decoded.change)
            else:
                self.room.undo(self.client, submission.seq)
            if not self.outbox.is_taken(submission.seq):
                self.back.append(protocol.line(protocol.Nothing(submission.seq)))

    def hear(self) -> None:
        """One frame reaches the guest."""
        if self.back:
            frame = protocol.from_room(self.back.popleft())
            assert frame is not None
            if isinstance(frame, protocol.Nothing) and not self._knows(frame.seq):
                self.outbox.settled(frame.seq)
            for news in self.mirror.hear(frame):
                if isinstance(news, Changed) and news.entry.client == self.client:
                    self.outbox.taken(news.entry.seq, news.entry.revision)

    def repeat(self) -> None:
        """The wire says again what it said before."""
        self.towards.extend(list(self.towards)[:1])

    def cut(self) -> None:
        """All that is under way is lost; the guest comes back, catches up, and sends what the room lacks."""
        self.towards.clear()
        self.back.clear()
        self.room.leave(self.client)
        known = self.mirror.known
        missed = tuple(entry for entry in self.room.history if entry.revision > known.revision)
        person = Person(client=self.client, name=self.client)
        list(self.mirror.welcome(protocol.Welcome(person=person, durable=0, people=(), history=missed)))
        self._join()
        self.towards.extend(self.outbox.missing_from(self.client, self.mirror.history))

    def _send(self, submission: Submission) -> None:
        self.outbox.keep(submission)
        self.towards.append(submission)

    def _join(self) -> None:
        self.room.join(Person(client=self.client, name=self.client), self._say)

    def _say(self, news: News) -> None:
        if isinstance(news, Changed):
            self.back.append(protocol.line(protocol.Taken(news.entry)))
        elif isinstance(news, Rejected):
            self.back.append(protocol.line(protocol.NotTaken(0, news.refusal.code, news.refusal.details, news.doing)))

    def _knows(self, seq: int) -> bool:
        return any((entry.client, entry.seq) == (self.client, seq) for entry in self.mirror.history)


STEPS = st.tuples(
    st.integers(0, PEOPLE - 1),
    st.sampled_from(["add", "text", "weight", "remove", "up", "move", "undo", "deliver", "hear", "repeat", "cut"]),
    st.integers(0, 9),
)


def do(guest: Guest, what: str, number: int) -> None:
    """One thing that a person or the wire does, on what the guest knows at that moment."""
    session = guest.mirror.session
    ids = sorted(session.items)
    item = ids[number % len(ids)] if ids else ""
    partner, direction = ("a", "b")[number % 2], ("take", "bring")[number // 2 % 2]
    if what in ("deliver", "hear", "repeat", "cut", "undo"):
        getattr(guest, what)()
    elif what == "add":
        guest.made += 1
        identity = f"{guest.client}-{guest.made}"
        guest.submit(add_item(session, identity, partner, direction, "new", item or None))  # type: ignore[arg-type]
    elif not item:
        return
    elif what == "text":
        guest.submit(set_field(session, "items", item, "text", f"{guest.client} {number}"))
    elif what == "weight":
        guest.submit(set_field(session, "items", item, "weight", number % 5 + 1))
    elif what == "remove":
        guest.submit(Remove("items", item))
    elif what == "up" and (change := reorder(session, item, -1)):
        guest.submit(change)
    elif what == "move":
        guest.submit(move_item(session, item, partner, direction))  # type: ignore[arg-type]


@settings(max_examples=150, deadline=None)
@given(st.lists(STEPS, max_size=80))
def test_whatever_happens_between_them_everyone_ends_with_the_same_session(steps: list[tuple[int, str, int]]) -> None:
    start = a_session()
    room = Room(start, [], NoJournal(), lambda: datetime(2026, 1, 1, tzinfo=UTC))
    guests = [Guest(room, number) for number in range(PEOPLE)]
    for who, what, number in steps:
        do(guests[who], what, number)
    while any(guest.towards or guest.back for guest in guests):
        for guest in guests:
            guest.deliver()
            guest.hear()
    for guest in guests:
        assert guest.mirror.session == room.session
        assert guest.mirror.history == room.history
    assert replay(start, room.history) == room.session
    names = [(entry.client, entry.seq) for entry in room.history]
    assert len(names) == len(set(names))
    for partner in room.session.partners:
        for direction in ("take", "bring"):
            columns = [[each.id for each in guest.mirror.session.column(partner, direction)] for guest in guests]
            assert all(column == columns[0] for column in columns)


def test_every_submission_is_taken_or_refused_exactly_once() -> None:
    room = Room(a_session(), [], NoJournal(), lambda: datetime(2026, 1, 1, tzinfo=UTC))
    guest = Guest(room, 0)
    for number in range(20):
        guest.submit(set_field(guest.mirror.session, "items", "i1", "text", str(number)))
        guest.repeat()
        if number % 3 == 0:
            guest.deliver()
            guest.cut()
    while guest.towards or guest.back:
        guest.deliver()
        guest.hear()
    assert [entry.seq for entry in room.history] == sorted({entry.seq for entry in room.history})
    assert guest.mirror.session.items["i1"].text == "19"
