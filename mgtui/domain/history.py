"""What happened to a session, change by change; replaying it from an empty session gives the session."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from mgtui.domain.changes import Change, apply, inverse, parts
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
    for entry in entries:
        start = apply(start, entry.change)
    return start


def undoable(entries: Iterable[Entry], client: str) -> tuple[list[int], list[int]]:
    """What `client` can undo and redo, latest last: revisions of its changes, and revisions of its undos."""
    undo: list[int] = []
    redo: list[int] = []
    for entry in entries:
        if entry.client != client:
            continue
        if entry.undoes:
            undo.remove(entry.undoes)
            redo.append(entry.revision)
        elif entry.redoes:
            redo.remove(entry.redoes)
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


def touched(change: Change) -> set[tuple[str, str]]:
    """The records, as (table, id), that `change` adds, alters or removes."""
    return {(part.table, part.id) for part in parts(change)}


def changed_since(entries: Iterable[Entry], entry: Entry) -> str:
    """The name of who last changed, after `entry`, a record that it touched; empty when nobody did."""
    records = touched(entry.change)
    later = [e for e in entries if e.revision > entry.revision and e.client != entry.client]
    return next((e.by for e in reversed(later) if records & touched(e.change)), "")
