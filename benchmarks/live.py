"""A room over SSH beside as many clients attached to one tmux session, in one run, turn by turn.

    python -m benchmarks.live [--people 2 11 26] [--edits 20] [--keys 1 5]

An edit is one key that changes a weight, or in turn each of other keys, some by their names (`--keys alt+down alt+up`,
`--keys delete ctrl+z`); it has arrived when another person's terminal is sent the first of it. Both sides come in with
the stock client: to the built-in door, and by the system's sshd to `tmux attach`.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import cycle, islice
from pathlib import Path

import psutil

from benchmarks.crowd import Crowd
from benchmarks.stopwatch import Figure, in_turn
from benchmarks.table import Line, Row
from tests.live.ssh_doors import BuiltInDoor, make_key
from tests.live.test_openssh_door import SystemDoor

SAMPLE = Path(__file__).parents[1] / "sample_sessions" / "scholen.json"
FULL_BOARD = b"means covered"
KEYS = ("1", "5")
NAMED = {"delete": b"\x1b[3~", "ctrl+z": b"\x1a", "alt+down": b"\x1b[1;3B", "alt+up": b"\x1b[1;3A"}
JOINS = 5
BOUNDS = {2: 2.0, 11: 1.5, 26: 1.5}
LATE_BOUNDS = {11: 1.5, 26: 2.0}
"""The same of those who see it last: the value below which 95 of 100 are."""
MOST_MEGABYTES = 20.0

_BY_NAME = (("p50", BOUNDS), ("p95", LATE_BOUNDS))

Come = Callable[[], list[str]]
"""The command by which one more person comes in."""


@contextmanager
def our_room(folder: Path) -> Iterator[tuple[Come, BuiltInDoor]]:
    """A built-in door to a copy of the sample."""
    session = Path(shutil.copy(SAMPLE, folder / "ours.json"))
    keys = f'role="facilitator" {make_key(folder / "key")}'
    with BuiltInDoor(session, folder, keys=keys) as door:
        yield (lambda: door.ssh(key="key", options=("-o", "SendEnv=LANG"))), door


@contextmanager
def tmux_room(folder: Path) -> Iterator[Come]:
    """A tmux session with the board in it, and the system's sshd to attach by."""
    session = shutil.copy(SAMPLE, folder / "theirs.json")
    tmux = ["tmux", "-S", str(folder / "tmux"), "-f", "/dev/null"]
    command = f"{sys.executable} -m mgtui open {session} --lang en"
    start = [*tmux, "new-session", "-d", "-x", "120", "-y", "36", command, ";", "set", "-g", "status", "off"]
    environment = {"MGTUI_STATE_DIR": str(folder / "state"), "MGTUI_CONFIG_DIR": str(folder / "config")}
    subprocess.run(["env", *(f"{k}={v}" for k, v in environment.items()), "LANG=C.UTF-8", *start], check=True)
    line = f'restrict,pty,command="{" ".join(tmux)} attach" {make_key(folder / "attacher")}\n'
    door = SystemDoor(folder, line, "MaxStartups 100", "MaxSessions 100")
    try:
        yield lambda: door.ssh("attacher")
    finally:
        door.close()
        subprocess.run([*tmux, "kill-server"], check=False)


def measure(comes: Sequence[Come], people: int, edits: int, keys: Sequence[str] = KEYS) -> list[tuple[Figure, Figure]]:
    """Milliseconds until an edit is on everyone else's screen, and until one who comes last sees the board.

    The rooms that one comes into by `comes` are all full while they are measured, and take turns.
    """
    with Crowd() as crowd:
        for _ in range(people - 1):
            for come in comes:
                crowd.wait_for(crowd.add(come()), FULL_BOARD)
        crowd.settle()
        joins = in_turn(JOINS, *(partial(_join, crowd, come) for come in comes))
        last = [crowd.add(come()) for come in comes]
        for each in last:
            crowd.wait_for(each, FULL_BOARD)
        rooms = [crowd.watchers[number :: len(comes)] for number in range(len(comes))]
        seen: list[list[float]] = [[] for _ in comes]
        for key in islice(cycle(keys), edits):
            for values, (author, *others) in zip(seen, rooms, strict=True):
                crowd.settle()
                at = author.press(NAMED.get(key) or key.encode())
                values += [seconds * 1000 for seconds in crowd.answers(at, others)]
        names = ("edit to others", "ssh to full board")
        return [(Figure(names[0], edit), Figure(names[1], join)) for edit, join in zip(seen, joins, strict=True)]


