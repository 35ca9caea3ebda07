"""A session's history in words: for each change its author, its moment and what it did.

Invariant: words that are private or covered in the session at hand, or were when they went, are never told.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from mgtui.domain.changes import Add, Change, Draft, Remove, Set, inverse, parts
from mgtui.domain.fields import decode_value, type_of
from mgtui.domain.history import Entry
from mgtui.domain.refusal import Refused
from mgtui.domain.session import TABLES, Interest, Item, Record, Session
from mgtui.locale import _
from mgtui.locale.wording import changes, differences

MOST_DETAILS: Final = 3
"""As many single changes are told by name where together they have none."""

_MOVES: Final = ("weight", "status", "certainty", "kind", "willing", "due", "reserve", "importance")
"""The fields whose value then and now says more than that it changed."""

_ANSWERS: Final = ("answers", "delivery", "worth")
"""The fields with an answer for each meeting."""


class Told(NamedTuple):
    """One change in words.

    Attributes:
        meaning: what it did, "weight of “rust”: 3 → 4".
        details: each single change that it is made of, where there are more.
    """

    entry: Entry
    meaning: str
    details: tuple[str, ...] = ()

    @property
    def about(self) -> frozenset[tuple[str, str]]:
        """The records that it altered, as (table, id)."""
        return frozenset((part.table, part.id) for part in parts(self.entry.change))


def told(
    entries: Sequence[Entry],
    session: Session,
    *,
    with_private: bool = False,
    revisions: Container[int] | None = None,
) -> Iterator[Told]:
    """Changes of a history in words, earliest first.

    Args:
        entries: the history from its beginning.
        session: what it led to; names come from there where the history has a gap.
        with_private: whether to tell what is private too; what is covered stays untold.
        revisions: which changes to tell; None tells all.
    """
    hidden = _hidden(entries, session, with_private=with_private)
    draft: Draft | None = Draft(Session(id=session.id))
    for entry in entries:
        if draft is not None:
            try:
                draft.make(entry.change)
            except Refused:
                draft = None
        if revisions is None or entry.revision in revisions:
            names = (hidden, draft.session if draft else session, session)
            yield _told(entry, names, with_private=with_private)


def _told(entry: Entry, names: tuple[Session, ...], *, with_private: bool) -> Told:
    taken_back = bool(entry.undoes)
    change = inverse(entry.change) if taken_back else entry.change
    meaning = _meaning(change, names, with_private=with_private)
    singles = parts(change)
    details = [_meaning(each, names, with_private=with_private) for each in singles] if len(singles) > 1 else []
    if 1 < len(details) <= MOST_DETAILS and (meaning == changes.counted(len(singles)) or _is_review(singles)):
        meaning = "; ".join(details)
    if taken_back:
        meaning = _("taken back: {what}").format(what=meaning)
    elif entry.redoes:
        meaning = _("done again: {what}").format(what=meaning)
    return Told(entry, meaning, tuple(details))


def _meaning(change: Change, names: tuple[Session, ...], *, with_private: bool) -> str:
    text = changes.change(change, *names, naming_private=with_private)
    if not isinstance(change, Set) or change.table not in TABLES:
        return text
    if change.field in _MOVES:
        return f"{text}: {_move(change, names)}"
    field, is_of_one_meeting, _meeting = change.field.partition(".")
    if field in _ANSWERS and is_of_one_meeting:
        return f"{text}: {_answer(change) or differences.NOT_SAID}"
    return text


def _is_review(singles: Sequence[Change]) -> bool:
    return any(isinstance(each, Set) and changes.is_review(each) for each in singles)


def _answer(change: Set) -> str:
    """What was answered at one meeting; nothing when that was taken back."""
    try:
        value = decode_value(change.value, type_of(TABLES[change.table], change.field)) if change.value else None
    except Refused:
        return ""
    return "" if value is None else differences.answered(change.field.partition(".")[0], value)


def _move(change: Set, names: tuple[Session, ...]) -> str:
    """A value then and now: "3 → 4"."""
    before, after = (_value(change, each, names) for each in (change.was, change.value))
    return f"{before or differences.NOT_SAID} → {after or differences.NOT_SAID}"


def _value(change: Set, of: Any, names: tuple[Session, ...]) -> str:
    try:
        value = decode_value(of, type_of(TABLES[change.table], change.field))
    except Refused:
        return ""
    record = next((getattr(s, change.table)[change.id] for s in names if change.id in getattr(s, change.table)), None)
    return differences.value(change.field, value, record, names[1])


def _hidden(entries: Sequence[Entry], session: Session, *, with_private: bool) -> Session:
    """The records whose words are not to be told, by id and without their words."""
    items = {
        key: _item(key, each.partner, is_covered=each.covered)
        for key, each in session.items.items()
        if _hides(each, with_private)
    }
    interests: dict[str, Interest] = {}
    if not with_private:
        interests = {key: replace(each, text="") for key, each in session.interests.items() if each.private}
    for entry in entries:
        for part in parts(entry.change):
            if isinstance(part, Remove | Add) and _was_hidden(part.record, with_private):
                if part.table == "items" and part.id not in session.items:
                    partner, is_covered = str(part.record.get("partner", "")), bool(part.record.get("covered"))
                    items[part.id] = _item(part.id, partner, is_covered=is_covered)
                if part.table == "interests" and part.id not in session.interests:
                    interests[part.id] = Interest(id=part.id, partner="", side="personal", text="", private=True)
    return Session(id=session.id, items=items, interests=interests)


def _hides(of: Record, with_private: bool) -> bool:
    return isinstance(of, Item) and (of.covered or (of.private and not with_private))


def _was_hidden(record: dict[str, Any], with_private: bool) -> bool:
    return bool(record.get("covered")) or (bool(record.get("private")) and not with_private)


def _item(identity: str, partner: str, *, is_covered: bool) -> Item:
    return Item(id=identity, partner=partner, direction="take", text="", covered=is_covered, private=not is_covered)
