"""Where the others are on the board: on which items, and what they are typing."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from mgtui.domain.news import Present
from mgtui.domain.people import Person, Place
from mgtui.domain.session import Session
from mgtui.locale import _
from mgtui.locale.safe_text import clipped
from mgtui.tui.editing.cells import width
from mgtui.tui.widgets.board.cursor import Spot
from mgtui.tui.widgets.board.drawing import Drawn
from mgtui.tui.widgets.board.editor import Editor
from mgtui.tui.widgets.board.look import Look
from mgtui.tui.widgets.board.rows import GUTTER, note_lines

_LONGEST_NAME = 20


class Others(Struct, frozen=True):
    """Who else is at one place.

    Attributes:
        here: the names of those whose cursor is there. typing: of those who are typing there.
    """

    here: tuple[str, ...] = ()
    typing: tuple[str, ...] = ()


Company = Mapping[str, Others]
"""By the id of an item, or for a column `column_key`, who else is there."""


def column_key(partner: str, direction: str) -> str:
    """The key of a column, where someone types a new item."""
    return f"{partner}/{direction}"


def company(present: Present, client: str) -> dict[str, Others]:
    """Where everyone but `client` is."""
    found: dict[str, Others] = {}
    for person in present.people:
        place = present.places.get(person.client)
        if place is None or person.client == client:
            continue
        key = column_key(place.id, place.field) if place.table == "partners" else place.id
        found[key] = _with(found.get(key, Others()), person, is_typing=place.typing)
    return found


def company_of(partner: str, company: Company, session: Session) -> dict[str, Others]:
    """The part of `company` that is in the panel of `partner`."""
    return {
        key: others
        for key, others in company.items()
        if key.startswith(f"{partner}/") or (key in session.items and session.items[key].partner == partner)
    }


def place_of(spot: Spot, editor: Editor | None) -> Place | None:
    """Where someone whose cursor and editor these are is, for the others to see."""
    if editor and editor.target.what in ("item", "weight", "reason"):
        return Place(table="items", id=editor.target.item, field=editor.target.what, typing=True)
    if editor and editor.target.what == "new_item":
        return Place(table="partners", id=editor.target.partner, field=editor.target.direction, typing=True)
    if spot.item:
        return Place(table="items", id=spot.item)
    return Place(table="partners", id=spot.partner, field=spot.part) if spot.partner else None


def marked(drawn: Drawn, others: Others) -> Drawn:
    """A line with the first letter of someone's name in its gutter, where the cursor would be."""
    names = others.here or others.typing
    letter = names[0][:1].upper()
    mark = (letter + " " * (GUTTER - width(letter)), "edit-mark")
    text, role = drawn.line[0]
    return replace(drawn, line=(mark, (text[GUTTER:], role), *drawn.line[1:]))


def typing_lines(others: Others, cells: int, look: Look) -> list[Drawn]:
    """Who is typing here, as lines; none when nobody is."""
    if not others.typing:
        return []
    text = _("{names} is typing").format(names=", ".join(others.typing))
    return [Drawn(line) for line in note_lines(text, cells, "heading", f"{look.strokes.typing} ")]


def _with(others: Others, person: Person, *, is_typing: bool) -> Others:
    name = clipped(person.name, _LONGEST_NAME)
    if is_typing:
        return replace(others, typing=(*others.typing, name))
    return replace(others, here=(*others.here, name))
