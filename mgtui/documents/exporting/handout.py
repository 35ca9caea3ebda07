"""The story of one partner for those behind it: what it takes and brings, what the others bring, why that is worth it.

Invariant: nothing private and nothing of the other partners' own balance: no weight of theirs, no sum, no verdict, and
nothing of what they take. Ordered with what matters most to this partner first.
"""

from __future__ import annotations

from decimal import Decimal

from mgtui.documents.exporting.blocks import Block, Bullets, Document, Heading, Paragraph
from mgtui.documents.exporting.selection import listed
from mgtui.documents.exporting.titles import name_of, title_of
from mgtui.domain.balance import PartnerBalance, balance_of
from mgtui.domain.exchange import deliveries
from mgtui.domain.interval import Interval
from mgtui.domain.scale import Scale
from mgtui.domain.session import Agreement, Direction, Item, Partner, Session, in_order
from mgtui.domain.visibility import for_viewers, is_nameless
from mgtui.locale import _, dates, language, wording


def handout(whole: Session, partner_id: str) -> Document:
    """The hand-out of one partner, whatever else was asked for: the private is never in it.

    Args:
        whole: the session as those who edit it see it.
        partner_id: whose story it is.
    """
    session = for_viewers(whole)
    partner = session.partners[partner_id]
    title = _("{partner} in “{session}”").format(partner=name_of(partner), session=title_of(session))
    blocks: list[Block] = [
        Heading(1, title),
        *_together(session),
        *_chapter(_("Why we take part"), [each.text for each in session.interests_of(partner.id)]),
        *_chapter(_("What we take from it"), _own(session, partner, "take")),
        *_chapter(_("What we bring to it"), _own(session, partner, "bring")),
        *_chapter(_("What the others bring"), _from_others(session, partner)),
        *_worth(session, partner),
        *_chapter(_("What we agreed"), _agreed(session, partner)),
        *_asked(),
    ]
    return Document(title, language(), tuple(blocks))


def _together(session: Session) -> list[Block]:
    if not session.ambition:
        return []
    return [Heading(2, _("What we want together")), Paragraph(session.ambition, "lead")]


def _chapter(title: str, lines: list[str]) -> list[Block]:
    return [Heading(2, title), Bullets(tuple(lines))] if lines else []


def _own(session: Session, partner: Partner, direction: Direction) -> list[str]:
    """What the partner takes or brings, the weightiest first, and whether that is sure."""
    items = [item for item in listed(session.column(partner.id, direction)) if item.is_live]
    # Sorting is stable, so equals stay in the order they were put on the table.
    items.sort(key=lambda item: -(item.weight or Decimal(0)))
    return [_with_purpose(session, item) for item in items]


def _with_purpose(session: Session, item: Item) -> str:
    serves = "; ".join(session.interests[each].text for each in item.interests)
    return _("{item} – for: {interests}").format(item=_sure(item), interests=serves) if serves else _sure(item)


def _sure(item: Item) -> str:
    return item.text if item.certainty == "firm" else _("{item} (not certain yet)").format(item=item.text)


def _from_others(session: Session, partner: Partner) -> list[str]:
    """What every other partner brings: first what this one gets by it, then the rest."""
    for_us: dict[str, list[str]] = {}
    for each in deliveries(session):
        if each.take.partner == partner.id and each.take.text:
            for_us.setdefault(each.bring.id, []).append(each.take.text)
    brought = [
        item
        for other in session.partners_in_order
        if other.id != partner.id
        for item in listed(session.column(other.id, "bring"))
        if item.is_live
    ]
    brought.sort(key=lambda item: item.id not in for_us)
    return [_brought(session, item, for_us.get(item.id, [])) for item in brought]


def _brought(session: Session, item: Item, for_us: list[str]) -> str:
    told = f"{name_of(session.partners[item.partner])}: {_sure(item)}"
    return _("{brought} – for us: {takes}").format(brought=told, takes="; ".join(for_us)) if for_us else told


def _worth(session: Session, partner: Partner) -> list[Block]:
    judged = balance_of(session, partner)
    if judged.verdict == "empty":
        return []
    told = [_verdict(judged)]
    # A sum would tell what something private weighs.
    if not any(is_nameless(item) for item in session.items.values() if item.partner == partner.id):
        told.append(_sums(judged, session.scale))
    title = _("Why it is worth it to us") if judged.verdict == "gains" else _("Is it worth it to us?")
    return [Heading(2, title), Paragraph(" ".join(told))]


def _verdict(judged: PartnerBalance) -> str:
    if judged.verdict == "gains":
        return _("What we take weighs more for us than what we bring.")
    if judged.verdict == "loses":
        return _("As it stands, what we take does not outweigh what we bring.")
    return _("We can't tell yet whether we take more than we bring.")


def _sums(judged: PartnerBalance, scale: Scale) -> str:
    told = _("Altogether, in our own eyes: {take} against {bring}.").format(
        take=wording.total(judged.take, scale), bring=wording.total(judged.bring, scale)
    )
    reserve = judged.partner.reserve
    if not reserve:
        return told
    alone = wording.total(Interval(reserve, reserve), scale)
    counted = _("Without this collaboration we could get {reserve}, and that is counted in.").format(reserve=alone)
    return f"{told} {counted}"


def _agreed(session: Session, partner: Partner) -> list[str]:
    mine = [each for each in in_order(session.agreements.values()) if partner.id in each.partners]
    return [_agreement(each) for each in mine if each.status != "dropped"]


def _agreement(of: Agreement) -> str:
    told = of.text
    if of.due:
        told = _("{agreement}, by {day}").format(agreement=told, day=dates.day(of.due))
    return f"{told} ({wording.agreement_status('done')})" if of.status == "done" else told


def _asked() -> list[Block]:
    """The three questions whose answer the checklist keeps."""
    questions = (
        _("Do you see why we take part, and what it brings you?"),
        _("Is what we bring, and what the others bring, of value to you?"),
        _("Do you have doubts or objections? Tell us, so that we can talk about them before the next meeting."),
    )
    return [Heading(2, _("What we ask of you")), Bullets(questions)]
