"""The checklist: one focusable widget with a cursor and an editor of its own, painted where it differs.

Keys are handled inline, one after the other, so that keys that arrive in one burst end as typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip

from mgtui.domain.changes import Change
from mgtui.domain.session import Session, Stakeholder
from mgtui.tui import standing
from mgtui.tui.editing.buffer import lines_of
from mgtui.tui.editing.keys import press
from mgtui.tui.editing.unkept import Unkept
from mgtui.tui.seat import Seat
from mgtui.tui.signs import plain, signs_of
from mgtui.tui.themes import inks_of
from mgtui.tui.widgets.checklist.cursor import CHECKS, TEXTS, Cursor, Field, Spot
from mgtui.tui.widgets.checklist.editor import Author, Editor, Target, next_text
from mgtui.tui.widgets.checklist.picture import Picture, Scene, Scroll, changed_cells, list_cells, paint
from mgtui.tui.widgets.own_lines import OwnLines

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp
    from mgtui.tui.screens.frame import MgtuiScreen


class Checklist(OwnLines, can_focus=True):
    """Who behind each partner has been told what, and what they answered.

    Args:
        seat: through which changes go.

    Attributes:
        session: what is shown. cursor: where this person is. editor: what they are typing, if anything.
    """

    DEFAULT_CSS = """
    Checklist { width: 1fr; height: 1fr; background: $ground; }
    """

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self.seat = seat
        self.session = seat.session
        self.cursor = Cursor(seat.session)
        self.editor: Editor | None = None
        self.picture: Picture | None = None

    @property
    def mgtui(self) -> MgtuiApp:
        """The app, by its own type."""
        return cast("MgtuiApp", self.app)

    @property
    def stakeholder(self) -> Stakeholder | None:
        """The stakeholder under the cursor."""
        return self.session.stakeholders.get(self.cursor.spot.stakeholder)

    @property
    def author(self) -> Author:
        """Who ticks and types here."""
        return Author(self.seat.person.name, self.mgtui.doors.now)

    def show_session(self, session: Session) -> None:
        """Show `session` from now on; what is being typed stays as it is."""
        self.session = session
        self.cursor.settle(session)
        target = self.editor.target if self.editor else None
        if target and (
            target.spot.partner not in session.partners
            or (target.spot.stakeholder and target.spot.stakeholder not in session.stakeholders)
        ):
            self.editor = None
        self.repaint()

    def submit(self, change: Change | None) -> None:
        """Ask the room for a change; the answer comes as a new session."""
        if change is not None:
            self.seat.submit(change)

    def may_edit(self) -> bool:
        """Whether this person may change anything; tells them when not."""
        return standing.may_edit(self.mgtui)

    def begin(self, target: Target) -> None:
        """Begin to type; what was being typed is kept first."""
        if self.may_edit() and self.keep():
            self.editor = Editor(target, self.session)
            self.repaint()

    def keep(self) -> bool:
        """Keep what is being typed; False when it can't be, and typing goes on."""
        editor = self.editor
        if editor is None:
            return True
        identity = self.mgtui.doors.new_id()
        try:
            change = editor.keep(self.session, identity, self.author)
        except Unkept as unkept:
            editor.flaw = unkept.sentence
            self.repaint()
            return False
        editor.flaw = standing.why_not(self.mgtui) if change else ""
        if editor.flaw:
            self.repaint()
            return False
        self.editor = None
        self.submit(change)
        if editor.is_new and change is not None:
            self.cursor.go_to(Spot(editor.target.spot.partner, identity))
        self.repaint()
        return True

    def leave(self) -> None:
        """Stop typing and keep nothing."""
        self.editor = None
        self.repaint()

    def repaint(self) -> None:
        """Paint what differs from what stands there."""
        if not self.size.width or not self.size.height:
            return
        before, self.picture = self.picture, paint(self._scene(), self.picture.scroll if self.picture else Scroll())
        self.screen.refresh_bindings()
        if before is None or len(before.rows) != len(self.picture.rows):
            self.refresh()
            return
        changed = [Region(start, y, end - start, 1) for y, start, end in changed_cells(before, self.picture)]
        if changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """One row of the picture."""
        inks = inks_of(self.app)
        if self.picture is None or y >= len(self.picture.rows):
            return Strip.blank(self.size.width, inks.pen())
        return Strip([Segment(text, inks.role(role)) for text, role in self.picture.rows[y]])

    def on_resize(self) -> None:
        """Lay everything out anew."""
        self.picture = None
        self.repaint()

    def on_blur(self) -> None:
        """Leaving the field keeps it."""
        self.keep()

    async def _on_key(self, event: events.Key) -> None:
        screen = cast("MgtuiScreen[Any]", self.screen)
        if screen.pass_on(event):
            return
        is_done = self._type(event.key, event.character)
        if not is_done and self.editor is None:
            intent = screen.keymap.intent_for(event.key)
            if intent is not None and intent.is_possible(screen):
                intent.press(screen, event.key)
                is_done = True
        if is_done:
            event.stop()
            event.prevent_default()

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if self.editor is None:
            return
        lines = lines_of(event.text)
        self.editor.buffer.paste(event.text if len(lines) < 2 else lines.pop(0))
        if self.editor.is_new and lines != [] and len(lines_of(event.text)) > 1:
            self._add_all(lines)
        self.repaint()

    async def _on_click(self, event: events.Click) -> None:
        hit = self.picture.hit(event.x, event.y) if self.picture else None
        if hit is None or not self.keep():
            return
        was_there = (self.cursor.spot, self.cursor.field) == (hit.spot, hit.field)
        self.cursor.go_to(hit.spot, hit.field)
        self.repaint()
        is_box = hit.field in CHECKS and event.x < list_cells(self.size.width)
        if is_box or event.chain == 2 or (was_there and hit.field not in ("name", "answer")):
            self.act()

    def act(self) -> None:
        """Do what space or a click on the field under the cursor means."""
        intent = cast("MgtuiScreen[Any]", self.screen).keymap.intent_for("space")
        if intent is not None:
            intent.perform(self.screen)

    def _type(self, key: str, character: str | None) -> bool:
        """Give a key to the editor; False when there is none or it means nothing to it."""
        editor = self.editor
        if editor is None:
            return False
        if key == "enter":
            self.keep()
        elif key == "escape":
            self.leave()
        elif key in ("tab", "shift+tab", "up", "down"):
            self._go_on(editor, key)
        elif press(editor.buffer, key, character):
            editor.flaw = ""
            self.repaint()
        else:
            return False
        return True

    def _go_on(self, editor: Editor, key: str) -> None:
        """Keep, and go where `key` points: tab to the next field of the form, an arrow to another row."""
        if not self.keep():
            return
        following = next_text(editor.target.field) if key == "tab" else None
        if following and self.cursor.spot.stakeholder:
            self.cursor.go_to(self.cursor.spot, following)
            self.begin(Target(self.cursor.spot, following))
        elif key in ("up", "down"):
            self.cursor.down(1 if key == "down" else -1)
            self.repaint()

    def _add_all(self, names: list[str]) -> None:
        """A stakeholder for every pasted line."""
        for name in names:
            if not self.keep():
                return
            self.begin(Target(Spot(self.cursor.spot.partner), "name", self.cursor.spot.stakeholder))
            if self.editor:
                self.editor.buffer.paste(name)
        self.keep()

    def _scene(self) -> Scene:
        editor = self.editor
        field: Field = editor.target.field if editor and editor.target.field in TEXTS else self.cursor.field
        width, height = self.size
        today = self.author.today
        signs = signs_of(self.app)
        return Scene(
            self.session,
            self.cursor.spot,
            field,
            editor,
            today,
            width,
            height,
            signs,
            lambda text: plain(self.app, text),
        )
