"""Two copies of a session beside each other, as plain text and as data: what either did, and where they collide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from mgtui.domain.comparison import compare
from mgtui.domain.history import Entry
from mgtui.domain.merging import Conflict, Parting
from mgtui.domain.session import Answer, Delivery, Record, Session, Worth
from mgtui.domain.visibility import for_documents, hidden_as_in
from mgtui.locale import _, dates, ngettext
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import differences
from mgtui.locale.wording.fields import field

_MARKS = {"added": "+", "removed": "−", "changed": "±"}


class Copy(NamedTuple):
    """One of the two copies.

    Attributes:
        letter: "A" or "B".
        name: of its file.
    """

    letter: str
    name: str
    session: Session


def parting_as_text(a: Copy, b: Copy, apart: Parting | None, *, with_private: bool = False) -> str:
    """What either copy did since they parted, and what both altered; without a history in common, the difference."""
    lines = [safe(a.session.title) or _("A session without a title")]
    if apart is None:
        lines.append(_("These two have no history in common. What B has that A has not, and the other way round:"))
        lines += _differences(a.session, b.session, with_private=with_private)
        return "\n".join(lines) + "\n"
    if apart.shared:
        lines.append(
            ngettext(
                "Their first {n} change is the same.", "Their first {n} changes are the same.", apart.shared
            ).format(n=apart.shared)
        )
    for copy, entries in ((a, apart.a), (b, apart.b)):
        lines += ["", f"{copy.letter}  {safe(copy.name)}: {_own(entries)}"]
        lines += _differences(apart.base, copy.session, with_private=with_private) if entries else []
    if apart.conflicts:
        lines += ["", _("Both changed the same:")]
        lines += [f"  ! {conflict_as_text(each, a, b, with_private=with_private)}" for each in apart.conflicts]
    return "\n".join(lines) + "\n"


def parting_as_data(a: Copy, b: Copy, apart: Parting | None, *, with_private: bool = False) -> dict[str, Any]:
    """The same for programs."""
    if apart is None:
        told = [each.strip() for each in _differences(a.session, b.session, with_private=with_private)]
        return {"common": None, "a": None, "b": None, "differences": told, "conflicts": []}
    sides = {
        copy.letter.lower(): {
            "file": copy.name,
            "changes": len(entries),
            "differences": [each.strip() for each in _differences(apart.base, copy.session, with_private=with_private)],
        }
        for copy, entries in ((a, apart.a), (b, apart.b))
    }
    conflicts = [
        {
            "table": each.table,
            "id": each.id,
            "field": each.field or None,
            "meaning": conflict_as_text(each, a, b, with_private=with_private),
        }
        for each in apart.conflicts
    ]
    return {"common": apart.shared, **sides, "conflicts": conflicts}


def conflict_as_text(of: Conflict, a: Copy, b: Copy, *, with_private: bool = False) -> str:
    """What both altered, with what either made of it: "De Linde: rust – weight: A 4, B 5 (was 3)"."""
    record, session = _record(of, a, b)
    name = "" if record is None else differences.record(record, session)
    if not of.field:
        removed, kept = ("A", "B") if of.a is None else ("B", "A")
        return _("{name}: {removed} removed it, {kept} worked on it").format(name=name, removed=removed, kept=kept)
    hidden = _hidden(of, a, b, with_private=with_private)
    was, ours, theirs = (hidden or _value(of, each, record, session) for each in (of.was, of.a, of.b))
    told = _("{field}: A {a}, B {b} (was {was})").format(field=field(of.field), a=ours, b=theirs, was=was)
    return f"{name} – {told}" if name else told


def _record(of: Conflict, a: Copy, b: Copy) -> tuple[Record | None, Session]:
    if of.table == "session":
        return None, a.session
    for copy in (a, b):
        shown = for_documents(copy.session)
        found = getattr(shown, of.table).get(of.id)
        if found is not None:
            return found, shown
    return None, a.session


def _hidden(of: Conflict, a: Copy, b: Copy, *, with_private: bool) -> str:
    """What is told in the place of values that are not to be told; empty when they may be.

    What is hidden in either copy is: covered words always, private ones and notes unless they are asked for.
    """
    found = [getattr(copy.session, of.table).get(of.id) for copy in (a, b)] if of.table != "session" else []
    if any(getattr(each, "covered", False) for each in found):
        return _("something covered")
    is_private = any(getattr(each, "private", False) for each in found) and of.field in _PRIVATE_WORDS
    return _("something private") if (is_private or of.field == "note") and not with_private else ""


_PRIVATE_WORDS = ("text", "note", "kind", "dropped_reason", "importance", "interests", "side")


def _value(of: Conflict, value: Any, record: Record | None, session: Session) -> str:
    name = of.field.partition(".")[0]
    if isinstance(value, Answer | Delivery | Worth):
        who = ", ".join(filter(None, (safe(value.by), dates.day(value.at))))
        return f"{differences.answered(name, value)} ({who})"
    if isinstance(value, tuple) or name == "confirmations":
        return _("set") if value else differences.NOT_SAID
    if of.field == "note" or value is None:
        return f"“{safe(value)}”" if value else differences.NOT_SAID
    return differences.value(of.field, value, record, session) or differences.NOT_SAID


def _own(entries: Sequence[Entry]) -> str:
    count = ngettext("{n} change of its own", "{n} changes of its own", len(entries)).format(n=len(entries))
    if not entries:
        return count
    names = ", ".join(dict.fromkeys(safe(each.by) or differences.NOT_SAID for each in entries))
    last = dates.moment(max(each.at for each in entries))
    return _("{count}, by {names}, the last on {moment}").format(count=count, names=names, moment=last)


def _differences(before: Session, after: Session, *, with_private: bool) -> Iterator[str]:
    then = for_documents(hidden_as_in(before, after), with_private=with_private)
    now = for_documents(after, with_private=with_private)
    for each in compare(then, now):
        if each.table != "session" or each.fields:
            yield f"  {_MARKS[each.happening]} {differences.whole(each, then, now)}"
