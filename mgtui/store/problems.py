"""What is wrong in a session file, each problem with its place, as data that the reader's language puts into words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

Level = Literal["fatal", "repaired", "noted"]

ProblemCode = Literal[
    "empty",
    "byte_order_mark",
    "not_utf8",
    "not_json",
    "duplicate_key",
    "not_a_number",
    "number_too_large",
    "lone_surrogate",
    "too_deep",
    "not_tables",
    "not_a_table",
    "not_a_record",
    "bad_record_number",
    "no_session",
    "several_sessions",
    "bad_schema",
    "bad_value",
    "unusable_record",
    "duplicate_id",
    "missing_reference",
    "dangling_reference",
    "others_interest",
    "wrong_direction",
    "same_partner",
    "already_linked",
    "same_name",
    "off_scale",
    "bad_history",
    "history_gap",
    "history_differs",
]


class Problem(Struct, frozen=True, omit_defaults=True):
    """One thing that is wrong in a session file.

    Attributes:
        code: what it is.
        place: the way to it from the top of the file, such as "items/3/weight"; empty for the whole file.
        level: "fatal": the file can't be opened; "repaired": it opens with this mended in memory; "noted": it
            opens as it is.
        line, column: where that is in the text, from 1; 0 when not known.
        details: the values that the sentence about it names.
    """

    code: ProblemCode
    place: str = ""
    level: Level = "fatal"
    line: int = 0
    column: int = 0
    details: dict[str, str] = {}


def path_of(steps: Sequence[str | int]) -> str:
    """`steps` into a document as a problem's place."""
    return "/".join(str(step) for step in steps)
