"""Who of the people in the room has written what they had to write in a round, and for whom it waits."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from mgtui.domain.people import Person
from mgtui.domain.session import Round


class Readiness(Struct, frozen=True):
    """How far the writing is, by name.

    Attributes:
        ready: who said to be ready, also when they have left since; in the order in which they said so.
        waiting: the co-facilitators here who have not; a facilitator is not waited for, and may write as well.
    """

    ready: tuple[str, ...]
    waiting: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many are ready or waited for."""
        return len(self.ready) + len(self.waiting)


def readiness(of: Round, people: Iterable[Person]) -> Readiness:
    """Who is ready in the round `of`, with `people` in the room."""
    said = sorted(of.ready.values(), key=lambda each: each.at)
    waiting = [each.name for each in people if each.role == "co-facilitator" and each.signature not in of.ready]
    return Readiness(tuple(each.by for each in said), tuple(waiting))
