"""The board: one focusable widget that shows the session, with a cursor and an editor of its own.

Keys are handled inline, one after the other, so that keys that arrive in one burst end as typed. It asks for changes
through its seat and never makes one; what it repaints is what differs from what stands there.
"""

from __future__ import annotations

from asyncio import TimerHandle
from typing import TYPE_CHECKING, Any, Final, cast

from textual import events
from textual.geometry import Size
from textual.reactive import reactive

from mgtui import locale
from mgtui.domain.changes import Change
from mgtui.domain.news import Changed
from mgtui.domain.people import Place
from mgtui.domain.session import Session
from mgtui.tui import standing
from mgtui.tui.later import after
from mgtui.tui.seat import Seat
from mgtui.tui.widgets.board.afterwards import Afterwards
from mgtui.tui.widgets.board.bands import Status
from mgtui.tui.widgets.board.canvas import Canvas, region_of
from mgtui.tui.widgets.board.company import Company, company, place_of
from mgtui.tui.widgets.board.cursor import Cursor
from mgtui.tui.widgets.board.desk import Desk
from mgtui.tui.widgets.board.glimpse import Glimpse
from mgtui.tui.widgets.board.look import Look
from mgtui.tui.widgets.board.painter import Painter, Scene
from mgtui.tui.widgets.board.picture import changed_cells
from mgtui.tui.widgets.board.pointer import Pointer
from mgtui.tui.widgets.board.sight import Sight

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp
    from mgtui.tui.screens.frame import MgtuiScreen

_PLACE_DELAY: Final = 0.1
"""Seconds after which the others are told where one has gone; who hurries on tells them once."""


