"""What the partners want together, what that takes and who brings it, and whether each is willing."""

from __future__ import annotations

from mgtui.domain.session import LONGEST_TEXT, Means, Partner, Willing
from mgtui.domain.verbs import ambition as verbs
from mgtui.domain.verbs import common
from mgtui.locale import _
from mgtui.locale.safe_text import safe
from mgtui.tui.screens import ambition_rows
from mgtui.tui.screens.choosing import Choice, ChoosingScreen
from mgtui.tui.screens.sheet_screen import SheetScreen, too_long
from mgtui.tui.signs import signs_of
from mgtui.tui.widgets.row_list import ListRow
from mgtui.tui.widgets.sheet import Draft


class AmbitionScreen(SheetScreen):
    """The ambition, its means and everyone's willingness, with the verdict on top."""

    NAME = "ambition"

    @property
    def means(self) -> Means | None:
        """The means under the cursor."""
        what, identity = self.chosen
        return self.session.means.get(identity) if what == "means" else None

    @property
    def willing_partner(self) -> Partner | None:
        """The partner under the cursor."""
        what, identity = self.chosen
        return self.session.partners.get(identity) if what == "partner" else None

    def rows(self, cells: int) -> list[ListRow]:
        """The verdict, the statement, the means and the willingness."""
        return ambition_rows.rows(self.session, cells, signs_of(self.app))

    def add(self) -> None:
        """Begin to type a new means under this one."""
        means = self.means
        ids = [each.id for each in self._in_order()]
        below = f"means {means.id}" if means else f"means {ids[-1]}" if ids else "none means"
        after = means.id if means else None

        def keep(text: str) -> str:
            if not text:
                return ""
            identity = self.mgtui.doors.new_id()
            there = after if after in self.session.means else None
            change = verbs.add_means(self.session, identity, text, there)
            return too_long(text) or self.ask(change, f"means {identity}")

        self.begin(Draft(below, "", keep, placeholder=_("what does the ambition take?"), is_new=True))

    def edit(self) -> None:
        """Begin to edit the statement, a means or the reason of a partner."""
        means, partner = self.means, self.willing_partner
        if means is not None:
            self._edit_means(means)
        elif partner is not None:
            self._edit_reason(partner)
        elif self.chosen[0] == "none":
            self.add()
        else:
            self._edit_statement()

    def remove_chosen(self) -> None:
        """Remove the means."""
        if self.means:
            self.submit(common.remove("means", self.means.id))

    def reorder(self, steps: int) -> None:
        """Move the means in the list."""
        if self.means:
            self.submit(verbs.reorder_means(self.session, self.means.id, steps))

    def paste(self, lines: list[str]) -> None:
        """A means for every line."""
        for line in lines:
            after, identity = self.means.id if self.means else None, self.mgtui.doors.new_id()
            self.ask(verbs.add_means(self.session, identity, line, after), f"means {identity}")

    def answer(self, willing: Willing | None) -> None:
        """Note whether the partner is willing."""
        if self.willing_partner:
            self.submit(verbs.set_willing(self.session, self.willing_partner.id, willing))

    def next_answer(self) -> None:
        """From one answer to the next."""
        if self.willing_partner:
            self.submit(verbs.next_willing(self.session, self.willing_partner.id))

    def choose_what_covers(self) -> None:
        """Ask which bring items cover the means."""
        means = self.means
        if means is None or not self.may_edit():
            return
        identity = means.id

        def turn(item: str) -> None:
            self.submit(verbs.toggle_cover(self.session, identity, item))

        title = _("Who brings “{text}”?").format(text=means.text)
        self.mgtui.push_screen(
            ChoosingScreen(title, lambda: self._brings(identity), turn, _("Nobody brings anything yet (b, then n)."))
        )

    def _brings(self, means: str) -> list[Choice] | None:
        """All that could cover a means: what covers it already, and every live bring item, partner by partner."""
        session = self.session
        if means not in session.means:
            return None
        covering = session.means[means].covered_by
        return [
            Choice(item.id, f"{safe(partner.name)}: {ambition_rows.told(item)}", item.id in covering)
            for partner in session.partners_in_order
            for item in session.column(partner.id, "bring")
            if item.id in covering or (item.is_live and item.text)
        ]

    def _edit_statement(self) -> None:
        was = self.session.ambition

        def keep(text: str) -> str:
            if text == was:
                return ""
            return too_long(text, LONGEST_TEXT) or self.ask(verbs.set_ambition(self.session, text))

        self.begin(Draft("statement", was, keep, placeholder=_("what do the partners want together?")))

    def _edit_means(self, means: Means) -> None:
        def keep(text: str) -> str:
            if text == means.text or means.id not in self.session.means:
                return ""
            if not text:
                return _("A means can't be empty. Esc leaves it as it was; the delete key removes it.")
            return too_long(text) or self.ask(common.set_field(self.session, "means", means.id, "text", text))

        self.begin(Draft(self.sheet.cursor, means.text, keep))

    def _edit_reason(self, partner: Partner) -> None:
        def keep(text: str) -> str:
            if text == partner.willing_reason or partner.id not in self.session.partners:
                return ""
            change = common.set_field(self.session, "partners", partner.id, "willing_reason", text)
            return too_long(text) or self.ask(change)

        label = _("{name}, because: ").format(name=safe(partner.name))
        self.begin(Draft(self.sheet.cursor, partner.willing_reason, keep, label=label, is_new=True))

    def _in_order(self) -> list[Means]:
        return ambition_rows.means_of(self.session)
