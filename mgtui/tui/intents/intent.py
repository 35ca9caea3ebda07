"""What every intent has: a name for the settings, keys, and the words by which screens speak of it.

An intent is one thing a person can do. Texts in it are message ids: translated where they are shown.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, TypeVar

from mgtui.locale import N_, _
from mgtui.tui import standing

if TYPE_CHECKING:
    from mgtui.tui.screens.frame import MgtuiScreen

Group = Literal[
    "move", "item", "partner", "session", "stakeholders", "conversation", "followup", "room", "go", "view", "always"
]

GROUP_TITLES: dict[Group, str] = {
    "move": N_("Moving around"),
    "item": N_("Items"),
    "partner": N_("Partners"),
    "session": N_("The session"),
    "stakeholders": N_("Stakeholders"),
    "conversation": N_("The conversation"),
    "followup": N_("Agreements and meetings"),
    "room": N_("In the room"),
    "go": N_("Screens"),
    "view": N_("What you see"),
    "always": N_("Always"),
}
"""The groups in the order in which help lists them, with their titles still to be translated."""

EVERYWHERE = ("*",)
OVERLAYS_TOO = "over"
"""Beside EVERYWHERE in an intent's screens: it lives on overlays as well."""

Place = TypeVar("Place", bound="MgtuiScreen[Any]")


class Intent(ABC, Generic[Place]):
    """One thing a person can do on a screen.

    Attributes:
        id: its name in the settings' table of keys ("item.weight.up").
        keys: its keys, as Textual names them; the first is the one that is shown.
        vim_keys: the keys it has as well when hjkl move the cursor; they go before anyone else's.
        label: two or three words for footer and palette.
        help: one sentence about what it does.
        group: where help lists it.
        keys_text: how its keys are shown together when they are many ("1-5"); empty shows the first.
        in_footer: whether the footer shows it; it has room for few.
        edits: whether it changes the session, and so is offered only to who may do that now.
        screens: the names of the screens that it lives on; EVERYWHERE is every screen that is not an overlay.
    """

    id: ClassVar[str]
    keys: ClassVar[tuple[str, ...]] = ()
    vim_keys: ClassVar[tuple[str, ...]] = ()
    keys_text: ClassVar[str] = ""
    label: ClassVar[str]
    help: ClassVar[str]
    group: ClassVar[Group]
    in_footer: ClassVar[bool] = False
    edits: ClassVar[bool] = False
    screens: ClassVar[tuple[str, ...]] = EVERYWHERE

    def is_possible(self, screen: Place) -> bool:
        """Whether it makes sense where the person is now; footer and palette leave it out when not."""
        return True

    def is_withheld(self, screen: Place) -> bool:
        """Whether this person may not do it now, wherever they are; nothing on the screen offers it then."""
        return self.edits and bool(standing.why_not(screen.mgtui))

    def is_offered(self, screen: Place) -> bool:
        """Whether footer and palette name it."""
        return self.is_possible(screen) and not self.is_withheld(screen)

    def why_not(self, screen: Place) -> str:
        """What to tell who presses its key where it is not possible; empty where silence says enough."""
        return ""

    @abstractmethod
    def perform(self, screen: Place) -> None:
        """Do it on `screen`."""

    def press(self, screen: Place, key: str) -> None:
        """Do it on `screen` because `key` was pressed; only where the key says what to do does that differ."""
        self.perform(screen)

    @property
    def shown_label(self) -> str:
        """The label in the language in use."""
        return _(self.label)

    @property
    def shown_help(self) -> str:
        """The sentence about it in the language in use."""
        return _(self.help)


AnyIntent = Intent[Any]
