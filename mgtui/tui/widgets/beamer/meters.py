"""Everyone's meter on one screen: each partner by its own measure, since nobody is compared with anybody else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from mgtui.domain.balance import PartnerBalance, SessionBalance, SessionVerdict, Verdict, balance
from mgtui.domain.session import Session
from mgtui.locale import _
from mgtui.locale.wording import amounts, naming, terms, verdicts
from mgtui.tui.editing.cells import padded, width
from mgtui.tui.widgets import meter
from mgtui.tui.widgets.beamer.figures import Size
from mgtui.tui.widgets.beamer.slide import BETWEEN, Block, Parts, half
from mgtui.tui.widgets.beamer.surface import Surface, beside, wrapped
from mgtui.tui.widgets.board.drawing import Line

VERDICT_ROLES: Final[Mapping[Verdict, str]] = {
    "gains": "gains",
    "loses": "loses",
    "open": "undecided",
    "empty": "empty",
}
_SESSION_ROLES: Final[Mapping[SessionVerdict, str]] = {
    "sustainable": "gains",
    "unsustainable": "loses",
    "open": "undecided",
}
_LEAST_COLUMN: Final = 48
MOST_TOGETHER: Final = 2
"""Lines that all who decide the verdict may take; else a few of them stand for all."""
MOST_TOLD: Final = 2


class _Way(NamedTuple):
    """How large one meter is."""

    columns: int
    bar_rows: int
    figure: Size
    gap: int = 1


_WAYS: Final = (
    _Way(1, 3, 2, 2), _Way(1, 2, 2), _Way(2, 3, 2), _Way(2, 2, 1), _Way(1, 2, 1), _Way(2, 1, 1), _Way(1, 1, 1),
    _Way(2, 1, 1, 0),
)  # fmt: skip
"""From the largest to the smallest."""

_FOR_PAGES: Final = (_Way(2, 2, 1), _Way(1, 1, 1))
"""How large they are when they don't all fit, where two columns do and where they don't."""


def ways(session: Session, surface: Surface) -> list[Parts]:
    """The meters, as large as they can be."""
    judged = balance(session)
    foot = together(judged, session, surface)
    is_wide = surface.cells >= 2 * _LEAST_COLUMN + BETWEEN
    if not judged.partners:
        return [Parts(blocks=[Block("", tuple(wrapped(_("nobody is at the table yet"), "muted", surface.cells)))])]
    return [
        Parts(
            (), _in_columns(judged, session, surface, way), foot, way.gap, is_for_pages=way == _FOR_PAGES[not is_wide]
        )
        for way in _WAYS
        if is_wide or way.columns == 1
    ]


def together(judged: SessionBalance, session: Session, surface: Surface) -> list[Line]:
    """What it comes to for all, with who decides it."""
    role = f"{_SESSION_ROLES[judged.verdict]} bold"
    sign = surface.signs.of_session(judged.verdict)
    told = [f"{_('Together')}: {verdicts.session_verdict(judged.verdict)}", *verdicts.deciders(judged, session.scale)]
    lines = wrapped(surface.plain(" · ".join(told)), role, surface.cells, f"{sign} ")
    if len(lines) > MOST_TOGETHER and len(told) > MOST_TOLD:
        told[MOST_TOLD:] = [_("and {n} more").format(n=len(told) - MOST_TOLD)]
        return wrapped(surface.plain(" · ".join(told)), role, surface.cells, f"{sign} ")
    return lines


def bars(of: PartnerBalance, session: Session, surface: Surface, cells: int, thick: int) -> Iterator[Line]:
    """Both bars of a partner with their totals, each `thick` lines high; thick ones with a blank between them."""
    names = [terms.direction("take"), terms.direction("bring")]
    room = max(map(width, names)) + 2
    totals = [surface.plain(amounts.total(value, session.scale)) for value in (of.take, of.bring)]
    behind = max(map(width, totals)) + 1
    drawn = meter.bars(of.take, of.bring, max(4, cells - room - behind), surface.signs)
    for name, total, runs, role in zip(names, totals, drawn, ("take", "bring"), strict=True):
        if thick > 1 and role == "bring":
            yield ()
        for at in range(thick):
            is_middle = at == (thick - 1) // 2
            label = (padded(name if is_middle else "", room), f"{role} bold")
            number = (f" {total}" if is_middle else "", f"{role} bold")
            yield (label, *((text, "ink" if part == "rest" else role) for text, part in runs), number)


def _in_columns(judged: SessionBalance, session: Session, surface: Surface, way: _Way) -> list[Block]:
    cells = surface.cells if way.columns == 1 else half(surface)
    each = [(of.partner.id, _meter(of, session, surface, cells, way)) for of in judged.partners]
    if way.columns == 1:
        return [Block(key, tuple(lines)) for key, lines in each]
    rows = [each[at : at + 2] for at in range(0, len(each), 2)]
    return [Block(row[0][0], tuple(_beside(row, cells)), tuple(key for key, _lines in row)) for row in rows]


def _beside(row: Sequence[tuple[str, list[Line]]], cells: int) -> list[Line]:
    return beside(row[0][1], row[1][1] if len(row) > 1 else (), cells, BETWEEN)


def _meter(of: PartnerBalance, session: Session, surface: Surface, cells: int, way: _Way) -> list[Line]:
    role = f"{VERDICT_ROLES[of.verdict]} bold"
    sign = surface.signs.of(of.verdict)
    name = surface.headline(naming.partner(of.partner), "heading bold", cells)
    told = wrapped(surface.plain(verdicts.headline(of, session.scale)), role, cells, f"{sign} ")
    if of.verdict == "empty":
        return [*name, *told]
    margin = amounts.margin(of.margin, session.scale if way.figure == 1 else None)
    large = surface.figure(amounts.margin(of.margin), way.figure, cells * 2 // 5)
    if len(large) == 1:
        large = (surface.plain(margin),)
    room = cells - width(large[0]) - 2
    left = list(bars(of, session, surface, room, way.bar_rows))
    top = max(0, (len(left) - len(large)) // 2)
    rights: list[Line] = [*[()] * top, *(((line, role),) for line in large)]
    return [*name, *beside(left, rights, room), *told]
