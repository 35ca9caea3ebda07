"""Something to do a while from now, which is then done, however busy the machine.

Textual's own timers reckon with their time having passed before they are set: a process that was not given the
processor for so long just then never hears of a timer that rings once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

from textual.message_pump import MessagePump

MOMENT: Final = 0.12
"""Seconds after which is seen to what can wait of a change by someone else.

All who are in a room hear of it at the same time, on one machine; of 26 everyone has seen it by then, on two cores.
"""


def after(seconds: float, doer: MessagePump, do: Callable[[], object]) -> asyncio.TimerHandle:
    """Have `doer` do something after some seconds, unless it is gone by then.

    Returns:
        What cancels it, until the moment that `doer` comes to it.
    """

    def do_unless_cancelled() -> object:
        return None if handle.cancelled() else do()

    handle = asyncio.get_running_loop().call_later(seconds, doer.call_later, do_unless_cancelled)
    return handle
