"""How much memory a program that stands in a terminal takes: its proportional share, with what it started."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil

from benchmarks.peers.installed import comes_up, dashboards
from benchmarks.screens import COLUMNS, HELLO, KEYS_LINE, MGTUI, ROWS
from benchmarks.table import Line, Row, Skipped
from tests.terminal import Terminal


def share_of(pid: int) -> float:
    """Megabytes of PSS of process `pid` and all below it."""
    top = psutil.Process(pid)
    return sum(each.memory_full_info().pss for each in (top, *top.children(recursive=True))) / 1_000_000


def standing(argv: Sequence[str], until: str) -> float:
    """Megabytes that `argv` takes once `until` is on its screen and it is quiet."""
    with Terminal(argv, columns=COLUMNS, rows=ROWS) as terminal:
        terminal.wait_for(until, 60)
        terminal.settle(0.5)
        return share_of(terminal.pid)


def rows(large: Path, home: Path) -> Iterator[Line]:
    """The demo and the board of 12 × 2 × 100, beside a bare Textual app and other dashboards."""
    hello = standing(HELLO, "READY")
    demo = standing([*MGTUI, "demo"], KEYS_LINE)
    yield Row("memory, demo", demo, "MB", "bare Textual", hello)
    yield Row("memory, 12 × 2 × 100", standing([*MGTUI, "open", str(large)], KEYS_LINE), "MB", "bare Textual", hello)
    for peer in dashboards(home):
        if reason := comes_up(peer):
            yield Skipped(f"memory beside {peer.name}", reason)
        elif peer.argv:
            yield Row("memory, demo", demo, "MB", peer.name, standing(peer.argv, peer.until))
