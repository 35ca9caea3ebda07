"""Rows of figures beside those of a peer, as one table; what could not be measured is a row too, with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

WHAT, OURS, PEER = 46, 13, 32


class Row(NamedTuple):
    """One figure of ours beside one of a peer, medians of the same run.

    Attributes:
        what: was measured.
        ours: our figure, in `unit`.
        unit: "ms", "B" or "MB".
        peer: what it is held against, or "" for a figure that stands alone.
        theirs: the peer's figure.
        bound: the ratio that is allowed; None when there is none.
    """

    what: str
    ours: float
    unit: str
    peer: str = ""
    theirs: float = 0.0
    bound: float | None = None

    @property
    def ratio(self) -> float:
        """Ours as a multiple of theirs."""
        return self.ours / self.theirs

    @property
    def is_over(self) -> bool:
        """Whether it does not keep its bound."""
        return self.bound is not None and self.ratio > self.bound

    def __str__(self) -> str:
        ours = f"{self.what:<{WHAT}}{self.ours:>{OURS - 3},.1f} {self.unit:<4}"
        if not self.peer:
            return ours.rstrip()
        beside = f"{self.peer:<{PEER - 10}}{self.theirs:>10,.1f}"
        bound = "" if self.bound is None else f"  ≤ {self.bound:g} {'OVER' if self.is_over else 'ok'}"
        return f"{ours}  {beside}{self.ratio:>9.2f} ×{bound}"


class Skipped(NamedTuple):
    """What was not measured."""

    what: str
    reason: str

    def __str__(self) -> str:
        return f"{self.what:<{WHAT}}skipped: {self.reason}"


Line = Row | Skipped


def show(title: str, lines: Iterable[Line]) -> list[Row]:
    """Print `lines` under `title`, each as soon as it is known; returns the rows that were measured."""
    print(f"── {title}", flush=True)
    measured = []
    for line in lines:
        print(line, flush=True)
        if isinstance(line, Row):
            measured.append(line)
    return measured
