"""A view laid out on its surface: heading, what is on every page, the blocks of this page, and what there is to say.

A page is named by the record of its first block, so that screens of different sizes show the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from mgtui.locale import _
from mgtui.tui.editing.cells import clipped, width
from mgtui.tui.widgets.beamer.surface import Surface, beside
from mgtui.tui.widgets.board.drawing import Line, apart, filled

LOW: Final = 30
MOST_GAP: Final = 2
BETWEEN: Final = 4
"""Cells between two columns."""
_PIECE: Final = "/"
_NO_ROW: Final[tuple[str, Sequence[Line]]] = ("", ())


class Block(NamedTuple):
    """Lines that stay together on one page.

    Attributes:
        key: the id of the record that they are about.
        also: ids of what stands beside it.
    """

    key: str
    lines: tuple[Line, ...]
    also: tuple[str, ...] = ()


class Parts(NamedTuple):
    """One way to draw a view.

    Attributes:
        head: above the blocks on every page. blocks: what pages. foot: at the bottom of every page.
        gap: blank lines between two blocks, at least.
        is_for_pages: whether this is the way when no way fits on one page.
    """

    head: Sequence[Line] = ()
    blocks: Sequence[Block] = ()
    foot: Sequence[Line] = ()
    gap: int = 1
    is_for_pages: bool = True


class Slide(NamedTuple):
    """What the screen shows.

    Attributes:
        lines: as many as the surface has rows, each as wide as that.
        pages: the key of the first block of each page; at least one.
        page: which of them this is.
    """

    lines: tuple[Line, ...]
    pages: tuple[str, ...]
    page: int


Column = Sequence[tuple[str, Sequence[Line]]]
"""What stands under each other in one of two columns: the id of a record, empty for none, and its lines."""


def in_two(left: Column, right: Column, surface: Surface) -> list[Block]:
    """Two columns next to each other; what stands beside each other stays on one page."""
    cells = half(surface)
    blocks = []
    for (one, lines), (other, others) in zip_longest(left, right, fillvalue=_NO_ROW):
        blocks.append(Block(one or other, tuple(beside(lines, others, cells, BETWEEN)), (other,)))
    return blocks


def half(surface: Surface) -> int:
    """How many cells each of two columns has."""
    return (surface.cells - BETWEEN) // 2


def laid_out(title: str, session_title: str, ways: Sequence[Parts], surface: Surface, anchor: str, say: str) -> Slide:
    """The page that holds the block called `anchor`, or the first.

    Args:
        title: what the view shows.
        session_title: beside it.
        ways: how it can be drawn, the largest first; the first that fits on one page is taken.
        surface: what it is drawn on.
        anchor: the key of a block; empty for the first.
        say: what else the last line has to say.
    """
    heading = _heading(title, session_title, surface)
    rows = surface.rows - len(heading) - 1
    parts, pages = _chosen(ways, rows)
    page = _page_with(anchor, pages)
    blocks = pages[page] if pages else []
    content = _spread(parts, blocks, rows)
    lines = [*heading, *content, _last_line(page, pages, say, surface)]
    return Slide(
        tuple(filled(line, surface.cells, "ink") for line in lines),
        tuple(each[0].key if each else "" for each in pages) or ("",),
        page,
    )


def _heading(title: str, session_title: str, surface: Surface) -> list[Line]:
    right = clipped(session_title, max(10, surface.cells // 2))
    lines: list[Line] = [] if surface.rows < LOW else [()]
    large = surface.headline(title, "heading bold", surface.cells - width(right) - 2)
    lines.append(apart(large[0], ((right, "muted"),), surface.cells, "ink"))
    return [*lines, *large[1:], ()]


def _chosen(ways: Sequence[Parts], rows: int) -> tuple[Parts, list[list[Block]]]:
    """The first way that fits on one page, else the first one for pages with its pages."""
    for parts in ways:
        if _height(parts, parts.blocks) <= rows:
            return parts, [list(parts.blocks)]
    parts = next(each for each in ways if each.is_for_pages)
    return parts, _paged(parts, rows)


def _page_with(anchor: str, pages: Sequence[Sequence[Block]]) -> int:
    """The page with the block or piece called `anchor`, else with the block it is a piece of, else the first."""
    for wanted in (anchor, anchor.partition(_PIECE)[0]):
        for at, blocks in enumerate(pages):
            if wanted and any(wanted in (block.key, *block.also) for block in blocks):
                return at
    return 0


def _height(parts: Parts, blocks: Sequence[Block]) -> int:
    between = parts.gap * max(0, len(blocks) - 1)
    edges = sum(1 for each in (parts.head, parts.foot) if each)
    return len(parts.head) + sum(len(block.lines) for block in blocks) + between + len(parts.foot) + edges


def _paged(parts: Parts, rows: int) -> list[list[Block]]:
    pages: list[list[Block]] = []
    for block in parts.blocks:
        for piece in _pieces(block, max(1, rows - _height(parts, ()))):
            if pages and _height(parts, [*pages[-1], piece]) <= rows:
                pages[-1].append(piece)
            else:
                pages.append([piece])
    return pages


def _pieces(block: Block, rows: int) -> list[Block]:
    """`block`, or when it is higher than a page as many blocks as it takes."""
    starts = range(0, len(block.lines), rows)
    keys = [block.key, *(f"{block.key}{_PIECE}{number}" for number in range(2, len(starts) + 1))]
    return [Block(key, block.lines[at : at + rows]) for key, at in zip(keys, starts, strict=True)]


def _spread(parts: Parts, blocks: Sequence[Block], rows: int) -> list[Line]:
    """Head, blocks and foot in `rows` rows: what is to spare goes between the blocks, then above and below them."""
    spare = max(0, rows - _height(parts, blocks))
    between = max(0, len(blocks) - 1)
    more = min(MOST_GAP - min(parts.gap, MOST_GAP), spare // between) if between else 0
    spare -= more * between
    top = min(spare // 2, 2 if parts.head else rows)
    lines: list[Line] = [*parts.head, *([()] if parts.head else []), *[()] * top]
    for at, block in enumerate(blocks):
        lines += [*([()] * (parts.gap + more) if at else []), *block.lines]
    bottom = rows - len(lines) - len(parts.foot)
    return [*lines, *[()] * bottom, *parts.foot][:rows]


def _last_line(page: int, pages: Sequence[Sequence[Block]], say: str, surface: Surface) -> Line:
    if len(pages) < 2:
        return ((surface.plain(clipped(say, surface.cells)), "muted"),)
    here = surface.plain(_("page {page} of {pages}").format(page=page + 1, pages=len(pages)))
    arrow = ">" if surface.is_ascii else "→"
    hint = _("{arrow} goes on; ctrl and − makes the letters smaller, so that more fits").format(arrow=arrow)
    right: Line = ((here, "heading bold"),)
    left = surface.plain(clipped("   ".join(filter(None, [say, hint])), surface.cells - width(here) - 2))
    return apart(((left, "muted"),), right, surface.cells, "ink")
