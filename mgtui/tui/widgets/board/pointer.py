"""What the mouse does on the board: choose, edit, weigh by the dots, drag an item elsewhere, scroll a column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mgtui.domain.session import Direction
from mgtui.domain.verbs.items import move_item, set_weight
from mgtui.tui.widgets.board.drawing import Hit
from mgtui.tui.widgets.board.editor import Target
from mgtui.tui.widgets.board.opening import opened

if TYPE_CHECKING:
    from mgtui.tui.widgets.board.board import Board

_FEWEST_CELLS_OF_A_DRAG: Final = 2


class Pointer:
    """The mouse of one person on a board."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._held: Hit | None = None
        self._from = (0, 0)

    def press(self, x: int, y: int) -> None:
        """A button goes down: keep what is edited elsewhere, and choose what is here."""
        board = self._board
        hit = board.picture.hit(x, y) if board.picture else None
        editor = board.desk.editor
        if hit is None or (editor and hit.item and hit.item == editor.target.item) or not board.desk.keep():
            return
        # Keeping may have moved things; what counts is what was under the mouse when it was pressed.
        self._held, self._from = hit, (x, y)
        if hit.what == "item":
            board.cursor.go_to(hit.partner, hit.direction, hit.item)
            if hit.weight > 0 and hit.item in board.session.items and board.may_edit():
                self._weigh(hit, x)
        elif hit.what == "column":
            board.cursor.go_to_column(hit.partner, hit.direction)
        elif hit.what in ("title", "alternative"):
            board.cursor.go_to(hit.partner, "title")
        elif hit.what == "strip":
            board.cursor.go_to_column(hit.partner, "take")
        board.repaint()

    def press_twice(self, x: int, y: int) -> None:
        """A double click: edit what is here, or begin something new."""
        hit = self._board.picture.hit(x, y) if self._board.picture else None
        self._held = None
        if hit and hit.weight < 0:
            opening = _opening_of(hit)
            if opening:
                self._board.desk.begin(opening, opened(opening, self._board.session))

    def release(self, x: int, y: int) -> None:
        """The button goes up: an item that was dragged lands under what is here.

        Nothing is drawn under way: every step would cost a remote screen more than the drop itself.
        """
        held, self._held = self._held, None
        board = self._board
        if held is None or held.what != "item" or held.item not in board.session.items or board.picture is None:
            return
        if abs(x - self._from[0]) + abs(y - self._from[1]) < _FEWEST_CELLS_OF_A_DRAG:
            return
        target = board.picture.hit(x, y)
        if target and target.partner and target.item != held.item and board.may_edit():
            self._drop(held.item, target)

    def turn_wheel(self, x: int, y: int, lines: int) -> None:
        """Scroll the column under the mouse."""
        hit = self._board.picture.hit(x, y) if self._board.picture else None
        if hit and hit.what in ("item", "column"):
            self._board.scroll_column(hit.partner, hit.direction == "take", lines)

    def _weigh(self, hit: Hit, x: int) -> None:
        """A click on the third dot gives weight 3."""
        session = self._board.session
        scale = session.scale
        points = scale.low + (x - hit.start)
        if scale.flaw(points) is None and x - hit.start < hit.end - hit.start:
            self._board.submit(set_weight(session, hit.item, points))

    def _drop(self, item: str, target: Hit) -> None:
        direction: Direction = target.direction
        session = self._board.session
        self._board.cursor.go_to(target.partner, direction, item)
        self._board.submit(move_item(session, item, target.partner, direction, target.item or None))


def _opening_of(hit: Hit) -> Target | None:
    if hit.what == "item":
        return Target("item", hit.partner, hit.direction, hit.item)
    if hit.what == "column":
        return Target("new_item", hit.partner, hit.direction)
    if hit.what == "title":
        return Target("name", hit.partner)
    if hit.what == "alternative":
        return Target("alternative", hit.partner)
    if hit.what == "heading":
        return Target("title")
    if hit.what == "ambition":
        return Target("ambition")
    return Target("new_partner") if hit.what == "hint" else None
