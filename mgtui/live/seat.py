"""A person's place in the room: numbers each submission, and passes on what the room says."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mgtui.domain.changes import Change
from mgtui.domain.history import Entry
from mgtui.domain.news import Changed, News, Present
from mgtui.domain.people import Person, Place, View
from mgtui.domain.powers import Deciding, Powers
from mgtui.domain.session import Session
from mgtui.domain.trial import ShownTrial
from mgtui.domain.turns import Turning, Turns
from mgtui.domain.veil import Veil
from mgtui.live.ahead import ShowAhead
from mgtui.live.room import Room


class LocalSeat:
    """A seat in a room of the same process; news is heard before `submit` returns.

    Attributes:
        as_let_in: whose seat it is, in the role that their door gave them.
    """

    def __init__(self, room: Room, person: Person) -> None:
        self.as_let_in = person
        self._room = room
        self._seq = 0
        self._listeners: list[Callable[[News], None]] = []
        self._veil = Veil(person.signatures)
        room.join(person, self._pass_on)

    @property
    def person(self) -> Person:
        """Whose seat it is, in the role that they have now."""
        return self._room.powers.seen(self.as_let_in)

    @property
    def powers(self) -> Powers:
        """Who may what, as a facilitator decided."""
        return self._room.powers

    @property
    def session(self) -> Session:
        """The session as this person may see it."""
        return self._veil.session(self._room.session)

    @property
    def history(self) -> Sequence[Entry]:
        """All that happened to the session, as far as this person may see."""
        return self._veil.history(self._room.session, self._room.history)

    @property
    def present(self) -> Present:
        """Who is here and where."""
        return self._room.present

    @property
    def view(self) -> View:
        """What the facilitator shows."""
        return self._room.view

    @property
    def turns(self) -> Turns:
        """Whose turn it is to speak."""
        return self._room.turns

    @property
    def shown_trial(self) -> ShownTrial | None:
        """What someone tries while all can see it."""
        return self._room.trial

    def listen(self, hear: Callable[[News], None], show_ahead: ShowAhead | None = None) -> None:
        """Have `hear` called with all news from now on; nothing is shown ahead of it here."""
        self._listeners.append(hear)

    def catch_up(self) -> None:
        """Go on: all has been said."""

    def submit(self, change: Change) -> None:
        """Ask the room to take `change`; the answer is news."""
        self._room.submit(self.person.client, self._next(), change)

    def undo(self) -> None:
        """Ask the room to take back one's own latest change."""
        self._room.undo(self.person.client, self._next())

    def redo(self) -> None:
        """Ask the room to do again what one's own latest undo took back."""
        self._room.redo(self.person.client, self._next())

    def at(self, place: Place | None) -> None:
        """Tell the others where one is."""
        self._room.at(self.person.client, place)

    def show(self, view: View) -> None:
        """Show `view` to those who follow."""
        self._room.show(self.person.client, view)

    def try_out(self, change: Change | None) -> None:
        """Have everyone see what one tries; None ends that."""
        self._room.try_out(self.person.client, change)

    def time(self, turning: Turning) -> None:
        """Pass the floor on, stop or start its clock, or give more time."""
        self._room.time(self.person.client, turning)

    def decide(self, deciding: Deciding) -> None:
        """Decide who may what; only a facilitator can."""
        self._room.decide(self.person.client, deciding)

    def leave(self) -> None:
        """Get up from the seat."""
        self._room.leave(self.person.client)

    def _next(self) -> int:
        self._seq += 1
        return self._seq

    def _pass_on(self, news: News) -> None:
        seen = self._veil.changed(news) if isinstance(news, Changed) else news
        for hear in self._listeners:
            hear(seen)
