"""A field to type in: wraps instead of scrolling, never blinks, and keeps keys that arrive together in order.

It handles its keys inline; a key that reaches it after the focus has moved on is passed to who has the focus now.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, cast

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from mgtui.tui.editing.buffer import Buffer
from mgtui.tui.editing.cells import wrap
from mgtui.tui.editing.drawn import Drawn, drawn, index_at
from mgtui.tui.editing.keys import press

if TYPE_CHECKING:
    from mgtui.tui.screens.frame import MgtuiScreen


class Field(Widget, can_focus=True):
    """A text that can be edited; enter submits, tab moves on."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "field--text",
        "field--cursor",
        "field--selected",
        "field--placeholder",
    }

    DEFAULT_CSS = """
    Field {
        width: 1fr;
        height: auto;
        background: $panel;
        color: $foreground;
        padding: 0 1;
        & > .field--text { color: $foreground; background: $panel; }
        & > .field--cursor { color: $background; background: $foreground; }
        & > .field--selected { color: $background; background: $primary; }
        & > .field--placeholder { color: $foreground-muted; background: $panel; }
    }
    """

    ALLOW_SELECT = False

    placeholder: reactive[str] = reactive("")
    """What stands there while nothing has been typed."""

    @dataclass
    class Changed(Message):
        """The text has changed under the person's hands."""

        field: Field
        value: str

        @property
        def control(self) -> Field:
            """The field."""
            return self.field

    @dataclass
    class Submitted(Message):
        """Enter was pressed."""

        field: Field
        value: str

        @property
        def control(self) -> Field:
            """The field."""
            return self.field

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002 -- Textual's own name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.buffer = Buffer(value)
        self.set_reactive(Field.placeholder, placeholder)

    @property
    def value(self) -> str:
        """The text now."""
        return self.buffer.text

    @value.setter
    def value(self, text: str) -> None:
        """Begin anew with `text`; nothing is posted."""
        self.buffer = Buffer(text)
        self.refresh(layout=True)

    def submit(self) -> None:
        """Tell that enter was pressed; a field whose enter moves the focus does that here, before the next key."""
        self.post_message(self.Submitted(self, self.value))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the text takes."""
        return len(self._drawn(max(2, width)).lines)

    def render_line(self, y: int) -> Strip:
        """One line of the text."""
        cells = max(2, self.content_size.width)
        styles = {
            "edit": self.get_component_rich_style("field--text"),
            "edit-cursor": self.get_component_rich_style("field--cursor" if self.has_focus else "field--text"),
            "edit-selected": self.get_component_rich_style("field--selected"),
            "placeholder": self.get_component_rich_style("field--placeholder"),
        }
        lines = self._drawn(cells).lines
        runs = lines[y] if y < len(lines) else ()
        if not self.buffer.text and y == 0:
            runs = (*(runs if self.has_focus else ()), (self.placeholder, "placeholder"))
        strip = Strip([Segment(text, styles[role]) for text, role in runs])
        return strip.adjust_cell_length(cells, styles["edit"])

    async def _on_key(self, event: events.Key) -> None:
        if cast("MgtuiScreen[Any]", self.screen).pass_on(event, self):
            return
        before = self.buffer.text
        lines = len(self._drawn(max(2, self.content_size.width)).lines)
        if event.key == "enter":
            self.submit()
        elif event.key == "tab":
            self.screen.focus_next()
        elif event.key == "shift+tab":
            self.screen.focus_previous()
        elif not press(self.buffer, event.key, event.character):
            return
        event.stop()
        event.prevent_default()
        self._redraw(before, lines)

    def _on_paste(self, event: events.Paste) -> None:
        before, lines = self.buffer.text, len(self._drawn(max(2, self.content_size.width)).lines)
        self.buffer.paste(event.text)
        event.stop()
        event.prevent_default()
        self._redraw(before, lines)

    async def _on_mouse_down(self, event: events.MouseDown) -> None:
        offset = event.get_content_offset(self)
        if offset:
            spans = wrap(self.buffer.shown, max(2, self.content_size.width))
            self.buffer.go_to(index_at(self.buffer, spans, offset.y, offset.x))
            self.refresh()

    def _redraw(self, before: str, lines: int) -> None:
        has_grown = len(self._drawn(max(2, self.content_size.width)).lines) != lines
        self.refresh(layout=has_grown)
        if self.buffer.text != before:
            self.post_message(self.Changed(self, self.buffer.text))

    def _drawn(self, cells: int) -> Drawn:
        return drawn(self.buffer, cells)
