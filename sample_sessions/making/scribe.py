"""Sits people down at a room of the program under a clock that the story sets; no time, chance or disk comes in."""

from __future__ import annotations

from datetime import datetime, timedelta

from mgtui.domain.history import Entry
from mgtui.domain.news import News, Rejected
from mgtui.domain.people import Person, Role
from mgtui.domain.session import Session
from mgtui.live.room import Room
from mgtui.live.seat import LocalSeat


class Scribe:
    """One session that is being played.

    Attributes:
        room: where all of it happens.
        now: the time of the next change.
    """

    def __init__(self, identity: str) -> None:
        self.now = datetime.min
        self.room = Room(Session(id=identity), [], _NoJournal(), self._tell_time)

    @property
    def session(self) -> Session:
        """The session as it stands."""
        return self.room.session

    def gather(self, moment: str) -> None:
        """Sets the clock to `moment`, in ISO form with its offset from UTC."""
        self.now = datetime.fromisoformat(moment)

    def pause(self, minutes: int) -> None:
        """People talk, and nothing is typed."""
        self.now += timedelta(minutes=minutes)

    def seat(self, name: str, role: Role = "facilitator") -> LocalSeat:
        """A seat for someone, as one run of the program gives it."""
        client = f"{name.split()[0].lower()}-{self.now:%Y%m%d}"
        seat = LocalSeat(self.room, Person(client=client, name=name, role=role))
        seat.listen(_stop_when_refused)
        return seat

    def _tell_time(self) -> datetime:
        """The time now; someone who types takes from 9 to 61 seconds for the next change."""
        now = self.now
        self.now += timedelta(seconds=9 + self.room.revision * 29 % 53)
        return now


class _NoJournal:
    """The history stays in the room until the whole story is written."""

    def record(self, session: Session, entry: Entry) -> None:
        """Nothing yet: the file is made at the end."""


def _stop_when_refused(news: News) -> None:
    if isinstance(news, Rejected):
        raise news.refusal
