"""What a room has beside its session, and hands on to the process that is the room next."""

from __future__ import annotations

from typing import Protocol

from mgtui.domain.news import Present
from mgtui.domain.people import View
from mgtui.domain.powers import Powers
from mgtui.domain.turns import Turns


class Around(Protocol):
    """As whoever was in the room knows it, because the room said so."""

    @property
    def lineage(self) -> str:
        """Which room it is, whichever process it is in; empty when that is not known."""

    @property
    def view(self) -> View:
        """What the facilitator shows."""

    @property
    def turns(self) -> Turns:
        """Whose turn it is to speak."""

    @property
    def powers(self) -> Powers:
        """Who may what."""

    @property
    def present(self) -> Present:
        """Who was here."""
