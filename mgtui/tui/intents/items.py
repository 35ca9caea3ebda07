"""What a person does with the items on the board: put them there, weigh them, and say what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mgtui.domain.session import Item
from mgtui.domain.verbs import items
from mgtui.locale import N_, _
from mgtui.locale.wording import terms
from mgtui.tui.intents.intent import AnyIntent, Intent
from mgtui.tui.widgets.board.editor import Target
from mgtui.tui.widgets.board.opening import opened

if TYPE_CHECKING:
    from mgtui.tui.screens.board import BoardScreen
    from mgtui.tui.widgets.board.board import Board


class ItemIntent(Intent["BoardScreen"]):
    """Something that is done with the item under the cursor."""

    group = "item"
    edits = True
    screens = ("board",)

    def is_possible(self, screen: BoardScreen) -> bool:
        """On an item."""
        return screen.board.cursor.item is not None

    def perform(self, screen: BoardScreen) -> None:
        """Do it, if there is an item and the person may."""
        item = screen.board.cursor.item
        if item is not None and screen.board.may_edit():
            self.do(screen.board, item)

    def do(self, board: Board, item: Item) -> None:
        """Do it with `item`."""
        raise NotImplementedError


class Add(Intent["BoardScreen"]):
    """A new item under this one."""

    id = "item.add"
    edits = True
    keys = ("n",)
    label = N_("new")
    help = N_("A new item under this one; enter keeps it. Pasting several lines makes several items.")
    group = "item"
    in_footer = True
    screens = ("board",)

    def is_possible(self, screen: BoardScreen) -> bool:
        """With a partner at the table."""
        return bool(screen.board.cursor.spot.partner)

    def perform(self, screen: BoardScreen) -> None:
        """Begin to type it."""
        spot = screen.board.cursor.spot
        screen.board.desk.begin(Target("new_item", spot.partner, spot.direction, after=spot.item))


class Edit(Intent["BoardScreen"]):
    """Edit what is under the cursor."""

    id = "item.edit"
    edits = True
    keys = ("enter", "f2")
    label = N_("edit")
    help = N_("Edits what is under the cursor, a partner's name too; enter keeps, esc leaves it as it was.")
    group = "item"
    in_footer = True
    screens = ("board",)

    def is_possible(self, screen: BoardScreen) -> bool:
        """With a partner at the table."""
        return bool(screen.board.cursor.spot.partner)

    def perform(self, screen: BoardScreen) -> None:
        """Begin to edit."""
        board, spot = screen.board, screen.board.cursor.spot
        if spot.part == "title":
            target = Target("name", spot.partner)
        elif spot.item:
            target = Target("item", spot.partner, spot.direction, spot.item)
        else:
            target = Target("new_item", spot.partner, spot.direction)
        board.desk.begin(target, opened(target, board.session))


class SetWeight(ItemIntent):
    """Give the item a weight."""

    id = "item.weight"
    keys = ("1", "2", "3", "4", "5", "6", "7", "8", "9")
    keys_text = "1-5"
    label = N_("weight")
    help = N_("What it is worth, or costs, in this partner's own eyes; where weights are amounts, type the number.")
    in_footer = True

    def do(self, board: Board, item: Item) -> None:
        """Begin to type a number."""
        _type_weight(board, item, opened(_weight_of(item), board.session))

    def press(self, screen: BoardScreen, key: str) -> None:
        """Points are set at once, an amount begins with this digit."""
        board, item = screen.board, screen.board.cursor.item
        if item is None or not board.may_edit():
            return
        if board.session.scale.kind == "amount":
            _type_weight(board, item, "")
            board.desk.press(key, key)
        else:
            _set_points(board, item, key)


class NoWeight(ItemIntent):
    """Take the weight away."""

    id = "item.weight.none"
    keys = ("0",)
    label = N_("no weight")
    help = N_("Nobody knows yet what it weighs; an amount can be 0, so there it is typed and an empty one is none.")

    def do(self, board: Board, item: Item) -> None:
        """Take it away."""
        board.submit(items.set_weight(board.session, item.id, None))

    def press(self, screen: BoardScreen, key: str) -> None:
        """On a scale of amounts a 0 is the beginning of a number."""
        board, item = screen.board, screen.board.cursor.item
        if item is not None and board.session.scale.kind == "amount" and board.may_edit():
            _type_weight(board, item, "")
            board.desk.press(key, key)
        else:
            self.perform(screen)


class Heavier(ItemIntent):
    """One more."""

    id = "item.weight.up"
    keys = ("plus", "equals_sign")
    label = N_("heavier")
    help = N_("One up in weight.")

    def do(self, board: Board, item: Item) -> None:
        """Weigh one more."""
        board.submit(items.step_weight(board.session, item.id, 1))


class Lighter(ItemIntent):
    """One less."""

    id = "item.weight.down"
    keys = ("minus",)
    label = N_("lighter")
    help = N_("One down in weight.")

    def do(self, board: Board, item: Item) -> None:
        """Weigh one less."""
        board.submit(items.step_weight(board.session, item.id, -1))


class Uncertain(ItemIntent):
    """Firm or uncertain."""

    id = "item.certainty"
    keys = ("u",)
    label = N_("uncertain")
    help = N_("Says that it is not sure to come about, or that it is.")
    in_footer = True

    def do(self, board: Board, item: Item) -> None:
        """Turn it round."""
        board.submit(items.toggle_certainty(board.session, item.id))


class Hide(ItemIntent):
    """Open, private, covered."""

    id = "item.hide"
    keys = ("v",)
    label = N_("hide")
    help = N_(
        "Makes it private (never on a beamer or in a hand-out), then covered (only you see it, and it does not count "
        "until it is revealed), then open again. In a writing round it stays covered, and this makes it private too."
    )
    in_footer = True

    def do(self, board: Board, item: Item) -> None:
        """On to the next."""
        board.submit(items.hide_next(board.session, item.id))
        now = board.session.items.get(item.id)
        if now is None or now is item:
            return
        if now.covered and now.private:
            board.mgtui.say(_("Covered until all is revealed, and private after that too."))
        elif now.covered:
            board.mgtui.say(_("Covered: only you see it, and it does not count until it is revealed."))
        elif now.private:
            board.mgtui.say(_("Private: never on a beamer, in a hand-out or in an export."))
        else:
            board.mgtui.say(_("Open: everyone sees it and it counts."))


class NextKind(ItemIntent):
    """The next kind."""

    id = "item.kind"
    keys = ("c",)
    label = N_("kind")
    help = N_("Goes on to the next kind: knowledge, network, money, reputation, continuity, capacity, autonomy, other.")

    def do(self, board: Board, item: Item) -> None:
        """Make it of the next kind."""
        board.submit(items.next_kind(board.session, item.id))
        now = board.session.items.get(item.id)
        if now:
            board.mgtui.say(_("Kind: {kind}").format(kind=terms.kind(now.kind)))


class NextStatus(ItemIntent):
    """The next status."""

    id = "item.status"
    keys = ("t",)
    label = N_("status")
    help = N_("Goes on to the next status: proposed, agreed, delivered, dropped. What is dropped asks why.")

    def do(self, board: Board, item: Item) -> None:
        """Go on."""
        status = items.status_after(item.status)
        board.submit(items.set_status(board.session, item.id, status))
        board.mgtui.say(_("Status: {status}").format(status=terms.status(status)))
        if status == "dropped":
            board.desk.begin(Target("reason", item.partner, item.direction, item.id), item.dropped_reason)


class FromTogether(ItemIntent):
    """It comes from the collaboration itself."""

    id = "item.from_collaboration"
    keys = ("z",)
    label = N_("from the collaboration")
    help = N_("Says that a take item comes from the collaboration itself, so that nobody needs to bring it.")

    def is_possible(self, screen: BoardScreen) -> bool:
        """On a take item."""
        item = screen.board.cursor.item
        return item is not None and item.direction == "take"

    def do(self, board: Board, item: Item) -> None:
        """Turn it round."""
        board.submit(items.toggle_from_collaboration(board.session, item.id))
        told = _("Someone has to bring it.") if item.from_collaboration else _("Comes from the collaboration itself.")
        board.mgtui.say(told)


class Link(ItemIntent):
    """Link it to an item of another partner."""

    id = "item.link"
    keys = ("l", "L")
    label = N_("link")
    help = N_("Says which item of another partner this one delivers, or is delivered by.")
    in_footer = True

    def do(self, board: Board, item: Item) -> None:
        """Show what it can be linked to."""
        from mgtui.tui.screens.links import LinksScreen

        board.mgtui.push_screen(LinksScreen(item.id))


def _weight_of(item: Item) -> Target:
    return Target("weight", item.partner, item.direction, item.id)


def _type_weight(board: Board, item: Item, text: str) -> None:
    board.desk.begin(_weight_of(item), text)


def _set_points(board: Board, item: Item, key: str) -> None:
    """Set the weight to what the digit says; what is not on the scale is typed, so that the refusal stands in place."""
    from decimal import Decimal

    if board.session.scale.flaw(Decimal(key)) is None:
        board.submit(items.set_weight(board.session, item.id, Decimal(key)))
        return
    _type_weight(board, item, key)
    board.desk.keep()


INTENTS: tuple[AnyIntent, ...] = (
    Edit(),
    Add(),
    SetWeight(),
    Uncertain(),
    Hide(),
    Link(),
    NoWeight(),
    Heavier(),
    Lighter(),
    NextKind(),
    NextStatus(),
    FromTogether(),
)
