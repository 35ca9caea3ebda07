"""The review as rows: item by item its questions, each with its answer, and what was answered before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final

from mgtui.domain.followup import kept
from mgtui.domain.interval import Interval
from mgtui.domain.review import Asked, Question, reviewed_at
from mgtui.domain.session import Delivery, Item, Session, Worth
from mgtui.locale import N_, _, dates
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import amounts, naming, terms
from mgtui.locale.wording.fields import field
from mgtui.locale.wording.signs import ASCII, Signs
from mgtui.tui.editing.cells import padded, width
from mgtui.tui.screens import kept_rows
from mgtui.tui.screens.sheet_lines import hanging, titled, wrapped
from mgtui.tui.widgets.meter import bar
from mgtui.tui.widgets.row_list import Line, ListRow

METER: Final = 30
INDENT: Final = "      "
QUESTIONS: Final[tuple[Question, ...]] = ("delivery", "worth")
CHOICES: Final[Mapping[Question, tuple[str, str, str]]] = {
    "delivery": (N_("yes"), N_("partly"), N_("no")),
    "worth": (N_("yes"), N_("doubt"), N_("no")),
}
"""What 1, 2 and 3 answer."""

_ROLES: Final = {"yes": "good", "partly": "warning", "doubt": "warning", "no": "warning bold"}


def key_of(asked: Asked) -> str:
    """The key of the row of a question."""
    return f"{asked.question} {asked.item.id}"


def rows(
    session: Session,
    asked: Sequence[Asked],
    before: Session | None,
    others: Mapping[str, Sequence[str]],
    cells: int,
    signs: Signs,
) -> list[ListRow]:
    """How far the review is, and every item with its questions.

    Args:
        session: the session as it stands.
        asked: all questions.
        before: the session as the meeting before left it; None when that is not known.
        others: by key, the names of those whose cursor is there.
        cells: the width of a line.
        signs: what to draw with.
    """
    found = [_summary(session, asked, cells, signs)]
    for whose, of_partner in groupby(asked, key=lambda each: each.item.partner):
        found += _partner(session, whose, list(of_partner), before, others, cells, signs)
    return found


def _summary(session: Session, asked: Sequence[Asked], cells: int, signs: Signs) -> ListRow:
    title = _("Review: has it come, and is it still worth it?")
    meetings = session.meetings_in_order
    if reviewed_at(session) is None:
        return titled(title, cells, _("A review looks back on an earlier meeting. Begin the next one: g, then n."))
    earlier, meeting = (naming.meeting(each) for each in meetings[-2:])
    remark = _("{meeting} looks back on {earlier}").format(meeting=meeting, earlier=earlier)
    heading = titled(title, cells, remark)
    if not asked:
        return ListRow("", (*heading.lines, *wrapped(_("there is nothing to look back on"), cells, "muted")))
    done = sum(each.answer is not None for each in asked)
    told = _("{done} of {total} questions answered").format(done=done, total=len(asked))
    if done == len(asked):
        complete = _("the review is complete")
        told = f"{told} · {complete}"
    whole = Decimal(len(asked))
    runs = bar(Interval(Decimal(done), whole), whole, min(METER, cells // 3), signs)
    meter: Line = tuple((text, "good" if role == "sure" else "muted") for text, role in runs)
    return ListRow("", (*heading.lines, (*meter, (f"  {told}", "ink bold"))))


def _partner(
    session: Session,
    partner: str,
    asked: Sequence[Asked],
    before: Session | None,
    others: Mapping[str, Sequence[str]],
    cells: int,
    signs: Signs,
) -> Iterator[ListRow]:
    yield titled(naming.partner(session.partners[partner]), cells)
    for direction in kept_rows.DIRECTIONS:
        looked_back = kept(session, partner, direction, before)
        if looked_back.promised:
            yield ListRow("", (kept_rows.line(looked_back, direction, session, cells, signs),))
    for _item, of_item in groupby(asked, key=lambda each: each.item.id):
        yield from _item_rows(session, list(of_item), others, cells, signs)


def _item_rows(
    session: Session, asked: Sequence[Asked], others: Mapping[str, Sequence[str]], cells: int, signs: Signs
) -> Iterator[ListRow]:
    item = asked[0].item
    yield ListRow("", ((), *_item(item, session, cells, signs)))
    for each in asked:
        yield ListRow(key_of(each), tuple(_question(each, session, others.get(key_of(each), ()), cells, signs)))


def _item(item: Item, session: Session, cells: int, signs: Signs) -> Iterator[Line]:
    sign = signs.take if item.direction == "take" else signs.bring
    told = [amounts.weight(item.weight, session.scale)]
    if item.certainty == "uncertain":
        told.append(terms.certainty("uncertain"))
    told.append(terms.status(item.status))
    if item.private:
        told.append(_("private"))
    mark = f"{sign} {terms.direction(item.direction)}: "
    yield from hanging(mark, f"{safe(item.text)} ({', '.join(told)})", cells, "ink bold", item.direction)
    if item.status == "dropped" and item.dropped_reason:
        yield from wrapped(_("dropped: {reason}").format(reason=safe(item.dropped_reason)), cells, "muted", INDENT)


def _question(of: Asked, session: Session, here: Sequence[str], cells: int, signs: Signs) -> Iterator[Line]:
    labels = max(width(field(each)) for each in QUESTIONS)
    sign = signs.untold if of.answer is None else signs.told
    start = f"    {sign:<3} {padded(field(of.question), labels)}  "
    told = _answered(of, of.answer, session) if of.answer else _choices(of.question)
    role = _ROLES[of.answer] if of.answer else "muted"
    told += [_("last time: {answer}").format(answer=_(of.before))] if of.before else []
    told += [_("here: {names}").format(names=", ".join(here))] if here else []
    separator = " - " if signs is ASCII else " · "
    return iter(hanging(start, separator.join(told), cells, role, "ink"))


def _choices(question: Question) -> list[str]:
    return ["   ".join(f"{number} {_(word)}" for number, word in enumerate(CHOICES[question], 1))]


def _answered(of: Asked, answer: str, session: Session) -> list[str]:
    """The answer, and who noted it when, as far as that is known."""
    meeting = reviewed_at(session)
    answers: Mapping[str, Delivery | Worth] = of.item.delivery if of.question == "delivery" else of.item.worth
    given = answers.get(meeting.id) if meeting else None
    return [_(answer), *([f"{safe(given.by)}, {dates.moment(given.at)}"] if given and given.by else [])]
