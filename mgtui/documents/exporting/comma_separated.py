"""A row per item for a spreadsheet or another program, in the marks that it expects in the language in use.

Dutch programs read a semicolon between cells and a comma before decimals, English ones a comma and a point; the byte
order mark tells both that it is UTF-8. The columns are named as `mgtui import` takes them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from mgtui.documents.exporting.plain_numbers import plain
from mgtui.documents.exporting.selection import Selection, listed
from mgtui.documents.formula_guard import guarded
from mgtui.documents.importing.problems import COLUMNS
from mgtui.domain.session import Item, Partner, Session
from mgtui.locale import _, language, wording
from mgtui.locale.safe_text import safe

BYTE_ORDER_MARK = "\ufeff"


def comma_separated(of: Selection, partner: str = "") -> str:
    """The items of the session, by partner and column, dropped ones too.

    Args:
        of: what goes out.
        partner: the id of the only partner to tell of; empty for all.
    """
    output = io.StringIO(newline="")
    output.write(BYTE_ORDER_MARK)
    writer = csv.DictWriter(output, COLUMNS, restval="", delimiter=";" if language() == "nl" else ",")
    writer.writeheader()
    for each in of.session.partners_in_order:
        if partner in ("", each.id):
            writer.writerows(_rows(of.session, each))
    return output.getvalue()


def _rows(session: Session, partner: Partner) -> Iterator[dict[str, str]]:
    """A row that only sets the reserve, where there is one or nothing else to name the partner by; then the items."""
    items = listed([*session.column(partner.id, "take"), *session.column(partner.id, "bring")])
    name = _cell(partner.name)
    if partner.reserve or not items:
        yield {"partner": name, "reserve": plain(partner.reserve, language())}
    for item in items:
        yield {"partner": name, **_row(item)}


def _row(item: Item) -> dict[str, str]:
    return {
        "direction": wording.direction(item.direction),
        "text": _cell(item.text),
        "weight": "" if item.weight is None else plain(item.weight, language()),
        "certainty": wording.certainty(item.certainty),
        "kind": wording.kind(item.kind),
        "status": wording.status(item.status),
        "origin": _("from the collaboration itself") if item.from_collaboration else "",
        "private": _("private") if item.private else "",
    }


def _cell(text: str) -> str:
    return guarded(safe(text, newline="\n"))
