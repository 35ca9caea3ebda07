"""What a follow-up meeting looks back on: the state at any moment, what was promised, and what is still to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from mgtui.domain.agreements import open_agreements
from mgtui.domain.balance import column_total
from mgtui.domain.changes import Draft
from mgtui.domain.communication import answer_state
from mgtui.domain.history import Entry
from mgtui.domain.interval import Interval
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Agreement, Direction, Item, Session, Stakeholder, Status, in_order

PROMISED: tuple[Status, ...] = ("agreed", "delivered")


class Kept(Struct, frozen=True, kw_only=True):
    """What one partner promised in one direction, and what became of it.

    Attributes:
        promised: what was agreed on, dropped since or not, as it is now; removed ones as they were.
        delivered: those of them that were delivered.
        broken: those that were dropped or removed.
        promised_worth, delivered_worth: what they come to at the weights they have, whatever their certainty was.
    """

    promised: tuple[Item, ...]
    delivered: tuple[Item, ...]
    broken: tuple[Item, ...]
    promised_worth: Interval
    delivered_worth: Interval


def states_at(history: Sequence[Entry], revisions: Iterable[int], start: Session) -> dict[int, Session]:
    """The session at each of `revisions` that is in the history, replayed once from `start`.

    Revision 0 is `start` itself, and one beyond the last entry is the last state.

    Raises:
        Refused: the history, of a file that was mended, does not go together.
    """
    wanted = sorted(set(revisions))
    found: dict[int, Session] = {}
    done = 0
    for revision in wanted:
        draft = Draft(start)
        while done < len(history) and history[done].revision <= revision:
            draft.make(history[done].change)
            done += 1
        found[revision] = start = draft.session
        _refuse_items_of_nobody(start)
    return found


def state_at(history: Sequence[Entry], revision: int, start: Session) -> Session:
    """The session as it was at `revision`.

    Raises:
        Refused: as `states_at`.
    """
    return states_at(history, [revision], start)[revision]


def _refuse_items_of_nobody(session: Session) -> None:
    for item in session.items.values():
        if item.partner not in session.partners:
            raise Refused("missing_reference", field="partner", id=item.partner)


def kept(session: Session, partner: str, direction: Direction, promised_in: Session | None = None) -> Kept:
    """What `partner` promised to bring, or was promised to take, and what became of it.

    Args:
        session: the session now.
        partner: its id.
        direction: which column.
        promised_in: the session as an earlier meeting left it. What was agreed on there counts as promised even if it
            was dropped or removed since, and what was agreed on only later does not: it is a promise for next time.
    """
    then = {item.id: item for item in promised_in.column(partner, direction)} if promised_in else {}
    promised = {each.id: each for each in then.values() if each.status in PROMISED}
    now = {item.id: item for item in session.column(partner, direction)}
    kept_now: tuple[Status, ...] = ("delivered",) if promised_in else PROMISED
    promised |= {each.id: each for each in now.values() if each.id in promised or each.status in kept_now}
    items = in_order(promised.values())
    delivered = [item for item in items if item.id in now and item.status == "delivered"]
    return Kept(
        promised=tuple(items),
        delivered=tuple(delivered),
        broken=tuple(item for item in items if item.id not in now or item.status == "dropped"),
        promised_worth=column_total((_sure(item) for item in items), session.scale),
        delivered_worth=column_total((_sure(item) for item in delivered), session.scale),
    )


def carried_over(session: Session, since: Session) -> list[Agreement]:
    """The agreements that were made by the time of `since` and are still open."""
    return [each for each in open_agreements(session) if each.id in since.agreements]


def to_ask_again(session: Session) -> list[Stakeholder]:
    """The stakeholders who answered at an earlier meeting and not at the latest, partner by partner."""
    everyone = [each for partner in session.partners_in_order for each in session.stakeholders_of(partner.id)]
    return [each for each in everyone if answer_state(session, each) == "ask_again"]


def _sure(item: Item) -> Item:
    """`item` as a promise: whole, although it was dropped or was not sure."""
    return Item(
        id=item.id, partner=item.partner, direction=item.direction, text=item.text, weight=item.weight, certainty="firm"
    )
