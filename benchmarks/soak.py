"""Many people who edit one session over SSH for a long time, and what is left of it in the end.

    python -m benchmarks.soak [--people 25] [--minutes 5] [--pace 5]

Everyone comes in with the stock client to the built-in door and presses a random key every `--pace` seconds: moves,
weights, new items, removals, undo. In the end everyone copies the whole board, and all copies must be the same, and the
same as the file says; memory must not have grown, and no process, socket or temporary file may be left. It exits with 1
when that is not so. Eight hours of a room of 25 in which someone edits every two seconds are 14,400 edits:
`--people 25 --minutes 20 --pace 2` makes as many.
"""

from __future__ import annotations

import argparse
import base64
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil
from msgspec import Struct

from benchmarks.crowd import Crowd, Watcher
from mgtui.domain.history import replay
from mgtui.domain.session import Session
from mgtui.store.access import read_session
from tests.live.ssh_doors import BuiltInDoor, make_key

SAMPLE = Path(__file__).parents[1] / "sample_sessions" / "scholen.json"
ON_THE_BOARD = b"means covered"
COPIED, ENDED = b"\x1b]52;c;", b"\x07"
ESCAPE, LEAVE, COPY_BOARD = b"\x1b", b"\x11", b"Y"
AFTER_ESCAPE = 0.3
ARROWS = (b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\t")
WEIGHTS = (b"0", b"1", b"2", b"3", b"4", b"5", b"u")
REMOVE, UNDO, REDO, DOWN = b"\x1b[3~", b"\x1a", b"\x19", b"\x1b[1;3B"
MOST_GROWTH = 0.15
"""Part by which the memory of all may grow from the first quarter to the end, but for the history itself."""

BYTES_AN_ENTRY = 6_000
"""What an entry of the history takes in a program, with the changed parts of the session that it keeps."""


class Outcome(Struct, kw_only=True):
    """What came of it.

    Attributes:
        keys: pressed by all together. edits: entries in the history.
        early, late: megabytes of PSS of everything behind the door, after a quarter of the time and at the end.
        wrong: what is not as it must be, a sentence each.
    """

    people: int

    keys: int
    edits: int
    early: float
    late: float
    wrong: list[str]

    @property
    def is_flat(self) -> bool:
        """Whether memory grew by no more than what each has of the history."""
        history = self.people * self.edits * BYTES_AN_ENTRY / 1_000_000
        return self.late <= self.early * (1 + MOST_GROWTH) + history


def habits(name: str, seed: int) -> Iterator[bytes]:
    """What one person presses, a key or a line at a time, without end."""
    dice = random.Random(seed)
    for number in range(1_000_000):
        kind = dice.random()
        if kind < 0.35:
            yield dice.choice(ARROWS)
        elif kind < 0.75:
            yield dice.choice(WEIGHTS)
        elif kind < 0.85:
            yield from (b"n", f"{name} {number}".encode(), b"\r", ESCAPE)
        elif kind < 0.92:
            yield from (REMOVE, ESCAPE)
        else:
            yield dice.choice((UNDO, REDO, DOWN))


def soak(folder: Path, people: int, seconds: float, pace: float) -> Outcome:
    """Have `people` edit a copy of the sample in `folder` for `seconds`, each a key every `pace` seconds."""
    session = Path(shutil.copy(SAMPLE, folder / "s.json"))
    before = len(read_session(session, recover=False).history)
    keys = f'role="facilitator" {make_key(folder / "key")}'
    with BuiltInDoor(session, folder, keys=keys) as door, Crowd() as crowd:
        for number in range(people):
            crowd.wait_for(crowd.add(door.ssh(key="key", name=f"p{number}")), ON_THE_BOARD, 120)
        started = psutil.Process(door.process.pid).children(recursive=True)
        pressed, early = edit(crowd, started, seconds, pace)
        texts = boards(crowd)
        late = memory(started)
        leave(crowd)
        status = door.stop(signal.SIGTERM)
        _, alive = psutil.wait_procs(started, timeout=15)
    read = read_session(session, recover=False)
    edits = len(read.history) - before
    wrong = [f"the door ended with {status}"] if status else []
    wrong += [f"{len(alive)} processes are left"] if alive else []
    wrong += [f"{len(set(texts))} boards instead of one"] if len(set(texts)) != 1 else []
    wrong += ["what people saw is not what the file says"] if texts[0].strip() != shown(session).strip() else []
    wrong += (
        ["the history does not lead to the session"]
        if replay(Session(id=read.session.id), read.history) != read.session
        else []
    )
    wrong += [f"left behind: {each}" for each in left_over(folder)]
    return Outcome(people=people, keys=pressed, edits=edits, early=early, late=late, wrong=wrong)


def edit(crowd: Crowd, started: Sequence[psutil.Process], seconds: float, pace: float) -> tuple[int, float]:
    """Everyone presses keys, in turn; returns how many, and the memory after a quarter of the time."""
    doing = {watcher: habits(f"p{number}", number) for number, watcher in enumerate(crowd.watchers)}
    begin, pressed, early = time.monotonic(), 0, 0.0
    while (passed := time.monotonic() - begin) < seconds:
        if not early and passed > seconds / 4:
            early = memory(started)
        if pressed < passed * len(doing) / pace:
            watcher = crowd.watchers[pressed % len(doing)]
            watcher.press(next(doing[watcher]))
            watcher.output.clear()
            pressed += 1
        crowd.read(0.01)
    return pressed, early


def boards(crowd: Crowd) -> list[str]:
    """The whole board as each copies it, when all have heard everything."""
    crowd.settle(2.0, 120)
    for _ in range(2):
        for watcher in crowd.watchers:
            watcher.press(ESCAPE)
        crowd.settle(AFTER_ESCAPE)
    crowd.settle(2.0, 60)
    return [copied(crowd, watcher) for watcher in crowd.watchers]


def copied(crowd: Crowd, watcher: Watcher) -> str:
    """The board as `watcher` puts it on the clipboard of its terminal."""
    watcher.output.clear()
    watcher.press(COPY_BOARD)
    crowd.wait_for(watcher, COPIED)
    while ENDED not in watcher.output.split(COPIED, 1)[1]:
        crowd.read(0.5)
    return base64.b64decode(watcher.output.split(COPIED, 1)[1].split(ENDED, 1)[0]).decode()


def leave(crowd: Crowd) -> None:
    """Everyone quits."""
    for watcher in list(crowd.watchers):
        watcher.press(LEAVE)
        watcher.process.wait(30)
        crowd.remove(watcher)


def memory(processes: Sequence[psutil.Process]) -> float:
    """Megabytes of PSS of `processes` together."""
    return sum(each.memory_full_info().pss for each in processes if each.is_running()) / 1_000_000


def shown(session: Path) -> str:
    """The board as `mgtui show` tells it."""
    command = [sys.executable, "-m", "mgtui", "--lang", "en", "show", str(session)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def left_over(folder: Path) -> list[str]:
    """Sockets, and temporary files beside the session."""
    files = [path for path in folder.rglob("*") if path.is_socket() or path.name.endswith(".tmp")]
    return [str(path.relative_to(folder)) for path in files]


def main(arguments: Sequence[str] | None = None) -> int:
    """Do it and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=25)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--pace", type=float, default=5.0, help="seconds between the keys of one person")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="mgtui-") as place:
        outcome = soak(Path(place), asked.people, asked.minutes * 60, asked.pace)
    each = f"{outcome.early / asked.people:.1f} → {outcome.late / asked.people:.1f}"
    print(f"{asked.people} people, {asked.minutes} minutes: {outcome.keys} keys, {outcome.edits} edits")
    print(f"memory of each, from the first quarter to the end: {each} MB PSS")
    wrong = [*outcome.wrong, *([] if outcome.is_flat else ["memory grew by more than the history takes"])]
    for sentence in wrong:
        print(f"WRONG: {sentence}")
    print("not as it must be" if wrong else "one board everywhere, flat memory, nothing left behind")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
