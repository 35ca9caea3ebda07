"""The balance of every partner as two bars, halen and brengen: sure parts are filled, unsure ones hatched."""

from __future__ import annotations

from decimal import Decimal

from mgtui.documents.exporting.blocks import Picture
from mgtui.documents.exporting.pictures.drawing import element, picture, words, wrapped
from mgtui.documents.exporting.titles import name_of
from mgtui.domain.balance import PartnerBalance, balance
from mgtui.domain.interval import Interval
from mgtui.domain.scale import Scale
from mgtui.domain.session import Direction, Session
from mgtui.locale import _, wording

_WIDTH = 780.0
_LEFT, _RIGHT = 96.0, 520.0
_BAR, _GAP = 18.0, 8.0
_NAME, _SMALL = 17.0, 14.0


def drawn(session: Session) -> Picture | None:
    """The meters of all partners; None when there are none."""
    balances = balance(session).partners
    if not balances:
        return None
    most = max((_reach(each) for each in balances), default=Decimal(1)) or Decimal(1)
    pieces, y = [_hatches()], 4.0
    for each in balances:
        drawing, y = _meter(each, session.scale, y, most)
        pieces += drawing
    title = _("The balance of each partner")
    said = "; ".join(_in_words(each, session.scale) for each in balances)
    svg = picture(_WIDTH, y, title, said, pieces)
    return Picture(
        svg,
        said,
        _("Filled is sure, hatched is not sure or not known yet; what is taken must go beyond a dotted line."),
    )


def _reach(of: PartnerBalance) -> Decimal:
    """How far its longer bar goes; where there is no end, as far as is sure and a bit."""
    bring = _end(of.bring) + max(of.partner.reserve, Decimal(0))
    return max(_end(of.take), bring)


def _end(total: Interval) -> Decimal:
    low = total.low or Decimal(0)
    return max(low * Decimal("1.25"), Decimal(1)) if total.high is None else total.high


def _in_words(of: PartnerBalance, scale: Scale) -> str:
    told = _("{partner}: takes {take}, brings {bring}, {verdict}")
    take, bring = wording.total(of.take, scale), wording.total(of.bring, scale)
    return told.format(partner=name_of(of.partner), take=take, bring=bring, verdict=wording.partner_verdict(of))


def _meter(of: PartnerBalance, scale: Scale, y: float, most: Decimal) -> tuple[list[str], float]:
    """The drawing of one partner from `y` down, and where the next one begins."""
    pieces = []
    for line in wrapped(name_of(of.partner), _NAME, _WIDTH - 20):
        y += _NAME * 1.25
        pieces.append(words(0, y, line, _NAME, bold=True))
    for line in wrapped(_verdict(of, scale), _SMALL, _WIDTH - 20):
        y += _SMALL * 1.35
        pieces.append(words(0, y, line, _SMALL))
    y += _GAP
    columns: tuple[tuple[Direction, Interval], ...] = (("take", of.take), ("bring", of.bring))
    for direction, total in columns:
        reserve = of.partner.reserve if direction == "bring" else Decimal(0)
        pieces += _bar(direction, total, y, most, reserve)
        y += _BAR + _GAP
    return pieces, y + 1.5 * _GAP


def _verdict(of: PartnerBalance, scale: Scale) -> str:
    told = f"{wording.UNICODE.of(of.verdict)} {wording.margin(of.margin, scale)}  {wording.headline(of, scale)}"
    reserve = of.partner.reserve
    if not reserve:
        return told
    alone = wording.total(Interval(reserve, reserve), scale)
    apart = _("without this deal: {amount}").format(amount=alone)
    return f"{told} · {apart}"


def _bar(direction: Direction, total: Interval, y: float, most: Decimal, reserve: Decimal) -> list[str]:
    """One bar with its sum; `reserve`, what the partner could get without this deal, is outlined behind it."""
    middle = y + _BAR * 0.75
    low, high = _x(total.low or Decimal(0), most), _RIGHT if total.high is None else _x(total.high, most)
    pieces = [words(0, middle, wording.direction(direction), _SMALL)]
    if low > _LEFT:
        pieces.append(element("rect", x=_LEFT, y=y, width=low - _LEFT, height=_BAR, class_=f"mg-{direction}"))
    if high > low:
        pieces.append(_hatched(direction, low, high, y))
    if reserve > 0:
        end = _x(_end(total) + reserve, most)
        pieces.append(_outlined(high, end, y))
        high = max(high, end)
    pieces.append(words(max(high, _LEFT) + 8, middle, wording.total(total), _SMALL))
    return pieces


def _hatched(direction: Direction, low: float, high: float, y: float) -> str:
    return element(
        "rect",
        x=low,
        y=y,
        width=high - low,
        height=_BAR,
        class_=f"mg-{direction}-line",
        stroke_width=1.5,
        # As a style, since the class says that a line is not filled.
        style=f"fill: url(#mg-{direction}-unsure)",
    )


def _outlined(low: float, high: float, y: float) -> str:
    """What is taken must go beyond the end of this."""
    width = max(high - low, 0)
    return element("rect", x=low, y=y + 3, width=width, height=_BAR - 6, class_="mg-bring-line", stroke_dasharray="3 3")


def _x(value: Decimal, most: Decimal) -> float:
    return _LEFT + (_RIGHT - _LEFT) * min(1.0, float(max(value, Decimal(0)) / most))


def _hatches() -> str:
    """The two hatches, leaning opposite ways so that they differ without colour."""
    lines = {"take": "M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6", "bring": "M-2,6 L2,10 M0,0 L8,8 M6,-2 L10,2"}
    patterns = (
        element(
            "pattern",
            element("path", d=path, class_=f"mg-{direction}-line", stroke_width=2.2),
            id=f"mg-{direction}-unsure",
            width=8,
            height=8,
            patternUnits="userSpaceOnUse",
        )
        for direction, path in lines.items()
    )
    return element("defs", *patterns)
