"""Where everything on the board goes, by the size of the terminal and the number of partners; pure arithmetic.

Designed for 120×36, a beamer with a large font, where three partners fit; below 80×24 there is no board.
"""

from __future__ import annotations

from itertools import accumulate
from typing import Final

from msgspec import Struct

PANEL: Final = 40
WIDEST_PANEL: Final = 120
BESIDE: Final = 76
_FEWEST_COLUMN_ROWS: Final = 2


class Geometry(Struct, frozen=True):
    """The places on a board.

    Attributes:
        columns, rows: the size of the whole.
        heading: rows of title and ambition, at the top. strip: rows with everyone's verdict, above the summary.
        summary: rows at the bottom.
        panels: how many panels fit side by side.
    """

    columns: int
    rows: int
    heading: int
    strip: int
    summary: int
    panels: int

    @property
    def panel_rows(self) -> int:
        """The height of a panel, borders included."""
        return self.rows - self.heading - self.strip - self.summary

    @property
    def widths(self) -> tuple[int, ...]:
        """The width of each panel, borders included."""
        shown = max(1, self.panels)
        each, rest = divmod(min(self.columns, WIDEST_PANEL * shown), shown)
        return tuple(each + (at < rest) for at in range(shown))

    @property
    def is_beside(self) -> bool:
        """Whether the two columns of a panel stand side by side."""
        return self.widths[-1] >= BESIDE

    @property
    def starts(self) -> tuple[int, ...]:
        """The first cell of each panel."""
        return tuple(accumulate(self.widths[:-1], initial=0))


def panels_that_fit(columns: int, partners: int) -> int:
    """How many of `partners` panels are shown side by side."""
    return max(1, min(partners, columns // PANEL)) if columns >= 3 * PANEL else 1


def first_of_page(at: int, partners: int, panels: int) -> int:
    """The first partner of the page on which partner number `at` is; the last page is always full."""
    return max(0, min(at // panels * panels, partners - panels))


def shared(rows: int, take: int, bring: int) -> tuple[int, int]:
    """How many of `rows` rows the take and the bring column get when they stand under each other.

    Half each, as long as either needs no more; a column that needs less lends the other what it can spare.
    """
    half = rows - rows // 2
    if take > half and bring < rows - half:
        half = min(take, rows - max(bring, _FEWEST_COLUMN_ROWS))
    elif bring > rows - half and take < half:
        half = max(rows - bring, take, _FEWEST_COLUMN_ROWS)
    return half, rows - half


def scrolled(scroll: int, top: int, bottom: int, rows: int, total: int) -> int:
    """The scroll at which lines `top` to `bottom` of `total` show in `rows` rows, moved no more than needed.

    When it must move, it moves by half a column, so that a cursor running down repaints once in a while, not at
    every step.
    """
    highest = max(0, total - rows)
    if top < scroll:
        scroll = max(0, min(top, bottom - rows // 2))
    elif bottom > scroll + rows:
        scroll = top if bottom - top >= rows else max(bottom - rows, top - rows // 2)
    return max(0, min(scroll, highest))
