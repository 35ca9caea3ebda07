"""What may follow the panels a moment later: the bands around them, and facts that take longer to find out.

Whoever types sees it follow at once. Of what others do it waits until everyone's panels are on their way: all who are
in the room paint at the same moment, on one machine, and whoever came first would paint twice before the last had once.
"""

from __future__ import annotations

from asyncio import TimerHandle
from typing import TYPE_CHECKING, Final

from mgtui.tui.later import MOMENT, after
from mgtui.tui.widgets.board.sight import Facts

if TYPE_CHECKING:
    from mgtui.tui.widgets.board.board import Board

_FEW_ITEMS: Final = 300
"""Up to here the facts are found out as soon as the rest follows; those of a larger session take a noticeable while."""

_SOON: Final = 0.01
"""Seconds after one's own change: the panel must be on its way by then."""

_LATER: Final = 0.08
"""Seconds after which the facts of a large session are found out."""


class Afterwards:
    """Sees to it that a board is painted whole in the end.

    Args:
        board: whose it is.

    Attributes:
        facts: the facts as they were last found out; None before the first time.
    """

    def __init__(self, board: Board) -> None:
        self._board = board
        self.facts: Facts | None = None
        self._is_stale = False
        self._facts_due: TimerHandle | None = None
        self._due: TimerHandle | None = None
        self._delay = _SOON

    @property
    def is_due(self) -> bool:
        """Whether the board will be painted whole before long, and what can wait need not ask for it."""
        return self._due is not None

    def expect(self, *, is_by_another: bool) -> None:
        """The session has changed: find out the facts, at once when there are none and that is quick."""
        self._delay = MOMENT if is_by_another else _SOON
        is_small = len(self._board.session.items) <= _FEW_ITEMS
        if self.facts is None and is_small:
            self.facts = self._board.sight.facts()
        elif is_small:
            self._is_stale = True
            self.finish()
        elif self._facts_due is None:
            self._facts_due = after(max(self._delay, _LATER), self._board, self._find_out_facts)

    def go_on_now(self) -> None:
        """Paint all of it at once: what could not wait is on the screen since a moment."""
        if self._due:
            self._due.cancel()
        self._go_on()

    def finish(self) -> None:
        """Paint the rest before long; of one's own change sooner than was planned for another's."""
        if self._due and self._delay == _SOON:
            self._due.cancel()
            self._due = None
        if self._due is None:
            self._due = after(self._delay, self._board, self._go_on)

    def _go_on(self) -> None:
        self._due, self._delay = None, _SOON
        if self._is_stale:
            self._find_out_facts()
        self._board.repaint()

    def _find_out_facts(self) -> None:
        self._facts_due, self._is_stale = None, False
        self.facts = self._board.sight.facts()
        self._board.repaint()
