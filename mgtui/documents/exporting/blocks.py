"""What a document is made of, whatever it is written in: each writer knows how to lay out every block.

Texts in blocks are as people wrote them; making them harmless is the writer's work, so that none is forgotten.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from mgtui.domain.session import Direction
from mgtui.locale import Language

Tone = Literal["plain", "lead", "remark", "verdict"]
Align = Literal["text", "number"]


class Heading(Struct, frozen=True):
    """A heading; level 1 is the document's title."""

    level: int
    text: str


class Paragraph(Struct, frozen=True):
    """A paragraph.

    Attributes:
        tone: "lead" for what the document is about, "remark" for a note in the margin of it, "verdict" for a verdict.
    """

    text: str
    tone: Tone = "plain"


class Bullets(Struct, frozen=True):
    """Short lines in a list."""

    lines: tuple[str, ...]


class Column(Struct, frozen=True):
    """A column of a table: its heading, and whether its cells are read as text or lined up as numbers."""

    title: str
    align: Align = "text"


class Table(Struct, frozen=True):
    """Rows of cells under headings; the first cell of a row says what the row is about."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


class ItemLine(Struct, frozen=True):
    """One item of the board.

    Attributes:
        weight: as a number; None while not known.
        notes: what else is to be said of it, in words: "uncertain", "knowledge", "dropped".
    """

    text: str
    weight: Decimal | None
    notes: tuple[str, ...] = ()


class Items(Struct, frozen=True):
    """What one partner takes, or brings, under a heading of level 4.

    Attributes:
        total: the sum, in words. unit: of the weights; empty for points. most: the largest weight in points, or None.
    """

    title: str
    direction: Direction
    lines: tuple[ItemLine, ...]
    total: str
    unit: str = ""
    most: int | None = None


class Reserve(Struct, frozen=True):
    """What a partner could get without this deal, as a number that can be read back."""

    amount: Decimal


class Picture(Struct, frozen=True):
    """A drawing that repeats in one look what the text beside it says.

    Attributes:
        svg: an `svg` element, whole and safe. text: what it shows, in words. caption: under it.
    """

    svg: str
    text: str
    caption: str = ""


class BoardBegins(Struct, frozen=True):
    """From here to `BoardEnds` a list can be read back as partners and items."""


class BoardEnds(Struct, frozen=True):
    """The end of what can be read back."""


Block = Heading | Paragraph | Bullets | Table | Items | Reserve | Picture | BoardBegins | BoardEnds


class Document(Struct, frozen=True):
    """A whole document in one language; `blocks` begins with its title as a heading of level 1."""

    title: str
    language: Language
    blocks: tuple[Block, ...]
