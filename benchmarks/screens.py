"""Start, keystroke and idle of the board beside a bare Textual app, kanban-tui and posting; run it as a module.

    python -m benchmarks.screens [--runs 7]

A first paint is complete when the text that the board ends with is on the screen and no frame is under way.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.sessions import build
from benchmarks.stopwatch import Figure, in_turn, ratio_line
from tests.terminal import Terminal

PEERS = Path(__file__).parent / "peers"
HELLO = [sys.executable, str(PEERS / "hello.py")]
COUNTER = [sys.executable, str(PEERS / "counter.py")]
MGTUI = [sys.executable, "-m", "mgtui", "--lang", "en"]
KEYS_LINE = "enter edit"
COLUMNS, ROWS = 200, 60


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

    def idle(self, seconds: float) -> int:
        """Bytes sent in `seconds` in which nobody does anything."""
        mark = self.terminal.mark()
        self.terminal.settle(seconds)
        return self.terminal.bytes_since(mark)


def starting(runs: int, large: Path) -> None:
    """First paints: the demo and a board of 12 × 2 × 100 items, as ratios of a bare Textual app's."""
    demo = [*MGTUI, "demo"]
    hello, ours, big = in_turn(
        runs,
        lambda: first_paint(HELLO, "READY"),
        lambda: first_paint(demo, KEYS_LINE),
        lambda: first_paint([*MGTUI, "open", str(large)], KEYS_LINE, COLUMNS, ROWS),
    )
    bare = Figure("first paint, bare Textual", hello)
    for figure, bound in ((Figure("first paint, demo", ours), 1.6), (Figure("first paint, 12 × 2 × 100", big), 2.0)):
        print(figure, ratio_line("", figure, bare, bound), sep="\n")
    print(bare)
    for name, argv, until in _peers():
        print(Figure(f"first paint, {name}", [first_paint(argv, until) for _ in range(max(2, runs // 3))]))


def typing(runs: int, large: Path) -> None:
    """A cursor move and a weight on the large board, as ratios of a bare Static changing on a key."""
    counter = Keys(COUNTER, "READY")
    board = Keys([*MGTUI, "open", str(large)], KEYS_LINE)
    board.press("down")
    board.bytes.clear()
    turns = iter(range(10**6))
    bare, cursor = in_turn(runs * 3, lambda: counter.press("x"), lambda: board.press("down"))
    cursor_bytes = Figure("cursor move", list(board.bytes), "B")
    board.bytes.clear()
    again, weight = in_turn(runs * 3, lambda: counter.press("x"), lambda: board.press("1" if next(turns) % 2 else "5"))
    peer = Figure("key on a bare Static", bare + again)
    print(peer)
    for figure in (Figure("cursor move, 12 × 2 × 100", cursor), Figure("weight, 12 × 2 × 100", weight)):
        print(figure, ratio_line("", figure, peer, 1.5), sep="\n")
    print(cursor_bytes, Figure("weight", board.bytes, "B"), Figure("idle for 3 s", [board.idle(3)], "B"), sep="\n")
    counter.terminal.close()
    board.terminal.close()


def exchanging(runs: int) -> None:
    """The matrix of 12 × 12 with 300 links: opening it, and its cursor, as ratios of the board's own."""
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
    board, move = Figure("first paint, board with 300 links", painted), Figure("cursor move, the same board", on_board)
    for figure, peer in ((Figure("opening the matrix", opened), board), (Figure("cursor on it", on_matrix), move)):
        print(figure, ratio_line("", figure, peer, 2.0), sep="\n")
    print(board, move, sep="\n")


def _peers() -> list[tuple[str, list[str], str]]:
    peers = []
    folder = os.path.dirname(sys.executable)
    if importlib.util.find_spec("kanban_tui"):
        peers.append(("kanban-tui", [shutil.which("ktui", path=folder) or "ktui"], "Board"))
    if importlib.util.find_spec("posting"):
        peers.append(("posting", [shutil.which("posting", path=folder) or "posting"], "Send"))
    return peers


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("MGTUI_CONFIG_DIR", folder)
        os.environ.setdefault("MGTUI_STATE_DIR", folder)
        large = build(Path(folder) / "large.json")
        starting(runs, large)
        typing(runs, large)
        exchanging(max(3, runs // 2))


if __name__ == "__main__":
    main()
