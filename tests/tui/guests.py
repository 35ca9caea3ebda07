"""A guest at the board of a room in this process, who hears of it over a socket; with what their terminal shows."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.drivers.headless_driver import HeadlessDriver
from textual.pilot import Pilot

from mgtui.cli.settings import Settings
from mgtui.domain.changes import Change
from mgtui.domain.history import Entry
from mgtui.domain.news import Changed, News
from mgtui.domain.session import Session
from mgtui.live import ahead, hub, joining, tickets
from mgtui.live.entrance import Entrance
from mgtui.live.hosting import Caller
from mgtui.live.joining import SharedSeat
from mgtui.live.protocol import Taken
from mgtui.tui.app import MgtuiApp
from tests.live import simple_keeper
from tests.terminal.emulator import Cell, Emulator
from tests.tui.board import Seen
from tests.tui.stage import Stage
from tests.tui.waiting import comes


class Guest(Seen):
    """Ana, a guest at Ben's, and her board.

    Attributes:
        terminal: what she sees. seat: hers. host: Ben's.
    """

    def __init__(
        self, app: MgtuiApp, pilot: Pilot[int], terminal: Emulator, seat: SharedSeat, host: SharedSeat
    ) -> None:
        super().__init__(app, pilot)
        self.terminal = terminal
        self.seat = seat
        self.host = host
        self._entries: list[Entry] = []
        host.listen(self._note)

    @property
    def lines(self) -> list[str]:
        """What stands on her terminal."""
        return [self.terminal.line(y) for y in range(self.terminal.rows)]

    def _note(self, news: News) -> None:
        if isinstance(news, Changed):
            self._entries.append(news.entry)

    def ben(self, change: Callable[[Session], Change]) -> None:
        """Ben makes a change, of which Ana's terminal hears when she comes to it."""
        self.host.submit(change(self.host.session))

    def line_with(self, text: str) -> str:
        """The line of her terminal in which that text is."""
        return next((line for line in self.lines if text in line), "")

    def cells(self, y: int) -> list[Cell | str]:
        """How the cells of a line look."""
        return _cells(self.terminal, y)

    @property
    def shows_it_all(self) -> bool:
        """Whether her terminal shows her board as it is, in its colours too, and nothing is on its way to it."""
        compositor = self.app.screen._compositor
        if compositor._dirty_regions or self.app.screen._dirty_widgets or self.board._is_paint_due:
            return False  # drawn whole now, that would count as sent
        whole = Emulator(self.terminal.columns, self.terminal.rows)
        update = compositor.render_full_update()
        whole.feed(update.render_segments(self.app.console).encode())
        return all(self.cells(y) == _cells(whole, y) for y in range(whole.rows))

    async def hears(self, change: Callable[[Session], Change]) -> bool:
        """Whether Ben's change comes to her, to be taken in or shown ahead of that."""
        return await self._hears(lambda: self.ben(change))

    async def hears_undo(self) -> bool:
        """The same of Ben's undoing his last change."""
        return await self._hears(self.host.undo)

    async def _hears(self, do: Callable[[], None]) -> bool:
        before = len(self._entries)
        do()
        return await comes(self.pilot, lambda: len(self._entries) > before and self._has_heard())

    async def comes_to_rest(self) -> bool:
        """Whether her board comes to show that all is saved, and to have nothing left to paint."""
        board = self.board

        def rests() -> bool:
            return board.status.saving == "saved" and not (board._is_paint_due or board._afterwards.is_due)

        return await comes(self.pilot, rests)

    @property
    def is_behind(self) -> bool:
        """Whether she has not taken in all that Ben has done."""
        return self.session != self.host.session

    def _has_heard(self) -> bool:
        shown = [frame.entry for frame in self.seat._ahead._waiting if isinstance(frame, Taken)]
        return not self.is_behind or shown[-1:] == self._entries[-1:]

    async def catches_up(self) -> bool:
        """Whether her terminal comes to show her board as it is once she has taken in everything."""

        def has_all() -> bool:
            self.seat.catch_up()
            return self.session == self.host.session and self.shows_it_all

        return await comes(self.pilot, has_all)

    async def sees(self, text: str) -> bool:
        """Whether that comes on her terminal; as soon as it is there, before anything else is done."""
        for _ in range(1000):
            if any(text in line for line in self.lines):
                return True
            await asyncio.sleep(0.001)
        return False


def hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """The moment after which a change is taken in lasts as long as the test does."""
    monkeypatch.setattr(ahead, "MOMENT", 60.0)


def _cells(terminal: Emulator, y: int) -> list[Cell | str]:
    """What is seen of the cells of a line; of a blank its ground."""
    cells = [terminal.cell(x, y) for x in range(terminal.columns)]
    return [cell.background if cell.text == " " else cell for cell in cells]


@asynccontextmanager
async def guest_at(
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int] = (120, 36),
    settings: Settings | None = None,
) -> AsyncIterator[Guest]:
    """Ana at the board of `session`, in whose room Ben was before."""
    monkeypatch.setattr(joining, "ANSWER_WITHIN", 0.001)  # both are in one event loop, so waiting is in vain
    monkeypatch.setattr(joining, "ROOM_WITHIN", 0.001)
    monkeypatch.setattr(hub, "SAVED_EVERY", 0.05)
    terminal = Emulator(*size)
    monkeypatch.setattr(HeadlessDriver, "is_headless", False)
    monkeypatch.setattr(HeadlessDriver, "write", lambda self, data: terminal.feed(data.encode()))
    with tempfile.TemporaryDirectory(prefix="mgtui-") as name:
        folder = Path(name)
        keeper = simple_keeper.make(folder / "s.json", session)

        async def sit(who: str) -> SharedSeat:
            caller = Caller(proof=tickets.new_proof(), name=who)
            entrance = Entrance(keeper, folder, caller, lambda: datetime.now(UTC))
            return SharedSeat(entrance, await asyncio.to_thread(entrance.open))

        host = await sit("Ben")
        host.listen(lambda news: None)
        seat = await sit("Ana")
        app = MgtuiApp(Stage(settings), seat)
        try:
            async with app.run_test(size=size) as pilot:
                assert await comes(pilot, lambda: len(app.present.people) == 2)
                await pilot.pause(0.15)
                yield Guest(app, pilot, terminal, seat, host)
        finally:
            seat.leave()
            host.leave()
            for _ in range(10):
                await asyncio.sleep(0)
