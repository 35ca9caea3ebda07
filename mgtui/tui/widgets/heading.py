"""The line on top of every screen: what session this is, who is here, and whether all is saved; that is always true.

Only the right end changes while people work, and only that is painted again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, cast

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from mgtui.domain.news import Present
from mgtui.domain.turns import Tone
from mgtui.locale import _, dates, ngettext
from mgtui.locale.safe_text import safe
from mgtui.tui import themes
from mgtui.tui.editing.cells import clipped, width
from mgtui.tui.signs import is_ascii, plain
from mgtui.tui.widgets.board.look import Strokes, strokes_of
from mgtui.tui.widgets.own_lines import OwnLines
from mgtui.tui.widgets.turn_clock import turn_clock

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp
    from mgtui.tui.saving import Saving

LEAST_FOR_AMBITION = 24
_INKS: Final[Mapping[Tone, str]] = {"calm": "heading", "soon": "warning", "last": "warning", "over": "warning"}


class Heading(OwnLines):
    """Title and ambition on the left, people and saving on the right."""

    DEFAULT_CSS = """
    Heading { width: 1fr; height: 1; background: $ground-raised; }
    """

    def on_mount(self) -> None:
        """Follow the session, the people and the saving."""
        self.watch(self.app, "session", self._show_all, init=False)
        self.watch(self.app, "present", self._show_people, init=False)
        self.watch(self.app, "saving", self._show_right_end, init=False)
        self.watch(self.app, "waiting", self._show_right_end, init=False)
        self.watch(self.app, "clock", self._show_right_end, init=False)
        self.watch(self.app, "has_door_open", self._show_right_end, init=False)
        self._shown = ""

    def _show_people(self, before: Present, present: Present) -> None:
        if len(before.people) != len(present.people):
            self._show_all()

    def render_line(self, y: int) -> Strip:
        """The line."""
        app = self._mgtui
        inks = themes.inks_of(app)
        title = safe(app.session.title) if app.session else "mgtui"
        right, clock = self._right_end(), self._clock()
        self._shown = clock + right
        room = self.size.width - width(clock) - width(right) - 3
        title = clipped(title, max(8, room))
        ambition = self._ambition(room - width(title) - 3)
        gap = self.size.width - 1 - width(title) - width(ambition) - width(clock) - width(right) - 1
        ink = "warning" if app.saving.state == "not_saved" else "muted"
        return Strip(
            [
                Segment(f" {title}", inks.pen("heading", "ground_raised", bold=True)),
                Segment(ambition + " " * gap, inks.pen("muted", "ground_raised")),
                Segment(clock, inks.pen(_INKS[app.clock.tone] if app.clock else "muted", "ground_raised", bold=True)),
                Segment(f"{right} ", inks.pen(ink, "ground_raised", bold=ink == "warning")),
            ]
        ).adjust_cell_length(self.size.width, inks.pen("muted", "ground_raised"))

    @property
    def _mgtui(self) -> MgtuiApp:
        return cast("MgtuiApp", self.app)

    def _ambition(self, room: int) -> str:
        session = self._mgtui.session
        if session is None or not session.ambition or room < LEAST_FOR_AMBITION:
            return ""
        return "   " + clipped(_("Ambition: {text}").format(text=safe(session.ambition)), room)

    def _show_all(self) -> None:
        self.refresh()

    def _show_right_end(self) -> None:
        """Paint what is right of the title and the ambition, or all when that has another width."""
        shown, self._shown = self._shown, self._clock() + self._right_end()
        cells = width(self._shown) + 1
        if width(shown) != width(self._shown):
            self.refresh()
        else:
            self.refresh(Region(self.size.width - cells, 0, cells, 1))

    def _right_end(self) -> str:
        app = self._mgtui
        strokes = strokes_of(is_ascii=is_ascii(app))
        if not app.seat:
            return ""
        told = _right(app.saving.beside(app.waiting), len(app.present.people), strokes)
        return "  ".join([_("door open"), told]) if app.has_door_open else told

    def _clock(self) -> str:
        app = self._mgtui
        strokes = strokes_of(is_ascii=is_ascii(app))
        text = turn_clock(app.clock, app.session, self.size.width, strokes) if app.session else ""
        return plain(app, text) + "  " if text else ""


def _right(saving: Saving, people: int, strokes: Strokes) -> str:
    together = ngettext("{n} together", "{n} together", people).format(n=people)
    parts = [f"{strokes.here} {together}"] if people > 1 else []
    at = dates.time_of_day(saving.at, seconds=True) if saving.at else ""
    if saving.state == "not_saved":
        parts.append(_("! NOT SAVED"))
    elif saving.state == "saving":
        parts.append(f"{strokes.saving} {at or '--:--:--'}")
    else:
        parts.append(f"{strokes.saved} {at}".rstrip())
    return "  ".join(parts)
