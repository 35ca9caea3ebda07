"""Every part of the table of figures, measured on something small, so that the benchmarks go on running."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.__main__ import PARTS, Extent
from benchmarks.table import Row, Skipped

TINY = Extent(runs=1, keys=2, edits=1, large=(2, 12), histories=(0,), items=(10,), people=(2,), sizes=((80, 24),))


@pytest.mark.parametrize("part", PARTS)
def test_each_part_of_the_table_measures_or_says_why_not(part: str, tmp_path: Path) -> None:
    lines = list(PARTS[part](TINY, tmp_path))
    assert lines
    assert all(line.ours >= 0 if isinstance(line, Row) else line.reason for line in lines)


def test_a_row_tells_both_figures_their_ratio_and_its_bound() -> None:
    row = Row("start, demo", 300.0, "ms", "bare Textual", 200.0, 1.4)
    assert row.is_over
    assert str(row).split()[-4:] == ["×", "≤", "1.4", "OVER"]
    assert "1.50 ×" in str(row)


def test_what_was_not_measured_says_why() -> None:
    assert str(Skipped("start beside posting", "not installed")).endswith("skipped: not installed")


def test_the_command_ends_with_what_is_over_its_bound() -> None:
    command = [sys.executable, "-m", "benchmarks", "--quick", "--only", "save", "--runs", "1"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.stderr == ""
    last = ended.stdout.splitlines()[-1]
    assert (last == "every bound is kept") if ended.returncode == 0 else "over their bound" in last
