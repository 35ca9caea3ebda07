"""One row of a list: its cells as typed, and the item or reserve they stand for once each has been checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, TypeVar

from msgspec import Struct

from mgtui.documents.importing.problems import ImportProblem, ProblemCode
from mgtui.domain.scale import MOST_DECIMALS, MOST_INTEGER_DIGITS, Scale
from mgtui.domain.session import LONGEST_NAME, LONGEST_TEXT, Certainty, Direction, Kind, Status

MOST_ROWS: Final = 5_000
UNKNOWN_WEIGHT: Final = "?"

_LONGEST_NUMBER: Final = 40
_PLAIN = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?\Z")
_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}([.,][0-9]{3})+\Z")
_BOTH_MARKS = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+\Z")

Word = TypeVar("Word", Direction, Certainty, Kind, Status, bool)


class Cells(Struct, frozen=True, kw_only=True):
    """A row as typed, without the spaces around each cell; what it does not say is empty.

    Attributes:
        line: of the file, from 1, where the row begins.
    """

    line: int
    partner: str = ""
    direction: str = ""
    text: str = ""
    weight: str = ""
    certainty: str = ""
    kind: str = ""
    reserve: str = ""
    status: str = ""
    origin: str = ""
    private: str = ""


class Row(Struct, frozen=True, kw_only=True):
    """A row that holds: an item when `direction` is given, else a partner with perhaps its reserve."""

    line: int
    partner: str
    direction: Direction | None = None
    text: str = ""
    weight: Decimal | None = None
    certainty: Certainty = "firm"
    kind: Kind = "other"
    reserve: Decimal | None = None
    status: Status = "proposed"
    from_collaboration: bool = False
    private: bool = False


DIRECTIONS: Final[Mapping[str, Direction]] = {"take": "take", "halen": "take", "bring": "bring", "brengen": "bring"}
CERTAINTIES: Final[Mapping[str, Certainty]] = {
    "firm": "firm",
    "zeker": "firm",
    "uncertain": "uncertain",
    "onzeker": "uncertain",
}
KIND_NAMES: Final[Mapping[str, Kind]] = {
    "knowledge": "knowledge",
    "kennis": "knowledge",
    "network": "network",
    "netwerk": "network",
    "money": "money",
    "geld": "money",
    "reputation": "reputation",
    "reputatie": "reputation",
    "continuity": "continuity",
    "continuïteit": "continuity",
    "continuiteit": "continuity",
    "capacity": "capacity",
    "capaciteit": "capacity",
    "autonomy": "autonomy",
    "autonomie": "autonomy",
    "other": "other",
    "anders": "other",
}
STATUS_NAMES: Final[Mapping[str, Status]] = {
    "proposed": "proposed",
    "voorgesteld": "proposed",
    "agreed": "agreed",
    "afgesproken": "agreed",
    "delivered": "delivered",
    "geleverd": "delivered",
    "dropped": "dropped",
    "vervallen": "dropped",
}
ORIGINS: Final[Mapping[str, bool]] = {"from the collaboration itself": True, "uit de samenwerking zelf": True}
PRIVACIES: Final[Mapping[str, bool]] = {
    "private": True,
    "privé": True,
    "yes": True,
    "ja": True,
    "no": False,
    "nee": False,
}


def check(cells: Cells, scale: Scale, *, decimal_comma: bool) -> tuple[Row, list[ImportProblem]]:
    """The row that `cells` stand for, and everything that is wrong with it; with problems the row is not to be used.

    Args:
        cells: as typed.
        scale: of the session, which the weight must be on.
        decimal_comma: whether a comma may stand before the decimals.
    """
    checking = _Checking(cells.line, decimal_comma=decimal_comma)
    is_item = any(getattr(cells, name) for name in _OF_AN_ITEM)
    if is_item and not cells.text:
        checking.fault("no_text")
    if is_item and not cells.direction:
        checking.fault("no_direction")
    if not cells.partner:
        checking.fault("no_partner")
    row = Row(
        line=cells.line,
        partner=checking.fitting(cells.partner, LONGEST_NAME),
        direction=checking.word(cells.direction, DIRECTIONS, "unknown_direction"),
        text=checking.fitting(cells.text, LONGEST_TEXT),
        weight=checking.weight(cells.weight, scale),
        certainty=checking.word(cells.certainty, CERTAINTIES, "unknown_certainty") or "firm",
        kind=checking.word(cells.kind, KIND_NAMES, "unknown_kind") or "other",
        reserve=checking.number(cells.reserve),
        status=checking.word(cells.status, STATUS_NAMES, "unknown_status") or "proposed",
        from_collaboration=checking.word(cells.origin, ORIGINS, "unknown_origin") or False,
        private=checking.word(cells.private, PRIVACIES, "unknown_privacy") or False,
    )
    return row, checking.problems


_OF_AN_ITEM = ("direction", "text", "weight", "certainty", "kind", "status", "origin", "private")


class _Checking:
    """The problems of one row, gathered while its cells are read."""

    def __init__(self, line: int, *, decimal_comma: bool) -> None:
        self.problems: list[ImportProblem] = []
        self._line = line
        self._decimal_comma = decimal_comma

    def fault(self, code: ProblemCode, **details: str) -> None:
        self.problems.append(ImportProblem(code, self._line, details))

    def fitting(self, text: str, limit: int) -> str:
        if len(text) > limit:
            self.fault("too_long", length=str(len(text)), limit=str(limit))
        return text

    def word(self, text: str, known: Mapping[str, Word], code: ProblemCode) -> Word | None:
        found = known.get(text.casefold())
        if text and found is None:
            self.fault(code, value=text)
        return found

    def weight(self, text: str, scale: Scale) -> Decimal | None:
        weight = None if text == UNKNOWN_WEIGHT else self.number(text)
        flaw = None if weight is None else scale.flaw(weight)
        if flaw:
            high = _plain(scale.high) if scale.high is not None else "9" * MOST_INTEGER_DIGITS
            self.fault(flaw, value=text, low=_plain(scale.low), high=high, limit=str(MOST_DECIMALS))
        return weight

    def number(self, text: str) -> Decimal | None:
        """The exact number that `text` is, None when it is empty; a fault when it could be two."""
        if not text:
            return None
        plain = self._with_a_point(text.replace("\N{MINUS SIGN}", "-"))
        if not _PLAIN.match(plain) or len(plain) > _LONGEST_NUMBER:
            self.fault("two_readings" if _has_two_readings(text, self._decimal_comma) else "not_a_number", value=text)
            return None
        return Decimal(plain)

    def _with_a_point(self, text: str) -> str:
        """`text` with a point before its decimals; unchanged where that is not sure to be meant."""
        if not self._decimal_comma:
            return text
        if _BOTH_MARKS.match(text):
            return text.replace(".", "").replace(",", ".")
        if _THOUSANDS.match(text) and "." in text:
            return ""
        return text.replace(",", ".", 1) if "." not in text else text


def _has_two_readings(text: str, decimal_comma: bool) -> bool:
    return bool(_THOUSANDS.match(text)) and ("." in text if decimal_comma else "," in text)


def _plain(value: Decimal) -> str:
    return format(value, "f")
