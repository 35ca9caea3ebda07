"""Sessions of a given size, to measure with."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path


def build(path: Path, partners: int = 12, items: int = 100) -> Path:
    """A session file at `path` with `partners` × 2 columns × `items` items, made through the command line."""
    names = [f"Partner {number + 1}" for number in range(partners)]
    run("new", str(path), "--title", "Many items", *(word for name in names for word in ("--partner", name)))
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(["partner", "direction", "text", "weight"])
    for name in names:
        for direction in ("take", "bring"):
            for number in range(items):
                writer.writerow([name, direction, f"{direction} number {number + 1} of many", number % 5 + 1])
    rows = path.with_suffix(".csv")
    rows.write_text(table.getvalue(), encoding="utf-8")
    run("import", str(path), "--from", str(rows))
    return path


def run(*words: str) -> None:
    """Run mgtui with `words`.

    Raises:
        subprocess.CalledProcessError: when it fails.
    """
    subprocess.run([sys.executable, "-m", "mgtui", *words], check=True, stdout=subprocess.DEVNULL)
