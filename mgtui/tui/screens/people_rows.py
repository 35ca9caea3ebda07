"""The people in the room as rows: name and role, then where they are, since when, and by what they came in."""

from __future__ import annotations

from collections.abc import Iterator

from mgtui.domain.news import Present
from mgtui.domain.people import Person, Place
from mgtui.domain.powers import Powers
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Session
from mgtui.locale import _, dates
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import naming, refusals, terms
from mgtui.tui.editing.cells import clipped, padded
from mgtui.tui.screens.sheet_lines import titled, wrapped
from mgtui.tui.widgets.row_list import ListRow

_NAME = 32
_INDENT = "    "


def rows(session: Session, present: Present, powers: Powers, self: Person, cells: int) -> list[ListRow]:
    """Everyone who is here, and those who were removed; seen by `self`."""
    here = present.people or (self,)
    found = [_here(each, session, present.places.get(each.client), each.client == self.client, cells) for each in here]
    if powers.frozen_by:
        told = refusals.refusal(Refused("frozen", name=powers.frozen_by))
        found.append(ListRow("", ((), *wrapped(told, cells, "heading bold"))))
    if powers.removed:
        found.append(titled(_("Removed"), cells, _("They can't come back until a facilitator lets them in again.")))
    names = dict.fromkeys(each.name for each in powers.removed)
    found += [ListRow(f"removed {name}", wrapped(safe(name), cells, "ink")) for name in names]
    return found


def _here(person: Person, session: Session, place: Place | None, is_self: bool, cells: int) -> ListRow:
    name = _("{name} (you)").format(name=safe(person.name)) if is_self else safe(person.name)
    room = max(8, min(_NAME, cells - 18))
    leads = person.role == "facilitator"
    first = (
        (padded(clipped(name, room), room + 2), "ink bold"),
        (terms.role(person.role), "heading bold" if leads else "muted"),
    )
    told = " · ".join(_told(person, session, place))
    return ListRow(f"here {person.client}", (first, *(wrapped(told, cells, "muted", _INDENT) if told else ())))


def _told(person: Person, session: Session, place: Place | None) -> Iterator[str]:
    where = _where(place, session) if place else ""
    if where:
        yield (_("types at {place}") if place and place.typing else _("at {place}")).format(place=where)
    if person.since:
        yield _("since {time}").format(time=dates.time_of_day(person.since))
    if person.way.startswith("key "):
        yield _("came in by key")
    elif person.way:
        yield _("came in by invitation")


def _where(place: Place, session: Session) -> str:
    """What the place is called; empty where that says nothing to anybody."""
    if place.table == "items" and place.id in session.items:
        return naming.item(session.items[place.id], session)
    if place.table == "partners" and place.id in session.partners:
        return naming.partner(session.partners[place.id])
    if place.table == "stakeholders" and place.id in session.stakeholders:
        return safe(session.stakeholders[place.id].name)
    return ""
