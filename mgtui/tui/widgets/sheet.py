"""A list whose rows are edited in place: one draft at a time, drawn where its row is, that takes keys in their order.

Invariant: what was typed never disappears unasked; it is kept, refused with its text still there, or left by esc.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

from textual import events

from mgtui.tui.editing import drawn
from mgtui.tui.editing.buffer import Buffer, lines_of
from mgtui.tui.editing.cells import width, wrap
from mgtui.tui.editing.keys import press
from mgtui.tui.widgets.board.drawing import Line
from mgtui.tui.widgets.row_list import ListRow, RowList

if TYPE_CHECKING:
    from mgtui.tui.screens.frame import MgtuiScreen

_ROLES = {
    drawn.TEXT: "ink on ground_raised",
    drawn.CURSOR: "ground on ink",
    drawn.SELECTED: "ground on take",
}


class Draft:
    """What is being typed.

    Args:
        key: the row in whose place it stands, or that it stands under.
        text: what it begins with.
        keep: takes the text; returns what is wrong with it, or nothing when it was kept.
        label: what stands before the text. placeholder: what stands there while nothing is typed.
        is_new: whether it stands under its row.

    Attributes:
        flaw: what is wrong with the text, if anything.
    """

    def __init__(
        self,
        key: str,
        text: str,
        keep: Callable[[str], str],
        *,
        label: str = "",
        placeholder: str = "",
        is_new: bool = False,
    ) -> None:
        self.key, self.keep, self.label, self.placeholder, self.is_new = key, keep, label, placeholder, is_new
        self.buffer = Buffer(text)
        self.flaw = ""

    def lines(self, cells: int) -> tuple[Line, ...]:
        """Label, text and flaw in lines of `cells` cells."""
        first = max(4, cells - width(self.label))
        lines: list[Line] = []
        for at, runs in enumerate(drawn.drawn(self.buffer, cells, first).lines):
            label: Line = ((self.label, "muted on ground_raised"),) if self.label and at == 0 else ()
            text = tuple((text, _ROLES[role]) for text, role in runs)
            hint: Line = () if self.buffer.text else ((self.placeholder, "muted on ground_raised"),)
            lines.append((*label, *text, *hint))
        lines += [((f"! {self.flaw[a:b].rstrip()}", "warning bold"),) for a, b in wrap(self.flaw, cells - 2) if b > a]
        return tuple(lines)


class Sheet(RowList):
    """The list.

    Args:
        build: makes the rows for a width in cells.
        paste: takes lines that are pasted while nothing is being typed.
    """

    DEFAULT_CSS = """
    Sheet { width: 1fr; height: 1fr; background: $ground; scrollbar-size-vertical: 1; overflow-x: hidden; }
    """

    def __init__(
        self,
        build: Callable[[int], Sequence[ListRow]],
        *,
        paste: Callable[[list[str]], None] | None = None,
        id: str | None = None,  # noqa: A002 -- Textual's own name for it
    ) -> None:
        super().__init__(self._with_draft, id=id)
        self._build_rows = build
        self._paste = paste
        self.draft: Draft | None = None
        self._draft_at = 0

    def begin(self, draft: Draft) -> None:
        """Begin to type; what was being typed is kept first."""
        if self.keep():
            self.draft = draft
            self.rebuild()
            self.show_cursor()

    def keep(self) -> bool:
        """Keep what is being typed; False when it can't be, and typing goes on."""
        draft = self.draft
        if draft is None:
            return True
        self.draft = None
        draft.flaw = draft.keep(draft.buffer.text.strip())
        if draft.flaw:
            self.draft = draft
        self.rebuild()
        if draft.flaw:
            self._show_row(self._draft_at)
        return not draft.flaw

    def leave(self) -> None:
        """Stop typing and keep nothing."""
        self.draft = None
        self.rebuild()

    def on_blur(self) -> None:
        """Leaving the list keeps what is being typed."""
        self.keep()

    def show_cursor(self) -> None:
        """Scroll until the row under the cursor is in sight, with what is being typed below it."""
        super().show_cursor()
        if self.draft is not None:
            self._show_row(self._draft_at)

    async def _on_key(self, event: events.Key) -> None:
        screen = cast("MgtuiScreen[Any]", self.screen)
        if screen.pass_on(event, self):
            return
        if self._take(screen, event.key, event.character):
            event.stop()
            event.prevent_default()

    def _take(self, screen: MgtuiScreen[Any], key: str, character: str | None) -> bool:
        """Do what `key` means: to the draft, on this screen, or in any list."""
        if self.draft is not None:
            return self._type(self.draft, key, character)
        intent = screen.keymap.intent_for(key)
        if intent is not None and intent.is_possible(screen):
            intent.press(screen, key)
            return True
        return self.press(key)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        lines = lines_of(event.text)
        if self.draft is not None and (len(lines) < 2 or not self.draft.is_new):
            self.draft.buffer.paste(event.text)
            self.rebuild()
            return
        if self.draft is not None and lines:
            self.draft.buffer.paste(lines.pop(0))
            if not self.keep():
                return
        if self._paste is not None and lines:
            self._paste(lines)

    async def _on_click(self, event: events.Click) -> None:
        event.prevent_default()
        key = self.row_at(event.y)
        if not key or not self.keep():
            return
        was_there = key == self.cursor
        self.move_to(key)
        if was_there or event.chain == 2:
            self.post_message(self.Chosen(self, key))

    def _type(self, draft: Draft, key: str, character: str | None) -> bool:
        if key == "enter":
            self.keep()
        elif key == "escape":
            self.leave()
        elif key in ("up", "down", "tab", "shift+tab"):
            if self.keep() and key in ("up", "down"):
                self.move(-1 if key == "up" else 1)
        elif press(draft.buffer, key, character):
            draft.flaw = ""
            self.rebuild()
            self._show_row(self._draft_at)
        else:
            return False
        return True

    def _with_draft(self, cells: int) -> list[ListRow]:
        """The rows with the draft in its place; at the end when its row has gone."""
        rows = list(self._build_rows(cells))
        draft = self.draft
        if draft is None:
            return rows
        at = next((at for at, row in enumerate(rows) if row.key == draft.key), len(rows))
        lines = draft.lines(cells)
        if at == len(rows) or draft.is_new:
            self._draft_at = min(at + 1, len(rows))
            rows.insert(self._draft_at, ListRow("", lines))
        else:
            self._draft_at = at
            rows[at] = ListRow(draft.key, lines)
        return rows
