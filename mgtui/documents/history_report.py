"""A session's history as plain text and as data: every change with its author, its moment and its meaning."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mgtui.domain.session import Meeting, Session
from mgtui.locale import _, dates, ngettext
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import naming
from mgtui.locale.wording.history import Told


def history_as_text(session: Session, told: Iterable[Told], since: Meeting | None = None) -> str:
    """A line for each change, earliest first, under the day that it was made on."""
    changes = list(told)
    count = ngettext("{n} change", "{n} changes", len(changes)).format(n=len(changes))
    heading = _("{count} since {meeting}").format(count=count, meeting=naming.meeting(since)) if since else count
    lines = [safe(session.title) or _("A session without a title"), heading]
    width = max((len(str(each.entry.revision)) for each in changes), default=1)
    day = ""
    for each in changes:
        if dates.day(each.entry.at) != day:
            day = dates.day(each.entry.at)
            lines += ["", day]
        number = str(each.entry.revision).rjust(width)
        moment, author = dates.time_of_day(each.entry.at), safe(each.entry.by) or "–"
        lines.append(f"  {number}  {moment}  {author}: {each.meaning}")
    return "\n".join(lines) + "\n"


def history_as_data(session: Session, told: Iterable[Told], since: Meeting | None = None) -> dict[str, Any]:
    """The same for programs; revisions are numbers, moments are ISO 8601 with their zone."""
    return {
        "title": session.title,
        "since": {"id": since.id, "name": since.name, "opened": since.opened.isoformat()} if since else None,
        "changes": [_change(each) for each in told],
    }


def _change(of: Told) -> dict[str, Any]:
    return {
        "revision": of.entry.revision,
        "at": of.entry.at.isoformat(),
        "by": of.entry.by,
        "meaning": of.meaning,
        "details": list(of.details),
        "undoes": of.entry.undoes or None,
        "redoes": of.entry.redoes or None,
        "records": [{"table": table, "id": identity} for table, identity in sorted(of.about)],
    }
