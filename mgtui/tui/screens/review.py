"""The review of a follow-up meeting: item by item, has it come and is it still worth it, with one key per answer.

It opens on the first question that nobody has answered at this meeting, and each answer goes on to the next, so that
it can be left and resumed, and shared by several people.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from mgtui.domain.changes import Change
from mgtui.domain.news import Present
from mgtui.domain.people import Place
from mgtui.domain.review import Asked, next_open, review
from mgtui.domain.session import Delivered, Session, Willing
from mgtui.domain.verbs import items
from mgtui.domain.verbs import review as verbs
from mgtui.locale import _
from mgtui.locale.safe_text import clipped
from mgtui.tui.screens import review_rows
from mgtui.tui.screens.meeting_states import Past
from mgtui.tui.screens.sheet_screen import SheetScreen, too_long
from mgtui.tui.seat import Seat
from mgtui.tui.signs import signs_of
from mgtui.tui.widgets.row_list import ListRow
from mgtui.tui.widgets.sheet import Draft

DELIVERED: Final[tuple[Delivered, ...]] = ("yes", "partly", "no")
WORTH: Final[tuple[Willing, ...]] = ("yes", "doubt", "no")
_LONGEST_NAME: Final = 20


class ReviewScreen(SheetScreen):
    """Every question of the review, partner by partner."""

    NAME = "review"
    IS_PER_PARTNER = True

    def __init__(self) -> None:
        super().__init__()
        self._past: Past | None = None
        self._seat: Seat | None = None

    @property
    def asked(self) -> Asked | None:
        """The question under the cursor."""
        return next((each for each in self._questions if review_rows.key_of(each) == self.sheet.cursor), None)

    def rows(self, cells: int) -> list[ListRow]:
        """How far it is, and the questions."""
        others, signs = self._others(self.mgtui.present), signs_of(self.app)
        return review_rows.rows(self.session, self._questions, self._before, others, cells, signs)

    def on_mount(self) -> None:
        """See where the others are."""
        self.watch(self.app, "present", self._show_present, init=False)

    def on_screen_resume(self) -> None:
        """Go on where it was left off."""
        self.call_after_refresh(self._go_on)

    def on_screen_suspend(self) -> None:
        """One is no longer at a question."""
        if self.mgtui.seat:
            self.mgtui.seat.at(None)

    def on_row_list_moved(self) -> None:
        """Tell the others where one is."""
        super().on_row_list_moved()
        self._tell_place()

    def answer(self, choice: int) -> None:
        """Give the question under the cursor its answer number `choice`, from 0, and go on to the next question."""
        asked = self.asked
        if asked is None or not self.may_edit():
            return
        if self.ask(self._answering(asked, choice)) == "":
            self._go_on(asked)

    def take_back(self) -> None:
        """The question under the cursor has no answer any more."""
        asked = self.asked
        if asked is not None and asked.answer is not None:
            self.submit(verbs.take_back(self.session, asked.item.id, asked.question))

    def weigh(self, steps: int) -> None:
        """The item under the cursor weighs more or less than it did."""
        if self.asked:
            self.submit(items.step_weight(self.session, self.asked.item.id, steps))

    def drop(self) -> None:
        """Begin to type why the item under the cursor is not worth it any more."""
        asked = self.asked
        if asked is None:
            return
        identity = asked.item.id

        def keep(reason: str) -> str:
            if identity not in self.session.items:
                return ""
            now, by = self.mgtui.doors.now(), self._author
            flaw = too_long(reason) or self.ask(verbs.drop_at_review(self.session, identity, reason, now, by))
            if not flaw:
                self.call_after_refresh(self._go_on, asked)
            return flaw

        label, placeholder = _("dropped, because: "), _("enter drops it, esc leaves it as it was")
        reason = asked.item.dropped_reason
        self.begin(Draft(self.sheet.cursor, reason, keep, label=label, placeholder=placeholder, is_new=True))

    def edit(self) -> None:
        """From one answer to the next, and back to none."""
        asked = self.asked
        if asked is None:
            return
        answers: tuple[str, ...] = DELIVERED if asked.question == "delivery" else WORTH
        to = answers.index(asked.answer) + 1 if asked.answer in answers else 0
        if to < len(answers):
            self.submit(self._answering(asked, to))
        else:
            self.take_back()

    def add(self) -> None:
        """A review adds nothing."""

    def remove_chosen(self) -> None:
        """Take the answer back."""
        self.take_back()

    def to_partner(self, steps: int) -> None:
        """Go to the first question of the next partner, or of the one before."""
        asked = self.asked
        first: dict[str, Asked] = {}
        for each in self._questions:
            first.setdefault(each.item.partner, each)
        if asked is not None and self.sheet.keep():
            whose = list(first)
            to = whose[(whose.index(asked.item.partner) + steps) % len(whose)]
            self.sheet.move_to(review_rows.key_of(first[to]))

    def _answering(self, asked: Asked, choice: int) -> Change:
        session, identity, now = self.session, asked.item.id, self.mgtui.doors.now()
        if asked.question == "delivery":
            return verbs.answer_delivery(session, identity, DELIVERED[choice], now, self._author)
        return verbs.answer_worth(session, identity, WORTH[choice], now, self._author)

    def _go_on(self, after: Asked | None = None) -> None:
        """To the next question that has no answer; with none left the cursor stays."""
        to = next_open(self._questions, after.key if after else None)
        if to is not None and self.sheet.draft is None:
            self.sheet.move_to(review_rows.key_of(to))
        self._tell_place()

    def _tell_place(self) -> None:
        asked, seat = self.asked, self.mgtui.seat
        if seat is not None and self.is_current and not self.is_viewer:
            seat.at(Place(table="items", id=asked.item.id, field=asked.question) if asked else None)

    def _show_present(self, present: Present) -> None:
        if self.is_current:
            self.sheet.rebuild()

    def _others(self, present: Present) -> Mapping[str, Sequence[str]]:
        """By question, the names of those who are at it."""
        found: dict[str, list[str]] = {}
        own = self.mgtui.seat.person.client if self.mgtui.seat else ""
        for person in present.people:
            place = present.places.get(person.client)
            if place is not None and place.table == "items" and person.client != own:
                found.setdefault(f"{place.field} {place.id}", []).append(clipped(person.name, _LONGEST_NAME))
        return found

    @property
    def _questions(self) -> list[Asked]:
        return review(self.session, self._before)

    @property
    def _before(self) -> Session | None:
        """The session as the meeting before left it."""
        seat = self.mgtui.seat
        if seat is None:
            return None
        if self._past is None or seat is not self._seat:
            self._seat, self._past = seat, Past(seat.history, is_viewer=self.is_viewer)
        self._past.history = seat.history
        return self._past.left_by_the_one_before(self.session)

    @property
    def _author(self) -> str:
        return self.mgtui.seat.person.name if self.mgtui.seat else ""
