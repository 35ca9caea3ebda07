"""What can be taken along and taken in: reports, hand-outs, pictures and lists, with a look before anything happens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from mgtui.locale import N_
from mgtui.tui import clipboard
from mgtui.tui.editing.cells import clipped
from mgtui.tui.intents.intent import AnyIntent, Intent
from mgtui.tui.screens.frame import MgtuiScreen

if TYPE_CHECKING:
    from mgtui.tui.screens.board import BoardScreen
    from mgtui.tui.screens.taking_along import TakingAlongScreen
    from mgtui.tui.screens.taking_in import TakingInScreen

Anywhere = MgtuiScreen[Any]
_LONGEST_NAME = 40


class TakeAlong(Intent[Anywhere]):
    """Make a document of the session."""

    id = "take_along"
    keys = ("f6",)
    label = N_("take along")
    help = N_("Makes a report, a story for stakeholders, a list, a workbook or a picture, with a look before.")
    group = "session"

    def is_possible(self, screen: Anywhere) -> bool:
        """In a session, where there are files."""
        return screen.mgtui.seat is not None and screen.mgtui.doors.has_files

    def perform(self, screen: Anywhere) -> None:
        """Ask which, and where."""
        screen.mgtui.lay_over("taking_along")


class TakeIn(Intent[Anywhere]):
    """Take over a list."""

    id = "take_in"
    keys = ("f7",)
    label = N_("take in a list")
    help = N_("Adds partners and items from a file, after a look at what it would add; one undo takes it back.")
    group = "session"

    def is_possible(self, screen: Anywhere) -> bool:
        """In a session that one may change, where there are files."""
        seat = screen.mgtui.seat
        return seat is not None and seat.person.role != "viewer" and screen.mgtui.doors.has_files

    def perform(self, screen: Anywhere) -> None:
        """Ask which."""
        screen.mgtui.lay_over("taking_in")


class CopyHandOut(Intent["BoardScreen"]):
    """Copy a partner's hand-out."""

    id = "copy.story"
    label = N_("copy the hand-out")
    help = N_("Copies this partner's story for its stakeholders as Markdown; nothing private is in it.")
    group = "partner"
    screens: ClassVar[tuple[str, ...]] = ("board",)

    def is_possible(self, screen: BoardScreen) -> bool:
        """On a partner."""
        return bool(screen.board.cursor.spot.partner)

    def perform(self, screen: BoardScreen) -> None:
        """Copy it."""
        board = screen.board
        partner = board.session.partners[board.cursor.spot.partner]
        story = board.mgtui.doors.papers.story(board.session, partner.id)
        clipboard.copy(board.mgtui, story, clipped(partner.name, _LONGEST_NAME))


class _InTakingAlong(Intent["TakingAlongScreen"]):
    group = "session"
    screens: ClassVar[tuple[str, ...]] = ("taking_along",)


class WriteDocument(_InTakingAlong):
    """Write the document to its place."""

    id = "take_along.write"
    keys = ("enter",)
    label = N_("write")
    help = N_("Writes what is shown to the file that is named below.")
    in_footer = True

    def perform(self, screen: TakingAlongScreen) -> None:
        """Write it."""
        screen.write()


class ChooseDocument(_InTakingAlong):
    """To another document."""

    id = "take_along.choose"
    keys = ("down", "up")
    keys_text = "↑↓"
    label = N_("choose")
    help = N_("Goes to another document and shows what will be in it.")
    in_footer = True

    def perform(self, screen: TakingAlongScreen) -> None:
        """The next one."""
        screen.move(1)

    def press(self, screen: TakingAlongScreen, key: str) -> None:
        """Where the key points."""
        screen.move(-1 if key == "up" else 1)


class ReadOn(_InTakingAlong):
    """Read on in the preview."""

    id = "take_along.read"
    keys = ("pagedown", "pageup")
    label = N_("read on")
    help = N_("Shows more of what will be in the document.")
    in_footer = True

    def perform(self, screen: TakingAlongScreen) -> None:
        """A page further."""
        screen.scroll_preview(1)

    def press(self, screen: TakingAlongScreen, key: str) -> None:
        """Where the key points."""
        screen.scroll_preview(-1 if key == "pageup" else 1)


class PrivateToo(_InTakingAlong):
    """What is private goes along, or not."""

    id = "take_along.private"
    keys = ("f4",)
    label = N_("private too")
    help = N_("Takes along what is private too, marked as such; never in a story for stakeholders.")
    in_footer = True

    def perform(self, screen: TakingAlongScreen) -> None:
        """The other way round."""
        screen.toggle_private()


class CopyDocument(_InTakingAlong):
    """Copy the document."""

    id = "take_along.copy"
    keys = ("f6",)
    label = N_("copy as text")
    help = N_("Copies what is shown, whole, instead of putting it in a file.")
    in_footer = True

    def perform(self, screen: TakingAlongScreen) -> None:
        """Copy it."""
        screen.copy_text()


class ReadAdditions(Intent["TakingInScreen"]):
    """Read on in what a list would add."""

    id = "take_in.read"
    keys = ("down", "up", "pagedown", "pageup")
    keys_text = "↑↓"
    label = N_("read on")
    help = N_("Shows more of what the list would add.")
    group = "session"
    screens: ClassVar[tuple[str, ...]] = ("taking_in",)
    in_footer = True

    def perform(self, screen: TakingInScreen) -> None:
        """One down."""
        screen.scroll_additions(1)

    def press(self, screen: TakingInScreen, key: str) -> None:
        """Where the key points."""
        screen.scroll_additions({"down": 1, "up": -1, "pagedown": 10, "pageup": -10}[key])


INTENTS: tuple[AnyIntent, ...] = (
    TakeAlong(),
    TakeIn(),
    CopyHandOut(),
    WriteDocument(),
    ChooseDocument(),
    PrivateToo(),
    CopyDocument(),
    ReadOn(),
    ReadAdditions(),
)
