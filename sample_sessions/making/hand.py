"""What one person types during a meeting, in the words of a story; each line becomes one change, as on the board."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from mgtui.domain.changes import Change, as_batch
from mgtui.domain.communication import Part
from mgtui.domain.people import Role
from mgtui.domain.scale import POINTS, Scale
from mgtui.domain.session import Delivered, Direction, Kind, Response, Session, Side, Status, Willing
from mgtui.domain.verbs.agreements import add_agreement, confirm, set_agreement_status
from mgtui.domain.verbs.ambition import add_means, set_ambition, set_willing
from mgtui.domain.verbs.common import set_field
from mgtui.domain.verbs.communication import add_stakeholder, note_answer, tell
from mgtui.domain.verbs.interests import add_interest
from mgtui.domain.verbs.items import add_item, link, set_weight, toggle_certainty
from mgtui.domain.verbs.meetings import close_meeting, name_meeting, set_attended, start_meeting
from mgtui.domain.verbs.partners import begin
from mgtui.domain.verbs.review import answer_delivery, answer_worth
from mgtui.domain.verbs.rounds import open_round, reveal, turn_ready
from sample_sessions.making.scribe import Scribe

Amount = int | str
Row = tuple[str, str, Kind]
"""An item as it is first written down: id, text and kind."""

Backer = tuple[str, str, str, str, str]
"""A stakeholder: id, name, interest, channel, and by when it is told as an ISO date."""


class Hand:
    """Someone at the keyboard."""

    def __init__(self, scribe: Scribe, name: str, role: Role = "facilitator") -> None:
        self._scribe = scribe
        self._seat = scribe.seat(name, role)
        self.name = name

    @property
    def _session(self) -> Session:
        return self._scribe.session

    @property
    def _meeting(self) -> str:
        return self._session.meetings_in_order[-1].id

    def do(self, change: Change) -> None:
        """Any other change."""
        self._seat.submit(change)

    def undo(self) -> None:
        """Takes back this person's own latest change."""
        self._seat.undo()

    # The session and its meetings

    def begin(
        self, title: str, ambition: str, partners: Mapping[str, str], meeting: str, scale: Scale = POINTS
    ) -> None:
        """A new session with its partners, given as {id: name}, and its first meeting."""
        seats = list(partners.items())
        self.do(begin(self._session.id, title, seats, self._scribe.now, meeting, ambition, scale))

    def describe_meeting(self, name: str, *attended: str) -> None:
        """What the meeting at hand is called, and who is there."""
        self.do(name_meeting(self._session, self._meeting, name))
        self.do(set_attended(self._session, self._meeting, attended))

    def open_follow_up(self, meeting: str, name: str, *attended: str) -> None:
        """The session is reopened for another meeting."""
        revision = self._scribe.room.revision
        self.do(start_meeting(self._session, meeting, self._scribe.now, revision, name, attended))

    def close_meeting(self, note: str) -> None:
        """The meeting at hand ends, and what stands then is what was agreed."""
        self._set("meetings", self._meeting, note=note)
        self.do(close_meeting(self._session, self._meeting, self._scribe.now, self._scribe.room.revision))

    # Ambition and means

    def ambition(self, text: str) -> None:
        """The ambition in other words."""
        self.do(set_ambition(self._session, text))

    def means(self, identity: str, text: str, *covered_by: str) -> None:
        """Something the ambition takes, and the bring items that cover it."""
        self.do(add_means(self._session, identity, text, covered_by=covered_by))

    def covers(self, means: str, *items: str) -> None:
        """From now on these bring items cover a means."""
        self._set("means", means, covered_by=items)

    def willing(self, partner: str, answer: Willing, reason: str) -> None:
        """Whether a partner is willing to put in what the ambition takes."""
        self.do(set_willing(self._session, partner, answer, reason))

    def reserve(self, partner: str, amount: Amount, alternative: str) -> None:
        """What a partner could get without this deal."""
        self._set("partners", partner, reserve=Decimal(amount), alternative=alternative)

    # Interests and items

    def interest(self, partner: str, identity: str, text: str, importance: int, side: Side = "organisational") -> None:
        """Why a partner is at the table; a personal interest is private."""
        self.do(add_interest(self._session, identity, partner, side, text, importance=importance))

    def takes(self, partner: str, *rows: Row) -> None:
        """What a partner comes to take, one item after the other."""
        self._items(partner, "take", rows)

    def brings(self, partner: str, *rows: Row) -> None:
        """What a partner is willing to bring, one item after the other."""
        self._items(partner, "bring", rows)

    def ask(self, identity: str, question: str, direction: Direction, minutes: int) -> None:
        """A writing round: what anyone writes in answer is covered until all is revealed."""
        self.do(open_round(identity, self._scribe.now, question, direction, minutes * 60))

    def ready(self) -> None:
        """This person has written what they had to write."""
        going_on = self._session.current_round
        if going_on:
            self.do(turn_ready(self._session, going_on.id, self._seat.person, self._scribe.now))

    def reveal(self) -> None:
        """Everything that was covered is shown at once, and the writing round is over."""
        self.do(reveal(self._session, self._scribe.now))

    def weigh(self, **weights: Amount | None) -> None:
        """The weights of items by id, in which "_" stands for "-"; None for no weight."""
        for name, weight in weights.items():
            item = name.replace("_", "-")
            self.do(set_weight(self._session, item, None if weight is None else Decimal(weight)))

    def turn(self, *items: str) -> None:
        """Firm items become uncertain, uncertain ones firm."""
        for item in items:
            self.do(toggle_certainty(self._session, item))

    def status(self, status: Status, *items: str) -> None:
        """Items are agreed, delivered or proposed again."""
        for item in items:
            self._set("items", item, status=status)

    def drop(self, item: str, reason: str) -> None:
        """An item leaves the deal."""
        self._set("items", item, status="dropped", dropped_reason=reason)

    def came(self, answer: Delivered, *items: str) -> None:
        """In the review: whether what was promised has come."""
        for item in items:
            self.do(answer_delivery(self._session, item, answer, self._scribe.now, self.name))

    def worth(self, **answers: Willing) -> None:
        """In the review: whether items are still worth it, by id with "_" for "-"."""
        for name, answer in answers.items():
            item = name.replace("_", "-")
            self.do(answer_worth(self._session, item, answer, self._scribe.now, self.name))

    def reword(self, item: str, text: str) -> None:
        """An item in other words."""
        self._set("items", item, text=text)

    def comes_by_itself(self, *items: str) -> None:
        """Take items that come from the collaboration itself."""
        for item in items:
            self._set("items", item, from_collaboration=True)

    def serves(self, item: str, *interests: str) -> None:
        """The interests that a take item serves."""
        self._set("items", item, interests=interests)

    def link(self, bring: str, *takes: str) -> None:
        """A bring item delivers take items of others."""
        for take in takes:
            self.do(link(f"{bring}--{take}", bring, take))

    def note(self, table: str, identity: str, text: str) -> None:
        """A note with a record."""
        self._set(table, identity, note=text)

    # Stakeholders and agreements

    def stakeholders(self, partner: str, owner: str, *rows: Backer) -> None:
        """Those behind a partner, whom `owner` will tell."""
        for identity, name, interest, channel, due in rows:
            day = date.fromisoformat(due)
            fields: dict[str, Any] = {"interest": interest, "channel": channel, "owner": owner, "due": day}
            self.do(add_stakeholder(self._session, identity, partner, name, **fields))

    def tell(self, stakeholder: str, *parts: Part) -> None:
        """A stakeholder has been told these parts of the story."""
        for part in parts:
            self.do(tell(self._session, stakeholder, part, self._scribe.now, self.name))

    def hear(self, stakeholder: str, response: Response, note: str) -> None:
        """What came back from a stakeholder."""
        self.do(note_answer(self._session, stakeholder, response, self._scribe.now, self.name, note))

    def agreement(
        self, identity: str, text: str, *, partners: Iterable[str], due: str, items: Iterable[str] = ()
    ) -> None:
        """Who does what by when; `due` is an ISO date."""
        fields: dict[str, Any] = {"partners": tuple(partners), "due": date.fromisoformat(due), "items": tuple(items)}
        self.do(add_agreement(self._session, identity, text, **fields))

    def postpone(self, agreement: str, text: str, due: str) -> None:
        """An agreement in other words, with another date."""
        self._set("agreements", agreement, text=text, due=date.fromisoformat(due))

    def confirm(self, agreement: str, *partners: str) -> None:
        """Partners confirm an agreement as it now stands."""
        for partner in partners:
            self.do(confirm(self._session, agreement, partner, self._scribe.now, self.name))

    def done(self, *agreements: str) -> None:
        """Agreements that were kept."""
        for agreement in agreements:
            self.do(set_agreement_status(self._session, agreement, "done"))

    def _items(self, partner: str, direction: Direction, rows: Iterable[Row]) -> None:
        for identity, text, kind in rows:
            self.do(add_item(self._session, identity, partner, direction, text, kind=kind))

    def _set(self, table: str, identity: str, **values: Any) -> None:
        changes: list[Change] = [
            set_field(self._session, table, identity, name, value) for name, value in values.items()
        ]
        self.do(as_batch(changes))
