"""Start, keystroke and idle of the board beside a bare Textual app, kanban-tui and posting; run it as a module.

    python -m benchmarks.screens [--runs 7]

A first paint is complete when the text that the board ends with is on the screen and no frame is under way.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from statistics import median

from benchmarks.peers.installed import comes_up, dashboards
from benchmarks.sessions import build
from benchmarks.stopwatch import in_turn
from benchmarks.table import Line, Row, Skipped, show
from tests.terminal import Terminal

PEERS = Path(__file__).parent / "peers"
HELLO = [sys.executable, str(PEERS / "hello.py")]
COUNTER = [sys.executable, str(PEERS / "counter.py")]
MGTUI = [sys.executable, "-m", "mgtui", "--lang", "en"]
KEYS_LINE = "enter edit"
COLUMNS, ROWS = 200, 60
A_COLUMN = 40
"""How many steps down a column show what it costs to scroll as well."""


def first_paint(argv: Sequence[str], until: str, columns: int = 120, rows: int = 36) -> float:
    """Milliseconds from starting `argv` until `until` is shown."""
    with Terminal(argv, columns=columns, rows=rows) as terminal:
        return (terminal.wait_for(until, 60) - terminal.started) * 1000


class Keys:
    """A program that is ready for keys; counts how long until the first answer to each, and how many bytes."""

    def __init__(self, argv: Sequence[str], until: str) -> None:
        self.terminal = Terminal(argv, columns=COLUMNS, rows=ROWS)
        self.terminal.wait_for(until, 60)
        self.terminal.settle(0.5)
        self.bytes: list[float] = []

    def press(self, *keys: str) -> float:
        """Milliseconds from a key to the end of the first frame that answers it."""
        mark = self.terminal.mark()
        pressed = self.terminal.press(*keys)
        answered = self.terminal.wait_until(lambda: self.terminal.bytes_since(mark) > 0, what="an answer")
        self.terminal.settle(0.15)
        self.bytes.append(self.terminal.bytes_since(mark))
        return (answered - pressed) * 1000

    def bytes_for(self, key: str) -> int:
        """Bytes sent for a key, none when there is no answer to it."""
        mark = self.terminal.mark()
        self.terminal.press(key)
        self.terminal.settle(0.15)
        return self.terminal.bytes_since(mark)

    def idle(self, seconds: float) -> int:
        """Bytes sent in `seconds` in which nobody does anything."""
        mark = self.terminal.mark()
        self.terminal.settle(seconds)
        return self.terminal.bytes_since(mark)


def starting(runs: int, large: Path, home: Path) -> Iterator[Line]:
    """First paints: the demo and a board of 12 × 2 × 100 items, beside a bare Textual app's and other dashboards'."""
    peers = dashboards(home)
    reasons = [comes_up(peer) for peer in peers]
    there = [(peer.argv, peer.until) for peer, reason in zip(peers, reasons, strict=True) if peer.argv and not reason]
    hello, ours, big, *others = in_turn(
        runs,
        lambda: first_paint(HELLO, "READY"),
        lambda: first_paint([*MGTUI, "demo"], KEYS_LINE),
        lambda: first_paint([*MGTUI, "open", str(large)], KEYS_LINE, COLUMNS, ROWS),
        *(lambda argv=argv, until=until: first_paint(argv, until) for argv, until in there),
    )
    yield Row("start, demo", median(ours), "ms", "bare Textual", median(hello), 1.4)
    yield Row("start, 12 × 2 × 100", median(big), "ms", "bare Textual", median(hello), 2.0)
    for peer, reason in zip(peers, reasons, strict=True):
        if reason:
            yield Skipped(f"start beside {peer.name}", reason)
        else:
            yield Row("start, demo", median(ours), "ms", peer.name, median(others.pop(0)))


def typing(runs: int, large: Path) -> Iterator[Line]:
    """A cursor move and a weight on the large board, beside a bare Static changing on a key; and what they send."""
    counter = Keys(COUNTER, "READY")
    board = Keys([*MGTUI, "open", str(large)], KEYS_LINE)
    board.press("down")
    board.bytes.clear()
    weights = cycle(("1", "5"))
    steps = cycle(("down", "up"))
    bare, cursor = in_turn(runs * 3, lambda: counter.press("x"), lambda: board.press(next(steps)))
    in_sight = max(board.bytes)
    walk = [board.bytes_for("down") for _ in range(A_COLUMN)]
    board.press("0")
    board.bytes.clear()
    again, weight = in_turn(runs * 3, lambda: counter.press("x"), lambda: board.press(next(weights)))
    peer = median(bare + again)
    yield Row("keystroke: cursor, 12 × 2 × 100", median(cursor), "ms", "key on a bare Static", peer, 1.5)
    yield Row("keystroke: weight, 12 × 2 × 100", median(weight), "ms", "key on a bare Static", peer, 1.5)
    yield Row("most bytes of a cursor move in sight, 200×60", in_sight, "B", "budget", 400, 1.0)
    yield Row("mean of a walk down a column that scrolls", sum(walk) / len(walk), "B", "budget", 400, 1.0)
    yield Row("most of such a walk", max(walk), "B", "budget", 400, 1.0)
    yield Row("most bytes of a weight, 200×60", max(board.bytes), "B", "budget", 600, 1.0)
    yield Row("bytes in 3 s of nothing", board.idle(3), "B")
    counter.terminal.close()
    board.terminal.close()


def exchanging(runs: int) -> Iterator[Line]:
    """The matrix of 12 × 12 with 300 links: opening it, and its cursor, beside the board's own."""
    stage = [sys.executable, "-m", "tests.tui.on_stage", "linked"]
    painted, opened, on_board, on_matrix = [], [], [], []
    for _ in range(runs):
        painted.append(first_paint(stage, "what take 1 is about", COLUMNS, ROWS))
        keys = Keys(stage, "what take 1 is about")
        on_board.append(keys.press("down"))
        begun = keys.terminal.press("m")
        opened.append((keys.terminal.wait_for("Partner 1 brings to Partner 2") - begun) * 1000)
        keys.terminal.settle(0.3)
        on_matrix.append(keys.press("down"))
        keys.terminal.close()
    yield Row("matrix of 12 × 12 with 300 links", median(opened), "ms", "its board's first paint", median(painted), 2.0)
    yield Row("keystroke: cursor on that matrix", median(on_matrix), "ms", "cursor on its board", median(on_board), 2.0)


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("MGTUI_CONFIG_DIR", folder)
        os.environ.setdefault("MGTUI_STATE_DIR", folder)
        large = build(Path(folder) / "large.json")
        show("start", starting(runs, large, Path(folder)))
        show("keystroke", typing(runs, large))
        show("matrix", exchanging(max(3, runs // 2)))


if __name__ == "__main__":
    main()
