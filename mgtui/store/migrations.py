"""The schema of session files, and how an older one becomes the present one, in memory.

Invariant: a newer minor version only adds fields and tables, so that this program can keep what it doesn't know; what
would mislead an older program is a new major version.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from mgtui.store.decoding import Tables


class Schema(Struct, frozen=True, order=True):
    """A version of the file format."""

    major: int
    minor: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"


CURRENT = Schema(1, 1)
"""What this program writes."""

Step = Callable[[Tables], Tables]

STEPS: Mapping[Schema, tuple[Schema, Step]] = {}
"""By the schema it starts from: the schema it leads to, and the step, which may alter the tables it is given."""


def migrate(
    tables: Tables, found: Schema, steps: Mapping[Schema, tuple[Schema, Step]] = STEPS
) -> tuple[Tables, Schema]:
    """The tables after every step that leads on from schema `found`, and the schema they then have."""
    while found in steps:
        found, step = steps[found]
        tables = step(tables)
    return tables, found
