"""Draws the picture of a board, from memory wherever nothing has changed.

Invariant: a picture is a function of its scene and of how far columns were scrolled; drawing asks nobody anything.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from mgtui.domain.balance import PartnerBalance
from mgtui.domain.communication import Progress
from mgtui.domain.interval import NOTHING
from mgtui.domain.session import Direction, Partner
from mgtui.locale import _
from mgtui.tui.editing.cells import wrap
from mgtui.tui.saving import SavingState
from mgtui.tui.widgets.board.bands import (
    Status,
    editing_line,
    filter_line,
    filtered_line,
    heading_lines,
    strip_lines,
    summary_lines,
)
from mgtui.tui.widgets.board.company import Company, company_of
from mgtui.tui.widgets.board.cursor import Cursor
from mgtui.tui.widgets.board.drawing import Drawn, Hit, filled
from mgtui.tui.widgets.board.drawn_items import DrawnItems
from mgtui.tui.widgets.board.editor import Editor
from mgtui.tui.widgets.board.foot import VERDICT_ROWS, FootView
from mgtui.tui.widgets.board.geometry import Geometry, first_of_page, panels_that_fit
from mgtui.tui.widgets.board.look import Look
from mgtui.tui.widgets.board.panel import Painted, PanelView, Parts, Plan, painted, parts_of, plan_of
from mgtui.tui.widgets.board.picture import Block, Picture, Row
from mgtui.tui.widgets.board.shown_column import ShownColumn, shown_column
from mgtui.tui.widgets.board.sight import Column, Facts, Sight

DRAFT = "new"
_SUMMARY_ROWS = 2
_ROWS_FOR_REASONS = 30


class Scene(Struct, frozen=True):
    """Everything that is on the board."""

    sight: Sight
    facts: Facts | None
    cursor: Cursor
    editor: Editor | None
    status: Status
    company: Company
    columns: int
    rows: int
    look: Look


class _Panel(Struct, frozen=True):
    """A panel as it was painted, with what of and where."""

    parts: Parts
    plan: Plan
    start: int
    drawn: Painted
    blocks: Row


class Painter:
    """Draws pictures and remembers what they were made of.

    Attributes:
        is_behind: whether the latest picture was hurried, and its bands above and below the panels are to follow.
        items: the items as they were drawn for it.
    """

    def __init__(self) -> None:
        self.is_behind = False
        self.items = DrawnItems()
        self._scrolls: dict[str, tuple[int, int]] = {}
        self._loose: set[str] = set()
        self._parts: dict[str, Parts] = {}
        self._painted: dict[str, _Panel] = {}
        self._bands: dict[str, tuple[tuple[object, ...], list[Drawn]]] = {}
        self._is_hurried = False
        self._said_saving: SavingState | None = None
        self._look: Look | None = None

    def forget(self) -> None:
        """Draw everything anew: the language or the session is another."""
        self.items.forget()
        self._parts.clear()
        self._painted.clear()
        self._bands.clear()

    def scroll(self, partner: str, is_take: bool, lines: int) -> None:
        """Scroll a column by that many lines, as far as it goes."""
        take, bring = self._scrolls.get(partner, (0, 0))
        self._loose.add(partner)
        self._scrolls[partner] = (max(0, take + lines), bring) if is_take else (take, max(0, bring + lines))

    def paint(self, scene: Scene, *, is_hurried: bool = False) -> Picture:
        """The picture of `scene`; a hurried one may have panels alone anew, and the next one all the rest."""
        self._is_hurried = is_hurried and not self.is_behind
        self.is_behind = False
        if scene.look != self._look:
            self._look = scene.look
            self.forget()
        heading = self._heading(scene)
        table = seated(scene)
        panels = panels_that_fit(scene.columns, len(table))
        first = first_of_page(_place_of_cursor(scene, table), len(table), panels)
        shown = table[first : first + panels]
        strip = self._strip(scene, table, shown)
        geometry = Geometry(scene.columns, scene.rows, len(heading), len(strip), _SUMMARY_ROWS, panels)
        middle = self._panels(scene, shown, geometry) if shown else _nobody_yet(geometry)
        above, below = _rows(heading), _rows([*strip, *_bottom(scene, self._summary(scene))])
        # In a window of few rows the panels are cut rather than what stands under them.
        rows = (*above, *middle[: max(0, scene.rows - len(above) - len(below))], *below)[: scene.rows]
        return Picture(rows, geometry, tuple(partner.id for partner in shown))

    def column(self, partner: str, direction: Direction, picture: Picture) -> ShownColumn | None:
        """A column as it was painted in `picture`, the latest; None when it is not in it."""
        if partner not in picture.shown:
            return None
        panel = self._painted[partner]
        return shown_column(panel.parts, panel.drawn, direction, panel.start, picture.geometry)

    def _heading(self, scene: Scene) -> list[Drawn]:
        session = scene.sight.session
        key = (session.title, session.ambition, scene.status, scene.columns, scene.editor and scene.editor.stamp)
        # What has just been done is never shown under a word that all is saved; that all is saved can wait.
        can_wait = scene.status.saving in ("saved", self._said_saving)
        self._said_saving = scene.status.saving
        return self._band(
            "heading",
            key,
            lambda: heading_lines(session, scene.status, scene.editor, scene.columns, scene.look),
            can_wait=can_wait,
        )

    def _strip(self, scene: Scene, table: list[Partner], shown: list[Partner]) -> list[Drawn]:
        """Everyone's verdict in short, when not everyone's panel is in sight."""
        if len(shown) == len(table):
            return []
        balances, ids = scene.sight.balance.partners, tuple(each.id for each in shown)
        key = (balances, ids, scene.columns)
        return self._band("strip", key, lambda: strip_lines(balances, set(ids), scene.columns, scene.look))

    def _summary(self, scene: Scene) -> list[Drawn]:
        balance, facts = scene.sight.balance, scene.facts
        key = (balance, facts, scene.columns)
        return self._band("summary", key, lambda: summary_lines(balance, facts, scene.columns, scene.look))

    def _band(
        self, name: str, key: tuple[object, ...], draw: Callable[[], list[Drawn]], *, can_wait: bool = True
    ) -> list[Drawn]:
        """The lines of a band, from memory as long as it is made from `key`, once more in a hurry if it can wait."""
        known = self._bands.get(name)
        if known is None or (known[0] != key and not (self._is_hurried and can_wait)):
            known = self._bands[name] = (key, draw())
        self.is_behind |= known[0] != key
        return known[1]

    def _panels(self, scene: Scene, shown: list[Partner], geometry: Geometry) -> list[Row]:
        page = [self._parts_of(scene, partner, geometry, at) for at, partner in enumerate(shown)]
        plan = plan_of(page, geometry.panel_rows)
        blocks = [self._blocks_of(parts, plan, start) for parts, start in zip(page, geometry.starts, strict=True)]
        used = sum(geometry.widths)
        rest = geometry.columns - used
        if rest:
            # In a window of few rows a panel has more rows than there are; what is too much is cut from the whole.
            blocks.append((Block(used, Drawn(filled((), rest))),) * len(blocks[0]))
        return list(zip(*blocks, strict=True))

    def _parts_of(self, scene: Scene, partner: Partner, geometry: Geometry, at: int) -> Parts:
        editor = scene.editor if scene.editor and edited_panel(scene.editor) == partner.id else None
        facts = scene.facts
        few = VERDICT_ROWS if geometry.rows >= _ROWS_FOR_REASONS else 2 if geometry.is_beside else 1
        cells = geometry.widths[at]
        is_draft = partner.id == DRAFT
        balance = _nothing_of(partner) if is_draft else scene.sight.balance_of(partner.id)
        progress = facts.progress.get(partner.id, _NO_PROGRESS) if facts else _NO_PROGRESS
        view = PanelView(
            foot=FootView(
                balance, progress, editor, cells - 4, scene.look, few, facts.unmet[partner.id] if facts else 0
            ),
            take=scene.sight.column(partner.id, "take") if not is_draft else Column(),
            bring=scene.sight.column(partner.id, "bring") if not is_draft else Column(),
            spot=scene.cursor.spot if scene.cursor.spot.partner == partner.id and not scene.editor else None,
            wanted=scene.cursor.wanted,
            editor=editor,
            stamp=editor.stamp if editor else (),
            others=company_of(partner.id, scene.company, scene.sight.session),
            cells=cells,
            is_beside=geometry.is_beside,
            look=scene.look,
        )
        known = self._parts.get(partner.id)
        if known is None or known.view != view:
            if known is None or (known.view.spot, known.view.stamp) != (view.spot, view.stamp):
                self._loose.discard(partner.id)
            known = self._parts[partner.id] = parts_of(view, self.items, known)
        return known

    def _blocks_of(self, parts: Parts, plan: Plan, start: int) -> Row:
        """The lines of a panel at their place, top to bottom."""
        partner = parts.view.foot.balance.partner.id
        scrolls = self._scrolls.get(partner, (0, 0))
        known = self._painted.get(partner)
        if known and known.parts is parts and (known.plan, known.drawn.scrolls, known.start) == (plan, scrolls, start):
            return known.blocks
        before = known.drawn if known and known.plan == plan else None
        drawn = painted(parts, plan, scrolls, is_loose=partner in self._loose, known=before)
        self._scrolls[partner] = drawn.scrolls
        blocks = tuple(Block(start, line) for line in drawn.lines)
        if known and before and known.start == start:
            pairs = zip(blocks, known.blocks, strict=True)
            blocks = tuple(old if old.drawn is new.drawn else new for new, old in pairs)
        self._painted[partner] = _Panel(parts, plan, start, drawn, blocks)
        return blocks


def seated(scene: Scene) -> list[Partner]:
    """The partners in their order, with the one whose name is being typed where it will sit."""
    partners = scene.sight.partners
    editor = scene.editor
    if editor is None or editor.target.what != "new_partner":
        return partners
    ids = [partner.id for partner in partners]
    after = ids.index(editor.target.partner) + 1 if editor.target.partner in ids else len(ids)
    return [*partners[:after], Partner(id=DRAFT, name=""), *partners[after:]]


def edited_panel(editor: Editor) -> str:
    """The panel in which something is being edited, or nothing."""
    if editor.target.what == "new_partner":
        return DRAFT
    return "" if editor.target.what in ("title", "ambition", "filter") else editor.target.partner


def _place_of_cursor(scene: Scene, table: list[Partner]) -> int:
    here = edited_panel(scene.editor) if scene.editor else ""
    ids = [partner.id for partner in table]
    here = here if here in ids else scene.cursor.spot.partner
    return ids.index(here) if here in ids else 0


def _rows(lines: list[Drawn]) -> list[Row]:
    return [(Block(0, line),) for line in lines]


def _bottom(scene: Scene, summary: list[Drawn]) -> list[Drawn]:
    """The summary; what items are filtered by, or how to end editing, takes the place of its second line."""
    lines = list(summary)
    if scene.editor and scene.editor.target.what == "filter":
        lines[1] = filter_line(scene.editor, scene.columns)
    elif scene.editor:
        lines[1] = editing_line(scene.columns)
    elif scene.cursor.wanted:
        lines[1] = filtered_line(scene.cursor.wanted, scene.columns)
    return lines


def _nobody_yet(geometry: Geometry) -> list[Row]:
    """An empty table teaches the first step."""
    sentences = [
        (_("Nobody is at the table yet."), "heading"),
        ("", "text"),
        (_("Press N to put the first partner at the table."), "text"),
        (_("Then n: what does it come to take, and what is it willing to bring?"), "muted"),
        (_("e gives the session its title, E its ambition."), "muted"),
    ]
    cells = geometry.columns
    lines = [
        filled((((text[start:end].rstrip()).center(cells - 4).rstrip(), role),), cells)
        for text, role in sentences
        for start, end in wrap(text, cells - 8)
    ]
    above = max(0, (geometry.panel_rows - len(lines)) // 3)
    blank = filled((), cells)
    padded = [*([blank] * above), *lines, *([blank] * geometry.panel_rows)][: geometry.panel_rows]
    return _rows([Drawn(line, (Hit(0, cells, "hint"),)) for line in padded])


def _nothing_of(partner: Partner) -> PartnerBalance:
    return PartnerBalance(partner=partner, take=NOTHING, bring=NOTHING, margin=NOTHING, verdict="empty", reasons=())


_NO_PROGRESS = Progress()