def _join(crowd: Crowd, come: Come) -> float:
    """Milliseconds until someone who comes sees the board; they leave again."""
    watcher = crowd.add(come())
    took = crowd.wait_for(watcher, FULL_BOARD) - watcher.started
    crowd.settle()
    crowd.remove(watcher)
    crowd.settle()
    return took * 1000


def memory_per_person(door: BuiltInDoor, come: Come, people: int) -> float:
    """Megabytes of PSS that each of `people` takes, the process that they are forked from included."""
    with Crowd() as crowd:
        for _ in range(people):
            crowd.wait_for(crowd.add(come()), FULL_BOARD)
        crowd.settle()
        below = psutil.Process(door.process.pid).children(recursive=True)
        return sum(each.memory_full_info().pss for each in below) / people / 1_000_000


def rows(people: Sequence[int], edits: int) -> Iterator[Line]:
    """The edit as it arrives, the join and the memory, for each number of `people`."""
    with both_rooms() as (ours, door, theirs):
        for many in people:
            mine, peers = measure((ours, theirs), many, edits)
            bounds = (BOUNDS.get(many), 1.0 if many in BOUNDS else None)
            for name, one, other, bound in zip(("broadcast", "join"), mine, peers, bounds, strict=True):
                yield Row(f"{name}, {many} people", one.median, "ms", "tmux over ssh", other.median, bound)
            late, peer = (at(figure[0], 95) for figure in (mine, peers))
            yield Row(f"broadcast, {many} people, p95", late, "ms", "tmux over ssh", peer, LATE_BOUNDS.get(many))
            each = memory_per_person(door, ours, many)
            yield Row(f"memory of each of {many}", each, "MB", "budget", MOST_MEGABYTES, None if many < 26 else 1.0)


@contextmanager
def both_rooms() -> Iterator[tuple[Come, BuiltInDoor, Come]]:
    """Ours with its door, and that of tmux, each in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="mgtui-") as place:
        folders = [Path(place) / name for name in ("ours", "theirs")]
        for folder in folders:
            folder.mkdir(mode=0o700)
        with our_room(folders[0]) as (ours, door), tmux_room(folders[1]) as theirs:
            yield ours, door, theirs


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, nargs="+", default=list(BOUNDS))
    parser.add_argument("--edits", type=int, default=20)
    parser.add_argument("--keys", nargs="+", default=list(KEYS))
    asked = parser.parse_args(arguments)
    with both_rooms() as (ours, door, theirs):
        for people in asked.people:
            tell(people, *measure((ours, theirs), people, asked.edits, asked.keys))
        most = max(asked.people)
        each = memory_per_person(door, ours, most)
        print(f"memory of each of {most}: {each:.1f} MB PSS (bound {MOST_MEGABYTES})")


def tell(people: int, ours: tuple[Figure, Figure], theirs: tuple[Figure, Figure]) -> None:
    """Both sides, and how they compare."""
    print(f"{people} people")
    for mine, peer in zip(ours, theirs, strict=True):
        for name, quantile in (("p50", 50), ("p95", 95)):
            one, other = at(mine, quantile), at(peer, quantile)
            print(f"  {mine.name:<20}{name}  {one:8.1f} ms  tmux {other:8.1f} ms  {one / other:5.2f} ×")
    bounds = " and ".join(f"{bound[people]} × at {name}" for name, bound in _BY_NAME if people in bound)
    print(f"  bounds: {bounds or 'none'} of the edit, 1 × of the board", flush=True)


def at(figure: Figure, percent: int) -> float:
    """The value below which `percent` of the values are; of a single one, that."""
    if len(figure.values) == 1:
        return figure.values[0]
    return statistics.quantiles(figure.values, n=100, method="inclusive")[percent - 1]


if __name__ == "__main__":
    main()
