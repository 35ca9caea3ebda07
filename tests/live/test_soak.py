"""A short run of the soak; `python -m benchmarks.soak` is the long one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks.soak import soak


@pytest.mark.skipif(shutil.which("ssh") is None, reason="needs OpenSSH")
def test_many_who_edit_over_ssh_end_with_one_board_and_leave_nothing_behind(folder: Path) -> None:
    outcome = soak(folder, people=6, seconds=8, pace=0.5)
    assert outcome.wrong == []
    assert outcome.edits > 10
