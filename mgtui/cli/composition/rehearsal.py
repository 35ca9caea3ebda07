"""Shows the screens once to nobody, so that what they make once and keep is there before programs are forked from here.

Invariant: nothing is written; afterwards there is one thread and no event loop, as before.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from mgtui.cli import people
from mgtui.cli.composition import samples
from mgtui.cli.composition.guest_doors import GuestDoors
from mgtui.cli.composition.room_of_one import NoJournal
from mgtui.cli.exits import Failure
from mgtui.cli.settings import Settings
from mgtui.domain.people import Person
from mgtui.live.room import Room
from mgtui.live.seat import LocalSeat
from mgtui.store.access import read_session
from mgtui.store.errors import StoreError
from mgtui.tui import unseen
from mgtui.tui.app import MgtuiApp

WALK: Final = ("down", "5", "right", "u", "tab", "ctrl+z")
"""Keys that have the board do what it does most."""


def rehearse() -> None:
    """Open a sample in a room in memory, walk over its board and leave; without samples, do nothing."""
    try:
        path = _sample()
        session = read_session(path).session
    except (Failure, StoreError, OSError):
        return
    nobody = Person(client="rehearsal", name="rehearsal")
    seat = LocalSeat(Room(session, [], NoJournal(), people.now), nobody)
    unseen.walk(MgtuiApp(GuestDoors(nobody, Settings(), "", path), seat), WALK)


def _sample() -> Path:
    place = samples.folder()
    return (place or Path()) / f"{samples.chosen(None).name}.json"
