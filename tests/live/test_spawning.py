"""What one guest asks for, or the nursery's end, costs no other guest their program."""

from __future__ import annotations

import os
import pty
import sys
from collections.abc import Iterator
from typing import Any, cast

import psutil
import pytest

from mgtui.live.ssh.errand import Errand
from mgtui.live.ssh.guest_session import MOST_FROM_CLIENT, GuestSession
from mgtui.live.ssh.spawning import PlainSpawner, WarmSpawner

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks from a nursery on Linux alone")

NURSERY = """
import sys, socket, time
from mgtui.live.ssh import nursery
nursery.serve(socket.socket(fileno=int(sys.argv[1])), lambda arguments: time.sleep(float(arguments[0])) or 0)
"""
MANY = {f"LC_{one}{other}": "x" * 64 for one in "ABCDEFGHIJKLMNOPQRST" for other in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


@pytest.fixture
def terminal() -> Iterator[int]:
    """The inner end of a terminal."""
    outer, inner = pty.openpty()
    yield inner
    for end in (outer, inner):
        os.close(end)


async def test_an_errand_too_long_for_the_nursery_leaves_it_and_the_others_alone(terminal: int) -> None:
    spawner = WarmSpawner([sys.executable, "-c", NURSERY], dict(os.environ), PlainSpawner(["true"]))
    ana = await spawner.spawn(Errand(("60",), dict(os.environ)), terminal)
    ben = await spawner.spawn(Errand((), MANY), terminal)
    assert await ben.ended() == 0
    assert len(psutil.Process().children(recursive=True)) >= 2
    ana.kill()
    assert await ana.ended() == 128 + 9
    await spawner.close()


async def test_who_waits_for_a_nursery_that_never_begins_is_served_without_it(terminal: int) -> None:
    spawner = WarmSpawner(["false"], dict(os.environ), PlainSpawner(["true"]))
    child = await spawner.spawn(Errand((), dict(os.environ)), terminal)
    assert await child.ended() == 0
    await spawner.close()


class Channel:
    """The channel of a client that says very much of itself."""

    def get_environment(self) -> dict[str, str]:
        """All of it."""
        return MANY


def test_of_what_a_client_says_of_itself_no_more_is_taken_than_there_is_to_say() -> None:
    session = GuestSession(cast("Any", None), cast("Any", None), "", lambda _session: None)
    session.connection_made(cast("Any", Channel()))
    assert len(session._from_client()) == MOST_FROM_CLIENT
