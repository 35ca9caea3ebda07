"""What is wrong in a list that was to be taken over: each problem with its line and a sentence that says what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct

from mgtui.domain.session import KINDS, STATUSES
from mgtui.locale import N_, _, numbers
from mgtui.locale.safe_text import clipped
from mgtui.locale.wording import direction, kind, status

ProblemCode = Literal[
    "empty",
    "too_large",
    "too_many_rows",
    "not_utf8",
    "other_encoding",
    "null",
    "no_header",
    "unknown_column",
    "double_column",
    "no_partner_column",
    "bad_quotes",
    "too_many_cells",
    "no_partner",
    "ambiguous_partner",
    "no_direction",
    "unknown_direction",
    "no_text",
    "too_long",
    "not_a_number",
    "two_readings",
    "not_whole",
    "below_scale",
    "above_scale",
    "too_precise",
    "unknown_certainty",
    "unknown_kind",
    "unknown_status",
    "unknown_origin",
    "unknown_privacy",
    "reserve_twice",
    "not_understood",
    "item_under_item",
    "no_session_data",
]

COLUMNS: Final = (
    "partner",
    "direction",
    "text",
    "weight",
    "certainty",
    "kind",
    "reserve",
    "status",
    "origin",
    "private",
)

_LONGEST_NAMED: Final = 60
_NUMBERS: Final = ("limit", "low", "high", "length")


class ImportProblem(Struct, frozen=True):
    """One thing that is wrong.

    Attributes:
        line: of the file, from 1, where the row begins; 0 when it is about the whole file.
        details: the values that the sentence names.
    """

    code: ProblemCode
    line: int = 0
    details: dict[str, str] = {}

    def __str__(self) -> str:
        """What is wrong and what to do, in the language in use, without the line."""
        shown = {name: _shown(name, value) for name, value in self.details.items()}
        shown |= {"columns": ", ".join(COLUMNS), "kinds": ", ".join(map(kind, KINDS))}
        shown |= {"statuses": ", ".join(map(status, STATUSES))}
        shown |= {"take": direction("take"), "bring": direction("bring")}
        return _(_SENTENCES[self.code]).format(**shown)


class BadImport(Exception):
    """A list that can't be taken over; nothing of it has been.

    Attributes:
        problems: every one of them, by line.
    """

    def __init__(self, problems: list[ImportProblem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = sorted(problems, key=lambda problem: problem.line)


def _shown(name: str, value: str) -> str:
    if name in _NUMBERS and value.isdigit():
        return numbers.shown(int(value))
    return clipped(value, _LONGEST_NAMED)


_SENTENCES: Final[Mapping[ProblemCode, str]] = {
    "empty": N_("There is nothing in it to take over."),
    "too_large": N_("It is too large: at most {limit} bytes. Take over a part at a time."),
    "too_many_rows": N_("It has too many rows: at most {limit}. Take over a part at a time."),
    "not_utf8": N_("It is not UTF-8 text. Save it as “CSV UTF-8” or as UTF-8 text and try again."),
    "other_encoding": N_("It is {encoding} text. Save it as “CSV UTF-8” or as UTF-8 text and try again."),
    "null": N_("It holds a null character, so it is no text. Save it as “CSV UTF-8” or as UTF-8 text."),
    "no_header": N_("The first row does not name the columns. Begin with a row of some of: {columns}."),
    "unknown_column": N_("There is no column “{value}”. The columns are: {columns}, apart by , or ;."),
    "double_column": N_("The column “{value}” is there twice. Remove one."),
    "no_partner_column": N_("The column “partner” is missing. The columns are: {columns}."),
    "bad_quotes": N_("The quotes don't match. A text between quotes writes a quote of its own as two."),
    "too_many_cells": N_("There are more cells than columns. Put a text that holds a “{separator}” between quotes."),
    "no_partner": N_("It does not say which partner it is of."),
    "ambiguous_partner": N_("The session has two partners called “{value}”. Give one of them another name first."),
    "no_direction": N_("It does not say whether it is “{take}” or “{bring}”."),
    "unknown_direction": N_("“{value}” is neither “{take}” nor “{bring}”."),
    "no_text": N_("It has no text. Say what is taken or brought."),
    "too_long": N_("It is too long: {length} characters, where at most {limit} fit."),
    "not_a_number": N_("“{value}” is not a number. Write one such as 4 or 2.5."),
    "two_readings": N_("“{value}” can be read as two numbers. Leave out the mark for thousands."),
    "not_whole": N_("Weight {value} is not a whole number. Points are whole numbers from {low} to {high}."),
    "below_scale": N_("Weight {value} is below the scale, which begins at {low}."),
    "above_scale": N_("Weight {value} is above the scale, which ends at {high}."),
    "too_precise": N_("Weight {value} has too many decimals: at most {limit}."),
    "unknown_certainty": N_("“{value}” is neither “firm” (zeker) nor “uncertain” (onzeker)."),
    "unknown_kind": N_("“{value}” is no kind. The kinds are: {kinds}."),
    "unknown_status": N_("“{value}” is no status. They are: {statuses}."),
    "unknown_origin": N_("“{value}” is no origin. Write “from the collaboration itself” (uit de samenwerking zelf)."),
    "unknown_privacy": N_("“{value}” is neither “private” (privé) nor empty."),
    "reserve_twice": N_("The reserve of “{partner}” is given before, as another number."),
    "not_understood": N_(
        "This is not understood. Give each partner a heading, under it a heading “{take}” or “{bring}”, and under that "
        "the items, each behind a dash."
    ),
    "item_under_item": N_("An item can't stand under another item. Give them the same indent."),
    "no_session_data": N_("It is no session as “mgtui export --to json” writes it: {problem}"),
}
