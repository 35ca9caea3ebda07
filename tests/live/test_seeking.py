"""Whoever sits in no room goes on looking until there is one, however short the room before it was there."""

from __future__ import annotations

import asyncio
from typing import Any, cast

from mgtui.live.seeking import Seeking


async def test_a_search_that_is_over_does_not_end_the_next_one() -> None:
    failures: list[Any] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: failures.append(context))
    rooms = [object()]
    sat: list[object] = []

    def sit_down(room: object) -> None:
        sat.append(room)
        if len(sat) == 1:
            seeking.begin_again()  # that room goes before it has answered anything

    def look() -> Any:
        return rooms.pop() if rooms else None

    seeking = Seeking(look, cast("Any", sit_down), lambda _reason: None, lambda _news: None)
    seeking.begin()
    seeking.wait(5.0)
    seeking.wait(0.05)
    await asyncio.sleep(0)
    rooms.append(object())
    async with asyncio.timeout(10):
        while len(sat) < 2:
            await asyncio.sleep(0.01)
    seeking.give_up()
    assert not failures
