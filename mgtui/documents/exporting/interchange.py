"""A session as data for other programs, in the form that `docs/session.schema.json` describes.

Every field is written, those with their default too, so that nobody needs to know the defaults.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import msgspec

from mgtui.documents.balance_report import balance_as_data, plain
from mgtui.documents.exporting.item_words import in_board_order
from mgtui.documents.exporting.selection import Selection, listed
from mgtui.documents.session_form import OURS_ALONE, VERSION
from mgtui.domain.session import Record, Session, in_order
from mgtui.locale.safe_text import safe_json


def interchange(of: Selection) -> str:
    """The session as indented JSON, ending in a line break."""
    return safe_json(json.dumps(as_data(of), ensure_ascii=False, indent=1)) + "\n"


def as_data(of: Selection) -> dict[str, Any]:
    """The session as plain data: `balance` is what it comes to and is not read back."""
    session = of.session
    return {
        "format": "mgtui-session",
        "version": VERSION,
        "id": session.id,
        "title": session.title,
        "ambition": session.ambition,
        "scale": _data(session.scale, ()),
        **{name: [_data(each, OURS_ALONE[name]) for each in records] for name, records in _tables(session)},
        "balance": balance_as_data(session),
    }


def _tables(session: Session) -> Iterable[tuple[str, Iterable[Record]]]:
    """Every table in the order people see it, without what has no words here and what speaks of that."""
    items = in_board_order(listed(session.items.values()), session)
    named = {item.id for item in items}
    seats = [partner.id for partner in session.partners_in_order]
    yield "partners", session.partners_in_order
    yield "interests", [each for seat in seats for each in session.interests_of(seat)]
    yield "items", items
    yield "links", [each for each in session.links.values() if {each.bring, each.take} <= named]
    yield "means", [_naming(each, "covered_by", named) for each in in_order(session.means.values())]
    yield "stakeholders", [each for seat in seats for each in session.stakeholders_of(seat)]
    yield "agreements", [_naming(each, "items", named) for each in in_order(session.agreements.values())]
    yield "meetings", session.meetings_in_order


def _naming(record: Any, field: str, named: set[str]) -> Any:
    """`record` with only those ids in `field` that are in the document."""
    return msgspec.structs.replace(record, **{field: tuple(each for each in getattr(record, field) if each in named)})


def _data(record: msgspec.Struct, left_out: tuple[str, ...]) -> dict[str, Any]:
    return {name: _plain(getattr(record, name)) for name in record.__struct_fields__ if name not in left_out}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return plain(value)
    return _data(value, ()) if isinstance(value, msgspec.Struct) else _built_in(value)


def _built_in(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return msgspec.to_builtins(value)
