"""What a trial comes to, side by side with how things are, and what to do with it: show, keep or drop it, or go on.

A trial that someone else shows can only be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from mgtui.domain import trial as trials
from mgtui.domain.session import Session
from mgtui.domain.trial import Outlook, Prospect, Trial
from mgtui.locale import _, ngettext
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import changes, verdicts
from mgtui.tui import trying
from mgtui.tui.editing.cells import padded
from mgtui.tui.editing.short_names import short_names
from mgtui.tui.screens.frame import Overlay
from mgtui.tui.signs import plain, signs_of
from mgtui.tui.widgets.trial_banner import name_of, side

NAME_CELLS = 22
SIDE_CELLS = 14
SCROLLS = {"down": 1, "up": -1, "pagedown": 8, "pageup": -8}
"""By key, how many rows of the table it goes down."""
LEAST_ROWS = 3
AROUND = 6
"""Rows of the frame, its padding, the title and the blank line above the ways out."""


class TrialScreen(Overlay[None]):
    """Show, keep, drop or go on."""

    NAME = "trial"

    DEFAULT_CSS = """
    TrialScreen { align: center middle; }
    TrialScreen > Vertical {
        width: 92; max-width: 95%; height: auto; max-height: 95%; padding: 1 2; background: $ground-raised;
        border: $edge $heading;
    }
    TrialScreen VerticalScroll { height: auto; background: $ground-raised; }
    TrialScreen Static { width: 1fr; height: auto; color: $ink; background: $ground-raised; }
    TrialScreen .title { color: $heading; text-style: bold; }
    TrialScreen .way { color: $heading; text-style: bold; }
    TrialScreen #ways { height: auto; margin-top: 1; }
    """

    def compose_body(self) -> ComposeResult:
        """The table, and the ways out."""
        with Vertical():
            yield Static(id="title", classes="title", markup=False)
            with VerticalScroll(can_focus=False):
                yield Static(id="table", markup=False)
            with Vertical(id="ways"):
                for way, text in self._ways():
                    yield Static(text, classes="way", id=way, markup=False)

    def on_resize(self) -> None:
        """Leave room for the ways out under the table, however many partners it has."""
        table, ways = self.query_one(VerticalScroll), self.query_one("#ways")
        table.styles.max_height = max(LEAST_ROWS, self.size.height * 95 // 100 - AROUND - len(ways.children))

    def show_trial(self) -> None:
        """Show that what is tried, or who sees it, is no longer as it was."""
        self.show_session(self.mgtui.session, None)

    def show_session(self, session: Session | None, before: Session | None) -> None:
        """Show what the trial comes to now; go when there is none."""
        prospect = trying.prospect_of(self.mgtui)
        if prospect is None:
            self._go()
        elif self.query("#table"):
            self.query_one("#title", Static).update(self._title())
            self.query_one("#table", Static).update("\n".join([*self._table(prospect), *self._tried()]))

    def on_key(self, event: events.Key) -> None:
        """Take a way out, or look further down or up the table."""
        if event.key in SCROLLS:
            event.stop()
            self.query_one(VerticalScroll).scroll_relative(y=SCROLLS[event.key], animate=False)
            return
        ways = {"enter": "keep", "delete": "drop", "s": "show", "t": "begin", "escape": "go-on", "f4": "go-on"}
        if ways.get(event.key) in {way for way, _text in self._ways()}:
            event.stop()
            self._take(ways[event.key])

    def on_click(self, event: events.Click) -> None:
        """A click on a way out takes it."""
        if event.widget is not None and event.widget.id in {way for way, _text in self._ways()}:
            self._take(str(event.widget.id))

    def _take(self, way: str) -> None:
        app = self.mgtui
        self._go()
        if way == "keep":
            trying.keep(app)
        elif way == "drop":
            trying.drop(app)
        elif way == "show":
            trying.show_or_hide(app)
        elif way == "begin":
            trying.begin(app)

    def _ways(self) -> list[tuple[str, str]]:
        """What can be done, with the words for it."""
        app = self.mgtui
        own = trying.trial_of(app)
        if own:
            shows = _("s: show it to everyone here, beside how things are")
            return [
                ("keep", _("enter: keep it, as one change that can be undone")),
                ("drop", _("del: drop it, all stays as it was")),
                ("show", _("s: keep it to yourself again") if own.is_shown else shows),
                ("go-on", _("esc: go on trying")),
            ]
        may_try = app.seat is not None and app.seat.person.role != "viewer"
        begin = [("begin", _("t: begin a trial of your own, which only you see"))] if may_try else []
        return [*begin, ("go-on", _("esc: back"))]

    def _title(self) -> str:
        shown, own = trying.trial_shown_to(self.mgtui), trying.trial_of(self.mgtui)
        if shown:
            return _("What {name} tries; nothing of it is in the session").format(name=safe(shown.name))
        number = len(own.trial.changes) if own else 0
        return ngettext("Trial with {n} change", "Trial with {n} changes", number).format(n=number)

    def _tried(self) -> Iterator[str]:
        """What someone else tries, in words."""
        shown, session = trying.trial_shown_to(self.mgtui), self.mgtui.session
        if shown is None or session is None:
            return
        yield ""
        before = session
        for change in shown.trial.changes:
            after = trials.lay_over(before, Trial((change,)))[0]
            yield plain(self.app, f"· {changes.change(change, after, before)}")
            before = after

    def _go(self) -> None:
        """Go once, whether a key or the end of the trial says so."""
        if self.is_current:
            self.dismiss(None)

    def _table(self, prospect: Prospect) -> Iterator[str]:
        heads = ("", _("now"), _("in the trial"))
        yield f"{padded(heads[0], NAME_CELLS)}{padded(heads[1], SIDE_CELLS)}{heads[2]}"
        names = short_names([name_of(each) for each in prospect.outlooks], NAME_CELLS - 2, end="…")
        for each, name in zip(prospect.outlooks, names, strict=True):
            yield plain(self.app, self._row(each, name))
        together = [_(verdicts.session_verdict(each.verdict)) for each in (prospect.now, prospect.tried)]
        yield ""
        yield f"{_('together')}: {together[0]}" + (f" → {together[1]}" if together[0] != together[1] else "")

    def _row(self, outlook: Outlook, name: str) -> str:
        signs = signs_of(self.app)
        words = verdicts.partner_verdict(outlook.tried) if outlook.tried else _("no longer at the table")
        now, tried = padded(side(outlook.now, signs), SIDE_CELLS), side(outlook.tried, signs)
        return f"{padded(name, NAME_CELLS)}{now}{tried}  {words}"
