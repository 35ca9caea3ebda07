"""The widget that fills the screen with one view: painted where it differs, and sized to what the terminal can write.

Invariant: it draws nothing but `walk.drawn`, so that no toast, field or private word can be on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from mgtui.domain.people import View
from mgtui.domain.session import Session
from mgtui.tui.signs import is_ascii
from mgtui.tui.text_sizing import Large
from mgtui.tui.themes import inks_of
from mgtui.tui.widgets.beamer import walk
from mgtui.tui.widgets.beamer.slide import Slide
from mgtui.tui.widgets.beamer.surface import WIDEST, Surface, drawn_role, large_in
from mgtui.tui.widgets.board.drawing import Line, filled
from mgtui.tui.widgets.own_lines import spans_between

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp
    from mgtui.tui.screens.present import PresentScreen

MARGIN: Final = 2
"""The least cells left free at either side."""


class Beamer(Widget, can_focus=True):
    """One view of the session.

    Attributes:
        slide: what it shows; None before it is first drawn.
    """

    DEFAULT_CSS = """
    Beamer { width: 1fr; height: 1fr; background: $ground; }
    """

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.slide: Slide | None = None
        self._cells = WIDEST
        self._lines: list[Line] = []
        self._shown: tuple[Session, View, str] | None = None

    def show(self, session: Session, view: View, say: str = "") -> None:
        """Show `view` of `session` from now on, with `say` on the last line."""
        self._shown = (session, view, say)
        self.repaint()

    def page_of(self, view: View, session: Session) -> Slide:
        """`view` as it would be drawn here."""
        return walk.drawn(view, session, self.surface(session), turns=cast("MgtuiApp", self.app).turns)

    def surface(self, session: Session) -> Surface:
        """What there is to draw on."""
        app = cast("MgtuiApp", self.app)
        cells = max(10, min(WIDEST, self.size.width - 2 * MARGIN))
        return Surface(cells, max(6, self.size.height), session.scale, app.doors.now(), is_ascii(app), app.sizes_text)

    @property
    def left(self) -> int:
        """The cells before the content, which stands in the middle."""
        return max(0, (self.size.width - self._cells) // 2)

    @property
    def large(self) -> list[Large]:
        """What the terminal writes at double size."""
        inks, (x, y) = inks_of(self.app), self.region.offset
        return [Large(x + at, y + line, text, inks.role(role)) for at, line, text, role in large_in(self._lines)]

    def repaint(self) -> None:
        """Paint what differs from what stands there."""
        if self._shown is None or not self.size.width or not self.size.height:
            return
        session, view, say = self._shown
        surface = self.surface(session)
        self._cells = surface.cells
        self.slide = walk.drawn(view, session, surface, say, cast("MgtuiApp", self.app).turns)
        before, self._lines = self._lines, self._in_place(self.slide)
        if len(before) != len(self._lines) or list(large_in(before)) != list(large_in(self._lines)):
            self.refresh()
            return
        if spans := spans_between(before, self._lines):
            self.refresh(*spans)

    def render_line(self, y: int) -> Strip:
        """One line."""
        inks = inks_of(self.app)
        if y >= len(self._lines):
            return Strip.blank(self.size.width, inks.pen())
        return Strip([Segment(text, inks.role(drawn_role(role))) for text, role in self._lines[y]])

    def on_resize(self) -> None:
        """Lay everything out anew."""
        self._lines = []
        self.repaint()

    def _in_place(self, slide: Slide) -> list[Line]:
        width = self.size.width
        return [filled(((" " * self.left, "ink"), *line), width, "ink") for line in slide.lines[: self.size.height]]

    async def _on_key(self, event: events.Key) -> None:
        screen = cast("PresentScreen", self.screen)
        if not screen.pass_on(event):
            screen.press_intent(event)

    async def _on_click(self, event: events.Click) -> None:
        """On the left third back, elsewhere on."""
        cast("PresentScreen", self.screen).walk(-1 if event.x < self.size.width // 3 else 1)

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        cast("PresentScreen", self.screen).walk(1)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        cast("PresentScreen", self.screen).walk(-1)
