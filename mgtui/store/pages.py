"""A session and its history back to the tables of its file, with everything in it that this version does not know.

Invariant: a record that has not changed stands in the file exactly as it was read, and under the same number; so one
edit alters the lines of one record and adds one history record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mgtui.domain.fields import encode_value
from mgtui.domain.history import Entry
from mgtui.domain.session import TABLES, Record, Session
from mgtui.store.layout import Layable, row
from mgtui.store.records import NUMBER, Row, Table
from mgtui.store.unknown import carry_over

Number = int | str


class Pages:
    """How one session stands in its file.

    Args:
        tables: every known table as it was read, "history" among them; none for a new session.
        others: the tables that this version does not know.
    """

    def __init__(self, tables: Mapping[str, Table[Any]] | None = None, others: Mapping[str, Any] | None = None) -> None:
        read = tables or {}
        self._records = {name: RecordPage(kind, read.get(name)) for name, kind in TABLES.items()}
        self._history = HistoryPage(read.get("history"))
        self._others = {name: [row(*each) for each in table.items()] for name, table in (others or {}).items()}

    def lay(self, heading: list[bytes], session: Session, history: Sequence[Entry]) -> Layable:
        """The tables of the file, with `heading` as the rows of the table that holds the session's own fields."""
        tables: dict[str, list[bytes]] = {"session": heading}
        for name, page in self._records.items():
            tables[name] = page.lay(getattr(session, name))
        tables["history"] = self._history.lay(history)
        return {**tables, **self._others}


class RecordPage:
    """One table of records. A record keeps its number, also when it is removed and brought back."""

    def __init__(self, kind: type[Record], table: Table[Any] | None) -> None:
        self._kind = kind
        self._read: dict[str, Row[Any]] = {each.record.id: each for each in table.rows} if table else {}
        self._numbers = {identity: each.number for identity, each in self._read.items()}
        self._rows: dict[Number, bytes] = _aside_rows(table)
        self._highest = _highest(self._numbers.values(), self._rows)
        self._last: Mapping[str, Record] = {}

    def lay(self, records: Mapping[str, Record]) -> list[bytes]:
        """The rows of the table with these records, and of those that could not be read."""
        last = self._last
        if records is not last:
            for gone in last.keys() - records.keys():
                del self._rows[self._numbers[gone]]
            changed = [record for identity, record in records.items() if last.get(identity) is not record]
            self._put({self._number(record.id): record for record in changed})
            self._last = records
        return list(self._rows.values())

    def _put(self, changed: dict[int, Record]) -> None:
        """Lays out what has changed; rows stay in the order of their numbers."""
        added = changed.keys() - self._rows.keys()
        for number, record in changed.items():
            self._rows[number] = row(number, self._fields(record))
        if added:
            self._rows = _in_order(self._rows)

    def _number(self, identity: str) -> int:
        if identity not in self._numbers:
            self._highest += 1
            self._numbers[identity] = self._highest
        return self._numbers[identity]

    def _fields(self, record: Record) -> Any:
        read = self._read.get(record.id)
        if read is None:
            return record
        if read.record is record:
            return read.source
        return carry_over(self._kind, read.source, encode_value(record), read.unreadable)


class HistoryPage:
    """The table of history, which only grows; what is laid out once is not looked at again."""

    def __init__(self, table: Table[Entry] | None) -> None:
        self._read = {each.record.revision: each for each in table.rows} if table else {}
        self._numbers = {revision: each.number for revision, each in self._read.items()}
        self._aside = _aside_rows(table)
        self._highest = _highest(self._numbers.values(), self._aside)
        self._entries: list[Entry] = []
        self._rows: list[bytes] = []

    def lay(self, history: Sequence[Entry]) -> list[bytes]:
        """The rows of the table with `history`, and of the entries that could not be read."""
        count = len(self._entries)
        if not count or len(history) < count or history[count - 1] is not self._entries[-1]:
            rows = dict(self._row(entry) for entry in history)
            self._rows = list(_in_order({**rows, **self._aside}).values())
            self._entries = list(history)
        else:
            self._rows.extend(self._row(entry)[1] for entry in history[count:])
            self._entries.extend(history[count:])
        return self._rows

    def _row(self, entry: Entry) -> tuple[Number, bytes]:
        read = self._read.get(entry.revision)
        if read and read.record == entry:
            return read.number, row(read.number, read.source)
        if entry.revision not in self._numbers:
            self._highest = max(self._highest + 1, entry.revision)
            self._numbers[entry.revision] = self._highest
        return self._numbers[entry.revision], row(self._numbers[entry.revision], entry)


def _aside_rows(table: Table[Any] | None) -> dict[Number, bytes]:
    kept = table.aside if table else {}
    numbers: dict[str, Number] = {key: int(key) if NUMBER.fullmatch(key) else key for key in kept}
    return {numbers[key]: row(key, fields) for key, fields in kept.items()}


def _highest(numbers: Iterable[int], aside: Mapping[Number, bytes]) -> int:
    return max([*numbers, *(number for number in aside if isinstance(number, int))], default=0)


def _in_order(rows: Mapping[Number, bytes]) -> dict[Number, bytes]:
    """The rows by number; those whose number is none come first."""
    return dict(sorted(rows.items(), key=lambda pair: pair[0] if isinstance(pair[0], int) else 0))