class Board(Canvas, can_focus=True):
    """The table, as one person sees it.

    Args:
        seat: through which changes go.

    Attributes:
        sight: what this person sees of the session. cursor: where they are in it.
        desk: what they are editing.
    """

    DEFAULT_CSS = """
    Board { width: 1fr; height: 1fr; background: $background; }
    """

    status: reactive[Status] = reactive(Status(1, "saved", None), init=False, repaint=False)
    """Who is here and how safe the session is."""

    company: reactive[Company] = reactive(dict, init=False, repaint=False)
    """Where the others are."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self.seat = seat
        self.session = seat.session
        self.sight = Sight(seat.session, seat.person.signatures)
        self.cursor = Cursor(self.sight)
        self.desk = Desk(self)
        self._pointer = Pointer(self)
        self._afterwards = Afterwards(self)
        self._place_due: TimerHandle | None = None
        self._place: Place | None = None
        self._told_place: Place | None = None
        self.painter = Painter()
        self._kind_of_spot: tuple[object, ...] = ()
        self._is_paint_due = False
        self._glimpse = Glimpse(self)

    @property
    def mgtui(self) -> MgtuiApp:
        """The app, by its own type."""
        return cast("MgtuiApp", self.app)

    def show_session(self, session: Session, latest: Changed | None = None) -> None:
        """Show `session` from now on; what is being edited is left as it is. `latest` may be what led to it."""
        before, self.session = self.session, session
        self.desk.hear(before, session)
        self.look_again(latest)

    def show_ahead(self, change: Change) -> bool:
        """Show the columns as they are about to be in this board's session, and all that follows once they are.

        Returns:
            False when `change` does more than that, or can't be shown by itself now.
        """
        is_painted = self.picture is not None and not self._is_paint_due
        return is_painted and self.desk.editor is None and self._glimpse.show(change)

    def submit(self, change: Change | None) -> None:
        """Ask the room for a change; the answer comes as a new session."""
        if change is not None:
            self.seat.submit(change)

    def may_edit(self) -> bool:
        """Whether this person may change anything; tells them when not."""
        return standing.may_edit(self.mgtui)

    def look_again(self, latest: Changed | None = None) -> None:
        """See the session, with the weight that is being typed in it, and paint what differs."""
        self.sight.update(self.desk.with_typed_weight(self.session), latest)
        self.cursor.settle()
        is_by_another = latest is not None and latest.entry.client != self.seat.person.client
        self._afterwards.expect(is_by_another=is_by_another)
        if self._glimpse.catch_up():
            self._afterwards.go_on_now()
        self.repaint()

    def repaint(self) -> None:
        """Paint soon, once for everything that is waiting to be done."""
        if not self._is_paint_due:
            self._is_paint_due = True
            self.check_idle()

    def paint(self) -> None:
        """Paint what differs from what stands there."""
        self._is_paint_due = False
        if not self.size.width or not self.size.height:
            return
        again = self._glimpse.take_due()
        is_hurried = self.picture is not None and self.desk.editor is None and not again
        before, self.picture = self.picture, self.painter.paint(self._scene(), is_hurried=is_hurried)
        if self.painter.is_behind:
            self._afterwards.finish()
        self._tell_place_soon()
        if self.status.people > 1:
            self._glimpse.get_ready_soon()
        if before is None or not before.is_as_large_as(self.picture):
            self.refresh()
            return
        self._tell_what_is_possible()
        changed = [region_of(span) for span in (*changed_cells(before, self.picture), *again)]
        if changed:
            self.refresh(*changed)

    def scroll_column(self, partner: str, is_take: bool, lines: int) -> None:
        """Scroll a column by that many lines; the cursor stays where it is, out of sight if need be."""
        self.painter.scroll(partner, is_take, lines)
        self.repaint()

    def relabel(self) -> None:
        """Draw everything in the language in use."""
        self.painter.forget()
        self.repaint()

    def watch_status(self) -> None:
        """Show who is here and how safe the session is; that it is saved can wait for what is due anyway."""
        if self.status.saving != "saved" or not self._afterwards.is_due:
            self.repaint()

    def watch_company(self) -> None:
        """Show where the others are."""
        self.repaint()

    def on_mount(self) -> None:
        """Find out what is slow to find out, and let the line of keys know that there is a board."""
        self.company = company(self.mgtui.present, self.seat.person.client)
        self.look_again()
        self.screen.refresh_bindings()

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        # Laid out anew at once, before the screen is sent, so that nothing blank is ever shown.
        is_other = super()._size_updated(size, virtual_size, container_size, layout)
        if is_other:
            self.paint()
        return is_other

    def on_blur(self) -> None:
        """Leaving the field keeps it."""
        self.desk.keep()

    async def _on_key(self, event: events.Key) -> None:
        screen = cast("MgtuiScreen[Any]", self.screen)
        if screen.pass_on(event):
            return
        if self.desk.press(event.key, event.character):
            is_done = True
        else:
            intent = None if self.desk.editor else screen.keymap.intent_for(event.key)
            is_done = intent is not None
            if intent:
                screen.action_intend(intent.id, event.key)
        if is_done:
            event.stop()
            event.prevent_default()

    async def _on_idle(self, event: events.Idle) -> None:
        if self._is_paint_due:
            self.paint()
            cast("MgtuiScreen[Any]", self.screen).show_now(self)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if self.may_edit():
            self.desk.paste(event.text)

    async def _on_mouse_down(self, event: events.MouseDown) -> None:
        self._pointer.press(event.x, event.y)

    async def _on_mouse_up(self, event: events.MouseUp) -> None:
        self._pointer.release(event.x, event.y)

    async def _on_click(self, event: events.Click) -> None:
        if event.chain == 2:
            self._pointer.press_twice(event.x, event.y)

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._pointer.turn_wheel(event.x, event.y, 3)
        event.stop()

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._pointer.turn_wheel(event.x, event.y, -3)
        event.stop()

    def _tell_what_is_possible(self) -> None:
        """Have the line of keys look again when the cursor stands on something of another kind."""
        spot = self.cursor.spot
        kind = (spot.part, bool(spot.item), bool(spot.partner), bool(self.cursor.wanted), self.desk.editor is None)
        if kind != self._kind_of_spot:
            self._kind_of_spot = kind
            self.screen.refresh_bindings()

    @property
    def look(self) -> Look:
        """How it draws."""
        return Look(self.session.scale, locale.language(), self.mgtui.doors.settings.ascii)

    def _scene(self) -> Scene:
        (width, height), facts = self.size, self._afterwards.facts
        look, editor = self.look, self.desk.editor
        return Scene(self.sight, facts, self.cursor, editor, self.status, self.company, width, height, look)

    def tell_place_again(self) -> None:
        """Tell the others where one is on the board, after another screen told where one was there."""
        self._told_place = None
        self._tell_place_soon()

    def _tell_place_soon(self) -> None:
        """Tell the others where the cursor and the editor are, once it has come to rest, if that is somewhere else."""
        self._place = place_of(self.cursor.spot, self.desk.editor)
        if self._place != self._told_place and self._place_due is None:
            self._place_due = after(_PLACE_DELAY, self, self._tell_place)

    def _tell_place(self) -> None:
        self._place_due = None
        if not self.screen.is_current:
            return  # Another screen says by now where one is.
        self._told_place = self._place
        self.seat.at(self._place)
