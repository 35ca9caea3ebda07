"""One change taken by a room with nobody else in it, for commands that change a session and end."""

from __future__ import annotations

from collections.abc import Sequence

from mgtui.cli import people
from mgtui.domain.changes import Change
from mgtui.domain.history import Entry
from mgtui.domain.news import News, Rejected
from mgtui.domain.people import Person
from mgtui.domain.session import Session
from mgtui.live.room import Room
from mgtui.live.seat import LocalSeat


class NoJournal:
    """Keeps nothing: who asked for the change saves it, and waits for that."""

    def record(self, session: Session, entry: Entry) -> None:
        """Nothing."""


def after(session: Session, history: Sequence[Entry], change: Change, person: Person) -> Room:
    """A room that has taken `change` by `person`, as it would have taken it from the screens.

    Raises:
        Refused: when it can't be taken.
    """
    heard: list[News] = []
    room = Room(session, list(history), NoJournal(), people.now)
    seat = LocalSeat(room, person)
    seat.listen(heard.append)
    seat.submit(change)
    for news in heard:
        if isinstance(news, Rejected):
            raise news.refusal
    return room
