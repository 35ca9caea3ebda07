"""Waiting for what comes in its own time: a breath of the board's, another's place, a busy machine."""

from __future__ import annotations

from collections.abc import Callable

from textual.pilot import Pilot

MOST = 1500
"""How often is looked, a hundredth of a second apart; a test that waits so long has failed."""


async def comes(pilot: Pilot[int], is_so: Callable[[], bool]) -> bool:
    """Whether it comes to be so."""
    for _ in range(MOST):
        if is_so():
            return True
        await pilot.pause(0.01)
    return False
