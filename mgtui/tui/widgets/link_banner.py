"""The banner that stands under the heading as long as the room can't be reached or does not answer.

It says that nothing is lost, or what is, and names what was typed and is nowhere but here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mgtui.locale import _, wording
from mgtui.tui.later import after
from mgtui.tui.widgets.banner import Banner, wrapped

if TYPE_CHECKING:
    from mgtui.domain.news import Waiting
    from mgtui.tui.hearing import Link

OVERDUE_AFTER: Final = 1.0
"""Seconds that an answer of the room may take before it is worth a banner."""

MOST_NAMED: Final = 4
"""How many of the changes that wait are named; the latest are."""


class LinkBanner(Banner):
    """Shown while the room is looked for or does not answer, and when it will not be found any more."""

    DEFAULT_CSS = """
    LinkBanner { background: $warning; }
    """

    INK = "ground"
    GROUND = "warning"

    _is_overdue = False

    def on_mount(self) -> None:
        """Follow the link to the room, and what has gone there."""
        self.watch(self.app, "link", self._show, init=True)
        self.watch(self.app, "waiting", self._show_waiting, init=True)

    def _show_waiting(self, waiting: Waiting) -> None:
        if not waiting.number:
            self._is_overdue = False
        elif not self._is_overdue:
            after(OVERDUE_AFTER, self, self._note_overdue)
        self._show()

    def _note_overdue(self) -> None:
        self._is_overdue = self._mgtui.waiting.number > 0
        self._show()

    def _show(self) -> None:
        is_needed = self._mgtui.link != "here" or self._is_overdue
        if is_needed or self.display:
            self.display = is_needed
            self.refresh(layout=True)

    def lines(self, cells: int) -> list[str]:
        """What is wrong with the link, and what waits for it."""
        texts = [told(self._mgtui.link), self._told_waiting()]
        return [line for text in texts if text for line in wrapped(text, cells)]

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
