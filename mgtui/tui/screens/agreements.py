"""Who does what by when: written down in place, resting on items, and confirmed partner by partner."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mgtui.domain.agreements import confirmation_state
from mgtui.domain.session import LONGEST_NOTE, Agreement, in_order
from mgtui.domain.verbs import agreements as verbs
from mgtui.domain.verbs import common
from mgtui.locale import _, dates
from mgtui.locale.wording import naming
from mgtui.tui.screens import agreement_rows
from mgtui.tui.screens.choosing import Choice, ChoosingScreen
from mgtui.tui.screens.sheet_screen import SheetScreen, too_long
from mgtui.tui.signs import signs_of
from mgtui.tui.widgets.row_list import ListRow
from mgtui.tui.widgets.sheet import Draft


class AgreementsScreen(SheetScreen):
    """All agreements, each with its confirmations under it."""

    NAME = "agreements"

    @property
    def agreement(self) -> Agreement | None:
        """The agreement under the cursor, or whose confirmation is."""
        _what, identity = self.chosen
        return self.session.agreements.get(identity.partition("/")[0])

    @property
    def confirming(self) -> str:
        """The partner whose confirmation is under the cursor; empty on the agreement itself."""
        what, identity = self.chosen
        return identity.partition("/")[2] if what == "confirmation" else ""

    def rows(self, cells: int) -> list[ListRow]:
        """The sum of it and the agreements."""
        return agreement_rows.rows(self.session, cells, signs_of(self.app), self._today)

    def add(self) -> None:
        """Begin to type a new agreement under this one."""
        after = self.agreement

        def keep(text: str) -> str:
            if not text:
                return ""
            identity = self.mgtui.doors.new_id()
            there = after.id if after and after.id in self.session.agreements else None
            change = verbs.add_agreement(self.session, identity, text, there)
            return too_long(text) or self.ask(change, f"agreement {identity}")

        self.begin(Draft(self._last_row_of(after), "", keep, placeholder=_("what will be done?"), is_new=True))

    def edit(self) -> None:
        """Begin to edit the agreement, or give a confirmation; with none yet, begin the first."""
        agreement = self.agreement
        if self.confirming:
            self.confirm()
        elif agreement is None:
            self.add()
        else:
            self._edit_text(agreement)

    def edit_due(self) -> None:
        """Begin to type by when."""
        agreement = self.agreement
        if agreement is None:
            return
        was = dates.day(agreement.due) if agreement.due else ""

        def keep(text: str) -> str:
            if text == was or agreement.id not in self.session.agreements:
                return ""
            try:
                due = dates.typed_day(text, self._today) if text else None
            except dates.NotADay:
                return _("That is no day. Type one such as 3 dec, 3-12-2026 or 2026-12-03.")
            return self.ask(common.set_field(self.session, "agreements", agreement.id, "due", due))

        self._begin_under(agreement, was, keep, _("by when: "), _("3 dec, 3-12-2026, tomorrow"))

    def edit_note(self) -> None:
        """Begin to edit the note."""
        agreement = self.agreement
        if agreement is None:
            return

        def keep(text: str) -> str:
            if text == agreement.note or agreement.id not in self.session.agreements:
                return ""
            change = common.set_field(self.session, "agreements", agreement.id, "note", text)
            return too_long(text, LONGEST_NOTE) or self.ask(change)

        self._begin_under(agreement, agreement.note, keep, _("note: "), _("what else is there to know?"))

    def remove_chosen(self) -> None:
        """Remove the agreement; a confirmation is only taken back."""
        agreement = self.agreement
        if agreement is None:
            return
        if not self.confirming:
            self.submit(common.remove("agreements", agreement.id))
        elif self.confirming in agreement.confirmations:
            self.submit(verbs.withdraw_confirmation(self.session, agreement.id, self.confirming))

    def reorder(self, steps: int) -> None:
        """Move the agreement in the list."""
        if self.agreement and not self.confirming:
            self.submit(verbs.reorder_agreement(self.session, self.agreement.id, steps))

    def paste(self, lines: list[str]) -> None:
        """An agreement for every line."""
        for line in lines:
            identity, after = self.mgtui.doors.new_id(), self.agreement
            change = verbs.add_agreement(self.session, identity, line, after.id if after else None)
            self.ask(change, f"agreement {identity}")

    def next_status(self) -> None:
        """Open, done, dropped, and open again."""
        if self.agreement:
            self.submit(verbs.next_agreement_status(self.session, self.agreement.id))

    def confirm(self) -> None:
        """Give or take back the confirmation under the cursor; on the agreement, ask whose."""
        agreement, seat = self.agreement, self.mgtui.seat
        if agreement is None or seat is None or not self.may_edit():
            return
        if self.confirming:
            self._turn_confirmation(agreement.id, self.confirming)
            return

        def choices() -> list[Choice] | None:
            now = self.session.agreements.get(agreement.id)
            if now is None:
                return None
            return [
                Choice(each.id, naming.partner(each), confirmation_state(self.session, now, each.id) == "confirmed")
                for each in self.session.partners_in_order
            ]

        title = _("Who confirms “{text}”?").format(text=agreement.text)
        self._choose(title, choices, lambda partner: self._turn_confirmation(agreement.id, partner))

    def choose_who(self) -> None:
        """Ask who does it."""
        agreement = self.agreement
        if agreement is None or not self.may_edit():
            return

        def choices() -> list[Choice] | None:
            now = self.session.agreements.get(agreement.id)
            if now is None:
                return None
            return [
                Choice(each.id, naming.partner(each), each.id in now.partners)
                for each in self.session.partners_in_order
            ]

        title = _("Who does “{text}”?").format(text=agreement.text)
        self._choose(title, choices, lambda each: self.submit(verbs.toggle_party(self.session, agreement.id, each)))

    def choose_what_it_rests_on(self) -> None:
        """Ask which items it rests on."""
        agreement = self.agreement
        if agreement is None or not self.may_edit():
            return

        def choices() -> list[Choice] | None:
            now = self.session.agreements.get(agreement.id)
            return None if now is None else self._items(now)

        def turn(item: str) -> None:
            self.submit(verbs.toggle_rests_on(self.session, agreement.id, item))

        title = _("What does “{text}” rest on?").format(text=agreement.text)
        self._choose(title, choices, turn, _("Nothing is on the table yet (b, then n)."))

    def _items(self, of: Agreement) -> list[Choice]:
        session = self.session
        return [
            Choice(item.id, naming.item(item, session), item.id in of.items)
            for partner in session.partners_in_order
            for item in (*session.column(partner.id, "take"), *session.column(partner.id, "bring"))
            if item.id in of.items or (item.is_live and item.text)
        ]

    def _choose(
        self,
        title: str,
        choices: Callable[[], list[Choice] | None],
        turn: Callable[[str], None],
        if_none: str = "",
    ) -> None:
        if_none = if_none or _("Nobody is at the table yet. Go to the board (b) and press N.")
        self.mgtui.push_screen(ChoosingScreen(title, choices, turn, if_none))

    def _turn_confirmation(self, agreement: str, partner: str) -> None:
        now, seat = self.mgtui.doors.now(), self.mgtui.seat
        if seat is not None:
            self.submit(verbs.toggle_confirmed(self.session, agreement, partner, now, seat.person.name))

    def _begin_under(
        self, agreement: Agreement, text: str, keep: Callable[[str], str], label: str, placeholder: str
    ) -> None:
        key = f"agreement {agreement.id}"
        self.begin(Draft(key, text, keep, label=label, placeholder=placeholder, is_new=True))

    def _last_row_of(self, agreement: Agreement | None) -> str:
        """The key of the row that a new agreement is typed under."""
        ids = [each.id for each in in_order(self.session.agreements.values())]
        last = agreement.id if agreement else ids[-1] if ids else ""
        keys = [row.key for row in self.sheet.rows if row.key.partition(" ")[2].partition("/")[0] == last]
        return keys[-1] if last and keys else "none agreements"

    def _edit_text(self, agreement: Agreement) -> None:
        def keep(text: str) -> str:
            if text == agreement.text or agreement.id not in self.session.agreements:
                return ""
            if not text:
                return _("An agreement can't be empty. Esc leaves it as it was; the delete key removes it.")
            change = common.set_field(self.session, "agreements", agreement.id, "text", text)
            return too_long(text) or self.ask(change)

        self.begin(Draft(f"agreement {agreement.id}", agreement.text, keep))

    @property
    def _today(self) -> date:
        return self.mgtui.doors.now().date()
