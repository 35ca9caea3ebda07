"""A list to choose from, drawn line by line: rows of several lines, a cursor that moves over those that can be chosen.

Keys are handled inline, so that those that arrive together do what they say in their order; a key that comes after the
focus has moved on is passed to who has it now. A cursor move paints two rows.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct
from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from mgtui.tui import themes
from mgtui.tui.editing.cells import wrap
from mgtui.tui.signs import is_ascii, plain
from mgtui.tui.widgets.board.drawing import Line, Run, filled
from mgtui.tui.widgets.own_lines import spans_between

if TYPE_CHECKING:
    from mgtui.tui.screens.frame import MgtuiScreen

__all__ = ["Line", "ListRow", "RowList", "Run"]

MARGIN = 2
"""The cells before each line, where the cursor's mark stands."""


class ListRow(Struct, frozen=True):
    """One row.

    Attributes:
        key: its name, by which the cursor finds it again; empty for a row that can't be chosen.
        lines: what it shows, as runs of a text with its ink; the ink's name may be followed by " bold", and by " on "
            and a ground.
        help: a sentence about it.
    """

    key: str
    lines: tuple[Line, ...]
    help: str = ""


def row_of(key: str, text: str, cells: int, ink: str = "ink") -> ListRow:
    """A row that is `text` in one ink, wrapped in lines of `cells` cells."""
    return ListRow(key, tuple(((text[start:end].rstrip(), ink),) for start, end in wrap(text, max(4, cells))))


