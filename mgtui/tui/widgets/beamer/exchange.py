"""Who brings to whom: givers down, takers across, in cells wide enough to be read from afar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from mgtui.domain.exchange import Cell, gifts, matrix, wishes
from mgtui.domain.session import Partner, Session
from mgtui.locale import _, ngettext
from mgtui.locale.wording import amounts, naming
from mgtui.tui.editing.cells import clipped, padded, width, wrap
from mgtui.tui.editing.short_names import short_names
from mgtui.tui.widgets.beamer.slide import Block, Parts
from mgtui.tui.widgets.beamer.surface import Surface, wrapped
from mgtui.tui.widgets.board.drawing import Line, Run

_LEAST_NAME: Final = 10
_MOST_NAME: Final = 30
_MOST_CELL: Final = 24
_GAP: Final = 2
_HEADER_LINES: Final = 2


def ways(session: Session, surface: Surface) -> list[Parts]:
    """The matrix; with more partners than fit side by side in parts, one under the other."""
    partners = session.partners_in_order
    if len(partners) < 2:
        text = _("With two partners at the table, this shows what each brings to the other.")
        return [Parts(blocks=[Block("", tuple(wrapped(text, "muted", surface.cells)))])]
    legend = surface.plain(_("from ↓ to →   what it costs → what it is worth, each in its own eyes"))
    head = wrapped(legend, "muted", surface.cells)
    foot = wrapped(surface.plain(_unmatched(session)), "ink bold", surface.cells)
    return [Parts(head, list(_blocks(session, partners, surface, airy=airy)), foot) for airy in (True, False)]


def _unmatched(session: Session) -> str:
    wished, given = len(wishes(session)), len(gifts(session))
    return "   ".join(
        (
            ngettext("{n} wish nobody brings", "{n} wishes nobody brings", wished).format(n=wished),
            ngettext("{n} gift nobody takes", "{n} gifts nobody takes", given).format(n=given),
        )
    )


def _blocks(session: Session, partners: Sequence[Partner], surface: Surface, *, airy: bool) -> Iterator[Block]:
    cells = matrix(session)
    names = max(width(naming.partner(each)) for each in partners)
    name_cells = max(_LEAST_NAME, min(_MOST_NAME, names, surface.cells // 4))
    texts = max((width(_text(cell, surface)) for cell in cells.values()), default=0)
    least = max(texts, 6) + _GAP
    across = max(1, min(len(partners), (surface.cells - name_cells - _GAP) // least))
    cell = min(_MOST_CELL, (surface.cells - name_cells - _GAP) // across)
    short = short_names([naming.partner(each) for each in partners], name_cells, end="…")
    heads = _heads(partners, cell - _GAP)
    for start in range(0, len(partners), across):
        takers = partners[start : start + across]
        lines: list[Line] = list(_header([heads[each.id] for each in takers], name_cells, cell))
        for giver, name in zip(partners, short, strict=True):
            named = (padded(name, name_cells + _GAP), "bring bold")
            row = (named, *_row(giver, takers, cells, cell, surface))
            lines += [(), row] if airy else [row]
        yield Block(takers[0].id, tuple(lines))


def _heads(partners: Sequence[Partner], cells: int) -> dict[str, list[str]]:
    """By id, each name over at most two lines; where that makes two the same, in one line that tells them apart."""
    names = [naming.partner(each) for each in partners]
    lines = [_header_lines(name, cells) for name in names]
    if len(set(map(tuple, lines))) < len(set(names)):
        lines = [[name] for name in short_names(names, cells, end="…")]
    return dict(zip((each.id for each in partners), lines, strict=True))


def _header(names: Sequence[list[str]], name_cells: int, cell: int) -> Iterator[Line]:
    for at in range(max(map(len, names))):
        runs: list[Run] = [(" " * (name_cells + _GAP), "ink")]
        runs += [(padded(name[at] if at < len(name) else "", cell), "take bold") for name in names]
        yield tuple(runs)


def _header_lines(name: str, cells: int) -> list[str]:
    name = " ".join(clipped(word, cells) for word in name.split())
    lines = [name[start:end].rstrip() for start, end in wrap(name, max(2, cells))]
    kept = [*lines[: _HEADER_LINES - 1], " ".join(lines[_HEADER_LINES - 1 :])]
    return [clipped(line, cells) for line in kept if line]


def _row(
    giver: Partner,
    takers: Sequence[Partner],
    cells: Mapping[tuple[str, str], Cell],
    cell: int,
    surface: Surface,
) -> Line:
    runs: list[Run] = []
    for taker in takers:
        found = cells.get((giver.id, taker.id))
        if giver.id == taker.id:
            runs.append((padded("--" if surface.is_ascii else "──", cell), "muted"))
        elif found is None:
            runs.append((padded(surface.signs.empty, cell), "muted"))
        else:
            runs.append((padded(clipped(_text(found, surface), cell - 1), cell), "ink bold"))
    return tuple(runs)


def _text(cell: Cell, surface: Surface) -> str:
    number = f" ×{len(cell.deliveries)}" if len(cell.deliveries) > 1 else ""
    return surface.plain(f"{amounts.total(cell.cost)}→{amounts.total(cell.worth)}{number}")
