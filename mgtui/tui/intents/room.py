"""Who else may come into the room: the SSH door, opened and closed from the screen."""

from __future__ import annotations

from typing import Any

from mgtui.locale import N_, _
from mgtui.tui.intents.intent import AnyIntent, Intent
from mgtui.tui.screens.frame import MgtuiScreen

Anywhere = MgtuiScreen[Any]


class RoomDoor(Intent[Anywhere]):
    """The door for people elsewhere."""

    id = "room.door"
    keys = ("D",)
    label = N_("let others in")
    help = N_("Opens an SSH door to this session, shows what others type to come in, and closes it again.")
    group = "session"

    def is_possible(self, screen: Anywhere) -> bool:
        """In a session, for who has an account on this machine."""
        return screen.mgtui.seat is not None and screen.mgtui.doors.room_door is not None

    def perform(self, screen: Anywhere) -> None:
        """Show the door."""
        screen.mgtui.lay_over("door")


class CloseRoomDoor(Intent[Anywhere]):
    """Shut it."""

    id = "room.door.close"
    label = N_("close the door")
    help = N_("Closes the SSH door: whoever came in by it is told and leaves; everything is saved.")
    group = "session"

    def is_possible(self, screen: Anywhere) -> bool:
        """While it is open."""
        door = screen.mgtui.doors.room_door
        return door is not None and door.state.stage in ("opening", "open")

    def perform(self, screen: Anywhere) -> None:
        """Close it."""
        door = screen.mgtui.doors.room_door
        if door:
            door.close()
            screen.mgtui.say(_("The door is closing; whoever came in by it is told."), "good")


INTENTS: tuple[AnyIntent, ...] = (RoomDoor(), CloseRoomDoor())
