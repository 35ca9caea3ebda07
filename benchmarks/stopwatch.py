"""Repeated figures as medians, and the ratio of two programs measured turn by turn."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from typing import NamedTuple


class Figure(NamedTuple):
    """One thing measured several times.

    Attributes:
        name: what was measured.
        values: each measurement, in `unit`.
        unit: "ms", "B", "MB" or "" for a bare number.
    """

    name: str
    values: list[float]
    unit: str = "ms"

    @property
    def median(self) -> float:
        """The middle one of the values."""
        return median(self.values)

    def __str__(self) -> str:
        return f"{self.name:<44}{self.median:>10.1f} {self.unit:<3}({min(self.values):.1f}–{max(self.values):.1f})"


def in_turn(runs: int, *measures: Callable[[], float]) -> list[list[float]]:
    """Each of `measures` `runs` times, turn by turn, so that a noisy moment hits all of them alike."""
    values: list[list[float]] = [[] for _ in measures]
    for _ in range(runs):
        for one, measure in zip(values, measures, strict=True):
            one.append(measure())
    return values


def ratio_line(name: str, ours: Figure, peer: Figure, bound: float) -> str:
    """A line that says how `ours` compares with `peer`, and whether that keeps the bound."""
    ratio = ours.median / peer.median
    return f"{name:<44}{ratio:>10.2f} ×  (bound {bound} ×) {'ok' if ratio <= bound else 'OVER'}"
