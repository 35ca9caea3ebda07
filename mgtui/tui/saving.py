"""How safe the session is, as every screen shows it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from mgtui.domain.news import Waiting

SavingState = Literal["saved", "saving", "not_saved"]
"""All is on disk, something is under way, or it could not be saved."""


class Saving(Struct, frozen=True):
    """How safe the session is.

    Attributes:
        state: "saved" when everything is on disk, "saving" while something is under way.
        at: when it was last known to be saved; None before the first time.
        reason: for "not_saved", the code of what is wrong.
        details: for "not_saved", the values that a sentence about it names.
    """

    state: SavingState = "saved"
    at: datetime | None = None
    reason: str = ""
    details: dict[str, str] = {}

    def beside(self, waiting: Waiting) -> Saving:
        """How safe all is while `waiting` has not been taken by the room: that is not saved either."""
        return replace(self, state="saving") if waiting.number and self.state == "saved" else self
