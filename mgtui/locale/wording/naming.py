"""What the records of a session are called where another text speaks of them; always safe to show."""

from __future__ import annotations

from collections.abc import Iterable

from mgtui.domain.session import Item, Meeting, Partner, Session
from mgtui.locale import _, dates
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import terms


def partner(of: Partner) -> str:
    """The name of a partner, or that it has none."""
    return safe(of.name) or _("a partner without a name")


def partners(of: Iterable[Partner]) -> str:
    """Some partners by name: "De Linde, Het Kompas"."""
    return ", ".join(map(partner, of))


def item(of: Item, session: Session) -> str:
    """An item with whose it is: "De Linde: a share of the autonomy"."""
    whose = session.partners.get(of.partner)
    text = safe(of.text) or (_("something covered") if of.covered else _("something private"))
    return f"{partner(whose)}: {text}" if whose else text


def meeting(of: Meeting) -> str:
    """The name of a meeting, or which one it is, with its day: "first meeting, 3 Mar 2026"."""
    return f"{safe(of.name) or terms.meeting_kind(of.kind)}, {dates.day(of.opened)}"
