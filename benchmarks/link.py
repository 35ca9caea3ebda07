"""What goes over the line to someone who came in by ssh, and how that feels over a link like a bad hotel's.

    python -m benchmarks.link [--keys 40]

Bytes are those of the encrypted line from the door, with and without ssh's own compression (`-C`), for a whole screen,
a key in a field, a move of the cursor, an edit of one's own and one of somebody else's, at three sizes. Then the same
over 300 ms and 64 kbit/s: how long until the board is there, and until a key that was typed is seen.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import string
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.table import Line, Row
from tests.live.slow_link import BYTES_A_SECOND, ROUND_TRIP, SlowLink
from tests.live.ssh_doors import BuiltInDoor, make_key
from tests.terminal import Terminal

SAMPLE = Path(__file__).parents[1] / "sample_sessions" / "scholen.json"
ON_THE_BOARD = "Together:"
SIZES = ((80, 24), (120, 36), (200, 50))
NO_DELAY, NO_LIMIT = 0.0, 1e9
QUIET = 0.4
MEASURED = ("a screen", "a typed key", "a move", "an edit of one's own", "an edit of another's")


def come(door: BuiltInDoor, port: int, size: tuple[int, int], *options: str) -> Terminal:
    """Someone at a terminal of `size` who comes in by `port`."""
    known = ("-o", f"HostKeyAlias=[127.0.0.1]:{door.port}", "-p", str(port))
    argv = door.ssh(key="key", name="far", options=(*options, *known))
    return Terminal(argv, columns=size[0], rows=size[1])


@contextmanager
def a_door() -> Iterator[BuiltInDoor]:
    """To a copy of the sample."""
    # Whoever was still there when the door closed lets go of the session in their own time.
    with tempfile.TemporaryDirectory(prefix="mgtui-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        session = Path(shutil.copy(SAMPLE, folder / "s.json"))
        with BuiltInDoor(session, folder, keys=f'role="facilitator" {make_key(folder / "key")}') as door:
            yield door


def bytes_of(size: tuple[int, int], keys: int, *options: str) -> list[float]:
    """Bytes from the door for a screen, and on average for a typed key, a move, an own edit and another's."""
    with (
        a_door() as door,
        SlowLink(door.port, NO_DELAY, NO_LIMIT) as link,
        come(door, link.port, size, *options) as far,
    ):
        far.wait_for(ON_THE_BOARD, 30)
        far.settle(QUIET)
        counts: list[float] = [link.down]

        def average(terminal: Terminal, presses: Sequence[str]) -> float:
            before = link.down
            for each in presses:
                terminal.press(each)
                far.settle(0.15)
            far.settle(QUIET)
            return (link.down - before) / len(presses)

        far.press("escape")
        far.settle(QUIET)
        far.press("n")
        far.settle(QUIET)
        counts.append(average(far, (string.ascii_lowercase * 2)[:keys]))
        far.press("escape")
        far.settle(QUIET)
        counts.append(average(far, ("down", "up") * (keys // 2)))
        counts.append(average(far, ("1", "5") * (keys // 2)))
        with door.terminal(name="near", key="key") as near:
            near.wait_for(ON_THE_BOARD, 30)
            near.settle(QUIET)
            far.settle(QUIET)
            counts.append(average(near, ("1", "5") * (keys // 2)))
        return counts


def felt(size: tuple[int, int], keys: int) -> tuple[float, list[float]]:
    """Seconds until the board is there over the bad link, and until each key typed is seen."""
    with a_door() as door, SlowLink(door.port) as link, come(door, link.port, size, "-C") as far:
        board = far.wait_for(ON_THE_BOARD, 60) - far.started
        far.settle(ROUND_TRIP * 2)
        far.press("n")
        far.settle(ROUND_TRIP * 2)
        text = (string.ascii_lowercase * 4)[:keys]
        waits = []
        for at in range(len(text)):
            sent = far.type(text[at])
            waits.append(far.wait_for(text[max(0, at - 10) : at + 1]) - sent)
        return board, waits


def rows(sizes: Sequence[tuple[int, int]], keys: int) -> Iterator[Line]:
    """The bytes at `sizes`, plain and as a multiple of it with ssh's compression, and how the bad link feels."""
    for size in sizes:
        name = f"{size[0]}×{size[1]}"
        packed, plain = bytes_of(size, keys, "-C"), bytes_of(size, keys)
        for what, small, large in zip(MEASURED, packed, plain, strict=True):
            yield Row(f"bytes of {what}, {name}, ssh -C", small, "B", "without -C", large)
    for size in sizes:
        name = f"{size[0]}×{size[1]} over {ROUND_TRIP * 1000:.0f} ms, {BYTES_A_SECOND * 8 / 1000:.0f} kbit/s"
        board, waits = felt(size, keys)
        yield Row(f"screen, {name}", board * 1000, "ms")
        typed = statistics.median(waits) * 1000
        yield Row(f"typed key, {name}", typed, "ms", "the link's round trip", ROUND_TRIP * 1000)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keys", type=int, default=40)
    keys = parser.parse_args(arguments).keys
    print(f"{'bytes on the line':<20}{'screen':>10}{'key':>10}{'move':>10}{'own edit':>10}{'other’s':>10}")
    for size in SIZES:
        for name, options in (("-C", ("-C",)), ("", ())):
            row = "".join(f"{count:>10,.0f}" for count in bytes_of(size, keys, *options))
            print(f"{size[0]}×{size[1]} {name:<{19 - len(f'{size[0]}×{size[1]}')}}{row}", flush=True)
    link = f"{ROUND_TRIP * 1000:.0f} ms and {BYTES_A_SECOND * 8 / 1000:.0f} kbit/s"
    for size in SIZES:
        board, waits = felt(size, keys)
        p50, p95 = (statistics.quantiles(waits, n=100, method="inclusive")[at - 1] for at in (50, 95))
        told = f"board after {board:.1f} s, a typed key after {p50 * 1000:.0f} ms (p95 {p95 * 1000:.0f})"
        print(f"over {link}, {size[0]}×{size[1]}: {told}", flush=True)


if __name__ == "__main__":
    main()
