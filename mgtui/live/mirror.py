"""What a seat knows of its room: updated by news alone, so that it is the same whether the room is near or far.

Invariant: replaying `history` gives `session`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mgtui.domain.changes import apply
from mgtui.domain.difference import difference
from mgtui.domain.history import Entry
from mgtui.domain.news import (
    Changed,
    Empowered,
    News,
    NotSaved,
    Present,
    Rejected,
    Replaced,
    Saved,
    Shown,
    Timed,
    Tried,
)
from mgtui.domain.people import Person, Place, View
from mgtui.domain.powers import Powers
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Session
from mgtui.domain.trial import ShownTrial
from mgtui.domain.turns import Turns
from mgtui.live import protocol
from mgtui.live.entrance import Known


class Mirror:
    """A session, its history, who is here, what is shown, whose turn it is, and who may what."""

    def __init__(self, session: Session, history: Iterable[Entry]) -> None:
        self.session = session
        self.history = list(history)
        self.present = Present(())
        self.view = View()
        self.turns = Turns()
        self.trial: ShownTrial | None = None
        self.powers = Powers()
        self.lineage = ""
        self.durable = 0

    @property
    def known(self) -> Known:
        """Up to where it knows the session."""
        if not self.history:
            return Known()
        return Known(self.history[-1].revision, protocol.entry_name(self.history[-1]))

    def take(self, news: News) -> None:
        """Know what `news` says."""
        match news:
            case Changed():
                self.session = news.session
                self.history.append(news.entry)
            case Present():
                self.present = news
            case Shown():
                self.view = news.view
            case Timed():
                self.turns = news.turns
            case Tried():
                self.trial = news.trial
            case Empowered():
                self.powers = news.powers
            case Saved():
                self.durable = news.revision

    def become(self, session: Session, history: Iterable[Entry]) -> Changed | None:
        """Know another state of the session; returns what that changes, if anything."""
        before, self.session, self.history = self.session, session, list(history)
        change = difference(before, session)
        if not self.history or before == session:
            return None
        last = self.history[-1]
        return Changed(
            session, Entry(revision=last.revision, at=last.at, by="", client="", seq=0, change=change), before
        )

    def welcome(self, welcome: protocol.Welcome) -> Iterator[News]:
        """Know what `welcome` says; gives it as news."""
        if welcome.session is not None:
            changed = self.become(welcome.session, welcome.history)
            yield from [changed] if changed else []
        for entry in welcome.history if welcome.session is None else ():
            yield from self.hear(protocol.Taken(entry))
        here = Present(welcome.people, welcome.places)
        self.lineage = welcome.lineage
        around = (Empowered(welcome.powers), here, Shown(welcome.view), Timed(welcome.turns))
        for news in (*around, Tried(welcome.trial), Saved(welcome.durable)):
            self.take(news)
            yield news

    def hear(self, frame: protocol.FromRoom) -> Iterator[News]:
        """The news in `frame`, which it then knows.

        Raises:
            Refused: when a change does not fit the session as known here.
        """
        news = self._news(frame)
        if news:
            self.take(news)
            yield news

    def _news(self, frame: protocol.FromRoom) -> News | None:
        match frame:
            case protocol.Taken():
                return Changed(apply(self.session, frame.entry.change), frame.entry, self.session)
            case protocol.NotTaken():
                return Rejected(Refused(frame.code, **frame.details), frame.doing)
            case protocol.Overrode():
                entry = next((e for e in reversed(self.history) if e.revision == frame.revision), None)
                return Replaced(entry, frame.by, frame.fields) if entry else None
            case protocol.Durable():
                return Saved(frame.revision)
            case protocol.Unsaved():
                return NotSaved(frame.reason, frame.details)
            case protocol.Here():
                return self._presence(frame.people, frame.moved)
            case protocol.Shows():
                return Shown(frame.view)
            case protocol.Times():
                return Timed(frame.turns)
            case protocol.Tries():
                return Tried(frame.trial)
            case protocol.May():
                return Empowered(frame.powers)
        return None

    def _presence(self, people: Iterable[Person] | None, moved: dict[str, Place | None]) -> Present:
        here = self.present.people if people is None else tuple(people)
        places = {**self.present.places, **moved}
        clients = {person.client for person in here}
        return Present(here, {client: place for client, place in places.items() if place and client in clients})
