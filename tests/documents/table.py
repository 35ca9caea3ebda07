"""A table of three partners whose balance, ambition and checklist are known by heart."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from mgtui.domain.changes import apply
from mgtui.domain.session import Certainty, Direction, Item, Link, Means, Meeting, Partner, Session, Stakeholder
from mgtui.domain.verbs import communication

NOW = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)


def item(identity: str, text: str, weight: str | None, certainty: Certainty = "firm", *, private: bool = False) -> Item:
    """An item of the partner and direction that its id begins with: "lt1" is the first take of partner l."""
    direction: Direction = "take" if identity[1] == "t" else "bring"
    return Item(
        id=identity,
        partner=identity[0],
        direction=direction,
        text=text,
        order=identity[2],
        weight=None if weight is None else Decimal(weight),
        certainty=certainty,
        private=private,
    )


def schools() -> Session:
    """Three schools: one gains, one can't tell, one loses; a private item, a wish, a gift and an objection."""
    items = [
        item("rt1", "grotere instroom leerlingen", "5"),
        item("rt2", "continuïteit van de school", "4"),
        item("rb1", "eigen werving aanpassen", "4"),
        item("kt1", "behoud van de bovenbouw", "4"),
        item("kt2", "rust in de regio", "2", "uncertain"),
        item("kb1", "wervingsbudget", "4"),
        item("kb2", "een geheim", None, private=True),
        item("lt1", "kennis over werving", "3"),
        item("lb1", "deel van de autonomie", "5"),
    ]
    session = Session(
        id="s",
        title="Scholen werven samen",
        ambition="alle drie de scholen open in 2030",
        partners={
            "r": Partner(id="r", name="De Regenboog", order="1", willing="yes"),
            "k": Partner(id="k", name="Het Kompas", order="2", willing="doubt"),
            "l": Partner(id="l", name="De Linde", order="3"),
        },
        items={each.id: each for each in items},
        links={"x": Link(id="x", bring="kb1", take="rt1")},
        means={"m": Means(id="m", text="budget", covered_by=("kb1",)), "n": Means(id="n", text="ruimte", order="2")},
        stakeholders={"o": Stakeholder(id="o", partner="r", name="Ouders")},
        meetings={"e": Meeting(id="e", kind="first", opened=NOW)},
    )
    session = apply(session, communication.tell(session, "o", "take", NOW))
    return apply(session, communication.note_answer(session, "o", "objects", NOW))
