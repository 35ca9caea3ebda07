"""What has changed since a meeting: each margin then and now, what came, went and moved, what was kept."""

from __future__ import annotations

from collections.abc import Iterator

from mgtui.documents.exporting.blocks import Block, Bullets, Column, Heading, Paragraph, Table
from mgtui.documents.exporting.change_words import came, moved, went
from mgtui.documents.exporting.selection import Before, Selection, listed
from mgtui.documents.exporting.titles import meeting_title, name_of
from mgtui.domain.balance import PartnerBalance, SessionBalance, balance
from mgtui.domain.comparison import Difference, compare
from mgtui.domain.followup import kept
from mgtui.domain.session import Item, Session
from mgtui.domain.visibility import is_nameless
from mgtui.locale import _, wording

# The checklist, the links and the meetings have sections of their own that tell how they stand.
_TOLD = ("session", "partners", "interests", "items", "means", "agreements")


def section(of: Selection) -> list[Block]:
    """The changes since the meeting that was asked for; nothing when none was."""
    if of.before is None:
        return []
    then, now = balance(of.before.session), balance(of.session)
    return [
        Heading(2, _("Since {meeting}").format(meeting=meeting_title(of.before.meeting))),
        Paragraph(_verdicts(then, now), "verdict"),
        _margins(then, now, of.session),
        *_differences(of.before, of.session),
        *_promises(of.before.session, of.session),
    ]


def _verdicts(then: SessionBalance, now: SessionBalance) -> str:
    was, is_now = (
        f"{wording.UNICODE.of_session(each.verdict)} {wording.session_verdict(each.verdict)}" for each in (then, now)
    )
    return _("Then: {then}. Now: {now}.").format(then=was, now=is_now)


def _margins(then: SessionBalance, now: SessionBalance, session: Session) -> Table:
    columns = (
        Column(_("Partner")),
        Column(_("Margin then"), "number"),
        Column(_("Margin now"), "number"),
        Column(_("Verdict now")),
    )
    before = {each.partner.id: each for each in then.partners}
    rows = tuple(_margin_row(before.get(each.partner.id), each, session) for each in now.partners)
    return Table(_("Each partner's margin"), columns, rows)


def _margin_row(was: PartnerBalance | None, of: PartnerBalance, session: Session) -> tuple[str, ...]:
    then = f"{wording.margin(was.margin, session.scale)} {wording.UNICODE.of(was.verdict)}" if was else ""
    now = f"{wording.margin(of.margin, session.scale)} {wording.UNICODE.of(of.verdict)}"
    return name_of(of.partner), then, now, wording.partner_verdict(of)


def _differences(before: Before, session: Session) -> Iterator[Block]:
    told = [each for each in compare(before.session, session) if each.table in _TOLD]
    chapters = (
        (_("New"), [came(each, session) for each in told if _has_come(each)]),
        (_("Changed"), [line for each in told if _has_moved(each) for line in moved(each, session)]),
        (_("Removed"), [went(each, before.session) for each in told if each.happening == "removed" and _is_told(each)]),
    )
    for title, lines in chapters:
        if lines:
            yield Heading(3, title)
            yield Bullets(tuple(lines))


def _has_come(of: Difference) -> bool:
    """Whether it is new here: added, or hidden until now."""
    was_hidden = of.happening == "changed" and isinstance(of.before, Item) and is_nameless(of.before)
    return (of.happening == "added" or was_hidden) and _is_told(of)


def _has_moved(of: Difference) -> bool:
    return of.happening == "changed" and not _has_come(of) and _is_told(of)


def _is_told(of: Difference) -> bool:
    record = of.before if of.after is None else of.after
    return not (isinstance(record, Item) and is_nameless(record))


def _promises(then: Session, session: Session) -> list[Block]:
    rows = []
    for partner in session.partners_in_order:
        looked_back = kept(session, partner.id, "bring", then)
        promised, delivered, broken = (
            "; ".join(item.text for item in listed(items))
            for items in (looked_back.promised, looked_back.delivered, looked_back.broken)
        )
        if promised:
            rows.append((name_of(partner), promised, delivered, broken))
    if not rows:
        return []
    columns = (Column(_("Partner")), Column(_("Promised")), Column(_("Delivered")), Column(_("Not going on")))
    return [Table(_("What was promised to be brought, and what came of it"), columns, tuple(rows))]
