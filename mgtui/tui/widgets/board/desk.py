"""What a person is editing on the board: begins, takes keys and pastes, and keeps or leaves it.

Invariant: what was typed never disappears unasked; it is kept, refused with its text still there, or left by esc.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from mgtui.domain.changes import Change, apply
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Session
from mgtui.domain.verbs.items import add_items, set_weight
from mgtui.locale import _
from mgtui.tui import standing
from mgtui.tui.editing.buffer import lines_of
from mgtui.tui.editing.keys import press
from mgtui.tui.editing.unkept import Unkept
from mgtui.tui.widgets.board.cursor import matches
from mgtui.tui.widgets.board.editor import Editor, Target

if TYPE_CHECKING:
    from mgtui.tui.widgets.board.board import Board

_LEAVING: Final = {"up": -1, "down": 1, "tab": 1, "shift+tab": -1}
"""The keys that leave a field, and the direction in which they do."""

_OF_ITEMS: Final = ("item", "new_item")


class Desk:
    """The one editor of a board.

    Attributes:
        editor: what is being edited; None when nothing is.
    """

    def __init__(self, board: Board) -> None:
        self._board = board
        self.editor: Editor | None = None

    def begin(self, target: Target, text: str = "") -> None:
        """Begin to edit `target`; what was being edited is kept first."""
        if (target.what == "filter" or self._board.may_edit()) and self.keep():
            self.editor = Editor(target, text)
            self._board.look_again()

    def keep(self) -> bool:
        """Keep what is being edited; False when it can't be, and editing goes on."""
        editor, board = self.editor, self._board
        if editor is None:
            return True
        try:
            kept = editor.keep(board.session, board.mgtui.doors.new_id, board.seat.person.signature)
        except Unkept as unkept:
            editor.flaw = unkept.sentence
            board.repaint()
            return False
        editor.flaw = standing.why_not(board.mgtui) if kept.change else ""
        if editor.flaw:
            board.repaint()
            return False
        self.editor = None
        self._keep_in_sight(kept.change, kept.new or editor.target.item)
        board.submit(kept.change)
        if kept.new:
            self._go_to_new(editor.target, kept.new)
        board.look_again()
        return True

    def leave(self) -> None:
        """Stop editing and keep nothing."""
        if self.editor and self.editor.target.what == "filter":
            self._board.cursor.wanted = ""
        self.editor = None
        self._board.look_again()

    def press(self, key: str, character: str | None) -> bool:
        """Take a key; False when nothing is being edited or the key means nothing to a text."""
        editor = self.editor
        if editor is None:
            return False
        if key == "enter":
            self.keep()
        elif key == "escape":
            self.leave()
        elif key in _LEAVING:
            self._leave_by(key)
        elif press(editor.buffer, key, character):
            editor.flaw = ""
            self._show_typed()
        else:
            return False
        return True

    def paste(self, text: str) -> None:
        """Take what was pasted: into the field, or as an item for every line."""
        lines = lines_of(text)
        if self.editor and (len(lines) < 2 or self.editor.target.what not in _OF_ITEMS):
            self.editor.buffer.paste(text)
            self._show_typed()
            return
        if self.editor:
            self.editor.buffer.paste(lines.pop(0))
            if not self.keep():
                return
        self._add_all(lines)

    def hear(self, before: Session, after: Session) -> None:
        """Learn what has become of the ground under the editor."""
        if self.editor and not self.editor.hear(before, after):
            self._board.mgtui.say(_("This partner has just been removed; what you typed went with it."), "warning")
            self.editor = None

    def with_typed_weight(self, session: Session) -> Session:
        """`session` with the weight that is being typed, as far as it is one."""
        editor = self.editor
        if editor is None or editor.target.what != "weight" or editor.target.item not in session.items:
            return session
        try:
            return apply(session, set_weight(session, editor.target.item, editor.weight(session)))
        except (Unkept, Refused):
            return session

    def _leave_by(self, key: str) -> None:
        editor, board = self.editor, self._board
        if not self.keep() or (editor and editor.target.what == "filter"):
            return
        if key in ("up", "down"):
            board.cursor.up_or_down(_LEAVING[key], is_beside=board.picture is not None and board.picture.is_beside)
        else:
            board.cursor.to_partner(_LEAVING[key])
        board.repaint()

    def _keep_in_sight(self, change: Change | None, item: str) -> None:
        """End the filter when it would hide `item` after `change`: the next key would be for another one."""
        cursor = self._board.cursor
        if change is None or not cursor.wanted:
            return
        with suppress(Refused):
            after = apply(self._board.session, change).items.get(item)
            if after and not matches(after, cursor.wanted):
                cursor.wanted = ""

    def _go_to_new(self, target: Target, identity: str) -> None:
        cursor = self._board.cursor
        if target.what == "new_partner":
            cursor.go_to(identity, "take")
        else:
            cursor.go_to(target.partner, target.direction, identity)

    def _show_typed(self) -> None:
        """Show what is typed, and what it does to the meter or the filter."""
        editor, board = self.editor, self._board
        if editor and editor.target.what == "filter":
            board.cursor.wanted = editor.buffer.text.strip()
        if editor and editor.target.what in ("weight", "filter"):
            board.look_again()
        else:
            board.repaint()

    def _add_all(self, lines: list[str]) -> None:
        """An item for every line, under the one that the cursor is on, as one change."""
        board, spot = self._board, self._board.cursor.spot
        if not lines or not spot.partner:
            return
        new = [(board.mgtui.doors.new_id(), line) for line in lines]
        author = board.seat.person.signature
        try:
            batch = add_items(board.session, new, spot.partner, spot.direction, spot.item or None, author=author)
        except Refused:
            return
        self._keep_in_sight(batch, new[-1][0])
        board.submit(batch)
        board.cursor.go_to(spot.partner, spot.direction, new[-1][0])
        board.look_again()
