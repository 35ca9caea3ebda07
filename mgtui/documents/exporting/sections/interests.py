"""Why each partner is at the table, which of that is served, and what it could do without this deal."""

from __future__ import annotations

from mgtui.documents.exporting.blocks import Block, Bullets, Heading, Paragraph
from mgtui.documents.exporting.item_words import marked
from mgtui.documents.exporting.selection import listed
from mgtui.documents.exporting.titles import name_of
from mgtui.domain.balance import PartnerBalance, balance
from mgtui.domain.interests import serving
from mgtui.domain.scale import Scale
from mgtui.domain.session import Interest, Session
from mgtui.locale import _, wording
from mgtui.locale.wording import alternatives


def section(session: Session) -> list[Block]:
    """The interests, and the best alternative with what it does to the verdict, per partner that told any."""
    blocks = [block for judged in balance(session).partners for block in _of_partner(session, judged)]
    return [Heading(2, _("Interests")), *blocks] if blocks else []


def _of_partner(session: Session, judged: PartnerBalance) -> list[Block]:
    partner = judged.partner
    lines = tuple(_line(session, each) for each in session.interests_of(partner.id))
    blocks: list[Block] = [Bullets(lines)] if lines else []
    if partner.alternative or partner.reserve:
        blocks.append(Paragraph(_alternative(judged, session.scale)))
    return [Heading(3, name_of(partner)), *blocks] if blocks else []


def _line(session: Session, interest: Interest) -> str:
    notes = [wording.side(interest.side)]
    if interest.importance is not None:
        notes.append(_("importance {n} of 5").format(n=interest.importance))
    if interest.private:
        notes.append(_("private"))
    return f"{interest.text} ({', '.join(notes)}) – {_served(session, interest)}"


def _served(session: Session, interest: Interest) -> str:
    takes = listed(serving(session, interest.id))
    if not takes:
        return _("nothing serves it yet")
    return _("served by: {items}").format(items="; ".join(map(marked, takes)))


def _alternative(of: PartnerBalance, scale: Scale) -> str:
    told = _("Best alternative: {alternative}").format(alternative=of.partner.alternative or _("not described"))
    return f"{told} ({alternatives.effect(of, scale)})"
