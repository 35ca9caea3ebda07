"""The items of other partners that one item can be linked to; enter links and unlinks, typing narrows the list."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static
from textual.widgets.option_list import Option

from mgtui.domain.changes import Change
from mgtui.domain.session import Item, Link, Session
from mgtui.domain.verbs import common, items
from mgtui.locale import _
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import signs
from mgtui.tui.editing.field import Field
from mgtui.tui.screens.frame import Overlay
from mgtui.tui.widgets.board.cursor import matches
from mgtui.tui.widgets.choices import Choices


class LinksScreen(Overlay[None]):
    """What one item delivers, or what delivers it.

    Args:
        item: the id of the item that is linked.
    """

    NAME = "links"
    AUTO_FOCUS = "Field"

    DEFAULT_CSS = """
    LinksScreen { align: center middle; }
    LinksScreen > Vertical {
        width: 90; max-width: 95%; height: auto; max-height: 90%; padding: 1 2;
        background: $ground-raised; border: $edge $line;
    }
    LinksScreen Static { width: 1fr; height: auto; color: $ink; background: $ground-raised; }
    LinksScreen .title { color: $heading; text-style: bold; margin-bottom: 1; }
    LinksScreen Field { background: $ground; margin-bottom: 1; }
    LinksScreen Choices {
        height: auto; max-height: 40vh; border: none; padding: 0; background: $ground-raised; color: $ink;
    }
    LinksScreen Choices > .option-list--option-highlighted { background: $ground-cursor; color: $ink; }
    """

    def __init__(self, item: str) -> None:
        super().__init__()
        self._item = item
        self._wanted = ""

    def compose_body(self) -> ComposeResult:
        """The item, a field to narrow the list, and the list."""
        with Vertical():
            yield Static(self._title(), classes="title", markup=False)
            yield Field(placeholder=_("type to narrow the list"))
            yield Choices(markup=False)
            yield Static(_("↑↓ choose   enter links or unlinks   esc back"), classes="title", markup=False)

    def show_session(self, session: Session | None, before: Session | None) -> None:
        """Show what is linked now; go when the item has gone."""
        if session is None or self._item not in session.items:
            self.dismiss(None)
        else:
            self._fill()

    def on_field_changed(self, event: Field.Changed) -> None:
        """Narrow the list."""
        self._wanted = event.value
        self._fill()

    def on_field_submitted(self) -> None:
        """Link or unlink what is chosen."""
        choices = self.query_one(Choices)
        if choices.highlighted is not None:
            self._turn(str(choices.get_option_at_index(choices.highlighted).id))

    def on_option_list_option_selected(self, event: Choices.OptionSelected) -> None:
        """A click links or unlinks."""
        self._turn(str(event.option_id))

    def on_key(self, event: events.Key) -> None:
        """The arrows move over the list while typing goes into the field."""
        choices = self.query_one(Choices)
        if event.key == "escape":
            self.dismiss(None)
        elif event.key == "down":
            choices.action_cursor_down()
        elif event.key == "up":
            choices.action_cursor_up()
        else:
            return
        event.stop()

    def _fill(self) -> None:
        session = self.mgtui.session
        if session is None or not self.query(Choices):
            return
        choices = self.query_one(Choices)
        at = choices.highlighted
        linked = {self._other_end(link) for link in self._links(session)}
        found = [each for each in _linkable(session, session.items[self._item]) if matches(each, self._wanted)]
        choices.clear_options()
        choices.add_options([Option(self._told(session, each, each.id in linked), each.id) for each in found])
        if found:
            choices.highlighted = min(at or 0, len(found) - 1)

    def _turn(self, other: str) -> None:
        app = self.mgtui
        session = app.session
        if session is None or app.seat is None or other not in session.items:
            return
        link = next((link for link in self._links(session) if self._other_end(link) == other), None)
        app.seat.submit(common.remove("links", link.id) if link else self._new_link(session, other))

    def _new_link(self, session: Session, other: str) -> Change:
        is_bring = session.items[self._item].direction == "bring"
        bring, take = (self._item, other) if is_bring else (other, self._item)
        return items.link(self.mgtui.doors.new_id(), bring, take)

    def _links(self, session: Session) -> list[Link]:
        return [link for link in session.links.values() if self._item in (link.bring, link.take)]

    def _other_end(self, link: Link) -> str:
        return link.take if link.bring == self._item else link.bring

    def _told(self, session: Session, item: Item, is_linked: bool) -> str:
        drawn = signs.ASCII if self.mgtui.doors.settings.ascii else signs.UNICODE
        sign = drawn.told if is_linked else drawn.untold
        return f"{sign} {safe(session.partners[item.partner].name)}: {safe(item.text)}"

    def _title(self) -> str:
        session = self.mgtui.session
        if session is None or self._item not in session.items:
            return ""
        item = session.items[self._item]
        text = _("“{text}” serves:") if item.direction == "bring" else _("“{text}” is served by:")
        return text.format(text=safe(item.text))


def _linkable(session: Session, item: Item) -> list[Item]:
    """The items of other partners in the other direction that are part of the deal, partner by partner."""
    wanted = "take" if item.direction == "bring" else "bring"
    others = [partner.id for partner in session.partners_in_order if partner.id != item.partner]
    return [
        each
        for partner in others
        for each in session.column(partner, "take" if wanted == "take" else "bring")
        if each.is_live and not each.private
    ]
