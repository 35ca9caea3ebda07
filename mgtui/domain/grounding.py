"""Makes a submitted change true to the session at hand: what it replaces, what goes with it, and whether it may be.

Invariant: what `ground` returns applies without refusal, leaves no reference dangling, and its inverse undoes it all.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from mgtui.domain.changes import (
    PLACE,
    Add,
    Batch,
    Change,
    Move,
    Remove,
    Set,
    Value,
    apply,
    as_batch,
    current_value,
    encode_record,
    find,
    parts,
    table_of,
)
from mgtui.domain.fields import encode_value
from mgtui.domain.references import REFERENCES, dangling, link_flaw, links_of, named_in
from mgtui.domain.refusal import Refused
from mgtui.domain.scale import Scale
from mgtui.domain.session import Item, Link, Partner, Record, Session


class Overwritten(NamedTuple):
    """A field whose value was not the one that a change was based on."""

    table: str
    id: str
    field: str
    value: Value


def ground(session: Session, change: Change) -> Change:
    """`change` with its true `was`, everything that goes along with it, and without what it would not alter.

    Returns:
        The change to apply; an empty batch when there is nothing to do.

    Raises:
        Refused: when it can't be made, with the reason; the session is untouched.
    """
    grounded: list[Change] = []
    for part in parts(change):
        for step in _steps(session, part):
            session = apply(session, step)
            grounded.append(step)
        _refuse_unsound(session, part)
    return as_batch(grounded) if grounded else Batch(())


def overwritten(session: Session, change: Change) -> list[Overwritten]:
    """The fields that `change` sets whose value is no longer the one it was based on."""
    stale = []
    for part in parts(change):
        if isinstance(part, Set):
            value = current_value(session, part)
            if value not in (part.was, part.value):
                stale.append(Overwritten(part.table, part.id, part.field, value))
    return stale


def _steps(session: Session, part: Add | Set | Remove | Move) -> Iterator[Change]:
    if isinstance(part, Add):
        yield Add(part.table, _complete(session, part))
    elif isinstance(part, Set):
        yield from _set_steps(session, part)
    elif isinstance(part, Move):
        yield from _move_steps(session, part)
    else:
        yield from _removal(session, part.table, part.id, set())


def _complete(session: Session, part: Add) -> dict[str, Value]:
    table_of(session, part.table)
    after = apply(session, part)
    return encode_record(table_of(after, part.table)[part.id])


def _set_steps(session: Session, part: Set) -> Iterator[Change]:
    was = current_value(session, part)
    after = apply(session, part)
    value = current_value(after, part)
    if value != was:
        yield Set(part.table, part.id, part.field, value, was)


def _move_steps(session: Session, part: Move) -> Iterator[Change]:
    record = find(session, part.table, part.id)
    unknown = [name for name in part.to if name not in PLACE or not hasattr(record, name)]
    if unknown:
        raise Refused("unknown_field", field=unknown[0])
    was = {name: str(getattr(record, name)) for name in part.to}
    if was == part.to:
        return
    move = Move(part.table, part.id, dict(part.to), was)
    after = apply(session, move)
    moved = find(after, part.table, part.id)
    if isinstance(moved, Item):
        yield from _left_behind(session, after, moved)
    yield move


def _left_behind(session: Session, after: Session, moved: Item) -> Iterator[Change]:
    """What no longer holds for an item in another column: links, and interests of its former partner."""
    if moved.partner not in after.partners:
        raise Refused("missing_reference", field="partner", id=moved.partner)
    for link in links_of(session, moved):
        if link_flaw(after, link):
            yield Remove("links", link.id, encode_record(link))
    kept = [each for each in moved.interests if session.interests[each].partner == moved.partner]
    if len(kept) < len(moved.interests):
        yield Set("items", moved.id, "interests", kept, list(moved.interests))


def _removal(session: Session, table: str, identity: str, going: set[str]) -> Iterator[Change]:
    """The removal of a record after all that names it: what can't exist without it goes, the rest forgets it."""
    record = find(session, table, identity)
    assert not isinstance(record, Session)
    going.add(identity)
    for reference in REFERENCES:
        if reference.target != table:
            continue
        for other in list(getattr(session, reference.table).values()):
            if other.id in going or identity not in named_in(other, reference):
                continue
            if reference.holds == "one":
                for step in _removal(session, reference.table, other.id, going):
                    yield step
                    session = apply(session, step)
            else:
                step = _forgetting(session, reference.table, other.id, reference.field, reference.holds, identity)
                yield step
                session = apply(session, step)
    yield Remove(table, identity, encode_record(_present(session, table, identity)))


def _present(session: Session, table: str, identity: str) -> Record:
    return table_of(session, table)[identity]


def _forgetting(session: Session, table: str, owner: str, name: str, holds: str, identity: str) -> Set:
    value = getattr(_present(session, table, owner), name)
    if holds == "list":
        return Set(table, owner, name, [each for each in value if each != identity], list(value))
    return Set(table, owner, f"{name}.{identity}", None, encode_value(value[identity]))


def _refuse_unsound(session: Session, part: Add | Set | Remove | Move) -> None:
    if isinstance(part, Remove):
        return
    record = find(session, part.table, part.id)
    if isinstance(record, Session):
        _refuse_misfits(record)
        return
    for reference, missing in dangling(session, part.table, record):
        raise Refused("missing_reference", field=reference.field, id=missing)
    if isinstance(record, Item):
        _refuse_weight(session.scale, record.weight)
    elif isinstance(record, Partner) and not record.reserve.is_finite():
        raise Refused("not_a_number")
    elif isinstance(record, Link):
        _refuse_link(session, record)


def _refuse_weight(scale: Scale, weight: Decimal | None) -> None:
    flaw = None if weight is None else scale.flaw(weight)
    if flaw:
        raise Refused(flaw, low=str(scale.low), high="" if scale.high is None else str(scale.high))


def _refuse_misfits(session: Session) -> None:
    for item in session.items.values():
        if item.weight is not None and session.scale.flaw(item.weight):
            raise Refused("scale_in_use", name=item.text, weight=str(item.weight))


def _refuse_link(session: Session, link: Link) -> None:
    flaw = link_flaw(session, link)
    if flaw:
        raise Refused(flaw)
    twin = next(
        (x for x in session.links.values() if (x.bring, x.take) == (link.bring, link.take) and x.id != link.id), None
    )
    if twin:
        raise Refused("already_linked")
