"""The balance as text for people and as data for programs; the data's names and shapes are a promise.

Numbers are text in plain decimal notation, exact; a side without bound is None. Items are named by their text unless
they are private, which are only counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from mgtui.documents.whole import whole
from mgtui.domain.ambition import judge_ambition
from mgtui.domain.balance import PartnerBalance, Reason, balance
from mgtui.domain.communication import progress
from mgtui.domain.interval import Interval
from mgtui.domain.session import LONGEST_TEXT, Session
from mgtui.locale import _, wording
from mgtui.locale.safe_text import clipped
from mgtui.locale.wording import UNICODE, Signs


def balance_as_text(session: Session, *, signs: Signs = UNICODE) -> str:
    """Verdicts and reasons, the whole first; ends in a line break."""
    return "\n".join(_lines(session, signs)) + "\n"


def balance_as_data(session: Session) -> dict[str, Any]:
    """The balance, the ambition and the checklist as plain data.

    Each reason has a code; "lacks_weight" and "uncertain_decides" also `items` (the texts that may be told) and
    `private` (how many more there are), "falls_short" and "below_reserve" also `short`, by how much the margin stays
    under what it must exceed.
    """
    judged, ambition, told = balance(session), judge_ambition(session), progress(session)
    return {
        "verdict": judged.verdict,
        "decided_by": [partner.name for partner in judged.decided_by],
        "partners": [_partner(each) for each in judged.partners],
        "ambition": {
            "verdict": ambition.verdict,
            "gaps": [{"code": gap.code, "name": gap.name} if gap.name else {"code": gap.code} for gap in ambition.gaps],
        },
        "checklist": {
            "done": told.done,
            "total": told.total,
            "stale": told.stale,
            "objections": told.objections,
        },
    }


def plain(value: Decimal) -> str:
    """`value` in plain decimal notation without an exponent or empty decimals: "1000", "2.5", "-3"."""
    if value == 0:
        return "0"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _partner(judged: PartnerBalance) -> dict[str, Any]:
    return {
        "name": judged.partner.name,
        "take": _interval(judged.take),
        "bring": _interval(judged.bring),
        "margin": _interval(judged.margin),
        "reserve": plain(judged.partner.reserve),
        "verdict": judged.verdict,
        "reasons": [_reason(each) for each in judged.reasons],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    data: dict[str, Any] = {"code": reason.code}
    if reason.items:
        data["items"] = [item.text for item in reason.items if not item.private]
        data["private"] = sum(item.private for item in reason.items)
    if reason.short is not None:
        data["short"] = _interval(reason.short)
    return data


def _interval(value: Interval) -> dict[str, str | None]:
    return {
        "low": None if value.low is None else plain(value.low),
        "high": None if value.high is None else plain(value.high),
    }


def _lines(session: Session, signs: Signs) -> Iterator[str]:
    judged = balance(session)
    yield from whole(session, judged, signs)
    for each in judged.partners:
        yield ""
        yield from _partner_lines(each, session, signs)


def _partner_lines(judged: PartnerBalance, session: Session, signs: Signs) -> Iterator[str]:
    scale = session.scale
    name = clipped(judged.partner.name, LONGEST_TEXT)
    yield f"{name}: {signs.of(judged.verdict)} {wording.partner_verdict(judged)}"
    sums = _("takes {take}, brings {bring}, margin {margin}").format(
        take=wording.total(judged.take), bring=wording.total(judged.bring), margin=wording.margin(judged.margin, scale)
    )
    yield f"  {sums}"
    yield from (f"  {reason}" for reason in wording.reasons(judged, scale))
