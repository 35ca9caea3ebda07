"""A session of 5,000 changes and three meetings: its first paint, its meetings and its history; run it as a module.

    python -m benchmarks.long_history [--runs 5]

The bound is that its board's first paint stays within twice what the board may take of a bare Textual app's. What
saving it costs is in `benchmarks.save`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from time import perf_counter

from benchmarks.screens import HELLO, KEYS_LINE, MGTUI, first_paint
from benchmarks.sessions import run
from benchmarks.stopwatch import Figure, in_turn, ratio_line
from mgtui.domain.changes import Change, apply
from mgtui.domain.comparison import compare
from mgtui.domain.followup import state_at
from mgtui.domain.grounding import ground
from mgtui.domain.history import Entry, replay
from mgtui.domain.session import Session
from mgtui.domain.verbs import items, meetings, partners
from mgtui.store.access import create_session, read_session
from tests.terminal import Terminal

CHANGES = 5_000
PARTNERS, ITEMS = 6, 12
START = datetime(2025, 3, 4, 10, tzinfo=UTC)
BOARD_BOUND = 1.6
"""What the first paint of the demo may take, in first paints of a bare Textual app (`benchmarks.screens`)."""


class Worked:
    """A session that comes about change by change, a minute apart."""

    def __init__(self) -> None:
        self.session = Session(id="long")
        self.history: list[Entry] = []

    @property
    def now(self) -> datetime:
        """When the next change is made."""
        return START + timedelta(minutes=len(self.history))

    def do(self, change: Change) -> None:
        """Make it."""
        grounded = ground(self.session, change)
        self.session = apply(self.session, grounded)
        number = len(self.history) + 1
        self.history.append(Entry(revision=number, at=self.now, by="Ana", client="ana-1", seq=number, change=grounded))


def worked() -> Worked:
    """Six partners with two columns of twelve items, weighed over and over at three meetings."""
    of = Worked()
    names = [(f"p{number}", f"Partner {number}") for number in range(PARTNERS)]
    of.do(partners.begin("long", "Weighed over and over", names, of.now, "m0"))
    for partner, _name in names:
        for number in range(ITEMS * 2):
            column, identity = ("take" if number % 2 else "bring"), f"i{partner}{number}"
            of.do(items.add_item(of.session, identity, partner, column, f"what {column} {number} is about"))  # type: ignore[arg-type]
    there = list(of.session.items)
    for number in range(CHANGES - len(of.history) - 4):
        if number in (1_500, 3_000):
            meeting = of.session.meetings_in_order[-1].id
            of.do(meetings.close_meeting(of.session, meeting, of.now, len(of.history)))
            of.do(meetings.start_meeting(of.session, f"m{number}", of.now, len(of.history)))
        of.do(items.set_weight(of.session, there[number % len(there)], Decimal(1 + (number // len(there)) % 5)))
    return of


def starting(runs: int, path: Path) -> bool:
    """Prints the first paint of its board; whether that keeps the bound."""
    argv = [*MGTUI, "open", str(path)]
    bare, demo, ours = in_turn(
        runs,
        lambda: first_paint(HELLO, "READY"),
        lambda: first_paint([*MGTUI, "demo"], KEYS_LINE),
        lambda: first_paint(argv, KEYS_LINE),
    )
    peer, figure = Figure("first paint, bare Textual", bare), Figure("first paint, 5,000 changes", ours)
    print(peer, Figure("first paint, demo", demo), figure, sep="\n")
    print(ratio_line("", figure, peer, 2 * BOARD_BOUND))
    return figure.median <= 2 * BOARD_BOUND * peer.median


def looking_back(runs: int, path: Path) -> None:
    """Prints how long its meetings and its history take to be shown, from the key on."""
    found: dict[str, list[float]] = {"meetings, compared (g)": [], "history (H)": [], "review (G)": []}
    for _ in range(runs):
        with Terminal([*MGTUI, "open", str(path)], columns=120, rows=36) as terminal:
            terminal.wait_for(KEYS_LINE, 60)
            terminal.settle(0.5)
            for name, key, until in zip(found, "gHG", ("compare from", "5000 changes", "Review:"), strict=True):
                pressed = terminal.press(key)
                found[name].append((terminal.wait_for(until, 60) - pressed) * 1000)
                terminal.settle(0.3)
    for name, values in found.items():
        print(Figure(name, values))


def computing(runs: int, path: Path) -> None:
    """Prints how long reading, replaying and comparing take without a screen."""
    file = read_session(path)
    first = file.session.meetings_in_order[0].closed_revision or 0
    start = Session(id=file.session.id)
    then = state_at(file.history, first, start)
    for name, act in (
        ("read the file", lambda: read_session(path)),
        ("replay the history", lambda: replay(start, file.history)),
        ("the state at the first meeting", lambda: state_at(file.history, first, start)),
        ("compare that with now", lambda: compare(then, file.session)),
        ("mgtui history", lambda: run("history", str(path))),
    ):
        print(Figure(name, [_timed(act) for _ in range(runs)]))


def _timed(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1000


def main() -> int:
    """Prints all figures; 1 when the bound is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("MGTUI_CONFIG_DIR", folder)
        os.environ.setdefault("MGTUI_STATE_DIR", folder)
        path = Path(folder) / "long.json"
        made = worked()
        create_session(path, made.session, made.history).close()
        print(f"{len(made.history)} changes, {path.stat().st_size:,} bytes")
        is_kept = starting(runs, path)
        looking_back(max(2, runs // 2), path)
        computing(runs, path)
    return 0 if is_kept else 1


if __name__ == "__main__":
    sys.exit(main())