class RowList(ScrollView, can_focus=True):
    """The list.

    Args:
        build: makes the rows for a width in cells; called again when that or anything else has changed.
    """

    DEFAULT_CSS = """
    RowList {
        width: 1fr; height: 1fr; background: $ground; overflow-x: hidden; overflow-y: auto;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    """

    ALLOW_SELECT = False

    @dataclass
    class Chosen(Message):
        """A row was chosen."""

        list: RowList
        key: str

        @property
        def control(self) -> RowList:
            """The list."""
            return self.list

    @dataclass
    class Moved(Message):
        """The cursor went to another row."""

        list: RowList
        key: str

        @property
        def control(self) -> RowList:
            """The list."""
            return self.list

    def __init__(self, build: Callable[[int], Sequence[ListRow]], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._build = build
        self._rows: tuple[ListRow, ...] = ()
        self._tops: tuple[int, ...] = ()
        self._places: tuple[tuple[int, int], ...] = ()
        self._cells = 0
        self.cursor = ""
        """The key of the row under the cursor; empty when nothing can be chosen."""
        self.shows_cursor = True
        """Whether the row under the cursor is marked; not while the cursor of another part is in use."""

    @property
    def rows(self) -> tuple[ListRow, ...]:
        """The rows as they were last built."""
        return self._rows

    def rebuild(self) -> None:
        """Make the rows anew and paint what differs; the cursor stays on its row, or near it when that has gone."""
        before = self._in_sight()
        self._cells = max(10, self.scrollable_content_region.width - MARGIN)
        old = [row.key for row in self._rows if row.key]
        self._rows = tuple(self._build(self._cells))
        places: list[tuple[int, int]] = []
        tops: list[int] = []
        for at, row in enumerate(self._rows):
            tops.append(len(places))
            places += [(at, line) for line in range(len(row.lines))]
        self._tops, self._places = tuple(tops), tuple(places)
        size = Size(self.scrollable_content_region.width, len(places))
        if size != self.virtual_size:
            self.virtual_size = size
        keys = [row.key for row in self._rows if row.key]
        if self.cursor not in keys:
            near = old.index(self.cursor) if self.cursor in old else 0
            self.cursor = keys[min(near, len(keys) - 1)] if keys else ""
        self._paint_what_differs(before)

    def move(self, steps: int) -> None:
        """Move the cursor `steps` rows that can be chosen; beyond the last one, show what comes after it."""
        if not self._rows:
            self.rebuild()  # for a key that came with the one that led here, before there was a place for the rows
        keys = [row.key for row in self._rows if row.key]
        if not keys:
            self.scroll_relative(y=steps, animate=False)
            return
        at = keys.index(self.cursor) if self.cursor in keys else 0
        to = max(0, min(len(keys) - 1, at + steps))
        if to == at:
            self.scroll_relative(y=steps, animate=False)
        self.move_to(keys[to])

    def move_to(self, key: str) -> None:
        """Put the cursor on the row called `key`."""
        if self.cursor == key:
            return
        before = self._in_sight()
        self.cursor = key
        self._paint_what_differs(before)
        self.show_cursor()
        self.post_message(self.Moved(self, key))

    def render_line(self, y: int) -> Strip:
        """One line, with the mark before it when the cursor is on its row."""
        inks = themes.inks_of(self.app)
        return Strip([Segment(text, inks.role(role)) for text, role in self._line(y)])

    def on_resize(self) -> None:
        """Wrap the rows for the new width."""
        if max(10, self.scrollable_content_region.width - MARGIN) != self._cells or not self._rows:
            self.rebuild()

    async def _on_key(self, event: events.Key) -> None:
        screen = cast("MgtuiScreen[Any]", self.screen)
        if screen.pass_on(event, self):
            return
        if self.press(event.key):
            event.stop()
            event.prevent_default()
            return
        intent = screen.keymap.intent_for(event.key)
        if intent is not None and intent.is_possible(screen):
            event.stop()
            event.prevent_default()
            intent.perform(screen)

    def press(self, key: str) -> bool:
        """Do what `key` means in a list; False when it means nothing here."""
        if not self._rows:
            self.rebuild()  # keys that come with the one that led here find it before it has a size
        page = max(1, self.size.height - 2)
        steps = {"up": -1, "down": 1, "pageup": -page, "pagedown": page, "home": -len(self._rows)}
        steps["end"] = len(self._rows)
        if key in steps:
            self.move(steps[key])
        elif key in ("enter", "space") and self.cursor:
            self.post_message(self.Chosen(self, self.cursor))
        else:
            return False
        return True

    def row_at(self, y: int) -> str:
        """The key of the row at line `y` of the window; empty when there is none to choose."""
        at = y + self.scroll_offset.y
        return self._rows[self._places[at][0]].key if at < len(self._places) else ""

    async def _on_click(self, event: events.Click) -> None:
        key = self.row_at(event.y)
        if key:
            self.move_to(key)
            self.post_message(self.Chosen(self, key))

    def _line(self, y: int) -> Line:
        """The line at `y` of the window, with the ground in every role."""
        at = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if at >= len(self._places):
            return filled((), width, "ink on ground")
        index, line = self._places[at]
        row = self._rows[index]
        is_current = self.shows_cursor and bool(row.key) and row.key == self.cursor
        ground = "ground_cursor" if is_current else "ground"
        mark = (">" if is_ascii(self.app) else "▸") if is_current and line == 0 else " "
        runs = [(f"{mark} ", f"heading bold on {ground}")]
        for text, role in row.lines[line]:
            runs.append((plain(self.app, text), role if " on " in role else f"{role} on {ground}"))
        return filled(runs, width, f"ink on {ground}")

    def _in_sight(self) -> list[Line]:
        return [self._line(y) for y in range(self.size.height)]

    def _paint_what_differs(self, before: list[Line]) -> None:
        """Paint the cells that are not as in `before`."""
        if spans := spans_between(before, self._in_sight()):
            self.refresh(*spans)

    def show_from_cursor(self) -> None:
        """Scroll until the row under the cursor, with its title, comes first, as far as there is enough after it."""
        at = next((at for at, row in enumerate(self._rows) if row.key == self.cursor), 0)
        if at and not self._rows[at - 1].key:
            at -= 1
        if self._tops:
            self.scroll_to(y=self._tops[at], animate=False, force=True)

    def show_cursor(self) -> None:
        """Scroll until the whole row under the cursor is in sight."""
        at = next((at for at, row in enumerate(self._rows) if row.key == self.cursor), None)
        if at is None:
            return
        top, height = at, len(self._rows[at].lines)
        is_first = all(not row.key for row in self._rows[:at])
        # What stands over the row without being one to choose, such as its title, belongs to it as far as it fits.
        most = sys.maxsize if is_first else max(height, self.size.height // 2)
        while top and not self._rows[top - 1].key and height + len(self._rows[top - 1].lines) <= most:
            top -= 1
            height += len(self._rows[top].lines)
        self.scroll_to_region(Region(0, self._tops[top], 1, height), animate=False, force=True)

    def _show_row(self, at: int) -> None:
        """Scroll until the whole row at `at` is in sight."""
        if at < len(self._rows):
            region = Region(0, self._tops[at], 1, len(self._rows[at].lines))
            self.scroll_to_region(region, animate=False, force=True)
