"""A board in a test, with who looks at it: what it shows, what is under the cursor, what others do meanwhile."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from mgtui.domain.changes import Change
from mgtui.domain.people import Person
from mgtui.domain.session import Item, Session
from mgtui.live.seat import LocalSeat
from mgtui.tui.app import MgtuiApp
from mgtui.tui.screens.board import BoardScreen
from mgtui.tui.widgets.board.board import Board
from tests.tui.stage import Stage, app_with

BEN = Person(client="ben-1", name="Ben")


class Seen:
    """A board with who looks at it."""

    def __init__(self, app: MgtuiApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def board(self) -> Board:
        """The board."""
        screen = self.app.get_screen("board")
        assert isinstance(screen, BoardScreen)
        return screen.board

    @property
    def session(self) -> Session:
        """The session as the app has it."""
        assert self.app.session
        return self.app.session

    @property
    def text(self) -> str:
        """All rows of the board."""
        picture = self.board.picture
        assert picture
        return "\n".join("".join(t for block in row for t, _ in block.drawn.line) for row in picture.rows)

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    def item(self, text: str) -> Item:
        """The item with that text."""
        return next(item for item in self.session.items.values() if item.text == text)

    @property
    def here(self) -> Item:
        """The item under the cursor."""
        item = self.board.cursor.item
        assert item
        return item


@asynccontextmanager
async def seen(session: Session, size: tuple[int, int] = (120, 36), stage: Stage | None = None) -> AsyncIterator[Seen]:
    """The board of `session` in a terminal of `size`."""
    app = app_with(session, stage)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Seen(app, pilot)


def as_ben(stage: Stage, change: Callable[[Session], Change]) -> None:
    """Ben, in the same room, makes a change."""
    assert stage.room
    seat = LocalSeat(stage.room, BEN)
    seat.submit(change(seat.session))
    seat.leave()
