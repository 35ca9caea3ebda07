"""Who brings what to whom: the matrix, the picture of its flows, and what is missing or could help beside it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.reactive import Reactive
from textual.widget import Widget

from mgtui.domain.session import Item, Link, Session
from mgtui.domain.verbs import common, items
from mgtui.locale import _
from mgtui.tui.screens import exchange_rows
from mgtui.tui.screens.choosing import Choice, ChoosingScreen
from mgtui.tui.screens.links import LinksScreen
from mgtui.tui.screens.sheet_screen import SheetScreen
from mgtui.tui.signs import plain, signs_of
from mgtui.tui.widgets.exchange.flow import Flow
from mgtui.tui.widgets.exchange.grid import pair
from mgtui.tui.widgets.exchange.matrix import Matrix
from mgtui.tui.widgets.row_list import ListRow
from mgtui.tui.widgets.sheet import Sheet


class ExchangeScreen(SheetScreen):
    """The give-and-take, from partner to partner."""

    NAME = "exchange"
    AUTO_FOCUS = "Matrix"

    DEFAULT_CSS = """
    ExchangeScreen Sheet { margin: 0; min-height: 3; }
    ExchangeScreen Flow { display: none; }
    ExchangeScreen.-flow { & > Matrix, & > Sheet { display: none; } & > Flow { display: block; } }
    """

    # A change of focus paints the two parts that show it, not the whole screen.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    @property
    def matrix(self) -> Matrix:
        """The matrix."""
        return self.query_one(Matrix)

    @property
    def flow(self) -> Flow:
        """The picture."""
        return self.query_one(Flow)

    @property
    def shows_flow(self) -> bool:
        """Whether the picture stands in place of the matrix."""
        return self.has_class("-flow")

    @property
    def is_in_list(self) -> bool:
        """Whether the cursor is in the list under the matrix."""
        return isinstance(self.focused, Sheet)

    @property
    def item(self) -> Item | None:
        """The item under the cursor of the list."""
        what, identity = self.chosen
        has_item = self.is_in_list and what in ("wish", "gift", "own", "help")
        return self.session.items.get(identity.rpartition(" ")[2]) if has_item else None

    @property
    def link(self) -> Link | None:
        """The link under the cursor of the list."""
        what, identity = self.chosen
        return self.session.links.get(identity) if self.is_in_list and what == "link" else None

    def compose_body(self) -> ComposeResult:
        """Matrix, picture and list."""
        yield Matrix()
        yield Flow()
        sheet = Sheet(self._rows)
        sheet.shows_cursor = False
        yield sheet

    def rows(self, cells: int) -> list[ListRow]:
        """What is missing, what could help, and the links that create most value."""
        return exchange_rows.rows(self.session, cells, signs_of(self.app))

    def add(self) -> None:
        """Nothing is added here."""

    def edit(self) -> None:
        """Make or break links: of the cell, or of what is under the cursor of the list."""
        item, link = self.item, self.link
        if item is not None:
            if self.may_edit():
                self.mgtui.push_screen(LinksScreen(item.id))
        elif link is not None:
            self._show_cell(self.session.items[link.bring].partner, self.session.items[link.take].partner)
        elif not self.is_in_list and not self.shows_flow:
            self._edit_cell(self.matrix.giver, self.matrix.taker)

    def remove_chosen(self) -> None:
        """Break the link."""
        if self.link:
            self.submit(common.remove("links", self.link.id))

    def toggle_from_collaboration(self) -> None:
        """Say that a wish comes from the collaboration itself, or that someone must bring it."""
        item = self.item
        if item is not None and item.direction == "take":
            self.submit(items.toggle_from_collaboration(self.session, item.id))

    def move(self, down: int, right: int) -> None:
        """Move the cursor of what is in use."""
        if self.shows_flow:
            self.flow.move(down or right)
        elif self.is_in_list:
            self.sheet.move(down)
        else:
            self.matrix.move(down, right)

    def switch_part(self) -> None:
        """From the matrix to the list and back."""
        if not self.shows_flow:
            self._focus(self.matrix if self.is_in_list else self.sheet)

    def toggle_flow(self) -> None:
        """Show the picture in place of the matrix, or the matrix again."""
        if self.toggle_class("-flow").shows_flow:
            self.flow.partner = self.matrix.giver
            self.flow.show_session(self.session)
            self._focus(self.flow)
        else:
            self._focus(self.matrix)

    def show_session(self, session: Session | None, before: Session | None) -> None:
        """Show the session in every part."""
        super().show_session(session, before)
        self._show_parts()

    def relabel(self) -> None:
        """Put every text in the language in use."""
        super().relabel()
        self._show_parts()

    def on_mount(self) -> None:
        """Show what there is."""
        self._show_parts()

    def on_matrix_chosen(self) -> None:
        """A click on the cell under the cursor makes or breaks links."""
        self.edit()

    def _show_parts(self) -> None:
        for matrix in self.query(Matrix):
            matrix.show_session(self.session)
        for flow in self.query(Flow):
            flow.show_session(self.session)

    def _focus(self, part: Widget) -> None:
        self.set_focus(part, scroll_visible=False)
        self.sheet.shows_cursor = part is self.sheet
        self.sheet.rebuild()
        self.refresh_bindings()

    def _show_cell(self, giver: str, taker: str) -> None:
        self.matrix.giver, self.matrix.taker = giver, taker
        self.matrix.repaint()
        self._focus(self.matrix)

    def _edit_cell(self, giver: str, taker: str) -> None:
        """Ask which items of two partners belong together; on the diagonal go to that partner's interests."""
        if giver == taker:
            self._go_to_interests(giver)
        elif giver and self.may_edit():
            names = self.session.partners
            title = _("What {giver} brings and {taker} takes").format(giver=names[giver].name, taker=names[taker].name)
            none = _("There is nothing that one brings and the other could take (b).")
            self.mgtui.push_screen(ChoosingScreen(title, lambda: self._pairs(giver, taker), self._turn_pair, none))

    def _go_to_interests(self, partner: str) -> None:
        screen = self.mgtui.get_screen("interests")
        if isinstance(screen, SheetScreen):
            screen.partner = partner
            self.mgtui.go("interests")

    def _pairs(self, giver: str, taker: str) -> list[Choice] | None:
        """Every bring item of one with every take item of the other, those that are linked first."""
        session = self.session
        if giver not in session.partners or taker not in session.partners:
            return None
        linked = {(link.bring, link.take) for link in session.links.values()}
        found = [
            Choice(
                f"{bring.id} {take.id}",
                plain(self.app, pair(bring, take, session.scale)),
                (bring.id, take.id) in linked,
            )
            for bring in session.column(giver, "bring")
            for take in session.column(taker, "take")
            if bring.is_live and take.is_live
        ]
        return sorted(found, key=lambda choice: not choice.is_ticked)

    def _turn_pair(self, choice: str) -> None:
        bring, _space, take = choice.partition(" ")
        link = next((each for each in self.session.links.values() if (each.bring, each.take) == (bring, take)), None)
        self.submit(common.remove("links", link.id) if link else items.link(self.mgtui.doors.new_id(), bring, take))
