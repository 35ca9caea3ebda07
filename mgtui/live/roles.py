"""Who may what: checked in the room, so that no view and no wire client can get around it."""

from __future__ import annotations

from mgtui.domain.changes import Add, Change, Remove, Set, parts
from mgtui.domain.people import Role
from mgtui.domain.refusal import Refused


def refuse_unless_allowed(role: Role, change: Change) -> None:
    """Whether someone in `role` may make `change`; to be asked of a grounded change, which says all that it does.

    A facilitator may everything; a co-facilitator everything but revealing what is covered, closing a meeting, and
    removing a closed one; a viewer nothing.

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


def _is_facilitators(part: Change) -> bool:
    if isinstance(part, Set):
        reveals = part.table == "items" and part.field == "covered" and part.value is False
        closes = part.table == "meetings" and part.field.startswith("closed")
        return reveals or closes
    return isinstance(part, Add | Remove) and part.table == "meetings" and "closed" in part.record
