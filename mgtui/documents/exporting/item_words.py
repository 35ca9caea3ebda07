"""What is said of an item beside its text and weight, in words, and which items there are to speak of."""

from __future__ import annotations

from mgtui.documents.exporting.blocks import ItemLine
from mgtui.documents.exporting.titles import name_of
from mgtui.domain.session import Item, Session
from mgtui.domain.visibility import is_nameless
from mgtui.locale import _, wording


def notes(item: Item) -> tuple[str, ...]:
    """What sets `item` apart: only what is not so for most."""
    found = []
    if item.certainty == "uncertain":
        found.append(wording.certainty("uncertain"))
    if item.kind != "other":
        found.append(wording.kind(item.kind))
    if item.status != "proposed":
        found.append(wording.status(item.status))
    if item.from_collaboration:
        found.append(_("from the collaboration itself"))
    if item.private:
        found.append(_("private"))
    return tuple(found)


def line(item: Item) -> ItemLine:
    """`item` as a line of the board."""
    return ItemLine(item.text, item.weight, notes(item))


def marked(item: Item) -> str:
    """The text of `item`, marked when it is private."""
    mark = _("private")
    return f"{item.text} ({mark})" if item.private else item.text


def reserve_line(amount: str) -> str:
    """What a partner could get without this deal, in the words that `mgtui import` reads."""
    return _("Best alternative: {amount}").format(amount=amount)


def of_partner(item: Item, session: Session) -> str:
    """The text of `item` with whose it is: "De Linde: a share of the autonomy"; of a nameless one whose it is."""
    name = name_of(session.partners[item.partner])
    return name if is_nameless(item) else f"{name}: {marked(item)}"


def in_board_order(items: list[Item], session: Session) -> list[Item]:
    """`items` as they stand on the board: by partner, then in their order."""
    places = {partner.id: place for place, partner in enumerate(session.partners_in_order)}
    return sorted(items, key=lambda item: (places[item.partner], item.direction, item.order, item.id))
