"""What a seat hears from its room; each kind is one occurrence, and the session in `Changed` is the only truth."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from mgtui.domain.changes import Change
from mgtui.domain.grounding import Overwritten
from mgtui.domain.history import Entry
from mgtui.domain.people import Person, Place, View
from mgtui.domain.powers import Powers
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Session
from mgtui.domain.trial import ShownTrial
from mgtui.domain.turns import Turns


class Changed(Struct, frozen=True):
    """The room took a change; `session` is the session after it, `before` the one it was made to."""

    session: Session
    entry: Entry
    before: Session


class Rejected(Struct, frozen=True):
    """The room did not take one's own change, undo or redo."""

    refusal: Refused
    doing: Literal["change", "undo", "redo"] = "change"


class Replaced(Struct, frozen=True):
    """One's own change, taken as `entry`, was made on what `by` had meanwhile changed in `fields`."""

    entry: Entry
    by: str
    fields: tuple[Overwritten, ...]


class Saved(Struct, frozen=True):
    """Everything up to `revision` is safe on disk."""

    revision: int


class NotSaved(Struct, frozen=True):
    """Saving failed; nothing is lost as long as the program runs, and it tries again.

    Attributes:
        reason: what is wrong, as a code of the store.
        details: the values that the sentence about it names.
    """

    reason: str
    details: dict[str, str]


class Present(Struct, frozen=True):
    """Who is in the room now.

    Attributes:
        people: everyone here, oneself included.
        places: where each of them is, by client; who has not said so is not in it.
    """

    people: tuple[Person, ...]
    places: dict[str, Place] = field(default_factory=dict)


class Shown(Struct, frozen=True):
    """What the facilitator shows from now on."""

    view: View


class Timed(Struct, frozen=True):
    """Whose turn it is to speak, and since when, from now on."""

    turns: Turns


class Tried(Struct, frozen=True):
    """The trial that someone shows to everyone from now on; None when there is none any more."""

    trial: ShownTrial | None


class Empowered(Struct, frozen=True):
    """Who may what from now on, as a facilitator decided."""

    powers: Powers


class Reconnecting(Struct, frozen=True):
    """The room can't be reached for the moment; what is submitted meanwhile is kept and sent when it is back."""


class Reconnected(Struct, frozen=True):
    """The room is back; `session` in the news that came just before this is what it holds."""


class Waiting(Struct, frozen=True):
    """What one has submitted and the room has not answered yet; it is kept, and sent again when that is needed.

    Attributes:
        number: how many submissions that are; 0 when all are answered.
        changes: the changes among them, in order; undoing and redoing are none.
    """

    number: int
    changes: tuple[Change, ...] = ()


class Parted(Struct, frozen=True):
    """The seat is lost for good, and what was submitted since the last `Saved` may not have arrived.

    Attributes:
        reason: why, as a code: "removed" (by a facilitator), "refused" (the door does not let one in any more), …
    """

    reason: str


Told = Changed | Rejected | Replaced | Saved | NotSaved | Present | Shown | Timed | Tried | Empowered
"""What the room says."""

News = Told | Reconnecting | Reconnected | Waiting | Parted
