"""What can be done with interests: say how much they matter, open or close them, and let take items serve them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mgtui.domain.session import Interest, Item
from mgtui.domain.verbs import interests as verbs
from mgtui.locale import N_, _
from mgtui.tui.intents.intent import AnyIntent, Intent
from mgtui.tui.intents.items import ItemIntent

if TYPE_CHECKING:
    from mgtui.tui.screens.board import BoardScreen
    from mgtui.tui.screens.interests import InterestsScreen
    from mgtui.tui.widgets.board.board import Board


class _OfInterest(Intent["InterestsScreen"]):
    screens = ("interests",)
    group = "conversation"
    edits = True

    def is_possible(self, screen: InterestsScreen) -> bool:
        """On an interest."""
        return screen.interest is not None

    def perform(self, screen: InterestsScreen) -> None:
        """Do it with the interest under the cursor."""
        if screen.interest is not None:
            self.do(screen, screen.interest)

    def do(self, screen: InterestsScreen, interest: Interest) -> None:
        """Do it with `interest`."""
        raise NotImplementedError


class Importance(_OfInterest):
    """How much it matters."""

    id = "interest.importance"
    keys = ("1", "2", "3", "4", "5", "0")
    keys_text = "1-5"
    label = N_("importance")
    help = N_("How much it matters in this partner's own eyes, from 1 (slight) to 5 (vital); 0 is not said.")
    in_footer = True

    def do(self, screen: InterestsScreen, interest: Interest) -> None:
        """One more, and after the most not said again."""
        screen.submit(verbs.next_importance(screen.session, interest.id))

    def press(self, screen: InterestsScreen, key: str) -> None:
        """As much as the digit says."""
        if screen.interest is None or not key.isdigit():
            self.perform(screen)
        else:
            screen.submit(verbs.set_importance(screen.session, screen.interest.id, int(key) or None))


class Private(_OfInterest):
    """Private, or open."""

    id = "interest.private"
    keys = ("v",)
    label = N_("private")
    help = N_("Makes it private, so that it is never on a beamer or in a hand-out, or opens it.")
    in_footer = True

    def do(self, screen: InterestsScreen, interest: Interest) -> None:
        """Turn it round."""
        screen.submit(verbs.toggle_private_interest(screen.session, interest.id))


class TakeFromIt(_OfInterest):
    """Make a take item of it."""

    id = "interest.take"
    keys = ("t",)
    label = N_("make it a take")
    help = N_("Puts the interest on the board as something to take, which serves it.")
    in_footer = True

    def do(self, screen: InterestsScreen, interest: Interest) -> None:
        """Make it."""
        screen.take_from_it()


class WhatServes(_OfInterest):
    """Which take items serve it."""

    id = "interest.served_by"
    keys = ("l", "L")
    label = N_("what serves it")
    help = N_("Says which of the partner's take items serve this interest.")

    def do(self, screen: InterestsScreen, interest: Interest) -> None:
        """Ask which."""
        screen.choose_what_serves()


class NextSide(_OfInterest):
    """Of the organisation, or personal."""

    id = "interest.side"
    keys = ("c",)
    label = N_("personal or not")
    help = N_("Moves it between the interests of the organisation and the personal ones; there it becomes private.")

    def do(self, screen: InterestsScreen, interest: Interest) -> None:
        """Turn it round."""
        screen.submit(verbs.toggle_side(screen.session, interest.id))


class Note(_OfInterest):
    """A note to it."""

    id = "interest.note"
    keys = ("e",)
    label = N_("note")
    help = N_("Edits the note to the interest; notes never leave this screen.")

    def do(self, screen: InterestsScreen, interest: Interest) -> None:
        """Begin to type."""
        screen.edit_note()


class ServesWhich(ItemIntent):
    """Which interests a take item on the board serves."""

    id = "item.interests"
    keys = ("I",)
    label = N_("interests it serves")
    help = N_("Says which of the partner's interests this take item serves.")

    def is_possible(self, screen: BoardScreen) -> bool:
        """On a take item."""
        item = screen.board.cursor.item
        return item is not None and item.direction == "take"

    def do(self, board: Board, item: Item) -> None:
        """Ask which."""
        from mgtui.tui.screens.choosing import Choice, ChoosingScreen

        def choices() -> list[Choice] | None:
            now = board.session.items.get(item.id)
            if now is None:
                return None
            return [Choice(each.id, each.text, each.id in now.interests) for each in _interests_of(board, now)]

        def turn(interest: str) -> None:
            board.submit(verbs.toggle_serves(board.session, item.id, interest))

        title = _("“{text}” serves:").format(text=item.text)
        board.mgtui.push_screen(ChoosingScreen(title, choices, turn, _("This partner has named no interests yet (i).")))


def _interests_of(board: Board, item: Item) -> list[Interest]:
    return board.session.interests_of(item.partner)


INTENTS: tuple[AnyIntent, ...] = (
    Importance(),
    Private(),
    TakeFromIt(),
    WhatServes(),
    NextSide(),
    Note(),
    ServesWhich(),
)
