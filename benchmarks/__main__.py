"""Every ratio in one table: what mgtui takes of time, bytes and memory, beside peers measured in the same run.

    python -m benchmarks [--quick] [--only PART…] [--runs 7]

What needs a program that is not here is skipped, with the reason. It exits with 1 when a bound is not kept. Times are
medians of turns taken one after another; still, measure on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import compileall
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

import mgtui
from benchmarks import growth, link, live, memory, save, screens
from benchmarks.peers.installed import missing
from benchmarks.sessions import build
from benchmarks.table import OURS, PEER, WHAT, Line, Skipped, show

LARGE = (12, 100)


class Extent(Struct, kw_only=True):
    """How much is measured.

    Attributes:
        runs: turns that each program takes. keys: pressed for each average of bytes. edits: of each room.
        large: partners, and items in each of their columns, of what is called the large board.
        histories: changes in the file that is saved. items, people: the numbers that growth is shown over.
        sizes: terminals over ssh.
    """

    runs: int = 7
    keys: int = 20
    edits: int = 20
    large: tuple[int, int] = LARGE
    histories: tuple[int, ...] = (0, 200, 5_000)
    items: tuple[int, ...] = tuple(growth.LAID_OUT)
    people: tuple[int, ...] = (2, 11, 26, 50)
    sizes: tuple[tuple[int, int], ...] = link.SIZES


QUICK = Extent(runs=3, keys=6, edits=5, histories=(200,), items=(10, 1_000), people=(2,), sizes=((120, 36),))

Part = Callable[[Extent, Path], Iterator[Line]]


def start(extent: Extent, folder: Path) -> Iterator[Line]:
    """First paints."""
    yield from screens.starting(extent.runs, build(folder / "start.json", *extent.large), folder)


def keystroke(extent: Extent, folder: Path) -> Iterator[Line]:
    """A cursor move and a weight, on the board and in the matrix."""
    yield from screens.typing(extent.runs, build(folder / "keys.json", *extent.large))
    yield from screens.exchanging(extent.runs)


def saving(extent: Extent, _folder: Path) -> Iterator[Line]:
    """One change of a thousand items."""
    yield from save.rows(extent.runs * 6, extent.histories)


def remembering(extent: Extent, folder: Path) -> Iterator[Line]:
    """Memory of one person alone."""
    yield from memory.rows(build(folder / "memory.json", *extent.large), folder)


def room(extent: Extent, _folder: Path) -> Iterator[Line]:
    """Join, broadcast and memory of many people."""
    if reason := missing("ssh", "sshd", "tmux"):
        yield Skipped("join, broadcast, memory of each", reason)
    else:
        yield from live.rows(extent.people, extent.edits)


def line(extent: Extent, _folder: Path) -> Iterator[Line]:
    """Bytes over ssh, and a link like a bad hotel's."""
    if reason := missing("ssh"):
        yield Skipped("bytes over ssh, the slow link", reason)
    else:
        yield from link.rows(extent.sizes, extent.keys)


def growing(extent: Extent, folder: Path) -> Iterator[Line]:
    """From few items to very many."""
    yield from growth.rows(extent.runs, extent.items, folder)


PARTS: dict[str, Part] = {
    "start": start,
    "keystroke": keystroke,
    "save": saving,
    "memory": remembering,
    "room": room,
    "line": line,
    "growth": growing,
}


def measure(parts: Sequence[str], extent: Extent) -> bool:
    """Print the table of `parts`; whether every bound is kept."""
    print(f"{'':<{WHAT}}{'ours':>{OURS - 3}}{'':<7}{'beside':<{PEER - 10}}{'theirs':>10}{'ratio':>9}")
    over = []
    with tempfile.TemporaryDirectory(prefix="mgtui-") as place:
        os.environ |= {"MGTUI_CONFIG_DIR": place, "MGTUI_STATE_DIR": place}
        for name in parts:
            over += [row for row in show(name, PARTS[name](extent, Path(place))) if row.is_over]
    print(f"{len(over)} over their bound: {', '.join(row.what for row in over)}" if over else "every bound is kept")
    return not over


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer turns, fewer sizes")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--runs", type=int, help="turns of each")
    asked = parser.parse_args(arguments)
    extent = QUICK if asked.quick else Extent()
    if asked.runs:
        extent.runs = asked.runs
    compileall.compile_dir(Path(mgtui.__file__).parent, quiet=1)
    return 0 if measure(asked.only, extent) else 1


if __name__ == "__main__":
    sys.exit(main())
