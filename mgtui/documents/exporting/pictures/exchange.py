"""Who brings what to whom: bring items on the left, take items on the right, a band between, thick by its worth."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from mgtui.documents.exporting.blocks import Picture
from mgtui.documents.exporting.item_words import in_board_order, of_partner
from mgtui.documents.exporting.pictures.drawing import element, picture, text, words, wrapped
from mgtui.documents.exporting.selection import listed
from mgtui.documents.exporting.titles import name_of
from mgtui.domain.exchange import Delivery, deliveries, gifts, wishes
from mgtui.domain.session import Direction, Item, Session
from mgtui.domain.visibility import is_nameless
from mgtui.locale import _, wording

_WIDTH = 900.0
_COLUMN = 340.0
_RIGHT = _WIDTH - _COLUMN
_NAME, _SMALL = 16.0, 13.5
_PAD = 7.0
_THICKEST = 14.0


class _Side(Struct):
    """One column of boxes: its drawing, the height of each item's middle, and where it ends."""

    pieces: list[str]
    middles: dict[str, float]
    bottom: float


def drawn(session: Session) -> Picture | None:
    """The exchange with what still has no other side; None when nothing is linked."""
    found = [each for each in deliveries(session) if not (is_nameless(each.bring) or is_nameless(each.take))]
    if not found:
        return None
    alone = {item.id for item in (*wishes(session), *gifts(session))}
    brings = listed([*{each.bring.id: each.bring for each in found}.values(), *gifts(session)])
    takes = listed([*{each.take.id: each.take for each in found}.values(), *wishes(session)])
    left = _column(session, in_board_order(brings, session), 0, alone)
    right = _column(session, in_board_order(takes, session), _RIGHT, alone)
    flows = [_flow(session, each, left, right, _most(found)) for each in found]
    title = _("Who brings what to whom")
    said = "; ".join(_in_words(session, each) for each in found)
    pieces = [_gradient(), *_headings(), *flows, *left.pieces, *right.pieces]
    svg = picture(_WIDTH, max(left.bottom, right.bottom), title, said, pieces)
    return Picture(
        svg, said, _("The thicker a band, the more it is worth; dashed is not sure, a dashed box has no other side.")
    )


def _most(found: list[Delivery]) -> Decimal:
    return max((each.take.weight or Decimal(0) for each in found), default=Decimal(0)) or Decimal(1)


def _in_words(session: Session, of: Delivery) -> str:
    return f"{of_partner(of.bring, session)} → {of_partner(of.take, session)}"


def _headings() -> list[str]:
    directions: tuple[tuple[float, Direction], ...] = ((0, "bring"), (_RIGHT, "take"))
    return [
        words(x, _SMALL * 1.2, wording.direction(direction), _SMALL, class_=f"mg-{direction}", bold=True)
        for x, direction in directions
    ]


def _column(session: Session, items: list[Item], x: float, alone: set[str]) -> _Side:
    """Boxes under the names of their partners."""
    side = _Side([], {}, _SMALL * 1.2)
    partner = ""
    for item in items:
        if item.partner != partner:
            partner = item.partner
            side.bottom += 10
            for line in wrapped(name_of(session.partners[partner]), _NAME, _COLUMN):
                side.bottom += _NAME * 1.25
                side.pieces.append(words(x, side.bottom, line, _NAME, bold=True))
            side.bottom += 6
        _box(side, item, session, x, item.id in alone)
    side.bottom += 4
    return side


def _box(side: _Side, item: Item, session: Session, x: float, is_alone: bool) -> None:
    worth = wording.weight(item.weight, session.scale)
    said = (
        f"{item.text} ({worth})"
        if item.certainty == "firm"
        else f"{item.text} ({worth}, {wording.certainty('uncertain')})"
    )
    lines = wrapped(said, _SMALL, _COLUMN - 2 * _PAD)
    height = len(lines) * _SMALL * 1.3 + 2 * _PAD - 3
    outline = {"stroke_dasharray": "5 4"} if is_alone else {}
    top = side.bottom
    side.pieces.append(
        element("rect", x=x + 0.5, y=top, width=_COLUMN - 1, height=height, rx=4, class_="mg-box", **outline)
    )
    for at, line in enumerate(lines, 1):
        side.pieces.append(words(x + _PAD, top + _PAD + at * _SMALL * 1.3 - 6, line, _SMALL))
    side.middles[item.id] = top + height / 2
    side.bottom = top + height + 6


def _flow(session: Session, of: Delivery, left: _Side, right: _Side, most: Decimal) -> str:
    start, end = left.middles[of.bring.id], right.middles[of.take.id]
    bend = (_COLUMN + _RIGHT) / 2
    path = f"M{_COLUMN:g},{start:.1f} C{bend:g},{start:.1f} {bend:g},{end:.1f} {_RIGHT:g},{end + 0.01:.2f}"
    thick = 2.0 + (_THICKEST - 2.0) * float((of.take.weight or Decimal(0)) / most)
    unsure = "uncertain" in (of.bring.certainty, of.take.certainty)
    dashes = {"stroke_dasharray": "9 5"} if unsure else {}
    return element(
        "path", element("title", text(_in_words(session, of))), d=path, stroke_width=thick, class_="mg-flow", **dashes
    )


def _gradient() -> str:
    """From the colour of bringing to that of taking; measured on the drawing, since a level band has no height."""
    stops = (element("stop", offset=0, class_="mg-from"), element("stop", offset=1, class_="mg-to"))
    return element(
        "defs",
        element(
            "linearGradient", *stops, id="mg-flow", gradientUnits="userSpaceOnUse", x1=_COLUMN, x2=_RIGHT, y1=0, y2=0
        ),
    )
