"""A bad hotel's link between a client and a door: everything takes its time, and little goes through at once."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from types import TracebackType
from typing import Final, Self

ROUND_TRIP: Final = 0.3
"""Seconds."""

BYTES_A_SECOND: Final = 64_000 / 8

PIECE: Final = 256
"""Bytes that go through together."""


class SlowLink:
    """A port of this machine that leads to `port`, slowly; in a thread of its own.

    Attributes:
        port: where to connect instead.
        up, down: bytes that went to the door and came from it.
    """

    def __init__(self, port: int, round_trip: float = ROUND_TRIP, rate: float = BYTES_A_SECOND) -> None:
        self.port = 0
        self.up = self.down = 0
        self._there = port
        self._delay = round_trip / 2
        self._rate = rate
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._tasks: set[asyncio.Task[None]] = set()

    def __enter__(self) -> Self:
        self._thread.start()
        self.port = asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result(10)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _listen(self) -> int:
        self._server = await asyncio.start_server(self._join, "127.0.0.1", 0)
        return int(self._server.sockets[0].getsockname()[1])

    async def _end(self) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there_reader, there_writer = await asyncio.open_connection("127.0.0.1", self._there)
        for source, sink, is_up in ((reader, there_writer, True), (there_reader, writer, False)):
            under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
            self._tasks.add(self._loop.create_task(self._take(source, under_way, is_up=is_up)))
            self._tasks.add(self._loop.create_task(_deliver(under_way, sink)))

    async def _take(
        self, source: asyncio.StreamReader, under_way: asyncio.Queue[tuple[float, bytes]], *, is_up: bool
    ) -> None:
        """Send on what comes, each piece when the link has had the time for it and the way there is done."""
        free_at = self._loop.time()
        with contextlib.suppress(OSError):
            while data := await source.read(PIECE):
                if is_up:
                    self.up += len(data)
                else:
                    self.down += len(data)
                free_at = max(free_at, self._loop.time()) + len(data) / self._rate
                under_way.put_nowait((free_at + self._delay, data))
                await asyncio.sleep(free_at - self._loop.time())
        under_way.put_nowait((0.0, b""))


async def _deliver(under_way: asyncio.Queue[tuple[float, bytes]], sink: asyncio.StreamWriter) -> None:
    loop = asyncio.get_running_loop()
    try:
        while (piece := await under_way.get())[1]:
            await asyncio.sleep(piece[0] - loop.time())
            sink.write(piece[1])
    finally:
        sink.close()
