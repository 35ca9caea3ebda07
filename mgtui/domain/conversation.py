"""The steps of the conversation, and what is done and still open in each, as the session itself tells.

The steps follow the three central questions of *Iedereen kan iets brengen*: interests on the table, what each comes
to take and to bring, and how that stays valued by everyone's stakeholders.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from mgtui.domain.agreements import is_confirmed
from mgtui.domain.ambition import cover_state
from mgtui.domain.balance import balance
from mgtui.domain.communication import progress_by_partner
from mgtui.domain.interests import unmet
from mgtui.domain.session import Direction, Item, Session, in_order

Step = Literal["ambition", "interests", "take", "bring", "balance", "stakeholders", "agreements"]
StepState = Literal["untouched", "begun", "done"]
TaskCode = Literal[
    "ambition_worded",
    "means_named",
    "means_covered",
    "willingness_said",
    "interest_told",
    "interest_met",
    "something_taken",
    "something_brought",
    "items_weighed",
    "items_revealed",
    "partner_gains",
    "stakeholders_named",
    "stakeholders_told",
    "agreement_made",
    "agreement_confirmed",
]

STEPS: tuple[Step, ...] = ("ambition", "interests", "take", "bring", "balance", "stakeholders", "agreements")


class Task(Struct, frozen=True, kw_only=True):
    """One thing that a step asks for.

    Attributes:
        code: what it is.
        done: whether it has been done.
        table, id: what it is about; empty for the session as a whole.
        name: its name or text; empty for the session as a whole.
    """

    code: TaskCode
    done: bool
    table: str = ""
    id: str = ""
    name: str = ""


class StepProgress(Struct, frozen=True, kw_only=True):
    """How far one step of the conversation is."""

    step: Step
    tasks: tuple[Task, ...]

    @property
    def open(self) -> list[Task]:
        """What still has to be done."""
        return [task for task in self.tasks if not task.done]

    @property
    def state(self) -> StepState:
        """Whether nothing, something or all of it has been done."""
        if not self.open:
            return "done"
        return "begun" if any(task.done for task in self.tasks) else "untouched"


def conversation(session: Session) -> list[StepProgress]:
    """How far each step is, in the order of the conversation."""
    return [StepProgress(step=step, tasks=tuple(_TASKS[step](session))) for step in STEPS]


def next_step(session: Session) -> Step | None:
    """The first step in which something is still open; None when all is done."""
    return next((each.step for each in conversation(session) if each.state != "done"), None)


def _ambition(session: Session) -> Iterator[Task]:
    yield Task(code="ambition_worded", done=bool(session.ambition))
    yield Task(code="means_named", done=bool(session.means))
    for means in in_order(session.means.values()):
        covered = cover_state(session, means) == "covered"
        yield Task(code="means_covered", done=covered, table="means", id=means.id, name=means.text)
    yield from _each_partner(session, "willingness_said", {p.id for p in session.partners.values() if p.willing})


def _interests(session: Session) -> Iterator[Task]:
    yield from _each_partner(session, "interest_told", {each.partner for each in session.interests.values()})
    open_ = {each.id for each in unmet(session)}
    for partner in session.partners_in_order:
        for each in session.interests_of(partner.id):
            done = each.id not in open_
            yield Task(code="interest_met", done=done, table="interests", id=each.id, name=each.text)


def _take(session: Session) -> Iterator[Task]:
    return _column(session, "take", "something_taken")


def _bring(session: Session) -> Iterator[Task]:
    return _column(session, "bring", "something_brought")


def _column(session: Session, direction: Direction, code: TaskCode) -> Iterator[Task]:
    items = [item for item in session.items.values() if item.direction == direction and item.status != "dropped"]
    yield from _each_partner(session, code, {item.partner for item in items if item.is_live})
    if items:
        yield Task(code="items_revealed", done=not any(item.covered for item in items))
        yield from _weighed(session, [item for item in items if item.is_live])


def _weighed(session: Session, items: list[Item]) -> Iterator[Task]:
    unweighed = {item.partner for item in items if item.weight is None}
    for partner in session.partners_in_order:
        if any(item.partner == partner.id for item in items):
            done = partner.id not in unweighed
            yield Task(code="items_weighed", done=done, table="partners", id=partner.id, name=partner.name)


def _balance(session: Session) -> Iterator[Task]:
    gaining = {b.partner.id for b in balance(session).partners if b.verdict == "gains" and not b.brings_nothing}
    return _each_partner(session, "partner_gains", gaining)


def _stakeholders(session: Session) -> Iterator[Task]:
    progress = progress_by_partner(session)
    yield from _each_partner(session, "stakeholders_named", {id_ for id_, each in progress.items() if each.total})
    for partner in session.partners_in_order:
        told = progress[partner.id]
        if told.total:
            done = told.done == told.total
            yield Task(code="stakeholders_told", done=done, table="partners", id=partner.id, name=partner.name)


def _agreements(session: Session) -> Iterator[Task]:
    yield Task(code="agreement_made", done=bool(session.agreements))
    for each in in_order(session.agreements.values()):
        if each.status == "open":
            done = is_confirmed(session, each)
            yield Task(code="agreement_confirmed", done=done, table="agreements", id=each.id, name=each.text)


def _each_partner(session: Session, code: TaskCode, done: set[str]) -> Iterator[Task]:
    """The task for each partner; with none at the table it is still to be done for a first one."""
    for each in session.partners_in_order:
        yield Task(code=code, done=each.id in done, table="partners", id=each.id, name=each.name)
    if not session.partners:
        yield Task(code=code, done=False)


_TASKS: dict[Step, Callable[[Session], Iterator[Task]]] = {
    "ambition": _ambition,
    "interests": _interests,
    "take": _take,
    "bring": _bring,
    "balance": _balance,
    "stakeholders": _stakeholders,
    "agreements": _agreements,
}
