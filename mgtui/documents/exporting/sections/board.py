"""What each partner takes and brings, in a form that `mgtui import` reads back as it was."""

from __future__ import annotations

from mgtui.documents.exporting.blocks import Block, BoardBegins, BoardEnds, Heading, Items, Reserve
from mgtui.documents.exporting.item_words import line
from mgtui.documents.exporting.selection import listed
from mgtui.domain.balance import column_total
from mgtui.domain.session import Direction, Partner, Session
from mgtui.locale import _, wording

_DIRECTIONS: tuple[Direction, ...] = ("take", "bring")


def section(session: Session) -> list[Block]:
    """Both columns of every partner."""
    if not session.partners:
        return []
    partners = [block for partner in session.partners_in_order for block in of_partner(session, partner)]
    return [Heading(2, _("Take and bring")), BoardBegins(), *partners, BoardEnds()]


def of_partner(session: Session, partner: Partner) -> list[Block]:
    """One partner: its name, its reserve, and both its columns."""
    # The importer knows a partner by its heading, so this one is never anything but its name.
    blocks: list[Block] = [Heading(3, partner.name)]
    if partner.reserve:
        blocks.append(Reserve(partner.reserve))
    return blocks + [_items(session, partner, direction) for direction in _DIRECTIONS]


def _items(session: Session, partner: Partner, direction: Direction) -> Items:
    column = session.column(partner.id, direction)
    scale = session.scale
    return Items(
        title=wording.direction(direction).capitalize(),
        direction=direction,
        lines=tuple(line(item) for item in listed(column)),
        total=wording.total(column_total(column, scale), scale),
        unit=scale.unit if scale.kind == "amount" else "",
        most=int(scale.high) if scale.kind == "points" and scale.high is not None else None,
    )
