"""Times saving one change of a large session against the least that safe saving takes, and against plain TinyDB.

Run as `python -m benchmarks.save [FOLDER]`. All ways take turns in one run, so that a busy disk hits them alike; the
figures are medians. The bound is that ours takes at most two and a half times the bare safe write of the same bytes.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import msgspec
from tinydb import TinyDB

from benchmarks.table import Line, Row
from mgtui.domain.changes import Add, Set, apply, encode_record
from mgtui.domain.history import Entry
from mgtui.domain.session import Item, Partner, Session
from mgtui.store.access import create_session

ITEMS = 1_000
ROUNDS = 60
BOUND = 2.5
NOW = datetime(2026, 3, 2, 14, 2, 11, tzinfo=UTC)


def large_session(count: int = ITEMS) -> Session:
    """A session of ten partners with `count` items between them."""
    partners = {f"p{n}": Partner(id=f"p{n}", name=f"Partner {n}", order=f"V{n}") for n in range(10)}
    items = {}
    for n in range(count):
        items[f"i{n:05}"] = Item(
            id=f"i{n:05}",
            partner=f"p{n % 10}",
            direction="take" if n % 2 else "bring",
            text=f"grotere instroom van leerlingen, voorstel {n}",
            order=f"V{n:05}",
            weight=Decimal(1 + n % 5),
            kind="continuity",
            author="ana-7f3k",
        )
    return Session(id="benchmark", title="Scholen werven samen", partners=partners, items=items)


def history_of(session: Session, length: int) -> list[Entry]:
    """`length` entries: the items as they were added, and then weights that were set."""
    changes: list[Add | Set] = [Add("items", encode_record(item)) for item in session.items.values()]
    weights = [Set("items", f"i{n % ITEMS:05}", "weight", str(n % 5 + 1), "3") for n in range(length)]
    return [entry(number, change) for number, change in enumerate((changes + weights)[:length], start=1)]


def entry(revision: int, change: Add | Set) -> Entry:
    """The entry of one change by Ana."""
    return Entry(revision=revision, at=NOW, by="Ana", client="ana-7f3k", seq=revision, change=change)


class Ours:
    """One change after another into a session file."""

    def __init__(self, path: Path, entries: int, items: int = ITEMS) -> None:
        self.path = path
        self._items = items
        session = large_session(items)
        self.file = create_session(path, session, history_of(session, entries))

    def save_one_change(self) -> None:
        """Alters one weight and saves the session with its history."""
        revision = len(self.file.history) + 1
        change = Set("items", f"i{revision % self._items:05}", "weight", str(revision % 5 + 1), "3")
        history = [*self.file.history, entry(revision, change)]
        self.file.save(apply(self.file.session, change), history)


def bare_safe_write(path: Path, data: bytes) -> None:
    """The least that survives a power cut: a temporary file, fsync, rename, fsync of the folder."""
    temporary = path.with_suffix(".tmp")
    file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.write(file, data)
    os.fsync(file)
    os.close(file)
    os.replace(temporary, path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


class PlainTinyDB:
    """The same tables in TinyDB's own JSON storage, laid out alike."""

    def __init__(self, path: Path, data: bytes) -> None:
        path.write_bytes(data)
        self.database = TinyDB(path, indent=1, ensure_ascii=False)
        self._revision = len(self.database.table("history"))

    def save_one_change(self) -> None:
        """Alters one weight and adds one history record, which are two writes."""
        self._revision += 1
        self.database.table("items").update({"weight": "4"}, doc_ids=[1 + self._revision % ITEMS])
        self.database.table("history").insert({"revision": self._revision})


def timed(act: Callable[[], None]) -> float:
    """How many milliseconds `act` takes."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


class Measured(NamedTuple):
    """Milliseconds that one save takes, medians of one run.

    Attributes:
        size: bytes of the file.
    """

    size: int
    bare: float
    ours: float
    plain: float


def measure(folder: Path, entries: int, rounds: int = ROUNDS, items: int = ITEMS) -> Measured:
    """Saves a change of a session of `items` with a history of `entries`, `rounds` times each way, turn by turn."""
    ours = Ours(folder / f"ours-{items}-{entries}.json", entries, items)
    data = ours.path.read_bytes()
    plain = PlainTinyDB(folder / f"plain-{items}-{entries}.json", data)
    bare_times, our_times, plain_times = [], [], []
    for number in range(rounds):
        bare_times.append(timed(lambda: bare_safe_write(folder / "bare.json", data)))
        our_times.append(timed(ours.save_one_change))
        if number % 10 == 0:
            plain_times.append(timed(plain.save_one_change))
    ours.file.close()
    plain.database.close()
    return Measured(len(data), *(statistics.median(each) for each in (bare_times, our_times, plain_times)))


def rows(rounds: int, histories: Sequence[int]) -> Iterator[Line]:
    """One change of a session of 1,000 items with each of `histories`, beside a bare durable write and TinyDB's own."""
    with tempfile.TemporaryDirectory() as folder:
        for entries in histories:
            measured = measure(Path(folder), entries, rounds)
            name = f"save, 1,000 items and {entries:,} changes"
            yield Row(name, measured.ours, "ms", "bare durable write", measured.bare, BOUND)
            yield Row(name, measured.ours, "ms", "plain TinyDB", measured.plain)


def compare(folder: Path, entries: int) -> bool:
    """Prints the figures for a history of `entries`; whether ours keeps within the bound."""
    measured = measure(folder, entries)
    print(f"{ITEMS} items, history of {entries}: {measured.size:,} bytes")
    for name, median in (("bare safe write", measured.bare), ("ours", measured.ours), ("plain TinyDB", measured.plain)):
        print(f"  {name:16} {median:8.2f} ms  {median / measured.bare:6.2f} x bare")
    return measured.ours <= BOUND * measured.bare


def main() -> int:
    """Prints the figures for a short and a long history; 1 when the bound is broken."""
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as folder:
        results = [compare(Path(folder), entries) for entries in (0, 200, 5_000)]
    print(f"bound: {BOUND:g} x bare; {'kept' if all(results) else 'BROKEN'}; msgspec {msgspec.__version__}")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
