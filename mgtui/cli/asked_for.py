"""What a person means by the name of a partner or a meeting on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mgtui.cli.exits import WRONG_USAGE, Failure
from mgtui.domain.names import same_name
from mgtui.domain.session import Meeting, Partner, Session
from mgtui.locale import _, dates, wording
from mgtui.locale.safe_text import clipped

_LONGEST_NAMED = 60


def partner_called(session: Session, name: str) -> Partner:
    """The partner with that name, or the only one with that in its name.

    Raises:
        Failure: there is none, or more than one.
    """
    partners = session.partners_in_order
    exact = [each for each in partners if name == each.id or same_name(name) == same_name(each.name)]
    found = exact or [each for each in partners if same_name(name) in same_name(each.name)]
    if len(found) == 1:
        return found[0]
    names = ", ".join(clipped(each.name, _LONGEST_NAMED) for each in found or partners)
    if found:
        sentence = _("“{name}” can be more than one partner: {names}.")
    else:
        sentence = _("There is no partner “{name}”. There are: {names}.")
    raise Failure(WRONG_USAGE, sentence.format(name=clipped(name, _LONGEST_NAMED), names=names or "–"))


def meeting_called(session: Session, name: str) -> Meeting:
    """The meeting with that number (1 is the first), day ("2026-11-23") or name; without a name it goes by its kind.

    Raises:
        Failure: there is none; the sentence lists those there are.
    """
    meetings = session.meetings_in_order
    found = _numbered(meetings, name) or _named(meetings, name) or _on_day(meetings, name)
    if found:
        return found
    lines = [_("There is no meeting “{name}”. There are:").format(name=clipped(name, _LONGEST_NAMED))]
    lines += [f"  {number}  {_told(each)}" for number, each in enumerate(meetings, 1)]
    raise Failure(WRONG_USAGE, "\n".join(lines))


def _numbered(meetings: Sequence[Meeting], name: str) -> Meeting | None:
    number = int(name) if name.isdecimal() and len(name) < 5 else 0
    return meetings[number - 1] if 0 < number <= len(meetings) else None


def _named(meetings: Sequence[Meeting], name: str) -> Meeting | None:
    wanted = same_name(name)
    return next(
        (each for each in reversed(meetings) if name == each.id or (wanted and wanted == same_name(_name(each)))), None
    )


def _on_day(meetings: Sequence[Meeting], name: str) -> Meeting | None:
    try:
        day = dates.typed_day(name)
    except dates.NotADay:
        return None
    return next((each for each in reversed(meetings) if _local(each.opened).date() == day), None)


def _local(moment: datetime) -> datetime:
    return moment.astimezone()


def _name(meeting: Meeting) -> str:
    return meeting.name or wording.meeting_kind(meeting.kind)


def _told(meeting: Meeting) -> str:
    name = clipped(_name(meeting), _LONGEST_NAMED)
    return f"{_local(meeting.opened):%Y-%m-%d}  {name}"
