"""Sessions of a given size, to measure with."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path
from typing import Final

MOST_ROWS: Final = 5_000
"""What one import takes."""


def build(path: Path, partners: int = 12, items: int = 100) -> Path:
    """A session file at `path` with `partners` × 2 columns × `items` items, made through the command line."""
    names = [f"Partner {number + 1}" for number in range(partners)]
    run("new", str(path), "--title", "Many items", *(word for name in names for word in ("--partner", name)))
    rows = [
        (name, direction, f"{direction} number {number + 1} of many", number % 5 + 1)
        for name in names
        for direction in ("take", "bring")
        for number in range(items)
    ]
    table = path.with_suffix(".csv")
    for start in range(0, len(rows), MOST_ROWS):
        with table.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("partner", "direction", "text", "weight"), *rows[start : start + MOST_ROWS]])
        run("import", str(path), "--from", str(table))
    return path


def run(*words: str) -> None:
    """Run mgtui with `words`.

    Raises:
        subprocess.CalledProcessError: when it fails.
    """
    subprocess.run(
        [sys.executable, "-m", "mgtui", *words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
