"""The meetings as rows: when and who, each partner's margin from one to the next, and what became of it all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from mgtui.domain.agreements import is_overdue
from mgtui.domain.balance import PartnerBalance
from mgtui.domain.followup import carried_over, to_ask_again
from mgtui.domain.session import Meeting, Session
from mgtui.locale import _, dates, ngettext
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import amounts, differences, naming, speaking, terms, verdicts
from mgtui.locale.wording.signs import ASCII, Signs
from mgtui.tui.editing.cells import padded, width
from mgtui.tui.editing.short_names import short_names
from mgtui.tui.screens.meeting_states import NOW, Found, Moment
from mgtui.tui.screens.sheet_lines import hanging, strip, titled, wrapped
from mgtui.tui.widgets.row_list import Line, ListRow

WHOSE = "whose changes"
"""The row with the partners whose changes can be shown alone."""
INDENT = "    "
LONGEST_NAME = 20
LEVELS = "▁▃▅▇"
ASCII_LEVELS = "_.-^"
_ROLES = {"gains": "gains", "loses": "loses", "open": "undecided", "empty": "muted"}
_SESSION_ROLES = {"sustainable": "gains", "unsustainable": "loses", "open": "undecided"}
_MARKS = {"added": "+", "removed": "−", "changed": "±"}
_CHAPTERS = ("removed", "changed", "added")


def meetings(session: Session, moments: Sequence[Moment], cells: int, signs: Signs) -> Iterator[ListRow]:
    """Every meeting with the verdict that it came to, and now."""
    yield titled(_("Meetings"), cells, _("What was promised, what came of it, and is it still worth it to everyone?"))
    by_id = {each.id: each for each in moments}
    for number, each in enumerate(session.meetings_in_order, 1):
        yield ListRow(f"meeting {each.id}", tuple(_meeting(number, each, session, by_id.get(each.id), cells, signs)))
    if not session.meetings:
        yield ListRow("none meetings", wrapped(_("no meeting has been held yet"), cells, "muted"))
    now = by_id[NOW]
    text, role = _verdict(now, signs)
    yield ListRow(f"moment {NOW}", hanging(f"{'':<3} ", _("now: {verdict}").format(verdict=text), cells, role))


def margins(moments: Sequence[Moment], cells: int, signs: Signs) -> Iterator[ListRow]:
    """Each partner's margin from meeting to meeting as a small line, with the sign of its verdict then."""
    then = [each for each in moments if each.meeting and each.meeting.closed] + [moments[-1]]
    if len(then) < 2:
        return
    scale = moments[-1].session.scale
    title = _("Each partner's margin, meeting by meeting")
    yield titled(f"{title} ({safe(scale.unit)})" if scale.unit else title, cells)
    partners = moments[-1].session.partners_in_order
    names = min(LONGEST_NAME, max((width(naming.partner(each)) for each in partners), default=0))
    short = short_names([naming.partner(each) for each in partners], names, end="…")
    for partner, name in zip(partners, short, strict=True):
        found = [next((b for b in each.balance.partners if b.partner.id == partner.id), None) for each in then]
        steps = " → ".join(
            f"{signs.of(each.verdict)} {amounts.margin(each.margin)}" if each else differences.NOT_SAID
            for each in found
        )
        last = found[-1]
        role = f"{_ROLES[last.verdict]} bold" if last else "muted"
        yield ListRow("", hanging(f"{padded(name, names)}  {trend(found, signs)}  ", steps, cells, role, "ink"))
    steps = " → ".join(
        f"{signs.of_session(each.balance.verdict)} {verdicts.session_verdict(each.balance.verdict)}" for each in then
    )
    yield ListRow("", hanging(padded(_("together"), names) + " " * (len(then) + 4), steps, cells, "ink bold", "ink"))


def trend(found: Sequence[PartnerBalance | None], signs: Signs) -> str:
    """A margin over time as steps of four heights, by its middle; a dot where it was not there or has no bound."""
    levels = ASCII_LEVELS if signs is ASCII else LEVELS
    middles = [_middle(each) for each in found]
    known = [each for each in middles if each is not None]
    low, high = min(known, default=Decimal(0)), max(known, default=Decimal(0))
    return "".join(_level(each, low, high, levels, signs.empty) for each in middles)


def _level(middle: Decimal | None, low: Decimal, high: Decimal, levels: str, none: str) -> str:
    if middle is None:
        return none
    share = (middle - low) * (len(levels) - 1) / (high - low) if high > low else Decimal(1)
    return levels[int(share.to_integral_value(ROUND_HALF_UP))]


def _middle(of: PartnerBalance | None) -> Decimal | None:
    if of is None or of.margin.low is None or of.margin.high is None:
        return None
    return (of.margin.low + of.margin.high) / 2


def comparison(before: Moment, after: Moment) -> str:
    """What is compared: "From Begin, 3 Mar 2026 to now"."""
    return _("From {before} to {after}").format(before=_moment(before), after=_moment(after))


