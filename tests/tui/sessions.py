"""Sessions to look at, made with the verbs that the screens use; every id, day and time in them is fixed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from mgtui.domain.changes import Add, Change, apply, encode_record
from mgtui.domain.scale import POINTS, Scale, amounts
from mgtui.domain.session import Direction, Meeting, Session
from mgtui.domain.verbs import communication as telling
from mgtui.domain.verbs import items, partners

FIRST_MEETING = datetime(2026, 9, 3, 9, 30, tzinfo=UTC)
SECOND_MEETING = datetime(2026, 11, 23, 13, 30, tzinfo=UTC)


class Row(NamedTuple):
    """An item as a table says it."""

    partner: str
    direction: Direction
    text: str
    weight: str = ""
    certainty: str = "firm"


_SCHOOLS = {"p1": "De Regenboog", "p2": "Het Kompas", "p3": "De Linde"}
_SCHOOL_ITEMS = (
    Row("p1", "take", "grotere instroom van leerlingen", "5"),
    Row("p1", "take", "continuïteit van de school", "4"),
    Row("p1", "take", "toegang tot basisscholen in het dorp aan de overkant van de rivier", "4"),
    Row("p1", "bring", "eigen werving aanpassen", "4"),
    Row("p1", "bring", "deel van de autonomie", "2"),
    Row("p2", "take", "behoud van de bovenbouw", "4"),
    Row("p2", "take", "gedeelde open dag", "3"),
    Row("p2", "take", "rust in de regio", "2", "uncertain"),
    Row("p2", "bring", "wervingsbudget", "4"),
    Row("p3", "take", "kennis over werving", "3"),
    Row("p3", "bring", "deel van de autonomie", "5"),
)


def empty() -> Session:
    """A session that was just begun and has nothing on the table."""
    return _do(Session(id="s0"), partners.begin("s0", "Samen verder", [], FIRST_MEETING, "m1"))


def schools() -> Session:
    """Three Dutch schools that recruit together, at their second meeting; one of them loses."""
    session = _begun("Scholen werven samen", _SCHOOLS, "alle drie de scholen open in 2030", POINTS)
    session = _laid_out(session, _SCHOOL_ITEMS)
    session = _stakeholder(
        session, "k1", "p1", "Ouders", interest="een school in de buurt", channel="ouderavond", owner="Anouk",
        due=date(2026, 12, 3),
    )  # fmt: skip
    session = _stakeholder(session, "k2", "p1", "Raad van toezicht", interest="geen tekorten", owner="Bram")
    session = _stakeholder(session, "k3", "p2", "Docenten", interest="behoud van banen", channel="teamoverleg")
    for part in ("why", "take", "bring"):
        session = _do(session, telling.tell(session, "k1", part, FIRST_MEETING, "Anouk"))
    session = _do(session, telling.tell_all(session, "k3", FIRST_MEETING, "Cees"))
    session = _do(session, telling.note_answer(session, "k1", "valued", FIRST_MEETING, "Anouk"))
    follow_up = Meeting(id="m2", kind="follow_up", opened=SECOND_MEETING)
    session = _do(session, Add("meetings", encode_record(follow_up)))
    session = _do(
        session,
        telling.note_answer(session, "k3", "objects", SECOND_MEETING, "Cees", "Wie vangt de extra lesuren op?"),
    )
    return _do(session, items.set_weight(session, "i1", Decimal(4)))


def festival() -> Session:
    """Three English organisations with amounts in euro, one of them with an item that nobody has priced yet."""
    names = {"p1": "City Hall", "p2": "Harbour Theatre", "p3": "Northside Youth"}
    session = _begun("A festival on the quay", names, "a free festival for everyone in 2027", amounts("euro"))
    return _laid_out(
        session,
        (
            Row("p1", "take", "visitors in the shopping streets", "120000"),
            Row("p1", "bring", "the quay and the permits", "45000"),
            Row("p2", "take", "a new audience", "30000", "uncertain"),
            Row("p2", "bring", "stage, sound and crew", "28500.50"),
            Row("p3", "take", "paid work for young people", ""),
            Row("p3", "bring", "forty volunteers", "12000"),
        ),
    )


def _begun(title: str, names: dict[str, str], ambition: str, scale: Scale) -> Session:
    beginning = partners.begin("s1", title, list(names.items()), FIRST_MEETING, "m1", ambition, scale)
    return _do(Session(id="s1"), beginning)


def _laid_out(session: Session, rows: Sequence[Row]) -> Session:
    for number, row in enumerate(rows, 1):
        weight = Decimal(row.weight) if row.weight else None
        fields: dict[str, Any] = {"weight": weight, "certainty": row.certainty}
        new = items.add_item(session, f"i{number}", row.partner, row.direction, row.text, **fields)
        session = _do(session, new)
    return session


_WIDE_ITEMS = (
    Row("p1", "take", "学生の流入 を増やす", "5"),
    Row("p1", "take", "👩‍👩‍👧 ouders en 🏫 de school", "4"),
    Row("p1", "bring", "cafe\u0301 in de aula, elke week", "2"),
    Row("p2", "take", "한국어 les", "3", "uncertain"),
    Row("p2", "bring", "❤️ aandacht ⭐ en tijd", "4"),
)


def wide() -> Session:
    """Words whose letters are two cells wide, several to a cell, or none."""
    session = _begun("学校 🏫 samen", {"p1": "緑の学校", "p2": "Ne\u0301e 👩‍🏫"}, "二〇三〇年 samen open", POINTS)
    return _laid_out(session, _WIDE_ITEMS)


def crowd(name: str, many: int) -> Session:
    """So many partners that are all called `name` and a number."""
    return _begun("Many at one table", {f"p{n}": f"{name} {n}" for n in range(1, many + 1)}, "", POINTS)


def _stakeholder(session: Session, identity: str, partner: str, name: str, **fields: Any) -> Session:
    return _do(session, telling.add_stakeholder(session, identity, partner, name, **fields))


def _do(session: Session, change: Change) -> Session:
    return apply(session, change)
