"""What is being edited in place on the board, and the change that keeping it asks for; a refused text stays typed.

Invariant: an editor is never overwritten by what comes in; it only learns that its ground has changed.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final, Literal

from msgspec import Struct

from mgtui.domain.changes import Change, Set
from mgtui.domain.grounding import ground
from mgtui.domain.names import same_name
from mgtui.domain.refusal import Refused
from mgtui.domain.session import LONGEST_NAME, LONGEST_TEXT, Direction, Item, Session
from mgtui.domain.verbs import items as item_verbs
from mgtui.domain.verbs import partners as partner_verbs
from mgtui.domain.verbs.common import set_field
from mgtui.domain.visibility import is_nameless
from mgtui.locale import N_, _, numbers
from mgtui.locale.safe_text import clipped
from mgtui.locale.wording import refusals
from mgtui.tui.editing.buffer import Buffer
from mgtui.tui.editing.unkept import Unkept

EditedWhat = Literal[
    "item",
    "new_item",
    "weight",
    "reason",
    "name",
    "new_partner",
    "title",
    "ambition",
    "alternative",
    "reserve",
    "filter",
]

_LONGEST_QUOTED: Final = 60


class Target(Struct, frozen=True):
    """What is edited.

    Attributes:
        what: which field of what.
        partner: whose; for a new partner the one it comes after.
        direction, item: the column and the item, as far as they apply.
        after: for a new item, the one above it; empty for the end of the column.
    """

    what: EditedWhat
    partner: str = ""
    direction: Direction = "take"
    item: str = ""
    after: str = ""


class Kept(Struct, frozen=True):
    """What keeping an editor comes to.

    Attributes:
        change: to be submitted; None when nothing has changed.
        new: the id of the record that it adds, or empty.
    """

    change: Change | None = None
    new: str = ""


class Editor:
    """One field under a person's hands.

    Args:
        target: what is edited. text: what it begins with.

    Attributes:
        buffer: the text.
        flaw: what is wrong with it or has happened to it, shown in place; empty when nothing is.
    """

    def __init__(self, target: Target, text: str = "") -> None:
        self.target = target
        self.buffer = Buffer(text)
        self.flaw = ""

    @property
    def stamp(self) -> tuple[object, ...]:
        """All on which its drawing depends."""
        return (self.target, self.buffer.text, self.buffer.cursor, self.buffer.anchor, self.flaw)

    def keep(self, session: Session, new_id: Callable[[], str], author: str) -> Kept:
        """What keeping the text asks for.

        Raises:
            Unkept: when it can't be kept; the editor goes on.
        """
        kept = _KEEPING[self.target.what](self, session, new_id, author)
        if kept.change is not None:
            try:
                ground(session, kept.change)
            except Refused as refusal:
                raise Unkept(refusals.refusal(refusal)) from refusal
        return kept

    def weight(self, session: Session) -> Decimal | None:
        """The weight that is being typed, as far as it is one.

        Raises:
            Unkept: what is typed is no weight on the scale.
        """
        text = self.buffer.text.strip()
        if not text:
            return None
        value = _number(text)
        flaw = session.scale.flaw(value)
        if flaw:
            high = "" if session.scale.high is None else str(session.scale.high)
            raise Unkept(refusals.refusal(Refused(flaw, low=str(session.scale.low), high=high)))
        return value

    def hear(self, before: Session, after: Session) -> bool:
        """Learn what has become of the ground under the editor.

        Returns:
            Whether editing can go on; False when the partner is gone and there is no place left for the text.
        """
        target = self.target
        if target.partner and target.partner not in after.partners and target.what != "new_partner":
            return False
        now = after.items.get(target.item)
        if target.item and now is None:
            self._outlive(before)
        elif now is not None and now.covered and is_nameless(now):
            self._outlive(before)
            self.flaw = _("Someone has just covered this item. Enter makes a new item of your text, esc lets it go.")
        elif target.item and target.what == "item" and target.item in before.items:
            self._notice_rewrite(before.items[target.item], after.items[target.item])
        return True

    def _outlive(self, before: Session) -> None:
        """The item has been removed: what is typed may go on as a new one in its place."""
        if self.target.what in ("weight", "reason"):
            self.flaw = _("This item has just been removed; esc leaves it.")
            return
        item = before.items.get(self.target.item)
        column = item.direction if item else self.target.direction
        self.target = Target("new_item", self.target.partner, column)
        self.flaw = _("This item has just been removed. Enter puts your text back as a new item, esc lets it go.")

    def _notice_rewrite(self, before: Item, after: Item) -> None:
        if before.text != after.text:
            text = _("Someone has changed this meanwhile to “{text}”. Enter keeps yours, esc keeps theirs.")
            self.flaw = text.format(text=clipped(after.text, _LONGEST_QUOTED))


def _number(text: str) -> Decimal:
    try:
        return numbers.typed(text)
    except numbers.NotANumber:
        raise Unkept(refusals.refusal(Refused("not_a_number"))) from None


def _fitting(text: str, longest: int) -> str:
    text = text.strip()
    if len(text) > longest:
        raise Unkept(refusals.refusal(Refused("too_long", limit=str(longest), length=str(len(text)))))
    return text


def _keep_item(editor: Editor, session: Session, new_id: Callable[[], str], author: str) -> Kept:
    text = _fitting(editor.buffer.text, LONGEST_TEXT)
    if not text:
        raise Unkept(_("An item can't be empty. Esc leaves it as it was; the delete key removes it."))
    return _kept_field(editor, session, "items", editor.target.item, "text", text)


def _keep_new_item(editor: Editor, session: Session, new_id: Callable[[], str], author: str) -> Kept:
    text = _fitting(editor.buffer.text, LONGEST_TEXT)
    if not text:
        return Kept()
    target, identity = editor.target, new_id()
    change = item_verbs.add_item(
        session, identity, target.partner, target.direction, text, target.after or None, author=author
    )
    return Kept(change, identity)


def _keep_weight(editor: Editor, session: Session, new_id: Callable[[], str], author: str) -> Kept:
    if editor.target.item not in session.items:
        raise Unkept(_("This item has just been removed; esc leaves it."))
    return Kept(item_verbs.set_weight(session, editor.target.item, editor.weight(session)))


def _keep_reason(editor: Editor, session: Session, new_id: Callable[[], str], author: str) -> Kept:
    if editor.target.item not in session.items:
        raise Unkept(_("This item has just been removed; esc leaves it."))
    text = _fitting(editor.buffer.text, LONGEST_TEXT)
    return _kept_field(editor, session, "items", editor.target.item, "dropped_reason", text)


def _keep_name(editor: Editor, session: Session, new_id: Callable[[], str], author: str) -> Kept:
    return _kept_field(editor, session, "partners", editor.target.partner, "name", _name_of_partner(editor, session))


def _keep_new_partner(editor: Editor, session: Session, new_id: Callable[[], str], author: str) -> Kept:
    if not editor.buffer.text.strip():
        return Kept()
    identity = new_id()
    change = partner_verbs.add_partner(
        session, identity, _name_of_partner(editor, session), editor.target.partner or None
    )
    return Kept(change, identity)


def _keep_title(editor: Editor, session: Session, new_id: Callable[[], str], author: str) -> Kept:
    return _kept_field(editor, session, "session", session.id, "title", _fitting(editor.buffer.text, LONGEST_NAME))


def _keep_ambition(editor: Editor, session: Session, new_id: Callable[[], str], author: str) -> Kept:
    return _kept_field(editor, session, "session", session.id, "ambition", _fitting(editor.buffer.text, LONGEST_TEXT))


def _keep_alternative(editor: Editor, session: Session, new_id: Callable[[], str], author: str) -> Kept:
    text = _fitting(editor.buffer.text, LONGEST_TEXT)
    return _kept_field(editor, session, "partners", editor.target.partner, "alternative", text)


def _keep_reserve(editor: Editor, session: Session, new_id: Callable[[], str], author: str) -> Kept:
    text = editor.buffer.text.strip()
    reserve = _number(text) if text else Decimal(0)
    return Kept(set_field(session, "partners", editor.target.partner, "reserve", reserve))


def _keep_nothing(editor: Editor, session: Session, new_id: Callable[[], str], author: str) -> Kept:
    return Kept()


def _name_of_partner(editor: Editor, session: Session) -> str:
    """What is typed; another partner's name is none for this one, for no list or export could tell them apart."""
    name, own = _fitting(editor.buffer.text, LONGEST_NAME), editor.target.partner
    if not name:
        raise Unkept(_("A partner needs a name. Esc leaves it as it was."))
    others = [e.name for e in session.partners.values() if e.id != own or editor.target.what == "new_partner"]
    if name != editor.buffer.first_text.strip() and same_name(name) in map(same_name, others):
        sentence = _("Another partner is called “{name}” already. Give this one a name of its own; esc leaves it.")
        raise Unkept(sentence.format(name=clipped(name, _LONGEST_QUOTED)))
    return name


def _kept_field(editor: Editor, session: Session, table: str, identity: str, field: str, text: str) -> Kept:
    """The change to a text, based on what it was when editing began, so that the room sees whose words it replaces."""
    if text == editor.buffer.first_text.strip():
        return Kept()
    change = set_field(session, table, identity, field, text)
    return Kept(Set(table, identity, field, change.value, editor.buffer.first_text))


_KEEPING: Final = {
    "item": _keep_item,
    "new_item": _keep_new_item,
    "weight": _keep_weight,
    "reason": _keep_reason,
    "name": _keep_name,
    "new_partner": _keep_new_partner,
    "title": _keep_title,
    "ambition": _keep_ambition,
    "alternative": _keep_alternative,
    "reserve": _keep_reserve,
    "filter": _keep_nothing,
}

PLACEHOLDERS: Final = {
    "title": N_("what is this collaboration called?"),
    "ambition": N_("what do the partners want together?"),
    "alternative": N_("what could it do without this deal?"),
    "new_partner": N_("the partner's name"),
    "reason": N_("why is it dropped?"),
    "filter": N_("show only items with these words"),
}
"""What stands in an empty editor, still to be translated."""
