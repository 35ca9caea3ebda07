"""What a partner's best alternative does to its verdict, in words: a deal must be worth more than walking away."""

from __future__ import annotations

from decimal import Decimal

from mgtui.domain.balance import PartnerBalance, judge
from mgtui.domain.interval import Interval
from mgtui.domain.scale import Scale
from mgtui.locale import _
from mgtui.locale.wording import amounts

_NOTHING = Decimal(0)


def effect(of: PartnerBalance, scale: Scale) -> str:
    """What the alternative changes: "worth 2: it needs a margin of more than 2, and has +1; it would do better alone".

    Args:
        of: the balance of the partner.
        scale: of the session.
    """
    reserve = of.partner.reserve
    if not reserve:
        return _("worth 0, so any margin above 0 will do")
    worth = amounts.total(Interval(reserve, reserve), scale)
    margin = amounts.margin(of.margin, scale)
    needs = _("worth {worth}, so the margin must be more than that; it is {margin}").format(worth=worth, margin=margin)
    return f"{needs}: {_consequence(of)}"


def _consequence(of: PartnerBalance) -> str:
    without = judge(of.margin, _NOTHING)
    if of.verdict == "empty":
        return _("nothing on the table yet")
    if of.verdict == "gains":
        return _("this deal is worth more")
    if of.verdict == "open":
        return _("which is better can't be told yet")
    if without == "loses":
        return _("with or without the alternative it brings too much")
    return _("without the alternative it would stay, but now walking away is worth more")
