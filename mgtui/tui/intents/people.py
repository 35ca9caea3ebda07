"""What can be done about the people in the room: see them, freeze editing, hand over the lead, remove a guest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from mgtui.domain.powers import Deciding
from mgtui.locale import N_
from mgtui.tui import standing
from mgtui.tui.intents.intent import EVERYWHERE, AnyIntent, Group, Intent
from mgtui.tui.intents.overlays import Close
from mgtui.tui.screens.frame import MgtuiScreen

if TYPE_CHECKING:
    from mgtui.tui.screens.people import PeopleScreen


class ShowPeople(Intent[MgtuiScreen[Any]]):
    """Who is here."""

    id = "people"
    keys = ("P",)
    label = N_("who is here")
    help = N_("Shows who is in the room, in which role, where, and since when; a facilitator can hand over and remove.")
    group = "room"

    def is_possible(self, screen: MgtuiScreen[Any]) -> bool:
        """In a session."""
        return screen.mgtui.seat is not None

    def perform(self, screen: MgtuiScreen[Any]) -> None:
        """Lay them over `screen`."""
        screen.mgtui.lay_over("people")


class Freeze(Intent[MgtuiScreen[Any]]):
    """Only the facilitator edits, or everyone."""

    id = "people.freeze"
    keys = ("F",)
    label = N_("freeze or release")
    help = N_("Freezes editing for everyone but the facilitator, or lets everyone edit again.")
    group = "room"
    screens: ClassVar[tuple[str, ...]] = EVERYWHERE

    def is_possible(self, screen: MgtuiScreen[Any]) -> bool:
        """For a facilitator."""
        return screen.mgtui.seat is not None and not standing.is_led_by_others(screen.mgtui)

    def why_not(self, screen: MgtuiScreen[Any]) -> str:
        """Who can."""
        return standing.who_can(screen.mgtui) if standing.is_led_by_others(screen.mgtui) else ""

    def perform(self, screen: MgtuiScreen[Any]) -> None:
        """Freeze it, or let it go."""
        seat = screen.mgtui.seat
        if seat is not None:
            seat.decide(Deciding(do="thaw" if seat.powers.frozen_by else "freeze"))


class FreezeHere(Freeze):
    """The same from the list of people, named at its foot."""

    id = "people.freeze.here"
    screens: ClassVar[tuple[str, ...]] = ("people",)
    in_footer = True


class _OfPeople(Intent["PeopleScreen"]):
    group: ClassVar[Group] = "room"
    screens: ClassVar[tuple[str, ...]] = ("people",)
    in_footer = True

    def why_not(self, screen: PeopleScreen) -> str:
        """Who can."""
        return standing.who_can(screen.mgtui) if standing.is_led_by_others(screen.mgtui) else ""


class HandOver(_OfPeople):
    """Another leads."""

    id = "people.hand_over"
    keys = ("h",)
    label = N_("hand over the lead")
    help = N_("Makes who is under the cursor facilitator, and you co-facilitator; only they can hand it back.")

    def is_possible(self, screen: PeopleScreen) -> bool:
        """On someone else who may edit."""
        return screen.can_hand_over

    def perform(self, screen: PeopleScreen) -> None:
        """Hand it over."""
        screen.hand_over()


class Remove(_OfPeople):
    """Out of the room."""

    id = "people.remove"
    keys = ("delete",)
    label = N_("remove")
    help = N_("Removes a guest from the room; they are told, and can't come back until you let them in again.")

    def is_possible(self, screen: PeopleScreen) -> bool:
        """On a guest."""
        return screen.can_remove

    def perform(self, screen: PeopleScreen) -> None:
        """Remove them."""
        screen.remove_chosen()


class LetIn(_OfPeople):
    """Back in the room."""

    id = "people.let_in"
    keys = ("enter",)
    label = N_("let in again")
    help = N_("Lets someone who was removed come in again.")

    def is_possible(self, screen: PeopleScreen) -> bool:
        """On someone who was removed."""
        return screen.may_decide and bool(screen.removed)

    def why_not(self, screen: PeopleScreen) -> str:
        """Who can, on someone who was removed."""
        return super().why_not(screen) if screen.removed else ""

    def perform(self, screen: PeopleScreen) -> None:
        """Let them in."""
        screen.let_in()


class ClosePeople(Close):
    """Back by the key that led here."""

    id = "people.close"
    keys: ClassVar[tuple[str, ...]] = ("escape", "P")
    screens: ClassVar[tuple[str, ...]] = ("people",)


INTENTS: tuple[AnyIntent, ...] = (HandOver(), Remove(), LetIn(), Freeze(), FreezeHere(), ClosePeople(), ShowPeople())
