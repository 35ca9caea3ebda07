"""What can be done with meetings: close them or go on, note who attended, and compare any two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from mgtui.locale import N_
from mgtui.tui.intents.intent import AnyIntent, Group, Intent
from mgtui.tui.screens.frame import MgtuiScreen

if TYPE_CHECKING:
    from mgtui.tui.screens.meetings import MeetingsScreen


class _OfMeeting(Intent["MeetingsScreen"]):
    screens = ("meetings",)
    group: ClassVar[Group] = "followup"
    in_footer = True

    def is_possible(self, screen: MeetingsScreen) -> bool:
        """On a meeting."""
        return screen.meeting is not None


class CompareFrom(_OfMeeting):
    """Compare from here."""

    id = "meeting.from"
    keys = ("f",)
    label = N_("compare from")
    help = N_("Compares from the meeting under the cursor, as it was closed; tab shows one partner's changes only.")

    def is_possible(self, screen: MeetingsScreen) -> bool:
        """On a meeting, or on now."""
        return bool(screen.moment)

    def perform(self, screen: MeetingsScreen) -> None:
        """Compare."""
        screen.compare_from()


class CompareTo(CompareFrom):
    """Compare up to here."""

    id = "meeting.to"
    keys = ("t",)
    label = N_("compare to")
    help = N_("Compares up to the meeting under the cursor, or up to now.")

    def perform(self, screen: MeetingsScreen) -> None:
        """Compare."""
        screen.compare_to()


class CloseOrResume(_OfMeeting):
    """Close it, or go on with it."""

    id = "meeting.close"
    keys = ("c",)
    label = N_("close or go on")
    help = N_("Closes the meeting, which fixes what it came to; or goes on with one that was closed.")

    def perform(self, screen: MeetingsScreen) -> None:
        """Close it, or open it again."""
        screen.close_or_resume()


class Attended(_OfMeeting):
    """Who attended."""

    id = "meeting.attended"
    keys = ("p",)
    label = N_("who attended")
    help = N_("Edits who attended the meeting: names with commas between them.")

    def perform(self, screen: MeetingsScreen) -> None:
        """Begin to type."""
        screen.edit_attended()


class Note(_OfMeeting):
    """A note to it."""

    id = "meeting.note"
    keys = ("e",)
    label = N_("note")
    help = N_("Edits the note to the meeting.")
    in_footer = False

    def perform(self, screen: MeetingsScreen) -> None:
        """Begin to type."""
        screen.edit_note()


class GoToMeetings(Intent[MgtuiScreen[Any]]):
    """To the meetings."""

    id = "go.meetings"
    keys = ("g",)
    label = N_("meetings")
    help = N_("Goes to the meetings: what was promised, what came of it, and what has changed since.")
    group = "go"
    in_footer = True

    def is_possible(self, screen: MgtuiScreen[Any]) -> bool:
        """In a session, from another screen."""
        return screen.mgtui.seat is not None and screen.NAME != "meetings"

    def perform(self, screen: MgtuiScreen[Any]) -> None:
        """Show them."""
        if screen.mgtui.seat:
            screen.mgtui.go("meetings")


INTENTS: tuple[AnyIntent, ...] = (CompareFrom(), CompareTo(), CloseOrResume(), Attended(), Note(), GoToMeetings())
