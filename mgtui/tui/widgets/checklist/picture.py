"""The whole checklist as rows: how it stands, the list, and the card beside it; pure, so two can be compared.

Invariant: a picture has exactly the rows and columns it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from mgtui.domain.communication import latest_answer, progress
from mgtui.domain.session import Session
from mgtui.locale import _
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import verdicts
from mgtui.locale.wording.signs import ASCII, Signs
from mgtui.tui.editing.cells import wrap
from mgtui.tui.widgets.board.drawing import Line, differences, filled, width_of
from mgtui.tui.widgets.checklist.card import Card, CardView, card
from mgtui.tui.widgets.checklist.cursor import Field, Spot
from mgtui.tui.widgets.checklist.editor import Editor
from mgtui.tui.widgets.checklist.grid import NEW, Draft, Drawn, Hit, Look, grid, heads

NARROW = 110
LEAST_LIST, MOST_LIST = 34, 84
MOST_OBJECTIONS = 2


class Scene(NamedTuple):
    """Everything the checklist shows, and on how many columns and rows."""

    session: Session
    spot: Spot
    field: Field
    editor: Editor | None
    today: date
    columns: int
    rows: int
    signs: Signs
    plain: Callable[[str], str]


class Scroll(NamedTuple):
    """The first line of the list and of the card that is in sight."""

    list: int = 0
    card: int = 0


class Picture(NamedTuple):
    """The rows, what a click on them means, and how far was scrolled to make them."""

    rows: tuple[Line, ...]
    hits: tuple[tuple[Hit, ...], ...]
    scroll: Scroll

    def hit(self, x: int, y: int) -> Hit | None:
        """What is at a cell."""
        if not 0 <= y < len(self.hits):
            return None
        return next((hit for hit in self.hits[y] if hit.start <= x < hit.end), None)


def changed_cells(before: Picture, after: Picture) -> Iterator[tuple[int, int, int]]:
    """The cells, as (row, start, end), in which two pictures of the same size differ."""
    for y, (old, new) in enumerate(zip(before.rows, after.rows, strict=True)):
        for start, end in differences(old, new):
            yield y, start, end


def paint(scene: Scene, scroll: Scroll) -> Picture:
    """The picture of `scene`, scrolled no further than the cursor needs."""
    cells = list_cells(scene.columns)
    look = Look(cells, scene.signs, scene.plain)
    rule = "|" if scene.signs is ASCII else "│"
    top = [Drawn(line) for line in summary(scene)]
    top.append(Drawn(filled((*heads(look), (rule, "muted")), scene.columns, "muted")))
    room = max(1, scene.rows - len(top))
    lines = _list(scene, look)
    beside = _card(scene, scene.columns - cells - 2)
    first, last = _current_lines(lines, scene)
    at_list = _scrolled(scroll.list, first, last, room, len(lines))
    at_card = _scrolled(scroll.card, beside.first, beside.last, room, len(beside.lines))
    both = [
        _side_by_side(
            _line(lines, at_list + y, cells), _line(beside.lines, at_card + y, scene.columns - cells - 2), rule
        )
        for y in range(room)
    ]
    shown = [*top, *both][: scene.rows]
    return Picture(tuple(d.line for d in shown), tuple(d.hits for d in shown), Scroll(at_list, at_card))


def list_cells(columns: int) -> int:
    """How wide the list is."""
    share = columns * 42 // 100 if columns < NARROW else columns * 54 // 100
    return max(LEAST_LIST, min(MOST_LIST, share))


def summary(scene: Scene) -> list[Line]:
    """How the telling stands; who objects goes first."""
    found: list[Line] = []
    objecting = [
        (stakeholder, answer)
        for stakeholder in scene.session.stakeholders.values()
        if (answer := latest_answer(scene.session, stakeholder)) and answer.response == "objects"
    ]
    for stakeholder, answer in objecting[:MOST_OBJECTIONS]:
        who = _("{name} ({partner}) objects").format(
            name=safe(stakeholder.name), partner=safe(scene.session.partners[stakeholder.partner].name)
        )
        text = f" {scene.signs.objection} {who}" + (f": {safe(answer.note)}" if answer.note else "")
        found.append(filled(((scene.plain(text), "warning bold"),), scene.columns, "ink"))
    total = f" {verdicts.checklist(progress(scene.session), scene.signs)}"
    return [*found, filled(((scene.plain(total), "ink bold"),), scene.columns, "ink"), filled((), scene.columns, "ink")]


def _list(scene: Scene, look: Look) -> list[Drawn]:
    editor = scene.editor
    draft = None
    if editor and editor.is_new:
        after = Spot(editor.target.spot.partner, editor.target.after)
        draft = Draft(after, editor.buffer.shown)
    if not scene.session.partners:
        hint = _("Seat partners at the table first: b goes to the board, N adds a partner.")
        return [Drawn(line) for line in _wrapped(hint, look.cells)]
    return grid(scene.session, scene.spot, scene.field, look, draft)


def _card(scene: Scene, cells: int) -> Card:
    view = CardView(
        scene.session, scene.spot, scene.field, scene.editor, scene.today, cells, scene.signs, scene.plain
    )  # fmt: skip
    return card(view)


def _current_lines(lines: list[Drawn], scene: Scene) -> tuple[int, int]:
    """The lines of the list that have to be in sight."""
    wanted = scene.spot
    if scene.editor and scene.editor.is_new:
        wanted = Spot(scene.editor.target.spot.partner, NEW)
    found = [at for at, line in enumerate(lines) if line.spot == wanted]
    return (found[0], found[-1]) if found else (0, 0)


def _scrolled(before: int, first: int, last: int, room: int, total: int) -> int:
    """How far to scroll so that the lines from `first` to `last` are in sight, `first` above all."""
    at = max(0, min(before, total - room))
    if last >= at + room:
        at = last - room + 1
    return min(at, first) if first < at else at


def _side_by_side(left: Drawn, right: Drawn, rule: str) -> Drawn:
    start = width_of(left.line) + 2
    hits = tuple(hit._replace(start=hit.start + start, end=hit.end + start) for hit in right.hits)
    return Drawn((*left.line, (f"{rule} ", "muted"), *right.line), (*left.hits, *hits))


def _line(lines: list[Drawn], at: int, cells: int) -> Drawn:
    return lines[at] if at < len(lines) else Drawn(filled((), cells, "ink"))


def _wrapped(text: str, cells: int) -> Iterator[Line]:
    for start, end in wrap(text, max(10, cells - 4)):
        yield filled(((f"  {text[start:end].rstrip()}", "muted"),), cells, "ink")
