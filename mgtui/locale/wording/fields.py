"""What the fields of a record are called on screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from mgtui.locale import N_, _
from mgtui.locale.safe_text import clipped

LONGEST_NAME: Final = 40
"""Of a field that a later version or another program brought."""


def field(path: str) -> str:
    """What a field is called: "weight"; its own name where it has no other."""
    name = path.partition(".")[0]
    return _(_FIELDS[name]) if name in _FIELDS else clipped(name, LONGEST_NAME)


_FIELDS: Final[Mapping[str, str]] = {
    "title": N_("title of the session"),
    "ambition": N_("ambition"),
    "scale": N_("scale"),
    "name": N_("name"),
    "text": N_("text"),
    "weight": N_("weight"),
    "certainty": N_("certainty"),
    "kind": N_("kind"),
    "status": N_("status"),
    "private": N_("privacy"),
    "covered": N_("covering"),
    "author": N_("author"),
    "from_collaboration": N_("origin"),
    "interests": N_("interests"),
    "reserve": N_("best alternative"),
    "alternative": N_("best alternative"),
    "willing": N_("willingness"),
    "willing_reason": N_("reason for that willingness"),
    "importance": N_("importance"),
    "side": N_("side"),
    "covered_by": N_("coverage"),
    "interest": N_("interest"),
    "channel": N_("channel"),
    "owner": N_("owner"),
    "due": N_("due date"),
    "answers": N_("answer"),
    "confirmations": N_("confirmation"),
    "partners": N_("partners"),
    "items": N_("items"),
    "attended": N_("who attended"),
    "closed": N_("end"),
    "closed_revision": N_("last change"),
    "spoken": N_("speaking time"),
    "ready": N_("readiness"),
    "revealed": N_("revealing"),
    "question": N_("question"),
    "note": N_("note"),
    "dropped_reason": N_("reason for dropping"),
    "delivery": N_("delivered?"),
    "worth": N_("still worth it?"),
}
