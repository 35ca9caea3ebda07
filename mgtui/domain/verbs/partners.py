"""What people do with the table itself: begin a session, and seat partners."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mgtui.domain.changes import Add, Batch, Change, Set, encode_record
from mgtui.domain.fields import encode_value
from mgtui.domain.order import spread
from mgtui.domain.scale import POINTS, Scale
from mgtui.domain.session import Meeting, Partner, Session
from mgtui.domain.verbs.common import move_by, order_after


def begin(
    identity: str,
    title: str,
    partners: Sequence[tuple[str, str]],
    opened: datetime,
    meeting: str,
    ambition: str = "",
    scale: Scale = POINTS,
) -> Batch:
    """The first change of a session: its title, ambition, scale, partners as (id, name), and first meeting."""
    settings: list[Change] = [Set("session", identity, "title", title, "")]
    if ambition:
        settings.append(Set("session", identity, "ambition", ambition, ""))
    if scale != POINTS:
        settings.append(Set("session", identity, "scale", encode_value(scale), encode_value(POINTS)))
    seated = [
        Add("partners", encode_record(Partner(id=id_, name=name, order=key)))
        for (id_, name), key in zip(partners, spread(len(partners)), strict=True)
    ]
    first = Add("meetings", encode_record(Meeting(id=meeting, kind="first", opened=opened)))
    return Batch((*settings, *seated, first))


def add_partner(session: Session, identity: str, name: str, after: str | None = None) -> Add:
    """A new partner at the table, next to partner `after` or at the end."""
    key = order_after(session.partners_in_order, after)
    return Add("partners", encode_record(Partner(id=identity, name=name, order=key)))


def move_partner(session: Session, partner: str, steps: int) -> Change | None:
    """A partner moves right by `steps` (left when negative); None when it is at the end already."""
    return move_by("partners", session.partners_in_order, partner, steps)
