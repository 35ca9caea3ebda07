"""A person who types by itself, in a process of its own: `python -m tests.live.typist FILE FOLDER NAME`.

It adds items one after another until a line on stdin says to stop, waits until all is safe, and writes what it ends
with. Each time a room is found again it says how long that took.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import msgspec

from mgtui.domain.news import Changed, News, Reconnected
from mgtui.domain.verbs.items import add_item
from mgtui.live import tickets
from mgtui.live.entrance import Entrance
from mgtui.live.hosting import Caller, Hosting
from mgtui.live.joining import SharedSeat
from tests.live.conftest import now
from tests.live.simple_keeper import SimpleKeeper

PAUSE = 0.01


def say(**what: object) -> None:
    """A line for whoever started this."""
    sys.stdout.buffer.write(msgspec.json.encode(what) + b"\n")
    sys.stdout.buffer.flush()


async def main(path: Path, folder: Path, name: str) -> None:
    """Type until told to stop."""
    entrance = Entrance(SimpleKeeper(path), folder, Caller(proof=tickets.new_proof(), name=name), now)
    room = await asyncio.to_thread(entrance.open)
    seat = SharedSeat(entrance, room)

    def hear(news: News) -> None:
        if isinstance(news, Reconnected):
            say(back=len(seat.history))
        elif isinstance(news, Changed):
            changed.set()

    changed = asyncio.Event()
    seat.listen(hear)
    say(here=isinstance(room, Hosting))
    stop = asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
    count = 0
    while not stop.done():
        count += 1
        seat.submit(add_item(seat.session, f"{name}-{count}", "a", "take", f"{name} {count}"))
        await asyncio.sleep(PAUSE)
    while not seat.is_all_safe:
        await asyncio.sleep(PAUSE)
    say(typed=count)
    await asyncio.to_thread(sys.stdin.readline)
    items = sorted(seat.session.items)
    say(items=items, revision=seat.history[-1].revision)
    await asyncio.to_thread(sys.stdin.readline)
    seat.leave()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))
