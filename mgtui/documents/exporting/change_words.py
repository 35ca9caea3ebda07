"""What came, went or moved between two states of a session, a line each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from mgtui.documents.exporting.item_words import notes, of_partner
from mgtui.documents.exporting.titles import name_of
from mgtui.domain.comparison import Difference, FieldDifference
from mgtui.domain.session import Agreement, Interest, Item, Means, Partner, Record, Session
from mgtui.locale import _, dates, numbers, wording

_TELLING = (
    "title",
    "ambition",
    "name",
    "text",
    "weight",
    "certainty",
    "kind",
    "status",
    "direction",
    "reserve",
    "alternative",
    "willing",
    "due",
)
"""The fields whose value then and now says something by itself."""


def came(of: Difference, session: Session) -> str:
    """A record that is there now: "De Linde: rust in de regio (2, uncertain)"."""
    return _named(of.after, session, with_notes=True)


def went(of: Difference, before: Session) -> str:
    """A record that is gone."""
    return _named(of.before, before)


def moved(of: Difference, session: Session) -> Iterator[str]:
    """What became of one record, in one line; nothing when only its notes or links did."""
    told = [_field(each, of.after, session) for each in of.fields if each.field in _TELLING]
    if told:
        name = _named(of.after, session)
        yield f"{name} – {'; '.join(told)}" if name else "; ".join(told)


def _named(record: Record | None, session: Session, *, with_notes: bool = False) -> str:
    match record:
        case Item():
            weight = wording.weight(record.weight, session.scale)
            told = f" ({', '.join((weight, *notes(record)))})" if with_notes else ""
            return f"{of_partner(record, session)}{told}"
        case Partner():
            return name_of(record)
        case Interest():
            return f"{name_of(session.partners[record.partner])}: {record.text} ({wording.side(record.side)})"
        case Means():
            return _("means: {text}").format(text=record.text)
        case Agreement():
            return _("agreement: {text}").format(text=record.text)
        case _:
            return ""


def _field(of: FieldDifference, record: Record | None, session: Session) -> str:
    before, after = (_value(of.field, each, record, session) for each in (of.before, of.after))
    return f"{wording.field(of.field)}: {before or '–'} → {after or '–'}"


def _value(field: str, value: Any, record: Record | None, session: Session) -> str:
    if field == "weight":
        return wording.weight(value, session.scale)
    if field == "reserve":
        return wording.with_unit(numbers.shown(value), session.scale)
    if field == "status":
        return wording.agreement_status(value) if isinstance(record, Agreement) else wording.status(value)
    if field in _WORDS:
        return _WORDS[field](value)
    return dates.day(value) if isinstance(value, date) else str(value or "")


_WORDS: Final[Mapping[str, Callable[[Any], str]]] = {
    "certainty": wording.certainty,
    "kind": wording.kind,
    "direction": wording.direction,
    "willing": wording.willing,
}
