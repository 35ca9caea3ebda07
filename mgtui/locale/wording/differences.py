"""What came, went or moved between two states of a session, in words; see `domain.comparison`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final, get_args

from mgtui.domain.communication import PARTS
from mgtui.domain.comparison import Difference, FieldDifference
from mgtui.domain.session import (
    Agreement,
    Answer,
    Delivery,
    Interest,
    Item,
    Link,
    Means,
    Meeting,
    MeetingKind,
    Partner,
    Record,
    Round,
    Session,
    Stakeholder,
    Worth,
)
from mgtui.locale import _, dates, numbers
from mgtui.locale.safe_text import clipped, safe
from mgtui.locale.wording import amounts, naming, terms
from mgtui.locale.wording.fields import field

LONGEST_VALUE: Final = 60
NOT_SAID: Final = "–"


def record(of: Record, session: Session) -> str:
    """What a record is called: "De Linde: a share of the autonomy", "agreement: one open day"."""
    match of:
        case Item():
            return naming.item(of, session)
        case Partner():
            return naming.partner(of)
        case Interest():
            return _whose(of.partner, f"{safe(of.text)} ({terms.side(of.side)})", session)
        case Stakeholder():
            return _whose(of.partner, safe(of.name), session)
        case Means():
            return _("means: {text}").format(text=safe(of.text))
        case Agreement():
            return _("agreement: {text}").format(text=safe(of.text))
        case Link():
            ends = (session.items.get(each) for each in (of.bring, of.take))
            return " → ".join(naming.item(each, session) if each else NOT_SAID for each in ends)
        case Meeting():
            return naming.meeting(of)
        case Round():
            return _("writing round: {question}").format(question=safe(of.question))


def whole(of: Difference, before: Session, after: Session) -> str:
    """One difference as a sentence: what it is about, and each field that moved."""
    if of.table == "session":
        return "; ".join(moves(of, after))
    if of.after is None:
        return record(of.before, before) if of.before else ""
    name = record(of.after, after)
    if of.happening == "added":
        told = _new_item(of.after, after) if isinstance(of.after, Item) else ""
        return f"{name}{told}"
    return f"{name} – {'; '.join(moves(of, after))}"


def moves(of: Difference, session: Session) -> Iterator[str]:
    """Each field of a difference that moved: "weight: 3 → 4"; of what is long only that it changed."""
    for each in of.fields:
        yield move(each, of.after, session)


def move(of: FieldDifference, record: Record | None, session: Session) -> str:
    """How one field moved."""
    told = next((each for each in PARTS if isinstance(record, Stakeholder) and each == of.field), None)
    if told:
        return (_("{part} told") if of.after else _("{part} no longer told")).format(part=terms.part(told))
    name = field(of.field)
    if of.field in _ANSWERED:
        before, after = (_latest(of.field, each, session) for each in (of.before, of.after))
        return f"{name}: {before or NOT_SAID} → {after or NOT_SAID}"
    if of.field == "confirmations":
        return _confirmed(of.before, of.after, session)
    if of.field not in _WORDS and of.field not in _PLAIN:
        return _("{field} changed").format(field=name)
    before, after = (value(of.field, each, record, session) for each in (of.before, of.after))
    return f"{name}: {before or NOT_SAID} → {after or NOT_SAID}"


def answered(name: str, of: Answer | Delivery | Worth) -> str:
    """What was answered at one meeting: by a stakeholder, or about an item that was reviewed."""
    return _ANSWERED[name](of)


def value(name: str, of: Any, record: Record | None, session: Session) -> str:
    """The value of a field as a person reads it; empty when there is none."""
    if name == "weight":
        return amounts.weight(of, session.scale)
    if name == "reserve":
        return amounts.with_unit(numbers.shown(of), session.scale)
    if name == "kind" and of in get_args(MeetingKind):
        return terms.meeting_kind(of)
    if name == "status":
        return terms.agreement_status(of) if isinstance(record, Agreement) else terms.status(of)
    if name in _WORDS:
        return _WORDS[name](of)
    if isinstance(of, date):
        return dates.day(of)
    return clipped(str(of), LONGEST_VALUE) if of else ""


def _new_item(of: Item, session: Session) -> str:
    told = [amounts.weight(of.weight, session.scale)]
    if of.certainty == "uncertain":
        told.append(terms.certainty("uncertain"))
    return f" ({', '.join(told)})"


def _latest(name: str, answers: Mapping[str, Any], session: Session) -> str:
    """The answer of the latest meeting that has one, with its day."""
    given = [answers[each.id] for each in session.meetings_in_order if each.id in answers]
    return f"{answered(name, given[-1])} ({dates.day(given[-1].at)})" if given else ""


def _confirmed(before: Mapping[str, Any], after: Mapping[str, Any], session: Session) -> str:
    """Which partners confirmed, and which no longer do."""
    given = [each for each in session.partners_in_order if after.get(each.id) not in (None, before.get(each.id))]
    taken = [each for each in session.partners_in_order if each.id in before and each.id not in after]
    told = [_("confirmed by {names}").format(names=naming.partners(given))] if given else []
    told += [_("no longer confirmed by {names}").format(names=naming.partners(taken))] if taken else []
    return "; ".join(told) or _("{field} changed").format(field=field("confirmations"))


def _whose(partner: str, text: str, session: Session) -> str:
    found = session.partners.get(partner)
    return f"{naming.partner(found)}: {text}" if found else text


def _yes_or_no(of: bool) -> str:
    return _("yes") if of else _("no")


_WORDS: Final[Mapping[str, Callable[[Any], str]]] = {
    "certainty": terms.certainty,
    "kind": terms.kind,
    "direction": terms.direction,
    "willing": terms.willing,
    "side": terms.side,
    "private": _yes_or_no,
    "covered": _yes_or_no,
    "from_collaboration": _yes_or_no,
    "scale": amounts.scale,
}
_ANSWERED: Final[Mapping[str, Callable[[Any], str]]] = {
    "answers": lambda of: terms.response(of.response),
    "delivery": lambda of: terms.delivered(of.answer),
    "worth": lambda of: terms.willing(of.answer),
}
"""The fields that hold an answer by meeting, and how such an answer is worded."""

_PLAIN: Final = frozenset(
    (
        "weight",
        "reserve",
        "status",
        "title",
        "ambition",
        "name",
        "text",
        "alternative",
        "willing_reason",
        "dropped_reason",
        "interest",
        "channel",
        "owner",
        "due",
        "importance",
    )
)
