"""What happened to a session, change by change; replaying it from an empty session gives the session."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from mgtui.domain.changes import Add, Change, Draft, Move, Remove, Set, Single, apply, inverse, parts
from mgtui.domain.grounding import ground
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Session


class Entry(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One published change.

    Attributes:
        revision: 1 for the first change; each next one is one more.
        at: when the room took it.
        by: the author's name as shown.
        client: the author's seat, unique to one run of the program.
        seq: the author's own number for it; with `client` it names the change for good, so that one sent twice
            counts once.
        change: the grounded change.
        undoes: the revision that this entry takes back, or 0.
        redoes: the revision of the undo that this entry takes back, or 0.
    """

    revision: int
    at: Annotated[datetime, Meta(tz=True)]
    by: str
    client: str
    seq: int
    change: Change
    undoes: int = 0
    redoes: int = 0


def replay(start: Session, entries: Iterable[Entry]) -> Session:
    """The session that `start` becomes through `entries`."""
    draft = Draft(start)
    for entry in entries:
        draft.make(entry.change)
    return draft.session


def undoable(entries: Iterable[Entry], client: str) -> tuple[list[int], list[int]]:
    """What `client` can undo and redo, latest last: revisions of its changes, and revisions of its undos."""
    undo: list[int] = []
    redo: list[int] = []
    for entry in entries:
        if entry.client != client:
            continue
        if entry.undoes:
            undo = [each for each in undo if each != entry.undoes]
            redo.append(entry.revision)
        elif entry.redoes:
            redo = [each for each in redo if each != entry.redoes]
            undo.append(entry.revision)
        else:
            undo.append(entry.revision)
            redo.clear()
    return undo, redo


def taking_back(session: Session, change: Change) -> Change | None:
    """The change that takes back `change` and nothing else; None when something has changed since.

    It is safe exactly when doing `change` again afterwards would lead back to the session at hand.
    """
    try:
        back = ground(session, inverse(change))
        return back if apply(apply(session, back), change) == session else None
    except Refused:
        return None


def concerns(entry: Entry, table: str, identity: str) -> bool:
    """Whether `entry` alters a record, or an item's links."""
    return any(
        (part.table, part.id) == (table, identity)
        or (table == "items" and part.table == "links" and identity in _ends(part))
        for part in parts(entry.change)
    )


def _ends(part: Single) -> tuple[object, ...]:
    record = part.record if isinstance(part, Add | Remove) else {}
    return (record.get("bring"), record.get("take"))


class Spot(Struct, frozen=True):
    """A field of a record; with no field, the record as a whole."""

    table: str
    id: str
    field: str = ""


def spots(change: Change) -> set[Spot]:
    """What `change` alters."""
    return {spot for part in parts(change) for spot in _spots(part)}


def latest_on(entries: Sequence[Entry], altered: Iterable[Spot], after: int = 0) -> Entry | None:
    """The latest entry, of those with a revision above `after`, that alters any of what `altered` names."""
    fields: dict[tuple[str, str], set[str]] = {}
    for spot in altered:
        fields.setdefault((spot.table, spot.id), set()).add(spot.field)
    for entry in reversed(entries):
        if entry.revision <= after:
            return None
        if any(_meets(spot, fields) for spot in spots(entry.change)):
            return entry
    return None


def changed_since(entries: Sequence[Entry], entry: Entry) -> str:
    """The name of who last altered, after `entry`, what it altered; empty when nobody but its own author did."""
    others = [each for each in entries if each.client != entry.client]
    latest = latest_on(others, spots(entry.change), after=entry.revision)
    return latest.by if latest else ""


def _spots(part: Single) -> list[Spot]:
    if isinstance(part, Set):
        return [Spot(part.table, part.id, part.field)]
    if isinstance(part, Move):
        return [Spot(part.table, part.id, name) for name in part.to]
    return [Spot(part.table, part.id)]


def _meets(spot: Spot, fields: dict[tuple[str, str], set[str]]) -> bool:
    named = fields.get((spot.table, spot.id), set())
    return bool(named) and (not spot.field or "" in named or spot.field in named)
