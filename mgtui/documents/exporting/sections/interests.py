"""Why each partner is at the table, which of that is served, and what it could do without this deal."""

from __future__ import annotations

from mgtui.documents.exporting.blocks import Block, Bullets, Heading, Paragraph
from mgtui.documents.exporting.item_words import marked
from mgtui.documents.exporting.selection import listed
from mgtui.documents.exporting.titles import name_of
from mgtui.domain.interests import serving
from mgtui.domain.interval import Interval
from mgtui.domain.session import Interest, Partner, Session
from mgtui.locale import _, wording


def section(session: Session) -> list[Block]:
    """The interests and the best alternative, per partner that told any."""
    blocks = [block for partner in session.partners_in_order for block in _of_partner(session, partner)]
    return [Heading(2, _("Interests")), *blocks] if blocks else []


def _of_partner(session: Session, partner: Partner) -> list[Block]:
    lines = tuple(_line(session, each) for each in session.interests_of(partner.id))
    blocks: list[Block] = [Bullets(lines)] if lines else []
    if partner.alternative:
        blocks.append(Paragraph(_alternative(session, partner)))
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


def _alternative(session: Session, partner: Partner) -> str:
    told = _("Best alternative: {alternative}").format(alternative=partner.alternative)
    if not partner.reserve:
        return told
    worth = wording.total(Interval(partner.reserve, partner.reserve), session.scale)
    return f"{told} ({worth})"