def compared(before: Moment, after: Moment, found: Sequence[Found], partner: str, cells: int) -> Iterator[ListRow]:
    """What changed from one moment to another, of one partner or of all, with who and when."""
    yield titled(comparison(before, after), cells)
    names = [(_("everyone"), ""), *((naming.partner(each), "") for each in after.session.partners_in_order)]
    ids = ["", *(each.id for each in after.session.partners_in_order)]
    yield strip(names, ids.index(partner) if partner in ids else 0, cells, WHOSE)
    told = [each for each in found if each.difference.table != "meetings"]
    if not told:
        yield ListRow("", wrapped(_("nothing has changed"), cells, "muted"))
    for happening in reversed(_CHAPTERS):
        for number, each in enumerate(told):
            if each.difference.happening == happening:
                yield _difference(number, each, before, after, cells)


def still_to_do(session: Session, before: Moment, cells: int, signs: Signs, today: date) -> Iterator[ListRow]:
    """The agreements that were carried over, those that are late first of all, and the stakeholders to ask again."""
    carried = carried_over(session, before.session) if before.meeting else []
    if carried:
        yield titled(_("Agreements carried over"), cells)
    for agreement in sorted(carried, key=lambda each: not is_overdue(each, today)):
        due = _("by {day}").format(day=dates.day(agreement.due)) if agreement.due else _("no day set")
        text = f"{safe(agreement.text)} · {due}"
        if is_overdue(agreement, today) and agreement.due:
            days = (today - agreement.due).days
            late = ngettext("overdue by {n} day", "overdue by {n} days", days).format(n=days)
            yield ListRow("", hanging(f"{signs.objection:<3} ", f"{text} · {late}", cells, "warning bold"))
        else:
            yield ListRow("", hanging(f"{signs.untold:<3} ", text, cells, "ink"))
    again = to_ask_again(session)
    if again:
        yield titled(_("Stakeholders to ask again"), cells)
    for each in again:
        answers = [
            f"{terms.response(each.answers[meeting.id].response)} ({dates.day(each.answers[meeting.id].at)})"
            for meeting in session.meetings_in_order
            if meeting.id in each.answers
        ]
        name = f"{naming.partner(session.partners[each.partner])}: {safe(each.name)}"
        text = f"{name} – {', '.join(answers)}"
        yield ListRow("", hanging(f"{signs.ask_again:<3} ", text, cells, "warning"))


def _meeting(
    number: int, of: Meeting, session: Session, then: Moment | None, cells: int, signs: Signs
) -> Iterator[Line]:
    name = safe(of.name)
    kind = terms.meeting_kind(of.kind)
    text = " · ".join(filter(None, (dates.day(of.opened), name, kind)))
    yield from hanging(f"{number:<3} ", text, cells, "ink bold")
    state = _("closed on {moment}").format(moment=dates.moment(of.closed)) if of.closed else _("still going on")
    yield from wrapped(state, cells, "muted", INDENT)
    if of.attended:
        names = ", ".join(safe(each) for each in of.attended)
        yield from wrapped(_("attended: {names}").format(names=names), cells, "muted", INDENT)
    spoken = speaking.spoken_in_all(of, session)
    if spoken:
        yield from wrapped(_("spoken: {times}").format(times=spoken), cells, "muted", INDENT)
    if of.note:
        yield from wrapped(_("note: {text}").format(text=safe(of.note)), cells, "muted", INDENT)
    if then is not None and of.closed:
        verdict, role = _verdict(then, signs)
        yield from wrapped(_("then: {verdict}").format(verdict=verdict), cells, role, INDENT)


def _verdict(of: Moment, signs: Signs) -> tuple[str, str]:
    verdict = of.balance.verdict
    text = f"{signs.of_session(verdict)} {verdicts.session_verdict(verdict)}"
    deciding = of.balance.decided_by
    is_everyone = len(deciding) == len(of.balance.partners)
    names = "" if is_everyone else naming.partners(deciding)
    return f"{text} ({names})" if names else text, f"{_SESSION_ROLES[verdict]} bold"


def _moment(of: Moment) -> str:
    return naming.meeting(of.meeting) if of.meeting else _("now")


def _difference(number: int, of: Found, before: Moment, after: Moment, cells: int) -> ListRow:
    difference = of.difference
    text = differences.whole(difference, before.session, after.session)
    table = _table(difference.table)
    role = {"added": "take", "removed": "bring", "changed": "ink"}[difference.happening]
    lines = list(hanging(f"{_MARKS[difference.happening]:<3} ", f"{table}{text}", cells, role))
    if of.entry is not None:
        who = f"{safe(of.entry.by) or differences.NOT_SAID}, {dates.moment(of.entry.at)}"
        lines += wrapped(who, cells, "muted", INDENT)
    return ListRow(f"difference {number}", tuple(lines))


def _table(name: str) -> str:
    """What kind of record it is, where its words don't say so."""
    words = {"partners": _("partner: "), "links": _("link: "), "stakeholders": _("stakeholder: ")}
    return words.get(name, "")
