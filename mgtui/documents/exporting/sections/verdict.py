"""Whether the deal holds for each partner, and why: one line each, never compared with one another."""

from __future__ import annotations

from mgtui.documents.exporting.blocks import Block, Bullets, Column, Heading, Paragraph, Picture, Table
from mgtui.documents.exporting.selection import Selection
from mgtui.documents.exporting.titles import name_of
from mgtui.domain.balance import PartnerBalance, SessionBalance, balance
from mgtui.domain.interval import Interval
from mgtui.domain.scale import Scale
from mgtui.locale import _, wording


def section(of: Selection, picture: Picture | None) -> list[Block]:
    """The verdict on the whole, every partner's balance, and the reasons."""
    session, judged = of.session, balance(of.session)
    blocks: list[Block] = [Heading(2, _("Does the deal hold?")), Paragraph(_whole(judged, session.scale), "verdict")]
    if picture:
        blocks.append(picture)
    if judged.partners:
        blocks.append(_table(judged, session.scale))
    if why := [line for each in judged.partners for line in _reasons(each, session.scale)]:
        blocks.append(Bullets(tuple(why)))
    blocks += [Paragraph(text, "remark") for text in (_measured(session.scale), *of.left_out())]
    return blocks


def _whole(judged: SessionBalance, scale: Scale) -> str:
    return f"{wording.UNICODE.of_session(judged.verdict)} {wording.together(judged, scale)}"


def _table(judged: SessionBalance, scale: Scale) -> Table:
    columns = (
        Column(_("Partner")),
        Column(_("Takes"), "number"),
        Column(_("Brings"), "number"),
        Column(_("Margin"), "number"),
        Column(_("Without this deal"), "number"),
        Column(_("Verdict")),
    )
    return Table(_("The balance of each partner"), columns, tuple(_row(each, scale) for each in judged.partners))


def _row(of: PartnerBalance, scale: Scale) -> tuple[str, ...]:
    reserve = Interval(of.partner.reserve, of.partner.reserve)
    return (
        name_of(of.partner),
        wording.total(of.take, scale),
        wording.total(of.bring, scale),
        wording.margin(of.margin, scale),
        wording.total(reserve, scale) if of.partner.reserve else "",
        f"{wording.UNICODE.of(of.verdict)} {wording.partner_verdict(of)}",
    )


def _reasons(of: PartnerBalance, scale: Scale) -> list[str]:
    # What may not be named is not in the selection.
    return [wording.sentence(name_of(of.partner), each, of, scale, naming_private=True) for each in of.reasons]


def _measured(scale: Scale) -> str:
    told = _(
        "Measured in {scale}, in each partner's own eyes. A partner gains when it surely takes more than it brings."
    )
    return told.format(scale=wording.scale(scale))
