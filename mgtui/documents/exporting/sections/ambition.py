"""What the partners want together, what that takes, and whether it is realistic."""

from __future__ import annotations

from mgtui.documents.exporting.blocks import Block, Bullets, Column, Heading, Paragraph, Table
from mgtui.documents.exporting.item_words import of_partner
from mgtui.documents.exporting.titles import name_of
from mgtui.domain.ambition import Ambition, CoverState, cover_state, judge_ambition
from mgtui.domain.session import Means, Partner, Session, in_order
from mgtui.locale import N_, _, wording


def section(session: Session) -> list[Block]:
    """The ambition with its verdict, gaps, means and everyone's willingness."""
    judged = judge_ambition(session)
    blocks: list[Block] = [Heading(2, _("Ambition"))]
    blocks.append(Paragraph(session.ambition or _("No ambition has been written down yet."), "lead"))
    blocks.append(Paragraph(_verdict(judged), "verdict"))
    if judged.gaps:
        blocks.append(Bullets(tuple(wording.gap(each) for each in judged.gaps)))
    if session.means:
        blocks.append(_means(session))
    if session.partners:
        blocks.append(_willingness(session.partners_in_order))
    return blocks


def _verdict(judged: Ambition) -> str:
    sign = "▲" if judged.verdict == "realistic" else "◆"
    told = _("{sign} The ambition is {verdict}").format(sign=sign, verdict=wording.ambition_verdict(judged))
    return f"{told} · {wording.means_covered(judged)}" if judged.means_total else told


def _means(session: Session) -> Table:
    columns = (Column(_("Means")), Column(_("State")), Column(_("Brought by")))
    rows = [_means_row(session, means) for means in in_order(session.means.values())]
    return Table(_("What the ambition takes"), columns, tuple(rows))


def _means_row(session: Session, means: Means) -> tuple[str, ...]:
    live = (session.items[each] for each in means.covered_by if session.items[each].is_live)
    by = "; ".join(of_partner(item, session) for item in live)
    return means.text, _(_STATES[cover_state(session, means)]), by


def _willingness(partners: list[Partner]) -> Table:
    columns = (Column(_("Partner")), Column(_("Willing")), Column(_("Why")))
    rows = ((name_of(each), wording.willing(each.willing), each.willing_reason) for each in partners)
    return Table(_("Willing to put in what it takes"), columns, tuple(rows))


_STATES: dict[CoverState, str] = {
    "covered": N_("brought"),
    "uncertain": N_("brought, but not for sure"),
    "dropped": N_("dropped or not revealed yet"),
    "uncovered": N_("brought by nobody"),
}
