"""Claims about a link like a bad hotel's: 300 ms there and back, 64 kbit/s, with the stock client."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from tests.live.slow_link import BYTES_A_SECOND, ROUND_TRIP, SlowLink
from tests.live.ssh_doors import BuiltInDoor, make_key
from tests.live.test_terminals import SAMPLE
from tests.terminal import Terminal

ON_THE_BOARD = "Together:"
TYPED = "over a bad hotel's link"
USABLE = 0.5
"""Seconds beyond the round trip within which a key must be seen: from there on people stop and wait."""

pytestmark = pytest.mark.skipif(shutil.which("ssh") is None, reason="needs OpenSSH")


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "s.json"))


@pytest.fixture
def door(session: Path, folder: Path) -> Iterator[BuiltInDoor]:
    with BuiltInDoor(session, folder, keys=f'role="facilitator" {make_key(folder / "key")}') as opened:
        yield opened


def far_away(door: BuiltInDoor, link: SlowLink, name: str = "far") -> Terminal:
    """Someone who comes in over `link`, with compression as README tells."""
    options = ("-C", "-o", f"HostKeyAlias=[127.0.0.1]:{door.port}", "-p", str(link.port))
    return door.terminal(name=name, key="key", options=options)


def test_typing_stays_usable_and_the_board_comes_within_seconds(door: BuiltInDoor, session: Path) -> None:
    with SlowLink(door.port) as link, far_away(door, link) as far:
        far.wait_for(ON_THE_BOARD, 20)
        far.settle(ROUND_TRIP * 2)
        before = link.down
        far.press("n")
        waits = []
        for at in range(len(TYPED)):
            typed = TYPED[: at + 1].rstrip()
            sent = far.type(TYPED[at])
            waits.append(far.wait_for(typed) - sent)
        assert sorted(waits)[len(waits) * 9 // 10] < ROUND_TRIP + USABLE
        assert (link.down - before) / BYTES_A_SECOND < len(TYPED), "the link carries far more than one key a second"
        far.press("enter", "escape")
        far.settle(ROUND_TRIP * 2)
        far.press("ctrl+q")
        assert far.wait_for_exit() == 0
    assert any(item["text"] == TYPED for item in msgspec.json.decode(session.read_bytes())["items"].values())


def test_what_others_do_arrives_and_costs_them_nothing(door: BuiltInDoor) -> None:
    with SlowLink(door.port) as link, far_away(door, link) as far, door.terminal(name="near", key="key") as near:
        for terminal in (far, near):
            terminal.wait_for(ON_THE_BOARD, 20)
        near.settle()
        began = time.perf_counter()
        for number in range(20):
            near.press("n")
            near.type(f"item {number}")
            near.press("enter")
            near.settle(0.01)
            near.press("escape")
            near.settle(0.12)
        near.wait_for("item 19")
        assert time.perf_counter() - began < 20
        far.wait_for("20 items have no weight yet", 20)
