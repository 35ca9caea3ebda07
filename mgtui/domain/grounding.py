"""Makes a submitted change true to the session at hand: what it replaces, what goes with it, and whether it may be.

Invariant: what `ground` returns applies without refusal, leaves no reference dangling, and its inverse undoes it all.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from mgtui.domain.changes import (
    PLACE,
    Add,
    Batch,
    Change,
    Draft,
    Move,
    Remove,
    Set,
    Single,
    Value,
    apply,
    as_batch,
    current_value,
    decode_record,
    encode_record,
    find,
    parts,
    table_of,
)
from mgtui.domain.fields import encode_value, read_field, with_field
from mgtui.domain.references import REFERENCES, Reference, link_flaw, links_of, named_in
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Interest, Item, Session
from mgtui.domain.soundness import refuse_unsound, refuse_unsound_record, refuse_unsound_settings

SERVED = next(each for each in REFERENCES if (each.table, each.target) == ("items", "interests"))

COLUMN = ("partner", "direction")
"""The fields that say where a record stands; to set one is to move the record."""


class Overwritten(Struct, frozen=True):
    """A field whose value was not the one that a change was based on."""

    table: str
    id: str
    field: str
    value: Value


class Grounded(Struct, frozen=True):
    """A change that is true to the session it was grounded in, and the session after it."""

    change: Change
    session: Session


def ground(session: Session, change: Change) -> Change:
    """`change` with its true `was`, everything that goes along with it, and without what it would not alter.

    A batch that leaves all sound as it is happens just so; else each of its parts takes along what goes with it.

    Returns:
        The change to apply; an empty batch when there is nothing to do.

    Raises:
        Refused: when it can't be made, with the reason; the session is untouched.
    """
    return grounded(session, change).change


def grounded(session: Session, change: Change) -> Grounded:
    """As `ground`, with the session after it.

    Raises:
        Refused: as for `ground`.
    """
    made = _grounded(session, [_as_move(part) for part in parts(change)])
    back_to = change.back_to if isinstance(change, Batch) else 0
    return replace(made, change=Batch(tuple(parts(made.change)), back_to=back_to)) if back_to else made


def overwritten(session: Session, change: Change) -> list[Overwritten]:
    """The fields that `change` sets whose value is no longer the one it was based on."""
    stale = []
    own: set[tuple[str, ...]] = set()
    for part in parts(change):
        if isinstance(part, Set) and not own & {(part.table, part.id), (part.table, part.id, part.field)}:
            own.add((part.table, part.id, part.field))
            value = current_value(session, part)
            if value not in (part.was, part.value):
                stale.append(Overwritten(part.table, part.id, part.field, value))
        elif isinstance(part, Add):
            own.add((part.table, part.id))
    return stale


def _grounded(session: Session, singles: list[Single]) -> Grounded:
    at_once = _at_once(session, singles) if len(singles) > 1 else None
    if at_once is not None:
        return at_once
    grounding = _Grounding(session)
    for part in singles:
        grounding.take_along(part)
        grounding.refuse_unsound(part)
    return grounding.made


def _as_move(part: Single) -> Single:
    if isinstance(part, Set) and part.field in COLUMN:
        return Move(part.table, part.id, {part.field: part.value})
    return part


def _at_once(session: Session, singles: list[Single]) -> Grounded | None:
    """`singles` with their true values and nothing else, when all is sound after them; None when it is not."""
    grounding = _Grounding(session)
    try:
        for part in singles:
            grounding.take(part)
        if any(isinstance(part, Move | Remove) for part in singles):
            refuse_unsound(grounding.session)
        for part in singles:
            grounding.refuse_unsound(part)
    except Refused:
        return None
    return grounding.made


class _Grounding:
    """A change that comes about step by step, each true to the session after the one before."""

    def __init__(self, session: Session) -> None:
        self._draft = Draft(session)
        self._steps: list[Change] = []

    @property
    def session(self) -> Session:
        """The session after the steps so far; it alters with the next one."""
        return self._draft.session

    @property
    def made(self) -> Grounded:
        """The steps so far as one change, and the session after them."""
        return Grounded(as_batch(self._steps) if self._steps else Batch(()), self.session)

    def take(self, part: Single) -> None:
        """`part` by itself, with its true values."""
        if isinstance(part, Add):
            self._step(Add(part.table, encode_record(decode_record(part.table, part.record))))
        elif isinstance(part, Set):
            self._set(part)
        elif isinstance(part, Move):
            self._move(part)
        elif part.id in table_of(self.session, part.table):
            self._remove(part.table, part.id)

    def take_along(self, part: Single) -> None:
        """`part` after what goes with it; of what is removed already, nothing."""
        if isinstance(part, Remove):
            self._remove_dependents(part.table, part.id)
        elif isinstance(part, Move):
            self._leave_behind(part)
        self.take(part)

    def refuse_unsound(self, part: Single) -> None:
        """Check what `part` is of, as it is by now, if it is still there.

        Raises:
            Refused: when it does not hold.
        """
        if part.table == "session":
            refuse_unsound_settings(self.session)
            return
        record = table_of(self.session, part.table).get(part.id)
        if record is not None:
            refuse_unsound_record(self.session, part.table, record)

    def _step(self, change: Single) -> None:
        self._draft.make(change)
        self._steps.append(change)

    def _set(self, part: Set) -> None:
        record = find(self.session, part.table, part.id)
        was = encode_value(read_field(record, part.field))
        value = encode_value(read_field(with_field(record, part.field, part.value), part.field))
        if value != was:
            self._step(Set(part.table, part.id, part.field, value, was))

    def _move(self, part: Move) -> None:
        record = find(self.session, part.table, part.id)
        unknown = [name for name in part.to if name not in PLACE or not hasattr(record, name)]
        if unknown:
            raise Refused("unknown_field", field=unknown[0])
        was = {name: str(getattr(record, name)) for name in part.to}
        if was != part.to:
            self._step(Move(part.table, part.id, dict(part.to), was))

    def _remove(self, table: str, identity: str) -> None:
        self._step(Remove(table, identity, encode_record(table_of(self.session, table)[identity])))

    def _remove_dependents(self, table: str, identity: str) -> None:
        """What can't exist without a record goes before it, the rest forgets it."""
        for reference in REFERENCES:
            if reference.target != table:
                continue
            for other in list(table_of(self.session, reference.table).values()):
                if identity not in named_in(other, reference):
                    continue
                if reference.holds == "one":
                    self.take_along(Remove(reference.table, other.id))
                else:
                    self._forget(reference, other.id, identity)

    def _forget(self, reference: Reference, owner: str, identity: str) -> None:
        """A record that names any number of others no longer names one of them."""
        if reference.holds == "entries":
            self._set(Set(reference.table, owner, f"{reference.field}.{identity}", None))
        else:
            named = named_in(table_of(self.session, reference.table)[owner], reference)
            self._set(Set(reference.table, owner, reference.field, [each for each in named if each != identity]))

    def _leave_behind(self, move: Move) -> None:
        """What no longer holds for a record in another place goes: links, and what serves an interest of another."""
        after = apply(self.session, move)
        moved = table_of(after, move.table)[move.id]
        if isinstance(moved, Item):
            for link in links_of(self.session, moved):
                if link_flaw(after, link):
                    self._remove("links", link.id)
            kept = [each for each in moved.interests if self.session.interests[each].partner == moved.partner]
            self._set(Set("items", moved.id, "interests", kept))
        elif isinstance(moved, Interest):
            for item in list(self.session.items.values()):
                if moved.id in item.interests and item.partner != moved.partner:
                    self._forget(SERVED, item.id, moved.id)
