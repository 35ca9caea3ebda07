"""What a viewer gets to see of a session and of what happens to it.

Invariant: no session, change or history that comes out of here holds anything that is covered or private.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from mgtui.domain.changes import Change, Remove, Set, Single, apply, as_batch, inverse, parts
from mgtui.domain.difference import difference
from mgtui.domain.history import Entry
from mgtui.domain.news import Changed
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Session
from mgtui.domain.visibility import for_viewers, hidden_as_in


class Sight:
    """A viewer's eyes; all viewers see the same."""

    def __init__(self) -> None:
        self._latest: tuple[Changed, Changed] | None = None

    def of(self, changed: Changed) -> Changed:
        """What `changed` looks like: from what was visible before to what is visible after."""
        if self._latest and self._latest[0] is changed:
            return self._latest[1]
        if self._latest and self._latest[0].session is changed.before:
            before = self._latest[1].session
        else:
            before = for_viewers(changed.before)
        after = for_viewers(changed.session)
        entry = msgspec.structs.replace(changed.entry, change=_without_past(difference(before, after)))
        seen = Changed(after, entry, before)
        self._latest = (changed, seen)
        return seen

    def whole(self, session: Session, history: Sequence[Entry]) -> tuple[Session, tuple[Entry, ...]]:
        """The session, and a history in steps from one end of a meeting to the next.

        In the past, too, nothing is seen that is hidden now.
        """
        ends = {end for each in session.meetings.values() for end in (each.opened_revision, each.closed_revision)}
        seen = Session(id=session.id)
        steps = []
        for entry, past in reversed(list(_at_ends(session, history, ends))):
            now = for_viewers(hidden_as_in(past, session))
            steps.append(msgspec.structs.replace(entry, change=_without_past(difference(seen, now))))
            seen = now
        return for_viewers(session), tuple(steps)


def _without_past(change: Change) -> Change:
    """`change` without what was there before it: nobody undoes for a viewer, and what is hidden now may be in it."""
    return as_batch([_only_after(part) for part in parts(change)]) if parts(change) else change


def _only_after(part: Single) -> Single:
    if isinstance(part, Set):
        return Set(part.table, part.id, part.field, part.value)
    return Remove(part.table, part.id) if isinstance(part, Remove) else part


def _at_ends(session: Session, history: Sequence[Entry], ends: set[int | None]) -> Iterator[tuple[Entry, Session]]:
    """The latest entry and those at `ends`, each with the session after it, latest first."""
    for entry in reversed(history):
        if entry is history[-1] or entry.revision in ends:
            yield entry, session
        try:
            session = apply(session, inverse(entry.change))
        except Refused:
            return
