"""What the screens need of a person's place in the room; the composition root brings one that fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from mgtui.domain.changes import Change
from mgtui.domain.history import Entry
from mgtui.domain.news import News, Present
from mgtui.domain.people import Person, Place, View
from mgtui.domain.powers import Deciding, Powers
from mgtui.domain.session import Session
from mgtui.domain.trial import ShownTrial
from mgtui.domain.turns import Turning, Turns


class Seat(Protocol):
    """A person's place in the room: changes go in, news comes out, in the app's own thread."""

    @property
    def person(self) -> Person:
        """Whose seat it is, in the role that they have now."""

    @property
    def session(self) -> Session:
        """The session as this seat knows it."""

    @property
    def history(self) -> Sequence[Entry]:
        """All that happened to the session, as far as this seat may know."""

    @property
    def present(self) -> Present:
        """Who is in the room and where, as far as this seat knows."""

    @property
    def view(self) -> View:
        """What the facilitator shows to those who follow."""

    @property
    def powers(self) -> Powers:
        """Who may what, as a facilitator decided."""

    @property
    def turns(self) -> Turns:
        """Whose turn it is to speak, and since when."""

    @property
    def shown_trial(self) -> ShownTrial | None:
        """What someone in the room tries while all can see it."""

    def listen(self, hear: Callable[[News], None], show_ahead: Callable[[Change], bool] | None = None) -> None:
        """Have `hear` called with all news from now on.

        Args:
            hear: called with news.
            show_ahead: may be asked first to show a change by someone else by itself; if it does, news of it comes a
                moment later.
        """

    def catch_up(self) -> None:
        """Hear now of what was shown ahead, because this person is about to do something."""

    def submit(self, change: Change) -> None:
        """Ask the room to take `change`; the answer is news."""

    def undo(self) -> None:
        """Ask the room to take back one's own latest change."""

    def redo(self) -> None:
        """Ask the room to do again what one's own latest undo took back."""

    def at(self, place: Place | None) -> None:
        """Tell the others where in the session one is; None for nowhere."""

    def show(self, view: View) -> None:
        """Show `view` to those who follow; only a facilitator may."""

    def try_out(self, change: Change | None) -> None:
        """Have everyone in the room see that one tries `change`; None ends that."""

    def time(self, turning: Turning) -> None:
        """Pass the floor on, stop or start its clock, or give more time."""

    def decide(self, deciding: Deciding) -> None:
        """Decide who may what; only a facilitator can."""

    def leave(self) -> None:
        """Get up from the seat."""
