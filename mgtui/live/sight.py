"""What a viewer gets to see of a session and of what happens to it.

Invariant: no session, change or history that comes out of here holds anything that is covered or private.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from mgtui.domain.changes import apply, inverse
from mgtui.domain.difference import difference
from mgtui.domain.history import Entry
from mgtui.domain.news import Changed
from mgtui.domain.refusal import Refused
from mgtui.domain.session import TABLES, Session


class Sight:
    """A viewer's eyes.

    Args:
        hide: a session without what viewers may not see.
    """

    def __init__(self, hide: Callable[[Session], Session]) -> None:
        self._hide = hide
        self._latest: tuple[Changed, Changed] | None = None

    def of(self, changed: Changed) -> Changed:
        """What `changed` looks like: from what was visible before to what is visible after."""
        if self._latest and self._latest[0] is changed:
            return self._latest[1]
        if self._latest and self._latest[0].session is changed.before:
            before = self._latest[1].session
        else:
            before = self._hide(changed.before)
        after = self._hide(changed.session)
        entry = msgspec.structs.replace(changed.entry, change=difference(before, after))
        seen = Changed(after, entry, before)
        self._latest = (changed, seen)
        return seen

    def whole(self, session: Session, history: Sequence[Entry]) -> tuple[Session, tuple[Entry, ...]]:
        """The session, and a history in steps from one end of a meeting to the next.

        In the past, too, nothing is seen that is hidden now.
        """
        visible = self._hide(session)
        hidden = {
            (name, each) for name in TABLES for each in getattr(session, name) if each not in getattr(visible, name)
        }
        ends = {end for each in session.meetings.values() for end in (each.opened_revision, each.closed_revision)}
        seen = Session(id=session.id)
        steps = []
        for entry, past in reversed(list(_at_ends(session, history, ends))):
            now = self._hide(_without(past, hidden))
            steps.append(msgspec.structs.replace(entry, change=difference(seen, now)))
            seen = now
        return visible, tuple(steps)


def _at_ends(session: Session, history: Sequence[Entry], ends: set[int | None]) -> Iterator[tuple[Entry, Session]]:
    """The latest entry and those at `ends`, each with the session after it, latest first."""
    for entry in reversed(history):
        if entry is history[-1] or entry.revision in ends:
            yield entry, session
        try:
            session = apply(session, inverse(entry.change))
        except Refused:
            return


def _without(session: Session, hidden: set[tuple[str, str]]) -> Session:
    tables = {
        name: {key: record for key, record in getattr(session, name).items() if (name, key) not in hidden}
        for name in {table for table, _ in hidden}
    }
    return msgspec.structs.replace(session, **tables)
