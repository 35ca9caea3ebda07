"""The question above the board of a session from another day: is this a new meeting, or more of the last?

It takes no key but the one that answers it, so that nobody is kept from typing.
"""

from __future__ import annotations

from datetime import date

from mgtui.domain.session import Session
from mgtui.locale import _
from mgtui.locale.wording import naming
from mgtui.tui.intents.key_names import key_of
from mgtui.tui.widgets.banner import Banner, wrapped


def is_from_another_day(session: Session, today: date) -> bool:
    """Whether the latest meeting is closed or began on another day than `today`; False before the first."""
    if not session.meetings:
        return False
    current = session.current_meeting
    return current is None or current.opened.astimezone().date() != today


class MeetingBanner(Banner):
    """Shown until it is answered, to whoever opened a session that was last worked on another day."""

    DEFAULT_CSS = """
    MeetingBanner { background: $ground-raised; }
    """

    def on_mount(self) -> None:
        """Ask, if there is something to ask."""
        app = self._mgtui
        seat = app.seat
        if seat is None or seat.person.role == "viewer" or not app.doors.began_here:
            return
        self.display = is_from_another_day(seat.session, self._today)
        self.watch(app, "session", self._show_session, init=False)

    def put_away(self) -> None:
        """It is answered."""
        self.display = False

    @property
    def _today(self) -> date:
        return self._mgtui.doors.now().astimezone().date()

    def _show_session(self, session: Session | None) -> None:
        """Someone else may have begun the new meeting."""
        if self.display and session is not None and not is_from_another_day(session, self._today):
            self.put_away()

    def lines(self, cells: int) -> list[str]:
        """The question, with the keys that answer it."""
        session = self._mgtui.session
        if session is None or not session.meetings:
            return []
        last = naming.meeting(session.meetings_in_order[-1])
        text = _("Is this a new meeting? {key}: yes, a new one. esc: more of the last ({meeting}).").format(
            key=key_of(self._mgtui, "meeting.next"), meeting=last
        )
        return wrapped(text, cells)
