"""The session as each meeting left it, looked up in the history once; a history only grows, so it stays true."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from mgtui.domain.balance import SessionBalance, balance
from mgtui.domain.comparison import Difference, author_of, authors, compare, of_partner
from mgtui.domain.followup import states_at
from mgtui.domain.history import Entry
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Meeting, Session
from mgtui.domain.visibility import for_viewers, hidden_as_in

NOW: Literal["now"] = "now"
"""Beside the ids of meetings: the session as it stands."""


class Moment(NamedTuple):
    """One point to compare from or to.

    Attributes:
        id: of a meeting, or NOW.
        meeting: which one; None for now.
        revision: where in the history it is.
        session: as it was then; as it stands for a meeting that is not closed.
    """

    id: str
    meeting: Meeting | None
    revision: int
    session: Session
    balance: SessionBalance


class Found(NamedTuple):
    """A difference with the last entry that had a hand in it, if any is known."""

    difference: Difference
    entry: Entry | None


class Past:
    """What the meetings of one session came to.

    Args:
        history: all that happened to it; it may grow.
        is_viewer: whether it is shown to someone who may only look.
    """

    def __init__(self, history: Sequence[Entry], *, is_viewer: bool) -> None:
        self.history = history
        self._is_viewer = is_viewer
        self._states: dict[int, Session] = {}

    def moments(self, session: Session) -> list[Moment]:
        """Each meeting, earliest first, and now; without those that lie before where the history begins."""
        last = self.history[-1].revision if self.history else 0
        meetings = session.meetings_in_order
        self._look_up([each.closed_revision for each in meetings if each.closed_revision is not None], session)
        found = [self._moment(each, session, last) for each in meetings]
        return [*(each for each in found if each), Moment(NOW, None, last, session, balance(session))]

    def differences(self, before: Moment, after: Moment, partner: str = "") -> list[Found]:
        """What became of each record between two moments, of one partner or of all, with who did it."""
        found = compare(before.session, after.session)
        told = of_partner(found, partner) if partner else found
        latest = authors(self.history, before.revision, after.revision)
        return [Found(each, author_of(each, latest)) for each in told]

    def left_by_the_one_before(self, session: Session) -> Session | None:
        """The session as it was before the latest meeting began; None when that can't be known."""
        meetings = session.meetings_in_order
        if len(meetings) < 2:
            return None
        closed = meetings[-2].closed_revision
        revision = meetings[-1].opened_revision if closed is None else closed
        self._look_up([revision], session)
        state = self._states.get(revision)
        return None if state is None else self._shown(hidden_as_in(state, session))

    def _shown(self, past: Session) -> Session:
        return for_viewers(past) if self._is_viewer else past

    def _moment(self, meeting: Meeting, session: Session, last: int) -> Moment | None:
        if meeting.closed_revision is None:
            return Moment(meeting.id, meeting, last, session, balance(session))
        state = self._states.get(meeting.closed_revision)
        if state is None:
            return None
        past = hidden_as_in(state, session)
        return Moment(meeting.id, meeting, meeting.closed_revision, self._shown(past), balance(past))

    def _look_up(self, revisions: list[int], session: Session) -> None:
        missing = [each for each in revisions if each not in self._states]
        # A viewer elsewhere has a history in steps from meeting to meeting, which is whole though it begins later.
        if not missing or not self.history or (self.history[0].revision != 1 and not self._is_viewer):
            return
        try:
            self._states |= states_at(self.history, missing, Session(id=session.id))
        except Refused:
            # A file that was mended does not follow from its history; then there is nothing to look back on.
            return
