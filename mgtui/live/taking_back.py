"""What someone takes back of what they did: the latest that can be, and nothing that others have done since.

Invariant: what can't be taken back is said once, then passed over for what was done before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from mgtui.domain.changes import Change
from mgtui.domain.history import Entry, changed_since, taking_back, undoable
from mgtui.domain.people import Person
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Session
from mgtui.live import covering
from mgtui.live.roles import refuse_unless_allowed

Doing = Literal["undo", "redo"]


class TakingBack:
    """Everyone's undo and redo in one room."""

    def __init__(self) -> None:
        self._said: set[int] = set()

    def latest(self, session: Session, history: Sequence[Entry], person: Person, doing: Doing) -> tuple[Entry, Change]:
        """The latest entry that `person` can undo, or redo, and the change that does.

        Raises:
            Refused: for one that can't be, when that has not been said before; or when there is none.
        """
        undo, redo = undoable(history, person.client)
        for revision in reversed(undo if doing == "undo" else redo):
            target = history[revision - history[0].revision]
            try:
                back = _back(session, history, person, target)
            except Refused:
                if revision not in self._said:
                    self._said.add(revision)
                    raise
            else:
                # What is added again is as new to everyone else as what is added.
                return target, covering.signed(session, person, back) if doing == "redo" else back
        raise Refused("nothing_to_undo" if doing == "undo" else "nothing_to_redo")


def _back(session: Session, history: Sequence[Entry], person: Person, target: Entry) -> Change:
    """The change by which `person` takes back `target`.

    Raises:
        Refused: when they may not, or another has changed since what it alters, or covered it.
    """
    back = taking_back(session, target.change)
    if back is None:
        raise Refused("changed_since", name=changed_since(history, target))
    covered = covering.covered_since(session, history, person, target.revision, back)
    if covered:
        raise Refused("changed_since", name=covered.by)
    refuse_unless_allowed(person.role, back)
    covering.refuse_uncovering(session, person, back)
    return back
