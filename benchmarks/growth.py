"""How start, keystroke, save and memory grow with the items of a session, against peers that stay as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks import save
from benchmarks.memory import share_of, standing
from benchmarks.screens import COLUMNS, COUNTER, HELLO, KEYS_LINE, MGTUI, ROWS, Keys, first_paint
from benchmarks.sessions import build
from benchmarks.stopwatch import in_turn
from benchmarks.table import Line, Row

LAID_OUT = {10: (5, 1), 100: (5, 10), 1_000: (10, 50), 10_000: (50, 100)}
"""Per number of items: over how many partners, and how many in each of their two columns."""

MANY_PARTNERS = (100, 25)
"""A hundred partners with fifty items each."""


def rows(runs: int, counts: Sequence[int], folder: Path) -> Iterator[Line]:
    """Each size in `counts`, and last the hundred partners when the largest is asked for."""
    hello = standing(HELLO, "READY")
    sizes = [(f"{count:,} items", *LAID_OUT[count]) for count in counts]
    if max(counts) == max(LAID_OUT):
        sizes.append(("100 partners × 50 items", *MANY_PARTNERS))
    for name, partners, items in sizes:
        path = build(folder / f"{partners}-{items}.json", partners, items)
        yield from _on_screen(name, path, runs, hello)
        yield saving(name, partners * items * 2, runs, folder)


def _on_screen(name: str, path: Path, runs: int, hello: float) -> Iterator[Line]:
    argv = [*MGTUI, "open", str(path)]
    bare, ours = in_turn(runs, lambda: first_paint(HELLO, "READY"), lambda: first_paint(argv, KEYS_LINE, COLUMNS, ROWS))
    yield Row(f"start, {name}", median(ours), "ms", "bare Textual", median(bare))
    counter, board = Keys(COUNTER, "READY"), Keys(argv, KEYS_LINE)
    board.press("0")
    board.bytes.clear()
    turns = iter(range(10**6))
    keys, weight = in_turn(runs * 2, lambda: counter.press("x"), lambda: board.press("15"[next(turns) % 2]))
    yield Row(f"weight, {name}", median(weight), "ms", "key on a bare Static", median(keys))
    yield Row(f"weight, {name}", max(board.bytes), "B", "budget", 600, 1.0)
    yield Row(f"memory, {name}", share_of(board.terminal.pid), "MB", "bare Textual", hello)
    counter.terminal.close()
    board.terminal.close()


def saving(name: str, items: int, runs: int, folder: Path) -> Row:
    """One change of a session of `items`, beside a bare durable write of the same bytes."""
    measured = save.measure(folder, 0, runs * 4, items)
    return Row(f"save, {name}", measured.ours, "ms", "bare durable write", measured.bare)
