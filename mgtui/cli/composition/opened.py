"""A session that is open at this terminal: the seat in its room, which is here or in another process.

Invariant: leaving waits until what this process had to save is saved, or tells where it is instead.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mgtui.cli import people, places
from mgtui.cli.composition.keeping import FileKeeper, Loss
from mgtui.cli.exits import REFUSED, Failure
from mgtui.domain.session import Session
from mgtui.live.connection import Unwelcome
from mgtui.live.entrance import Entrance, Occupied
from mgtui.live.hosting import Caller
from mgtui.live.joining import SharedSeat
from mgtui.live.listening import NoPlace, room_folder
from mgtui.live.tickets import NotAdmitted
from mgtui.locale import _
from mgtui.store.errors import NewerSchema
from mgtui.store.journal import FileJournal

InApp = Callable[[Callable[[], None]], None]
"""Runs something in the thread of the screens; safe from any thread."""


class Opened(SharedSeat):
    """The seat of the person at this terminal.

    Args:
        keeper: where the session is kept.
        caller: who sits down; a viewer needs no file that can be written.

    Raises:
        StoreError: when the session can't be opened.
        Failure: when its room does not let the caller in.
    """

    def __init__(self, keeper: FileKeeper, caller: Caller) -> None:
        entrance = Entrance(keeper, sockets_folder(), caller, people.now)
        try:
            found = entrance.open()
        except Occupied:
            raise keeper.occupied() from None
        except (Unwelcome, NotAdmitted) as refused:
            reason = refused.reason if isinstance(refused, Unwelcome) else ""
            raise Failure(REFUSED, why_refused(reason)) from None
        super().__init__(entrance, found)
        self.keeper = keeper

    @property
    def path(self) -> Path:
        """Where the session is kept; another place after saving elsewhere."""
        held = self.keeper.held
        return held.journal.file.path if held else self.keeper.path

    @property
    def loss(self) -> Loss | None:
        """After leaving, what became of what could not be saved where it should; None when all was saved."""
        return self.keeper.held.loss if self.keeper.held else None

    def save_again(self) -> None:
        """Try at once what could not be saved."""
        if self.keeper.held:
            self.keeper.held.journal.retry()

    def save_elsewhere(self, path: Path) -> None:
        """Go on in a new file at `path`; a room in another process sees to that itself.

        Raises:
            StoreError: when it can't be made; the old file stays in use.
        """
        if self.keeper.held:
            self.keeper.held.journal.save_elsewhere(path)

    def theirs(self) -> Session:
        """What another program wrote in the file.

        Raises:
            Failure: when the session is kept by another process.
            StoreError: when it is no session.
        """
        return self._journal().file.theirs().session

    def keep_both(self) -> Path:
        """Save ours in the file and put what another program wrote beside it; returns where that is.

        Raises:
            Failure: when the session is kept by another process.
            StoreError: when either can't be written.
        """
        return self._journal().keep_both()

    def _journal(self) -> FileJournal:
        if self.keeper.held is None:
            raise Failure(REFUSED, _("Another window keeps this session; what to do with its file is decided there."))
        return self.keeper.held.journal


def why_refused(reason: str) -> str:
    """Why a room does not let someone in, or not any more, by the reason that it gives."""
    if reason == "removed":
        return _("The facilitator has removed you from this session. What you did in it is kept.")
    return _("The session is open elsewhere, and you can't join it there.")


def seat_in(keeper: FileKeeper, caller: Caller) -> Opened:
    """A seat in the session of `keeper`; one that a newer version wrote is only looked at.

    Raises:
        As `Opened`.
    """
    try:
        return Opened(keeper, caller)
    except NewerSchema:
        return Opened(keeper, Caller(proof=caller.proof, name=caller.name, role="viewer"))


def sockets_folder() -> Path | None:
    """Where rooms of this user listen; None where there is no place for that, so that nobody can join."""
    try:
        return room_folder(places.state_folder())
    except NoPlace:
        return None
