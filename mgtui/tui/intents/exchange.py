"""What can be done with the give-and-take: walk over the matrix, make and break links, look at it as a picture."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Final

from mgtui.locale import N_
from mgtui.tui.intents.intent import AnyIntent, Group, Intent

if TYPE_CHECKING:
    from mgtui.tui.screens.exchange import ExchangeScreen

_PAGE = 10
_FAR = 1_000_000


class _OnExchange(Intent["ExchangeScreen"]):
    screens = ("exchange",)
    group: ClassVar[Group] = "conversation"


class EditLinks(_OnExchange):
    """Make or break links."""

    id = "exchange.links"
    edits = True
    keys = ("enter", "l", "L")
    label = N_("link")
    help = N_("Makes or breaks links: of the two partners of this cell, or of the wish or gift under the cursor.")
    in_footer = True

    def is_possible(self, screen: ExchangeScreen) -> bool:
        """Where there is something to link."""
        return not screen.shows_flow and (not screen.is_in_list or bool(screen.item or screen.link))

    def perform(self, screen: ExchangeScreen) -> None:
        """Ask which."""
        screen.edit()


class SwitchPart(_OnExchange):
    """From the matrix to the list and back."""

    id = "exchange.part"
    keys = ("tab", "shift+tab")
    label = N_("matrix or list")
    help = N_("Goes from the matrix to the list under it, and back.")
    in_footer = True

    def is_possible(self, screen: ExchangeScreen) -> bool:
        """While the picture does not stand in their place."""
        return not screen.shows_flow

    def perform(self, screen: ExchangeScreen) -> None:
        """Go to the other."""
        screen.switch_part()


class ToggleFlow(_OnExchange):
    """The matrix, or a picture."""

    id = "exchange.flow"
    keys = ("f",)
    label = N_("picture")
    help = N_("Shows who brings to whom as a picture, and back; the arrows put another partner's streams on top.")
    in_footer = True

    def perform(self, screen: ExchangeScreen) -> None:
        """Turn it round."""
        screen.toggle_flow()


class FromTogether(_OnExchange):
    """A wish comes from the collaboration itself."""

    id = "exchange.from_collaboration"
    edits = True
    keys = ("z",)
    label = N_("from the collaboration")
    help = N_("Says that this wish comes from the collaboration itself, so that nobody needs to bring it, or that not.")
    in_footer = True

    def is_possible(self, screen: ExchangeScreen) -> bool:
        """On a take item in the list."""
        return screen.item is not None and screen.item.direction == "take"

    def perform(self, screen: ExchangeScreen) -> None:
        """Turn it round."""
        screen.toggle_from_collaboration()


class BreakLink(_OnExchange):
    """Break a link."""

    id = "exchange.remove"
    edits = True
    keys = ("delete",)
    label = N_("break the link")
    help = N_("Breaks the link under the cursor of the list; undo makes it again.")
    in_footer = True

    def is_possible(self, screen: ExchangeScreen) -> bool:
        """On a link in the list."""
        return screen.link is not None

    def perform(self, screen: ExchangeScreen) -> None:
        """Break it."""
        screen.remove_chosen()


class Move(_OnExchange):
    """To another cell or row."""

    id = "exchange.move"
    keys = ("up", "down", "left", "right", "pageup", "pagedown", "home", "end")
    vim_keys = ("h", "j", "k", "l")
    keys_text = "↑↓←→"
    label = N_("move")
    help = N_("Goes to another giver (up, down) or another taker (left, right); in the list to another row.")
    group: ClassVar[Group] = "move"

    _STEPS: Final[Mapping[str, tuple[int, int]]] = {
        "up": (-1, 0), "k": (-1, 0), "down": (1, 0), "j": (1, 0), "left": (0, -1), "h": (0, -1),
        "right": (0, 1), "l": (0, 1), "pageup": (-_PAGE, 0), "pagedown": (_PAGE, 0), "home": (-_FAR, 0),
        "end": (_FAR, 0),
    }  # fmt: skip

    def perform(self, screen: ExchangeScreen) -> None:
        """One down."""
        screen.move(1, 0)

    def press(self, screen: ExchangeScreen, key: str) -> None:
        """Where the key points."""
        screen.move(*self._STEPS.get(key, (1, 0)))


INTENTS: tuple[AnyIntent, ...] = (EditLinks(), SwitchPart(), ToggleFlow(), FromTogether(), BreakLink(), Move())
