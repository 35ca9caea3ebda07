"""What of a session goes out: never what is covered, and the words of what is private only when asked for by name.

Invariant: everything that a document is made of comes from here, so that no writer has to remember.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from mgtui.domain.session import Item, Meeting, Session
from mgtui.domain.visibility import for_documents, hidden_as_in, is_nameless
from mgtui.locale import ngettext


class Before(Struct, frozen=True):
    """The session as it stood at a meeting, to tell what has changed since."""

    meeting: Meeting
    session: Session


class Selection(Struct, frozen=True):
    """A session as it may go out.

    Attributes:
        session: with nameless items in the place of hidden ones, so that sums and verdicts are those of the board.
        before: what to compare it with, just as free of what is hidden; None for no comparison.
        with_private: whether what is private was asked for.
    """

    session: Session
    before: Before | None = None
    with_private: bool = False

    def left_out(self) -> list[str]:
        """What is in the session and not in the document, in sentences."""
        nameless = [item for item in self.session.items.values() if is_nameless(item) and item.status != "dropped"]
        covered = sum(item.covered for item in nameless)
        private = len(nameless) - covered
        found = []
        if private:
            counted = ngettext(
                "{n} private item is counted here and not listed.",
                "{n} private items are counted here and not listed.",
                private,
            )
            found.append(counted.format(n=private))
        if covered:
            apart = ngettext(
                "{n} item is not revealed yet and left out.", "{n} items are not revealed yet and left out.", covered
            )
            found.append(apart.format(n=covered))
        return found


def select(session: Session, before: tuple[Meeting, Session] | None = None, *, with_private: bool = False) -> Selection:
    """What of `session` may go out.

    Args:
        session: as those who edit it see it.
        before: a meeting, and the session as it stood then.
        with_private: whether what is private was asked for by name.
    """
    then = None
    if before:
        meeting, past = before
        then = Before(meeting, for_documents(hidden_as_in(past, session), with_private=with_private))
    return Selection(for_documents(session, with_private=with_private), then, with_private)


def listed(items: Iterable[Item]) -> list[Item]:
    """Those of `items` that may be named."""
    return [item for item in items if not item.covered and not is_nameless(item)]
