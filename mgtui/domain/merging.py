"""Two copies of one session that went apart, joined by their histories: every change of both is kept.

Invariant: only where both altered the same field, or one removed what the other worked on, is there anything to ask.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from msgspec.structs import replace

from mgtui.domain.changes import (
    SESSION_FIELDS,
    Add,
    Batch,
    Change,
    Draft,
    Move,
    Set,
    Single,
    as_batch,
    encode_record,
    parts,
)
from mgtui.domain.comparison import MADE_NO_DIFFERENCE
from mgtui.domain.grounding import ground
from mgtui.domain.history import Entry
from mgtui.domain.refusal import Refused
from mgtui.domain.session import TABLES, Answer, Confirmation, Delivery, Record, Session, Told, Worth

REVISIONS = ("opened_revision", "closed_revision")
DELIVERY = "delivery."
NOTED = (Answer, Confirmation, Delivery, Told, Worth)
"""What is kept with who noted it and when; noted twice alike, there is nothing to ask."""
START_OF_TIME = datetime.min.replace(tzinfo=UTC)


class Conflict(NamedTuple):
    """What both copies have altered, each in its own way.

    Attributes:
        table, id: of which record; table "session" is the session itself.
        field: which field ("answers.m1" for one entry of it); empty when one copy removed the record.
        was, a, b: its value where they parted and in either copy; for a removed record the record or None.
    """

    table: str
    id: str
    field: str
    was: Any
    a: Any
    b: Any


class Parting(NamedTuple):
    """Where two copies went apart.

    Attributes:
        shared: how many entries of their histories are the same.
        base: the session there.
        a, b: the entries of either copy since.
        conflicts: what both have altered.
    """

    shared: int
    base: Session
    a: tuple[Entry, ...]
    b: tuple[Entry, ...]
    conflicts: tuple[Conflict, ...]


class Joined(NamedTuple):
    """Two copies as one.

    Attributes:
        history: that of the first, and after it what the second did, by its own authors and at its own times.
        left: the entries of the second of which nothing could be taken over, since what they speak of has gone.
    """

    session: Session
    history: list[Entry]
    left: list[Entry]


def parting(a: Session, a_history: Sequence[Entry], b: Session, b_history: Sequence[Entry]) -> Parting | None:
    """Where `a` and `b` went apart; None when they are no copies of one session with a history in common."""
    shared = 0
    for ours, theirs in zip(a_history, b_history, strict=False):
        if ours != theirs:
            break
        shared += 1
    if a.id != b.id or not shared or a_history[0].revision != 1:
        return None
    draft = Draft(Session(id=a.id))
    try:
        for entry in a_history[:shared]:
            draft.make(entry.change)
    except Refused:
        return None
    base = draft.session
    own, others = tuple(a_history[shared:]), tuple(b_history[shared:])
    return Parting(shared, base, own, others, tuple(_conflicts(base, a, b)) if own and others else ())


def join(a: Session, a_history: Sequence[Entry], apart: Parting, theirs: Collection[Conflict]) -> Joined:
    """`a` with all that the other copy did since they parted.

    Args:
        a: the first copy.
        a_history: its history.
        apart: where the copies parted.
        theirs: the conflicts in which the other copy is right; in the rest the first is.
    """
    return _Joining(a, a_history, apart, theirs).joined()


class _Joining:
    def __init__(self, a: Session, history: Sequence[Entry], apart: Parting, theirs: Collection[Conflict]) -> None:
        self._session = a
        self._history = list(history)
        self._apart = apart
        lost = [each for each in apart.conflicts if each not in theirs]
        self._fields = {(each.table, each.id, each.field) for each in lost}
        self._gone = {(each.table, each.id) for each in lost if not each.field}
        won = [each for each in theirs if each.field.startswith(DELIVERY)]
        self._delivered = {(each.table, each.id, each.field) for each in won}
        self._back = [each for each in apart.conflicts if each in theirs and not each.field and each.a is None]
        self._revisions: dict[int, int] = {}

    def joined(self) -> Joined:
        left: list[Entry] = []
        for entry in self._apart.b:
            taken = self._taken(entry)
            if taken is None:
                left.append(entry)
            else:
                self._append(entry, taken)
        return Joined(self._session, self._history, left)

    def _taken(self, entry: Entry) -> Change | None:
        """What of `entry` is made true to the session so far; None when nothing of it is left to do."""
        lost = [part for part in parts(entry.change) if self._is_lost(part)]
        kept = [part for part in parts(entry.change) if part not in lost and not _goes_with_any(part, lost)]
        wanted = [self._renumbered(part) for part in (*kept, *self._statuses(kept))]
        if not wanted:
            return None
        back: list[Change] = [self._brought_back(each) for each in self._back if self._is_missing(each)]
        try:
            change = ground(self._session, as_batch([*back, *wanted]))
        except Refused:
            change = self._one_by_one(wanted)
        return None if isinstance(change, Batch) and not change.changes else change

    def _one_by_one(self, wanted: Sequence[Single]) -> Change:
        """Those of `wanted` that can be made, each after the ones before it."""
        steps: list[Change] = []
        session = self._session
        for part in wanted:
            try:
                change = ground(session, part)
            except Refused:
                continue
            draft = Draft(session)
            draft.make(change)
            session = draft.session
            steps += [change] if parts(change) else []
        return Batch(tuple(steps))

    def _append(self, entry: Entry, change: Change) -> None:
        draft = Draft(self._session)
        draft.make(change)
        self._session = draft.session
        revision = self._history[-1].revision + 1
        self._revisions[entry.revision] = revision
        undoes, redoes = self._renumber(entry.undoes), self._renumber(entry.redoes)
        self._history.append(replace(entry, revision=revision, change=change, undoes=undoes, redoes=redoes))

    def _is_lost(self, part: Single) -> bool:
        """Whether the first copy is right about what `part` alters."""
        if (part.table, part.id) in self._gone:
            return True
        names = part.to if isinstance(part, Move) else (part.field,) if isinstance(part, Set) else ()
        return any((part.table, part.id, name) in self._fields for name in names)

    def _statuses(self, kept: Sequence[Single]) -> Iterator[Set]:
        """The status that goes with what the second copy is right about: whether an item was delivered."""
        for part in kept:
            if isinstance(part, Set) and (part.table, part.id, part.field) in self._delivered and part.value:
                status = "delivered" if part.value["answer"] == "yes" else "agreed"
                yield Set(part.table, part.id, "status", status, None)

    def _is_missing(self, conflict: Conflict) -> bool:
        return conflict.table in TABLES and conflict.id not in getattr(self._session, conflict.table)

    def _brought_back(self, conflict: Conflict) -> Change:
        """What the first copy removed and the other worked on, as it was where they parted."""
        return Add(conflict.table, encode_record(conflict.was))

    def _renumber(self, revision: int) -> int:
        if revision <= self._apart.shared:
            return revision
        return self._revisions.get(revision, 0)

    def _renumbered(self, part: Single) -> Single:
        """`part` with the revisions that a meeting holds as they are in the joined history."""
        if part.table != "meetings":
            return part
        if isinstance(part, Set) and part.field in REVISIONS and isinstance(part.value, int):
            return Set(part.table, part.id, part.field, self._nearest(part.value), part.was)
        if isinstance(part, Add):
            held = {name: self._nearest(part.record[name]) for name in REVISIONS if part.record.get(name)}
            return Add(part.table, {**part.record, **held})
        return part

    def _nearest(self, revision: int) -> int:
        """What `revision` of the second copy is in the joined history: all that it had then, and all of the first."""
        if revision <= self._apart.shared:
            return revision
        return max((new for old, new in self._revisions.items() if old <= revision), default=self._history[-1].revision)


def _goes_with_any(part: Single, lost: Sequence[Single]) -> bool:
    """Whether `part` is the status that an answer in `lost` brought along: whether an item was delivered."""
    return (
        isinstance(part, Set)
        and part.field == "status"
        and any(isinstance(each, Set) and each.id == part.id and each.field.startswith(DELIVERY) for each in lost)
    )


def _conflicts(base: Session, a: Session, b: Session) -> Iterator[Conflict]:
    for name in SESSION_FIELDS:
        was, ours, theirs = (getattr(each, name) for each in (base, a, b))
        if _is_conflict(was, ours, theirs):
            yield Conflict("session", base.id, name, was, ours, theirs)
    for table in TABLES:
        for identity, record in getattr(base, table).items():
            ours, theirs = getattr(a, table).get(identity), getattr(b, table).get(identity)
            if ours is None or theirs is None:
                kept, session = (theirs, b) if ours is None else (ours, a)
                if kept is not None and _was_worked_on(base, session, table, record, kept):
                    yield Conflict(table, identity, "", record, ours, theirs)
            elif ours != record and theirs != record:
                yield from _in_record(table, identity, record, ours, theirs)


def _in_record(table: str, identity: str, was: Record, ours: Record, theirs: Record) -> Iterator[Conflict]:
    then, mine, other = _flat(was), _flat(ours), _flat(theirs)
    for name in dict.fromkeys((*then, *mine, *other)):
        if _is_conflict(*(each.get(name) for each in (then, mine, other))):
            yield Conflict(table, identity, name, then.get(name), mine.get(name), other.get(name))


def _flat(record: Record) -> dict[str, Any]:
    """The fields of a record that make a difference, with each entry of those that hold entries by itself."""
    found: dict[str, Any] = {}
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, dict):
            found |= {f"{name}.{key}": each for key, each in value.items()}
        elif name not in MADE_NO_DIFFERENCE:
            found[name] = value
    return found


def _is_conflict(was: Any, ours: Any, theirs: Any) -> bool:
    return bool(ours != was and theirs != was and _said(ours) != _said(theirs))


def _said(value: Any) -> Any:
    """What was answered, told or confirmed, whoever noted it and when; any other value as it is."""
    return replace(value, at=START_OF_TIME, by="") if isinstance(value, NOTED) else value


def _was_worked_on(base: Session, session: Session, table: str, was: Record, kept: Record) -> bool:
    """Whether a copy altered a record, or put something new under it."""
    if _flat(was) != _flat(kept):
        return True
    if table != "partners":
        return False
    for name in ("items", "interests", "stakeholders"):
        then = getattr(base, name)
        if any(each.partner == was.id and then.get(key) != each for key, each in getattr(session, name).items()):
            return True
    return False
