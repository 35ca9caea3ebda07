"""Who delivers what to whom, where that creates value, and what still has no other side."""

from __future__ import annotations

from mgtui.documents.exporting.blocks import Block, Bullets, Column, Heading, Picture, Table
from mgtui.documents.exporting.item_words import in_board_order, marked, of_partner
from mgtui.documents.exporting.selection import listed
from mgtui.documents.exporting.titles import name_of
from mgtui.domain.exchange import Delivery, deliveries, gifts, wishes
from mgtui.domain.scale import Scale
from mgtui.domain.session import Item, Session
from mgtui.domain.visibility import is_nameless
from mgtui.locale import _, numbers, wording


def section(session: Session, picture: Picture | None) -> list[Block]:
    """The exchange as a picture and a table, then wishes, gifts, and what the collaboration itself yields."""
    found = [each for each in deliveries(session) if not (is_nameless(each.bring) or is_nameless(each.take))]
    blocks: list[Block] = [picture] if picture else []
    if found:
        blocks.append(_table(session, found))
    blocks += _listed(session, _("Wishes nobody brings"), wishes(session))
    blocks += _listed(session, _("Gifts nobody takes"), gifts(session))
    own = [item for item in session.items.values() if item.is_live and item.from_collaboration]
    blocks += _listed(session, _("From the collaboration itself"), own)
    return [Heading(2, _("Exchange")), *blocks] if blocks else []


def _table(session: Session, found: list[Delivery]) -> Table:
    columns = (
        Column(_("From")),
        Column(_("brings")),
        Column(_("at a cost of"), "number"),
        Column(_("To")),
        Column(_("takes")),
        Column(_("worth"), "number"),
        Column(_("Value created"), "number"),
    )
    return Table(_("Who brings what to whom"), columns, tuple(_row(session, each) for each in found))


def _row(session: Session, of: Delivery) -> tuple[str, ...]:
    return (
        name_of(session.partners[of.bring.partner]),
        marked(of.bring),
        wording.weight(of.bring.weight, session.scale),
        name_of(session.partners[of.take.partner]),
        marked(of.take),
        wording.weight(of.take.weight, session.scale),
        _created(of, session.scale),
    )


def _created(of: Delivery, scale: Scale) -> str:
    return "?" if of.created is None else wording.with_unit(numbers.signed(of.created), scale)


def _listed(session: Session, title: str, items: list[Item]) -> list[Block]:
    if not (named := listed(items)):
        return []
    lines = (of_partner(item, session) for item in in_board_order(named, session))
    return [Heading(3, title), Bullets(tuple(lines))]
