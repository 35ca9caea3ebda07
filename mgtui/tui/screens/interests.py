"""Why each partner is at the table: its interests as an organisation and those of its person, and what serves them."""

from __future__ import annotations

from mgtui.domain.session import Interest, Side
from mgtui.domain.verbs import common
from mgtui.domain.verbs import interests as verbs
from mgtui.locale import _
from mgtui.locale.safe_text import safe
from mgtui.tui.screens import interest_rows
from mgtui.tui.screens.choosing import Choice, ChoosingScreen
from mgtui.tui.screens.sheet_screen import SheetScreen, too_long
from mgtui.tui.signs import signs_of
from mgtui.tui.widgets.row_list import ListRow
from mgtui.tui.widgets.sheet import Draft


class InterestsScreen(SheetScreen):
    """The interests of one partner at a time."""

    NAME = "interests"
    IS_PER_PARTNER = True

    @property
    def interest(self) -> Interest | None:
        """The interest under the cursor."""
        what, identity = self.chosen
        return self.session.interests.get(identity) if what == "interest" else None

    @property
    def side(self) -> Side:
        """The list that the cursor is in."""
        interest, (what, side) = self.interest, self.chosen
        if interest is not None:
            return interest.side
        return "personal" if what == "none" and side == "personal" else "organisational"

    def rows(self, cells: int) -> list[ListRow]:
        """Everyone in short, then the two lists of the partner that is shown."""
        return interest_rows.rows(self.session, self.partner, cells, signs_of(self.app), is_viewer=self.is_viewer)

    def add(self) -> None:
        """Begin to type a new interest under this one."""
        interest, side = self.interest, self.side
        below = self.sheet.cursor

        def keep(text: str) -> str:
            if not text:
                return ""
            identity = self.mgtui.doors.new_id()
            after = interest.id if interest and interest.id in self.session.interests else self._last(side)
            change = verbs.add_interest(self.session, identity, self.partner, side, text, after)
            return too_long(text) or self.ask(change, f"interest {identity}")

        if self.partner:
            self.begin(Draft(below, "", keep, placeholder=_("why is this partner at the table?"), is_new=True))

    def edit(self) -> None:
        """Begin to edit the interest; in an empty list begin a new one."""
        interest = self.interest
        if interest is None:
            self.add()
            return
        self._edit(interest, "text", "", _("why is this partner at the table?"))

    def edit_note(self) -> None:
        """Begin to edit the note."""
        if self.interest:
            self._edit(self.interest, "note", _("note: "), _("what else is there to know?"))

    def remove_chosen(self) -> None:
        """Remove the interest."""
        if self.interest:
            self.submit(common.remove("interests", self.interest.id))

    def reorder(self, steps: int) -> None:
        """Move the interest within its own list."""
        interest = self.interest
        if interest:
            own = [each for each in self.session.interests_of(interest.partner) if each.side == interest.side]
            self.submit(common.move_by("interests", own, interest.id, steps))

    def paste(self, lines: list[str]) -> None:
        """An interest for every line."""
        for line in lines:
            after, identity = self.interest.id if self.interest else None, self.mgtui.doors.new_id()
            change = verbs.add_interest(self.session, identity, self.partner, self.side, line, after)
            self.ask(change, f"interest {identity}")

    def take_from_it(self) -> None:
        """Make a take item of the interest."""
        interest = self.interest
        if interest and self.may_edit():
            self.submit(verbs.take_from_interest(self.session, self.mgtui.doors.new_id(), interest.id))
            name = safe(self.session.partners[interest.partner].name)
            self.mgtui.say(_("{name} now takes this; it stands on the board (b) without a weight.").format(name=name))

    def choose_what_serves(self) -> None:
        """Ask which take items serve the interest."""
        interest = self.interest
        if interest is None or not self.may_edit():
            return
        identity = interest.id

        def choices() -> list[Choice] | None:
            now = self.session.interests.get(identity)
            if now is None:
                return None
            items = [each for each in self.session.column(now.partner, "take") if each.is_live]
            return [Choice(each.id, each.text, identity in each.interests) for each in items]

        def turn(item: str) -> None:
            self.submit(verbs.toggle_serves(self.session, item, identity))

        title = _("What serves “{text}”?").format(text=interest.text)
        self.mgtui.push_screen(ChoosingScreen(title, choices, turn, _("This partner takes nothing yet (b, then n).")))

    def _edit(self, interest: Interest, field: str, label: str, placeholder: str) -> None:
        identity, was = interest.id, getattr(interest, field)

        def keep(text: str) -> str:
            if text == was or identity not in self.session.interests:
                return ""
            if field == "text" and not text:
                return _("An interest can't be empty. Esc leaves it as it was; the delete key removes it.")
            return too_long(text) or self.ask(common.set_field(self.session, "interests", identity, field, text))

        self.begin(Draft(self.sheet.cursor, was, keep, label=label, placeholder=placeholder, is_new=bool(label)))

    def _last(self, side: Side) -> str | None:
        own = [each.id for each in self.session.interests_of(self.partner) if each.side == side]
        return own[-1] if own else None
