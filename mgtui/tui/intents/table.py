"""What a person does with the table itself: partners, their alternatives, title, ambition and scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mgtui.domain.changes import Change
from mgtui.domain.verbs import common, partners
from mgtui.locale import N_, _
from mgtui.locale.safe_text import clipped
from mgtui.locale.wording import changes
from mgtui.tui.intents.intent import AnyIntent, Intent
from mgtui.tui.intents.key_names import key_of
from mgtui.tui.widgets.board.editor import Target
from mgtui.tui.widgets.board.opening import opened

if TYPE_CHECKING:
    from mgtui.tui.screens.board import BoardScreen
    from mgtui.tui.widgets.board.board import Board

_LONGEST_NAMED = 40


class PartnerIntent(Intent["BoardScreen"]):
    """Something that is done with the partner whose panel the cursor is in."""

    group = "partner"
    edits = True
    screens = ("board",)

    def is_possible(self, screen: BoardScreen) -> bool:
        """With a partner at the table."""
        return bool(screen.board.cursor.spot.partner)


class AddPartner(Intent["BoardScreen"]):
    """A new partner."""

    id = "partner.add"
    edits = True
    keys = ("N",)
    label = N_("new partner")
    help = N_("Puts a new partner at the table, next to this one.")
    group = "partner"
    in_footer = True
    screens = ("board",)

    def perform(self, screen: BoardScreen) -> None:
        """Begin to type its name."""
        screen.board.desk.begin(Target("new_partner", screen.board.cursor.spot.partner))


class Rename(PartnerIntent):
    """Another name."""

    id = "partner.rename"
    keys = ("R",)
    label = N_("rename partner")
    help = N_("Edits the partner's name; so does enter on it.")

    def perform(self, screen: BoardScreen) -> None:
        """Begin to edit it."""
        _edit(screen.board, Target("name", screen.board.cursor.spot.partner))


class Alternative(PartnerIntent):
    """What it could do without this deal."""

    id = "partner.alternative"
    keys = ("r",)
    label = N_("alternative")
    help = N_("What the partner could do without this deal, in words; W says what that is worth.")

    def perform(self, screen: BoardScreen) -> None:
        """Begin to edit it."""
        _edit(screen.board, Target("alternative", screen.board.cursor.spot.partner))


class Reserve(PartnerIntent):
    """What its alternative is worth."""

    id = "partner.reserve"
    keys = ("W",)
    label = N_("worth of the alternative")
    help = N_("What the partner could get without this deal; its margin must be more than that.")

    def perform(self, screen: BoardScreen) -> None:
        """Begin to edit it."""
        _edit(screen.board, Target("reserve", screen.board.cursor.spot.partner))


class PartnerLeft(PartnerIntent):
    """One place to the left."""

    id = "partner.left"
    keys = ("ctrl+shift+left", "left_square_bracket")
    label = N_("partner to the left")
    help = N_("Moves the partner one place to the left at the table.")

    def perform(self, screen: BoardScreen) -> None:
        """Move it."""
        _seat_elsewhere(screen.board, -1)


class PartnerRight(PartnerIntent):
    """One place to the right."""

    id = "partner.right"
    keys = ("ctrl+shift+right", "right_square_bracket")
    label = N_("partner to the right")
    help = N_("Moves the partner one place to the right at the table.")

    def perform(self, screen: BoardScreen) -> None:
        """Move it."""
        _seat_elsewhere(screen.board, 1)


class Remove(Intent["BoardScreen"]):
    """Remove what is under the cursor."""

    id = "item.remove"
    edits = True
    keys = ("delete",)
    label = N_("remove")
    help = N_("Removes the item under the cursor; undo brings it back. On a partner's name it asks first.")
    group = "item"
    screens = ("board",)

    def is_possible(self, screen: BoardScreen) -> bool:
        """On an item or a partner's name."""
        spot = screen.board.cursor.spot
        return bool(spot.item or (spot.partner and spot.part == "title"))

    def perform(self, screen: BoardScreen) -> None:
        """Remove an item at once, a partner after a question."""
        board, spot = screen.board, screen.board.cursor.spot
        if not board.may_edit():
            return
        if spot.item in board.session.items:
            _remove(board, common.remove("items", spot.item))
        elif spot.part == "title" and spot.partner in board.session.partners:
            _ask_and_remove_partner(board, spot.partner)


class EditTitle(Intent["BoardScreen"]):
    """What the session is called."""

    id = "session.title"
    edits = True
    keys = ("e",)
    label = N_("title")
    help = N_("Edits the title of the session.")
    group = "session"
    screens = ("board",)

    def perform(self, screen: BoardScreen) -> None:
        """Begin to edit it."""
        _edit(screen.board, Target("title"))


class EditAmbition(Intent["BoardScreen"]):
    """What the partners want together."""

    id = "session.ambition"
    edits = True
    keys = ("E",)
    label = N_("ambition")
    help = N_("Edits the ambition: what the partners want together.")
    group = "session"
    screens = ("board",)

    def perform(self, screen: BoardScreen) -> None:
        """Begin to edit it."""
        _edit(screen.board, Target("ambition"))


class EditScale(Intent["BoardScreen"]):
    """Points or amounts."""

    id = "session.scale"
    edits = True
    keys = ("S",)
    label = N_("scale")
    help = N_("Chooses what weights are measured in: points from 1 to 5, or amounts in a unit such as euro or fte.")
    group = "session"
    screens = ("board",)

    def perform(self, screen: BoardScreen) -> None:
        """Ask which."""
        from mgtui.tui.screens.scale import ScaleScreen

        if screen.board.may_edit():
            screen.mgtui.push_screen(ScaleScreen())


def _edit(board: Board, target: Target) -> None:
    board.desk.begin(target, opened(target, board.session))


def _seat_elsewhere(board: Board, steps: int) -> None:
    if board.may_edit():
        board.submit(partners.move_partner(board.session, board.cursor.spot.partner, steps))


def _remove(board: Board, change: Change) -> None:
    """Remove something and say what it was, since a slip of the finger must be seen to be undone."""
    before = board.session
    board.submit(change)
    if board.session is not before:
        text, what = _("{what}; {undo} brings it back."), changes.change(change, before, naming_private=True)
        board.mgtui.say(text.format(what=what, undo=key_of(board.mgtui, "undo")))


def _ask_and_remove_partner(board: Board, partner: str) -> None:
    from mgtui.tui.screens.question import Question

    name = clipped(board.session.partners[partner].name, _LONGEST_NAMED)
    number = sum(item.partner == partner for item in board.session.items.values())
    text = _("Remove {name} with all it takes and brings ({n} items) and its stakeholders?").format(name=name, n=number)

    def remove_if_sure(is_sure: bool | None) -> None:
        if is_sure and partner in board.session.partners:
            _remove(board, common.remove("partners", partner))

    board.mgtui.push_screen(Question(text, yes=_("remove"), no=_("keep")), remove_if_sure)


INTENTS: tuple[AnyIntent, ...] = (
    AddPartner(),
    Remove(),
    Rename(),
    Alternative(),
    Reserve(),
    PartnerLeft(),
    PartnerRight(),
    EditTitle(),
    EditAmbition(),
    EditScale(),
)
