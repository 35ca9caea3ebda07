"""What a partner has to tell those behind it, in words: why, what we take, what we bring, what the others bring.

Holds exactly what the fingerprints of `communication.Stories` are made of: nothing private, nothing covered.
"""

from __future__ import annotations

from mgtui.domain.communication import PARTS, Part
from mgtui.domain.session import Item, Session
from mgtui.locale import _
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import amounts, terms


def told(session: Session, partner: str, part: Part) -> list[str]:
    """The sentences of one part; empty when there is nothing to tell yet."""
    if part == "why":
        return _why(session, partner)
    if part == "others":
        return [
            f"{safe(other.name)}: {_said(item, session)}"
            for other in session.partners_in_order
            if other.id != partner
            for item in session.column(other.id, "bring")
            if _is_told(item)
        ]
    return [_said(item, session) for item in session.column(partner, part) if _is_told(item)]


def as_text(session: Session, partner: str) -> str:
    """The whole story of a partner as plain text, to mail or to read out."""
    lines = [safe(session.partners[partner].name)]
    for part in PARTS:
        lines += ["", terms.part(part)]
        lines += [f"- {sentence}" for sentence in told(session, partner, part)] or ["-"]
    return "\n".join(lines) + "\n"


def _why(session: Session, partner: str) -> list[str]:
    ambition = [_("Ambition: {text}").format(text=safe(session.ambition))] if session.ambition else []
    interests = [i for i in session.interests_of(partner) if not i.private]
    return [*ambition, *(f"{safe(i.text)} ({terms.side(i.side)})" for i in interests)]


def _said(item: Item, session: Session) -> str:
    remarks = [amounts.weight(item.weight, session.scale)] if item.weight is not None else []
    if item.certainty == "uncertain":
        remarks.append(terms.certainty("uncertain"))
    return f"{safe(item.text)} ({', '.join(remarks)})" if remarks else safe(item.text)


def _is_told(item: Item) -> bool:
    return item.is_live and not item.private
