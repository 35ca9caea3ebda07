"""The text that editing a field begins with: what stands there now, as typed."""

from __future__ import annotations

from decimal import Decimal

from mgtui.domain.session import Session
from mgtui.locale import numbers
from mgtui.tui.widgets.board.editor import Target


def opened(target: Target, session: Session) -> str:
    """What stands in the field of `target`; empty for what is new."""
    if target.what == "title":
        return session.title
    if target.what == "ambition":
        return session.ambition
    if target.what in ("item", "weight", "reason"):
        item = session.items[target.item]
        if target.what == "reason":
            return item.dropped_reason
        return item.text if target.what == "item" else _number(item.weight)
    partner = session.partners.get(target.partner)
    if partner and target.what == "name":
        return partner.name
    if partner and target.what == "alternative":
        return partner.alternative
    return _number(partner.reserve) if partner and target.what == "reserve" and partner.reserve else ""


def _number(value: Decimal | None) -> str:
    return "" if value is None else numbers.shown(value)
