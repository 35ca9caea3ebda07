"""Who may what: checked in the room, so that no view and no wire client can get around it."""

from __future__ import annotations

from mgtui.domain.changes import Add, Change, Remove, Set, Single, parts
from mgtui.domain.people import Role
from mgtui.domain.refusal import Refused


def refuse_unless_allowed(role: Role, change: Change) -> None:
    """Whether someone in `role` may make `change`; to be asked of a grounded change, which says all that it does.

    A facilitator may everything; a co-facilitator everything but revealing a round, closing a meeting, and removing
    either when that is done; a viewer nothing. Who may uncover what beside a round, `covering` says.

    Raises:
        Refused: "read_only" for a viewer, "not_allowed" for what only a facilitator may.
    """
    refuse_onlookers(role)
    if role == "co-facilitator" and any(_is_facilitators(part) for part in parts(change)):
        raise Refused("not_allowed")


def refuse_onlookers(role: Role) -> None:
    """Whether someone in `role` may do anything at all.

    Raises:
        Refused: "read_only" for a viewer.
    """
    if role == "viewer":
        raise Refused("read_only")


def _is_facilitators(part: Single) -> bool:
    over = _OVER.get(part.table)
    if over is None:
        return False
    if isinstance(part, Set):
        return part.field.startswith(over)
    return isinstance(part, Add | Remove) and over in part.record


_OVER = {"meetings": "closed", "rounds": "revealed"}
"""By table, the field that says that something is over, which only a facilitator decides."""
