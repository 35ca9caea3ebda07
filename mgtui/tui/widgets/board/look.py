"""How the board draws: signs in Unicode or plain ASCII, and the scale and language that rows are written in."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from mgtui.domain.scale import Scale
from mgtui.locale import Language
from mgtui.locale.wording import signs
from mgtui.locale.wording.signs import Signs


class Strokes(Struct, frozen=True):
    """What the board draws besides the field's own signs; one cell each unless it says otherwise.

    Attributes:
        cursor: before what is under the cursor.
        agreed, delivered, dropped: before an item with that status; up to two cells.
        unweighed: for one point of a weight that is not known yet. unknown: an amount that is not known yet.
        covered: before how many items are covered.
        here: before how many people there are. typing: before the name of who is typing.
        saved, saving: how safe the session is.
        clock, paused: before what is left of a turn that runs, and of one that stands still.
        frozen: before who froze editing.
        above, below: before how many items there are out of sight.
        corners: top left, top right, bottom left, bottom right. across, down: borders. thumb: where a column is.
        dot: between what stands one after the other on a line.
    """

    cursor: str = "▸"
    agreed: str = "✓"
    delivered: str = "✓✓"
    dropped: str = "×"
    unweighed: str = "·"
    unknown: str = "…"
    covered: str = "▒▒"
    here: str = "●"
    typing: str = "✎"
    saved: str = "✓"
    saving: str = "…"
    clock: str = "⏱"
    paused: str = "⏸"
    frozen: str = "‖"
    above: str = "↑"
    below: str = "↓"
    corners: str = "╭╮╰╯"
    across: str = "─"
    down: str = "│"
    thumb: str = "┃"
    dot: str = "·"

    def of(self, status: str) -> str:
        """The sign of an item's status; proposed has none."""
        return {"agreed": self.agreed, "delivered": self.delivered, "dropped": self.dropped}.get(status, "")


ASCII: Final = Strokes(
    cursor=">",
    agreed="+",
    delivered="++",
    dropped="x",
    unweighed=".",
    unknown="..",
    covered="##",
    here="*",
    typing="~",
    saved="ok",
    saving="..",
    clock="(>)",
    paused="(=)",
    frozen="!",
    above="^",
    below="v",
    corners="++++",
    across="-",
    down="|",
    thumb="#",
    dot="-",
)


class Look(Struct, frozen=True):
    """Everything but its content on which the drawing of an item depends."""

    scale: Scale
    language: Language
    is_ascii: bool = False

    @property
    def signs(self) -> Signs:
        """The field's own signs."""
        return signs.ASCII if self.is_ascii else signs.UNICODE

    @property
    def strokes(self) -> Strokes:
        """The board's own signs."""
        return strokes_of(is_ascii=self.is_ascii)

    @property
    def most_points(self) -> int:
        """How many dots a weight has; 0 where weights are shown as numbers."""
        high = self.scale.high
        return int(high) if self.scale.kind == "points" and high is not None and high <= MOST_DOTS else 0

    def plain(self, text: str) -> str:
        """`text` of our own wording, in ASCII where that is asked for."""
        return signs.in_ascii(text) if self.is_ascii else text


MOST_DOTS: Final = 9
_UNICODE: Final = Strokes()


def strokes_of(*, is_ascii: bool) -> Strokes:
    """The strokes that are not the field's own signs."""
    return ASCII if is_ascii else _UNICODE
