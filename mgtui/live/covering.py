"""What the room sees to while people write covered: whose an item is, what is covered, and who may uncover it.

Invariant: what is added while a round lasts is covered and signed by whoever added it, whatever their client says;
and nobody alters, removes or uncovers what someone else has covered, but for the facilitator, who reveals it all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mgtui.domain.changes import Add, Change, Move, Remove, Set, Single, of_parts, parts
from mgtui.domain.history import Entry, Spot, latest_on
from mgtui.domain.people import Person
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Item, Round, Session
from mgtui.domain.visibility import is_covered_for


def signed(session: Session, person: Person, change: Change) -> Change:
    """`change` as `person` makes it: new items are covered while a round about them lasts, and theirs."""
    singles = parts(change)
    seen = [each for part in singles for each in _signed(session, person, part)]
    if len(seen) == len(singles) and all(a is b for a, b in zip(seen, singles, strict=True)):
        return change
    return of_parts(change, seen)


def refuse_looking_under(session: Session, person: Person, change: Change) -> None:
    """Check that `change`, as it was submitted, leaves alone what others have covered.

    Raises:
        Refused: "not_allowed"; "round_open" for a second round.
    """
    own = person.signatures
    for part in parts(change):
        if part.table == "items" and not isinstance(part, Add):
            item = session.items.get(part.id)
            is_signing = isinstance(part, Set) and part.field == "author"
            if is_signing or (item and is_covered_for(item, own) and not _leaves_covered(part, item)):
                raise Refused("not_allowed")
        elif part.table == "rounds":
            _refuse_round(session, person, part)


def refuse_uncovering(session: Session, person: Person, change: Change) -> None:
    """Check that what `change` uncovers is for `person` to uncover: one's own, or all that a round was about.

    Raises:
        Refused: "round_open" for uncovering some while a round lasts, "not_allowed" for what others have covered.
    """
    uncovered = [session.items[part.id] for part in parts(change) if _uncovers(part) and part.id in session.items]
    going_on = session.current_round
    is_too_early = going_on is not None and any(is_about(going_on, each) for each in uncovered)
    if is_too_early and not any(_ends(part, going_on) for part in parts(change)):
        raise Refused("round_open")
    if person.role != "facilitator" and any(is_covered_for(each, person.signatures) for each in uncovered):
        raise Refused("not_allowed")


def covered_since(
    session: Session, history: Sequence[Entry], person: Person, after: int, change: Change
) -> Entry | None:
    """The entry after revision `after` by which another has covered an item that `change` alters, if one has."""
    altered = (session.items.get(part.id) for part in parts(change) if part.table == "items" and not _uncovers(part))
    hidden = [Spot("items", each.id, "covered") for each in altered if each and is_covered_for(each, person.signatures)]
    return latest_on([each for each in history if each.client != person.client], hidden, after=after)


def is_about(of: Round, item: Item) -> bool:
    """Whether the column of `item` is one of those that the round is about."""
    return of.direction in (None, item.direction)


def _signed(session: Session, person: Person, part: Single) -> Iterator[Single]:
    if isinstance(part, Add) and part.table == "items":
        record = dict(part.record)
        going_on = session.current_round
        if going_on and going_on.direction in (None, record.get("direction")):
            record["covered"] = True
        if record.get("covered") or record.get("author"):
            record["author"] = person.signature
        yield part if record == part.record else Add("items", record)
        return
    if isinstance(part, Set) and (part.table, part.field, part.value) == ("items", "covered", True):
        item = session.items.get(part.id)
        if item and not item.covered and item.author != person.signature:
            yield part
            yield Set("items", part.id, "author", person.signature, item.author)
            return
    yield part


def _leaves_covered(part: Single, item: Item) -> bool:
    """Whether `part` only gives `item` another place in its column, or reveals it, which is asked elsewhere."""
    if isinstance(part, Move):
        return all(getattr(item, name) == value for name, value in part.to.items() if name != "order")
    return _uncovers(part)


def _uncovers(part: Single) -> bool:
    return isinstance(part, Set) and (part.table, part.field, part.value) == ("items", "covered", False)


def _ends(part: Single, of: Round | None) -> bool:
    if of is not None and isinstance(part, Set):
        return (part.table, part.id, part.field) == ("rounds", of.id, "revealed") and part.value is not None
    return False


def _refuse_round(session: Session, person: Person, part: Single) -> None:
    """One round at a time, and everyone says for themselves that they are ready."""
    if isinstance(part, Add) and session.current_round and "revealed" not in part.record:
        raise Refused("round_open")
    if person.role == "facilitator":
        return
    speaks_for_others = (
        isinstance(part, Set) and part.field.startswith("ready") and part.field != f"ready.{person.signature}"
    )
    if speaks_for_others or isinstance(part, Remove):
        raise Refused("not_allowed")
