"""What if? A seat whose changes are laid over the session and reach the room only when the trial is kept as a whole.

Invariant: until `keep`, nothing that is tried reaches the session; what the others do shows under it all the while.
The others see it only when it is shown to them, and nothing hidden in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from mgtui.domain import trial as trials
from mgtui.domain.changes import Change, inverse, parts
from mgtui.domain.history import Entry
from mgtui.domain.news import Changed, News, Present, Rejected
from mgtui.domain.people import Person, Place, View
from mgtui.domain.powers import Deciding, Powers
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Session
from mgtui.domain.trial import Prospect, ShownTrial, Trial
from mgtui.domain.turns import Turning, Turns
from mgtui.locale import _
from mgtui.locale.wording import changes
from mgtui.tui import our_screens
from mgtui.tui.intents.key_names import key_of
from mgtui.tui.seat import Seat

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp


class TrialSeat:
    """A person's own trial on top of their place in the room.

    Args:
        inner: the place in the room.
        show: called when what is tried has changed, with a sentence about an undo or nothing.

    Attributes:
        inner: the place in the room.
        trial: what is tried.
    """

    def __init__(self, inner: Seat, show: Callable[[str], None]) -> None:
        self.inner = inner
        self.trial = Trial()
        self._show = show
        self._undone: list[Change] = []
        self._listeners: list[Callable[[News], None]] = []
        self._laid: tuple[Session, Trial, Session] | None = None

    @property
    def person(self) -> Person:
        """Whose seat it is."""
        return self.inner.person

    @property
    def session(self) -> Session:
        """The room's session with the trial laid over it."""
        real = self.inner.session
        if self._laid is None or self._laid[0] is not real or self._laid[1] is not self.trial:
            self._laid = (real, self.trial, trials.lay_over(real, self.trial)[0])
        return self._laid[2]

    @property
    def prospect(self) -> Prospect:
        """The verdicts as they are and as they would be."""
        return trials.prospect(self.inner.session, self.trial)

    @property
    def history(self) -> Sequence[Entry]:
        """All that really happened to the session."""
        return self.inner.history

    @property
    def present(self) -> Present:
        """Who is in the room and where."""
        return self.inner.present

    @property
    def view(self) -> View:
        """What the facilitator shows to those who follow."""
        return self.inner.view

    @property
    def powers(self) -> Powers:
        """Who may what: the same in a trial."""
        return self.inner.powers

    @property
    def turns(self) -> Turns:
        """Whose turn it is to speak: the same in a trial."""
        return self.inner.turns

    def listen(self, hear: Callable[[News], None], show_ahead: Callable[[Change], bool] | None = None) -> None:
        """Have `hear` called with what the trial refuses, and with all news of the room; over a trial none is shown."""
        self._listeners.append(hear)
        self.inner.listen(hear)

    def catch_up(self) -> None:
        """Hear now of what was shown ahead."""
        self.inner.catch_up()

    def hear_refusals(self, hear: Callable[[News], None]) -> None:
        """Have `hear` called with what the trial refuses; for who hears the room already."""
        self._listeners.append(hear)

    def submit(self, change: Change) -> None:
        """Try `change`."""
        try:
            tried = trials.attempt(self.inner.session, self.trial, change)
        except Refused as refusal:
            self._tell(Rejected(refusal))
            return
        if tried is not self.trial:
            self.trial = tried
            self._undone.clear()
            self._show("")

    def undo(self) -> None:
        """Take back the latest thing that was tried."""
        if not self.trial.changes:
            self._tell(Rejected(Refused("nothing_to_undo"), "undo"))
            return
        before, latest = self.session, self.trial.changes[-1]
        self._undone.append(latest)
        self.trial = trials.step_back(self.trial)
        what = changes.change(inverse(latest), self.session, before)
        self._show(_("Undone: {what}").format(what=what))

    def redo(self) -> None:
        """Try again what was taken back last."""
        if not self._undone:
            self._tell(Rejected(Refused("nothing_to_redo"), "redo"))
            return
        latest = self._undone.pop()
        self.trial = Trial((*self.trial.changes, latest))
        self._show(_("Done again: {what}").format(what=changes.change(latest, self.session)))

    def at(self, place: Place | None) -> None:
        """Tell the others where in the session one is, unless that is only there in the trial."""
        is_real = place is None or place.table == "session" or place.id in getattr(self.inner.session, place.table, {})
        self.inner.at(place if is_real else None)

    def show(self, view: View) -> None:
        """Show `view` to those who follow."""
        self.inner.show(view)

    @property
    def shown_trial(self) -> ShownTrial | None:
        """What someone tries while all can see it; perhaps this."""
        return self.inner.shown_trial

    @property
    def is_shown(self) -> bool:
        """Whether everyone in the room sees this trial."""
        shown = self.inner.shown_trial
        return shown is not None and shown.client == self.person.client

    def try_out(self, change: Change | None) -> None:
        """Have everyone see what is tried; None keeps it to oneself again."""
        self.inner.try_out(change)

    def show_to_all(self) -> None:
        """Have everyone see the trial as it is now."""
        self.try_out(trials.to_show(self.inner.session, self.trial))

    def time(self, turning: Turning) -> None:
        """Pass the floor on, stop or start its clock, or give more time: the same in a trial."""
        self.inner.time(turning)

    def decide(self, deciding: Deciding) -> None:
        """Decide who may what: the same in a trial."""
        self.inner.decide(deciding)

    def leave(self) -> None:
        """Get up from the seat; what was tried goes."""
        self.inner.leave()

    def _tell(self, news: News) -> None:
        for hear in self._listeners:
            hear(news)


