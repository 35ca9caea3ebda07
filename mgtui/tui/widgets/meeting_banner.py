"""The question above the board of a session from another day: is this a new meeting, or more of the last?

It takes no key but the one that answers it, so that nobody is kept from typing.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from mgtui.domain.session import Session
from mgtui.locale import _
from mgtui.locale.wording import naming
from mgtui.tui import themes
from mgtui.tui.editing.cells import wrap

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp


def is_from_another_day(session: Session, today: date) -> bool:
    """Whether the latest meeting is closed or began on another day than `today`; False before the first."""
    if not session.meetings:
        return False
    current = session.current_meeting
    return current is None or current.opened.astimezone().date() != today


class MeetingBanner(Widget):
    """Shown until it is answered, to whoever opened a session that was last worked on another day."""

    DEFAULT_CSS = """
    MeetingBanner { width: 1fr; height: auto; display: none; background: $ground-raised; }
    """

    ALLOW_SELECT = False

    def on_mount(self) -> None:
        """Ask, if there is something to ask."""
        app = self._mgtui
        seat = app.seat
        if seat is None or seat.person.role == "viewer" or not app.doors.began_here:
            return
        self.display = is_from_another_day(seat.session, self._today)
        self.watch(app, "session", self._show_session, init=False)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """One line."""
        style = themes.inks_of(self.app).pen("heading", "ground_raised", bold=True)
        lines = self._lines(self.size.width)
        text = lines[y] if y < len(lines) else ""
        return Strip([Segment(f" {text}", style)]).adjust_cell_length(self.size.width, style)

    def put_away(self) -> None:
        """It is answered."""
        self.display = False

    @property
    def _mgtui(self) -> MgtuiApp:
        return cast("MgtuiApp", self.app)

    @property
    def _today(self) -> date:
        return self._mgtui.doors.now().astimezone().date()

    def _show_session(self, session: Session | None) -> None:
        """Someone else may have begun the new meeting."""
        if self.display and session is not None and not is_from_another_day(session, self._today):
            self.put_away()

    def _lines(self, cells: int) -> list[str]:
        session = self._mgtui.session
        if session is None or not session.meetings:
            return []
        last = naming.meeting(session.meetings_in_order[-1])
        text = _("Is this a new meeting? ctrl+n: yes, a new one. esc: more of the last ({meeting}).").format(
            meeting=last
        )
        return [text[start:end] for start, end in wrap(text, max(10, cells - 2))]
