"""The band of a writing round: its question, the time left, who is ready, and the key that is next for this person.

Only its clock changes by itself, once a second and as few cells as it has; without a round nothing does.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from mgtui.domain.readiness import readiness
from mgtui.domain.session import Round
from mgtui.locale import _, dates, ngettext
from mgtui.locale.safe_text import safe
from mgtui.tui import themes
from mgtui.tui.editing.cells import clipped, width, wrap
from mgtui.tui.intents.keymap import shown
from mgtui.tui.signs import is_ascii, plain, signs_of
from mgtui.tui.widgets.board.look import strokes_of

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp
    from mgtui.tui.screens.frame import MgtuiScreen

MOST_QUESTION_LINES = 3
MOST_NAMES = 4
LONGEST_NAME = 16
LITTLE = 0.2
"""The part of its time that is left when the clock turns to a warning."""


class RoundBand(Widget):
    """There while a round goes on, on every screen."""

    DEFAULT_CSS = """
    RoundBand { width: 1fr; height: auto; display: none; background: $ground-raised; }
    """

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._round: Round | None = None
        self._ticking: Timer | None = None
        self._clock = ""

    def on_mount(self) -> None:
        """Follow the session and the people."""
        self.watch(self.app, "session", self.look_again, init=True)
        self.watch(self.app, "present", self._show_people, init=False)

    def look_again(self) -> None:
        """Show the round that goes on now, if any."""
        session = self._mgtui.session
        before, self._round = self._round, session.current_round if session else None
        if before == self._round:
            return
        self.display = self._round is not None
        self._mind_the_clock()
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """The question with the clock, or who is ready with the key that is next."""
        cells = self.size.width
        inks = themes.inks_of(self.app)
        blank = inks.pen("ink", "ground_raised")
        lines = self._lines(cells)
        if y >= len(lines):
            return Strip.blank(cells, blank)
        left, right, ink = lines[y]
        gap = max(1, cells - 2 - width(left) - width(right))
        is_question = y < len(lines) - 1
        segments = [
            Segment(f" {left}", inks.pen("heading" if is_question else "ink", "ground_raised", bold=is_question)),
            Segment(" " * gap, blank),
            Segment(f"{right} ", inks.pen(ink, "ground_raised", bold=True)),
        ]
        return Strip(segments).adjust_cell_length(cells, blank)

    def on_click(self, event: events.Click) -> None:
        """Do what the band says is next for this person."""
        intent = self._next
        if intent:
            cast("MgtuiScreen[Any]", self.screen).action_intend(intent)

    @property
    def _mgtui(self) -> MgtuiApp:
        return cast("MgtuiApp", self.app)

    @property
    def _next(self) -> str:
        """The intent that is next: to reveal for the facilitator, else to be ready; none for who looks on."""
        role = self._mgtui.seat.person.role if self._mgtui.seat else "viewer"
        return {"facilitator": "round.reveal", "co-facilitator": "round.ready"}.get(role, "")

    def _show_people(self) -> None:
        if self._round:
            self.refresh(layout=True)

    def _lines(self, cells: int) -> list[tuple[str, str, str]]:
        """Every line as text at the left, text at the right, and the ink of the latter."""
        of = self._round
        if of is None:
            return []
        clock, ink = self._time_left(of)
        head = f"{strokes_of(is_ascii=is_ascii(self.app)).covered} {safe(of.question) or _('Write for yourself')}"
        more, clock = plain(self.app, "…"), plain(self.app, clock)
        room = max(10, cells - 3 - width(clock))
        question = [head[start:end].rstrip() for start, end in wrap(head, room)]
        if len(question) > MOST_QUESTION_LINES:
            question[MOST_QUESTION_LINES - 1 :] = [
                clipped(f"{question[MOST_QUESTION_LINES - 1]} {more}{more}", room, more)
            ]
        hint = plain(self.app, self._hint())
        below = clipped(plain(self.app, self._who_is_ready(of)), max(10, cells - 3 - width(hint)), more)
        return [*((text, clock if at == 0 else "", ink) for at, text in enumerate(question)), (below, hint, "heading")]

    def _who_is_ready(self, of: Round) -> str:
        found = readiness(of, self._mgtui.present.people)
        if not found.total:
            return _("what you write now only you see, until all is revealed")
        told = _("ready: {ready} of {count}").format(ready=len(found.ready), count=found.total)
        names = ", ".join(_some(found.ready))
        waiting = ", ".join(_some(found.waiting))
        parts = [f"{told} ({names})" if names else told]
        if waiting:
            parts.append(_("not yet: {names}").format(names=waiting))
        return "   ".join(parts)

    def _hint(self) -> str:
        """The keys of this person, as they are on this screen."""
        app, of = self._mgtui, self._round
        if app.seat is None or of is None or app.seat.person.role == "viewer":
            return ""
        is_ready = app.seat.person.signature in of.ready
        labels = {"round.ready": _("not ready after all") if is_ready else _("I am ready"), "round.reveal": _("reveal")}
        return "   ".join(f"{key} {labels[intent]}" for intent, key in self._keys(labels))

    def _keys(self, intents: dict[str, str]) -> Iterator[tuple[str, str]]:
        screen = cast("MgtuiScreen[Any]", self.screen)
        for intent in screen.keymap.intents:
            if intent.id in intents and intent.is_possible(screen):
                keys = screen.keymap.keys_of(intent)
                if keys:
                    yield intent.id, shown(keys[0])

    def _time_left(self, of: Round) -> tuple[str, str]:
        """The clock, and its ink; nothing where no time was set."""
        if of.seconds is None:
            return "", "ink"
        left = of.seconds - (self._mgtui.doors.now() - of.opened).total_seconds()
        if left <= 0:
            return f"{signs_of(self.app).objection} {_('time is up')}", "warning"
        ink = "warning" if left <= LITTLE * of.seconds else "heading"
        return dates.stopwatch(timedelta(seconds=int(left) + (left % 1 > 0))), ink

    def _mind_the_clock(self) -> None:
        """Tick while there is time left, and not otherwise."""
        of = self._round
        is_running = of is not None and of.seconds is not None and self._time_left(of)[0][:1].isdigit()
        if self._ticking and not is_running:
            self._ticking.stop()
            self._ticking = None
        elif is_running and self._ticking is None:
            self._ticking = self.set_interval(1.0, self._tick)

    def _tick(self) -> None:
        of = self._round
        if of is None:
            return
        before, self._clock = self._clock, self._time_left(of)[0]
        self._mind_the_clock()
        if width(before) != width(self._clock) or not self._clock[:1].isdigit():
            self.refresh(layout=True)
        elif before != self._clock and self.screen is self.app.screen:
            self.refresh(Region(self.size.width - 1 - width(self._clock), 0, width(self._clock), 1))


def _some(names: tuple[str, ...]) -> Iterator[str]:
    """The first few names, and how many more there are."""
    yield from (clipped(safe(each), LONGEST_NAME) for each in names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        more = len(names) - MOST_NAMES
        yield ngettext("{n} more", "{n} more", more).format(n=more)
