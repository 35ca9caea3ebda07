"""The banner that stands under the heading as long as the room can't be reached or does not answer.

It says that nothing is lost, or what is, and names what was typed and is nowhere but here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from mgtui.locale import _, wording
from mgtui.tui import themes
from mgtui.tui.editing.cells import wrap

if TYPE_CHECKING:
    from mgtui.domain.news import Waiting
    from mgtui.tui.app import Link, MgtuiApp

OVERDUE_AFTER: Final = 1.0
"""Seconds that an answer of the room may take before it is worth a banner."""

MOST_NAMED: Final = 4
"""How many of the changes that wait are named; the latest are."""


class LinkBanner(Widget):
    """Shown while the room is looked for or does not answer, and when it will not be found any more."""

    DEFAULT_CSS = """
    LinkBanner { width: 1fr; height: auto; display: none; background: $warning; }
    """

    ALLOW_SELECT = False

    _is_overdue = False

    def on_mount(self) -> None:
        """Follow the link to the room, and what has gone there."""
        self.watch(self.app, "link", self._show, init=True)
        self.watch(self.app, "waiting", self._show_waiting, init=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """One line, dark on the colour of a warning."""
        style = themes.inks_of(self.app).pen("ground", "warning", bold=True)
        lines = self._lines(self.size.width)
        text = lines[y] if y < len(lines) else ""
        return Strip([Segment(f" {text}", style)]).adjust_cell_length(self.size.width, style)

    @property
    def _mgtui(self) -> MgtuiApp:
        return cast("MgtuiApp", self.app)

    def _show_waiting(self, waiting: Waiting) -> None:
        if not waiting.number:
            self._is_overdue = False
        elif not self._is_overdue:
            self.set_timer(OVERDUE_AFTER, self._note_overdue)
        self._show()

    def _note_overdue(self) -> None:
        self._is_overdue = self._mgtui.waiting.number > 0
        self._show()

    def _show(self) -> None:
        is_needed = self._mgtui.link != "here" or self._is_overdue
        if is_needed or self.display:
            self.display = is_needed
            self.refresh(layout=True)

    def _lines(self, cells: int) -> list[str]:
        texts = [told(self._mgtui.link), self._told_waiting()]
        return [text[start:end] for text in texts if text for start, end in wrap(text, max(10, cells - 2))]

    def _told_waiting(self) -> str:
        """What was done here and is not yet in the room, or will never be."""
        session, waiting = self._mgtui.session, self._mgtui.waiting
        if not waiting.changes or session is None:
            return ""
        named = [wording.change_with_text(each, session) for each in waiting.changes[-MOST_NAMED:]]
        more = ["…"] if len(waiting.changes) > MOST_NAMED else []
        return _("Not sent yet: {changes}").format(changes=" · ".join([*more, *named]))


def told(link: Link) -> str:
    """What a person is told of the link to the room, when something is wrong with it."""
    match link:
        case "searching":
            return _("! The others can't be reached for a moment. Go on: what you do is kept here, and sent later.")
        case "lost":
            return _("! You are no longer in the room. What you do here reaches nobody any more.")
        case "here":
            return _("! The room does not answer just now. Go on: what you do is kept here, and sent later.")