def begin(app: MgtuiApp) -> None:
    """Try things out from now on."""
    if app.seat is None or isinstance(app.seat, TrialSeat):
        return

    def show(told: str) -> None:
        app.sit(seat)
        if seat.is_shown:
            seat.show_to_all()
        if told:
            app.say(told, "good")

    def hear(news: News) -> None:
        if isinstance(news, Changed) and seat.is_shown and app.seat is seat:
            seat.show_to_all()

    seat = TrialSeat(app.seat, show)
    seat.hear_refusals(app.hear)
    seat.inner.listen(hear)
    our_screens.keep_typing(app)
    _sit(app, seat)
    told = _("A trial: whatever you change now, only you see it, until you keep it or show it ({key}).")
    app.say(told.format(key=key_of(app, "trial")), "good")


def show_or_hide(app: MgtuiApp) -> None:
    """Have everyone in the room see the trial, or nobody else any more."""
    seat = app.seat
    if not isinstance(seat, TrialSeat):
        return
    if seat.is_shown:
        seat.try_out(None)
        app.say(_("The trial is yours alone again."), "good")
    else:
        seat.show_to_all()
        if seat.shown_trial is None or seat.is_shown:
            app.say(_("Everyone sees the trial beside how things are, until you keep it, drop it or hide it."), "good")


def keep(app: MgtuiApp) -> None:
    """Make what was tried real, as one change that can be undone."""
    seat = app.seat
    if isinstance(seat, TrialSeat):
        change = trials.keep(seat.inner.session, seat.trial)
        _end(app, seat)
        if parts(change):
            seat.inner.submit(change)
            told = _("The trial is kept; {undo} takes all of it back at once.")
            app.say(told.format(undo=key_of(app, "undo")), "good")
        else:
            app.say(_("The trial has ended; there was nothing to keep."))


def drop(app: MgtuiApp) -> None:
    """Forget what was tried."""
    seat = app.seat
    if isinstance(seat, TrialSeat):
        _end(app, seat)
        app.say(_("The trial is gone; all is as it was."), "good")


def trial_of(app: MgtuiApp) -> TrialSeat | None:
    """The trial that goes on, if any."""
    return app.seat if isinstance(app.seat, TrialSeat) else None


def trial_shown_to(app: MgtuiApp) -> ShownTrial | None:
    """The trial that someone else shows, unless this person is busy with one of their own."""
    shown = app.seat.shown_trial if app.seat else None
    if app.seat is None or isinstance(app.seat, TrialSeat) or shown is None or shown.client == app.seat.person.client:
        return None
    return shown


def prospect_of(app: MgtuiApp) -> Prospect | None:
    """What the trial on the screen comes to, one's own or one that is shown; None when there is none."""
    own, shown = trial_of(app), trial_shown_to(app)
    if own:
        return own.prospect
    return trials.prospect(app.session, shown.trial) if shown and app.session else None


def show_on_every_screen(app: MgtuiApp) -> None:
    """Show that another trial is shown than before, or none."""
    for screen in our_screens.running(app):
        screen.show_trial()


def _end(app: MgtuiApp, seat: TrialSeat) -> None:
    if seat.is_shown:
        seat.try_out(None)
    _sit(app, seat.inner)


def _sit(app: MgtuiApp, seat: Seat) -> None:
    """Work from `seat`, and have every screen know, also when the session looks the same from it."""
    app.sit(seat)
    for screen in our_screens.running(app):
        screen.show_session(app.session, app.session)
        screen.show_trial()
        screen.refresh_bindings()
