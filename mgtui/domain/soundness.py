"""What must hold between the records of a session, whoever changed them: references lead somewhere, weights fit.

Invariant: a session in which nothing is refused here can be shown, weighed and saved without any further check.
"""

from __future__ import annotations

from decimal import Decimal

from mgtui.domain.references import dangling, link_flaw, others_interests
from mgtui.domain.refusal import Refused
from mgtui.domain.scale import WeightFlaw, amount_flaw
from mgtui.domain.session import TABLES, Item, Link, Partner, Record, Session


def refuse_unsound(session: Session) -> None:
    """Check everything.

    Raises:
        Refused: for the first thing that does not hold.
    """
    refuse_unsound_settings(session)
    for table in TABLES:
        for record in getattr(session, table).values():
            _refuse_unsound_alone(session, table, record)
    pairs = [(link.bring, link.take) for link in session.links.values()]
    if len(set(pairs)) < len(pairs):
        raise Refused("already_linked")


def refuse_unsound_settings(session: Session) -> None:
    """Check the session's own fields: its scale, on which all weights must lie.

    Raises:
        Refused: "bad_value" or "scale_in_use".
    """
    if not session.scale.is_sound:
        raise Refused("bad_value", problem="scale")
    for item in session.items.values():
        if item.weight is not None and session.scale.flaw(item.weight):
            named = {} if item.covered else {"name": item.text, "weight": str(item.weight)}
            raise Refused("scale_in_use", **named)


def refuse_unsound_record(session: Session, table: str, record: Record) -> None:
    """Check one record of `table` against the rest.

    Raises:
        Refused: for the first thing that does not hold.
    """
    _refuse_unsound_alone(session, table, record)
    if isinstance(record, Link):
        ends = (record.bring, record.take)
        if any((link.bring, link.take) == ends and link.id != record.id for link in session.links.values()):
            raise Refused("already_linked")


def _refuse_unsound_alone(session: Session, table: str, record: Record) -> None:
    for reference, missing in dangling(session, table, record):
        raise Refused("missing_reference", field=reference.field, id=missing)
    if isinstance(record, Item):
        _refuse_item(session, record)
    elif isinstance(record, Partner):
        _refuse_amount(amount_flaw(record.reserve), None, None)
    elif isinstance(record, Link):
        flaw = link_flaw(session, record)
        if flaw:
            raise Refused(flaw)


def _refuse_item(session: Session, item: Item) -> None:
    if others_interests(session, item):
        raise Refused("others_interest")
    if item.weight is not None:
        _refuse_amount(session.scale.flaw(item.weight), session.scale.low, session.scale.high)


def _refuse_amount(flaw: WeightFlaw | None, low: Decimal | None, high: Decimal | None) -> None:
    if flaw:
        raise Refused(flaw, low="" if low is None else str(low), high="" if high is None else str(high))
