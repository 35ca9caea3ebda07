"""Why a change can't be made: a code and its data, put into words where the person reads it."""

from __future__ import annotations

from typing import Literal

RefusalCode = Literal[
    "unknown_table",
    "unknown_field",
    "gone",
    "exists",
    "missing_reference",
    "others_interest",
    "bad_value",
    "too_long",
    "not_a_number",
    "not_whole",
    "below_scale",
    "above_scale",
    "too_precise",
    "scale_in_use",
    "same_partner",
    "wrong_direction",
    "already_linked",
    "changed_since",
    "nothing_to_undo",
    "nothing_to_redo",
    "not_allowed",
    "round_open",
    "read_only",
    "trial_shown",
    "frozen",
    "only_looks",
    "not_a_guest",
]


class Refused(Exception):
    """A change that can't be made; the session is as it was.

    Attributes:
        code: what is wrong.
        details: the values that the sentence about it names (`name`, `limit`, `field`, …).
    """

    def __init__(self, code: RefusalCode, **details: str) -> None:
        super().__init__(code, details)
        self.code: RefusalCode = code
        self.details = details
