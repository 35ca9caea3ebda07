"""What people do with a writing round: open it, say that they are ready, and reveal all that was covered."""

from __future__ import annotations

from datetime import datetime

from mgtui.domain.changes import Add, Change, Set, as_batch, encode_record
from mgtui.domain.fields import encode_value
from mgtui.domain.people import Person
from mgtui.domain.session import Direction, Ready, Round, Session
from mgtui.domain.verbs.common import set_field


def open_round(
    identity: str, opened: datetime, question: str, direction: Direction | None = None, seconds: int | None = None
) -> Add:
    """From now on, what is added to the columns that it is about is covered; the other arguments as in `Round`."""
    new = Round(id=identity, opened=opened, question=question, direction=direction, seconds=seconds)
    return Add("rounds", encode_record(new))


def turn_ready(session: Session, of: str, person: Person, at: datetime) -> Set:
    """Someone has written what they had to write in the round `of`, or has not after all."""
    is_ready = person.signature in session.rounds[of].ready
    ready = None if is_ready else encode_value(Ready(at=at, by=person.name))
    return set_field(session, "rounds", of, f"ready.{person.signature}", ready)


def reveal(session: Session, at: datetime) -> Change:
    """Every covered item is shown to everyone at once and counts from now on; the round that goes on is over."""
    covered: list[Change] = [
        set_field(session, "items", item.id, "covered", False) for item in session.items.values() if item.covered
    ]
    going_on = [each for each in session.rounds.values() if each.revealed is None]
    return as_batch([*(set_field(session, "rounds", each.id, "revealed", at) for each in going_on), *covered])
