"""Where a person is on the checklist: a row for every partner and stakeholder, and a field of that row.

Invariant: once settled on a session, the cursor stands on a row that exists, or nowhere when there is none.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from mgtui.domain.communication import Part
from mgtui.domain.session import Session

Field = Literal[
    "name", "why", "take", "bring", "others", "answer", "answer_note", "interest", "channel", "owner", "due", "note"
]

CHECKS: tuple[Part, ...] = ("why", "take", "bring", "others")
FIELDS: tuple[Field, ...] = ("name", *CHECKS, "answer", "answer_note", "interest", "channel", "owner", "due", "note")
TEXTS: tuple[Field, ...] = ("name", "interest", "channel", "owner", "due", "note")
"""The fields that are typed, in the order in which a form asks for them."""


class Spot(Struct, frozen=True):
    """A row: a partner, or one of its stakeholders."""

    partner: str = ""
    stakeholder: str = ""


def spots(session: Session) -> list[Spot]:
    """Every row from top to bottom."""
    return [
        spot
        for partner in session.partners_in_order
        for spot in (
            Spot(partner.id),
            *(Spot(partner.id, stakeholder.id) for stakeholder in session.stakeholders_of(partner.id)),
        )
    ]


class Cursor:
    """The place of one person.

    Attributes:
        spot: the row. field: the field of it; on a partner's own row always "name".
    """

    def __init__(self, session: Session) -> None:
        self._spots = spots(session)
        self.spot = next((spot for spot in self._spots if spot.stakeholder), self._spots[0] if self._spots else Spot())
        self._field: Field = "name"

    @property
    def field(self) -> Field:
        """The field under the cursor."""
        return self._field if self.spot.stakeholder else "name"

    def settle(self, session: Session) -> None:
        """Stay on the row if it is still there, else go to the one that took its place."""
        before, self._spots = self._spots, spots(session)
        if self.spot in self._spots:
            return
        moved = next((spot for spot in self._spots if spot.stakeholder == self.spot.stakeholder), None)
        if self.spot.stakeholder and moved:
            self.spot = moved
            return
        at = before.index(self.spot) if self.spot in before else 0
        self.spot = self._spots[min(at, len(self._spots) - 1)] if self._spots else Spot()

    def go_to(self, spot: Spot, field: Field = "name") -> None:
        """To a row and a field of it."""
        self.spot, self._field = spot, field

    def down(self, rows: int) -> None:
        """`rows` rows down, up when negative; the field stays the same."""
        if self.spot in self._spots:
            to = self._spots.index(self.spot) + rows
            self.spot = self._spots[max(0, min(len(self._spots) - 1, to))]

    def right(self, fields: int) -> None:
        """`fields` fields to the right, left when negative."""
        if self.spot.stakeholder:
            to = FIELDS.index(self._field) + fields
            self._field = FIELDS[max(0, min(len(FIELDS) - 1, to))]

    def to_partner(self, partners: int) -> None:
        """To the first row of a partner further on, round and round."""
        ids = [spot.partner for spot in self._spots if not spot.stakeholder]
        if self.spot.partner in ids:
            partner = ids[(ids.index(self.spot.partner) + partners) % len(ids)]
            first = next((spot for spot in self._spots if spot.partner == partner and spot.stakeholder), None)
            self.spot = first or Spot(partner)
