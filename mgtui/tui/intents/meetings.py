"""What can be done with meetings: close them or go on, note who attended, and compare any two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from mgtui.locale import N_, _
from mgtui.tui import standing
from mgtui.tui.intents.intent import AnyIntent, Group, Intent
from mgtui.tui.intents.key_names import key_of
from mgtui.tui.screens.frame import MgtuiScreen

if TYPE_CHECKING:
    from mgtui.tui.screens.board import BoardScreen
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
    edits = True
    keys = ("c",)
    label = N_("close or go on")
    help = N_("Closes the meeting, which fixes what it came to; or goes on with the latest when it was closed.")

    def is_possible(self, screen: MeetingsScreen) -> bool:
        """For a facilitator, on a meeting that lasts, or on the latest."""
        return self._can_be_done(screen) and not standing.is_led_by_others(screen.mgtui)

    def why_not(self, screen: MeetingsScreen) -> str:
        """Who can."""
        is_for_others = self._can_be_done(screen) and standing.is_led_by_others(screen.mgtui)
        return standing.who_can(screen.mgtui) if is_for_others else super().why_not(screen)

    def _can_be_done(self, screen: MeetingsScreen) -> bool:
        meeting, latest = screen.meeting, screen.session.meetings_in_order[-1:]
        return meeting is not None and (meeting.closed is None or [meeting] == latest)

    def perform(self, screen: MeetingsScreen) -> None:
        """Close it, or open it again."""
        screen.close_or_resume()


class Attended(_OfMeeting):
    """Who attended."""

    id = "meeting.attended"
    edits = True
    keys = ("p",)
    label = N_("who attended")
    help = N_("Edits who attended the meeting: names with commas between them.")

    def perform(self, screen: MeetingsScreen) -> None:
        """Begin to type."""
        screen.edit_attended()


class Note(_OfMeeting):
    """A note to it."""

    id = "meeting.note"
    edits = True
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


class NextMeeting(Intent["BoardScreen"]):
    """Yes, this is a new meeting."""

    id = "meeting.next"
    keys = ("ctrl+n",)
    label = N_("new meeting")
    help = N_("Begins the next meeting when the session is from another day; the last one is closed as it stands.")
    group = "followup"
    screens = ("board",)

    def is_possible(self, screen: BoardScreen) -> bool:
        """While it is asked."""
        return screen.is_asking

    def perform(self, screen: BoardScreen) -> None:
        """Begin it."""
        from mgtui.tui.next_meeting import next_meeting

        app, seat = screen.mgtui, screen.mgtui.seat
        screen.put_question_away()
        if seat is not None:
            seat.submit(next_meeting(seat, seat.session, app.doors.new_id(), app.doors.now()))
            text = _(
                "A new meeting has begun. {review} reviews what was promised, {meetings} names it, {undo} undoes it."
            )
            keys = {"review": "go.review", "meetings": "go.meetings", "undo": "undo"}
            app.say(text.format(**{name: key_of(app, intent) for name, intent in keys.items()}))


INTENTS: tuple[AnyIntent, ...] = (
    CompareFrom(),
    CompareTo(),
    CloseOrResume(),
    Attended(),
    Note(),
    NextMeeting(),
    GoToMeetings(),
)
