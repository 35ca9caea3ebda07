"""Whether what was agreed on is still what each partner confirmed, and what should have been done by now."""

from __future__ import annotations

from datetime import date
from hashlib import blake2s
from typing import Literal

import msgspec
from msgspec import Struct

from mgtui.domain.session import Agreement, Item, Partner, Session, in_order
from mgtui.domain.visibility import is_nameless

ConfirmationState = Literal["none", "confirmed", "lapsed"]
LapseCode = Literal["text", "due", "partners", "items", "item"]


class Lapse(Struct, frozen=True, kw_only=True):
    """One reason why a confirmation no longer holds.

    Attributes:
        code: what has changed: its text, its due date, who does it, which items it rests on, or one of these items.
        item: for "item", which one, as it is now.
    """

    code: LapseCode
    item: Item | None = None


def fingerprint(session: Session, agreement: Agreement) -> str:
    """What a partner confirms: a mark for each thing agreed on, equal as long as that thing is.

    Of an item it is the text, the place, the weight, the certainty and whether it was dropped; that it went from
    proposed to agreed or delivered is what was meant to happen.
    """
    return " ".join(f"{name}={mark}" for name, mark in _marks(session, agreement).items())


def confirmation_state(session: Session, agreement: Agreement, partner: str) -> ConfirmationState:
    """Whether `partner` has confirmed the agreement as it now stands."""
    if partner not in agreement.confirmations:
        return "none"
    return "lapsed" if lapses(session, agreement, partner) else "confirmed"


def lapses(session: Session, agreement: Agreement, partner: str) -> list[Lapse]:
    """Why the confirmation of `partner` no longer holds; nothing when it does, or when there is none."""
    confirmation = agreement.confirmations.get(partner)
    if confirmation is None:
        return []
    then = dict(mark.partition("=")[::2] for mark in confirmation.of.split())
    now = _marks(session, agreement)
    found = [Lapse(code=code) for code in _OWN if then.get(code) != now[code]]
    for identity in agreement.items:
        item = session.items[identity]
        was = then.get(f"item/{identity}")
        if was is not None and was != now[f"item/{identity}"] and not is_nameless(item):
            found.append(Lapse(code="item", item=item))
    return found


def partners_to_confirm(session: Session, agreement: Agreement) -> list[Partner]:
    """Whose confirmation it takes: those who do it, or everyone when it names nobody."""
    return [each for each in session.partners_in_order if not agreement.partners or each.id in agreement.partners]


def is_confirmed(session: Session, agreement: Agreement) -> bool:
    """Whether all whose confirmation it takes have confirmed it as it now stands."""
    needed = partners_to_confirm(session, agreement)
    return bool(needed) and all(confirmation_state(session, agreement, each.id) == "confirmed" for each in needed)


def is_overdue(agreement: Agreement, today: date) -> bool:
    """Whether it should have been done before `today`."""
    return agreement.status == "open" and agreement.due is not None and agreement.due < today


def overdue(session: Session, today: date) -> list[Agreement]:
    """The agreements that should have been done before `today`, the longest overdue first."""
    late = (each for each in in_order(session.agreements.values()) if is_overdue(each, today))
    return sorted(late, key=lambda each: each.due or today)


def open_agreements(session: Session) -> list[Agreement]:
    """The agreements that are neither done nor dropped, in order."""
    return [each for each in in_order(session.agreements.values()) if each.status == "open"]


_OWN: tuple[LapseCode, ...] = ("text", "due", "partners", "items")


def _marks(session: Session, agreement: Agreement) -> dict[str, str]:
    marks = {
        "text": _mark(agreement.text),
        "due": str(agreement.due or ""),
        "partners": _mark(*sorted(agreement.partners)),
        "items": _mark(*sorted(agreement.items)),
    }
    return marks | {f"item/{each}": _item_mark(session.items[each]) for each in agreement.items}


def _item_mark(item: Item) -> str:
    weight = "" if item.weight is None else format(item.weight.normalize(), "f")
    dropped = "dropped" if item.status == "dropped" else ""
    return _mark(item.partner, item.direction, item.text, weight, item.certainty, dropped)


def _mark(*texts: str) -> str:
    return blake2s(msgspec.json.encode(texts), digest_size=6).hexdigest()
