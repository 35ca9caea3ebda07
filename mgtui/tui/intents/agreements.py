"""What can be done with agreements: who does it and by when, what it rests on, how far it is, and who confirms it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from mgtui.locale import N_
from mgtui.tui.intents.intent import AnyIntent, Group, Intent
from mgtui.tui.screens.frame import MgtuiScreen

if TYPE_CHECKING:
    from mgtui.tui.screens.agreements import AgreementsScreen


class _OfAgreement(Intent["AgreementsScreen"]):
    screens = ("agreements",)
    group: ClassVar[Group] = "followup"
    edits = True
    in_footer = True

    def is_possible(self, screen: AgreementsScreen) -> bool:
        """On an agreement."""
        return screen.agreement is not None


class Confirm(_OfAgreement):
    """A partner confirms it."""

    id = "agreement.confirm"
    keys = ("space", "c")
    label = N_("confirm")
    help = N_("A partner confirms the agreement as it now stands, or takes that back; on the agreement, asks who.")

    def perform(self, screen: AgreementsScreen) -> None:
        """Confirm, or ask who does."""
        screen.confirm()


class Who(_OfAgreement):
    """Who does it."""

    id = "agreement.who"
    keys = ("p",)
    label = N_("who does it")
    help = N_("Says which partners do it; without any, everyone does.")

    def perform(self, screen: AgreementsScreen) -> None:
        """Ask who."""
        screen.choose_who()


class Due(_OfAgreement):
    """By when."""

    id = "agreement.due"
    keys = ("d",)
    label = N_("by when")
    help = N_("Sets the day by which it will be done; an agreement that is later than that stands out.")

    def perform(self, screen: AgreementsScreen) -> None:
        """Begin to type."""
        screen.edit_due()


class Status(_OfAgreement):
    """How far it is."""

    id = "agreement.status"
    keys = ("t",)
    label = N_("status")
    help = N_("Goes on to the next status: open, done, dropped, and open again.")

    def perform(self, screen: AgreementsScreen) -> None:
        """Go on."""
        screen.next_status()


class RestsOn(_OfAgreement):
    """What it rests on."""

    id = "agreement.rests_on"
    keys = ("l", "L")
    label = N_("rests on")
    help = N_("Says which items it rests on; when one of them changes, the confirmations lapse.")

    def perform(self, screen: AgreementsScreen) -> None:
        """Ask which."""
        screen.choose_what_it_rests_on()


class Note(_OfAgreement):
    """A note to it."""

    id = "agreement.note"
    keys = ("e",)
    label = N_("note")
    help = N_("Edits the note to the agreement.")
    in_footer = False

    def perform(self, screen: AgreementsScreen) -> None:
        """Begin to type."""
        screen.edit_note()


class GoToAgreements(Intent[MgtuiScreen[Any]]):
    """To the agreements."""

    id = "go.agreements"
    keys = ("w",)
    label = N_("agreements")
    help = N_("Goes to the agreements: who does what by when, and who has confirmed it.")
    group = "go"
    in_footer = True

    def is_possible(self, screen: MgtuiScreen[Any]) -> bool:
        """In a session, from another screen."""
        return screen.mgtui.seat is not None and screen.NAME != "agreements"

    def perform(self, screen: MgtuiScreen[Any]) -> None:
        """Show them."""
        if screen.mgtui.seat:
            screen.mgtui.go("agreements")


INTENTS: tuple[AnyIntent, ...] = (Confirm(), Who(), Due(), Status(), RestsOn(), Note(), GoToAgreements())
