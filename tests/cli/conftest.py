"""What the tests of the command line start from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import new


@pytest.fixture
def session(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A session of two partners with nothing on the table."""
    path = new(tmp_path / "scholen.json")
    capsys.readouterr()
    return path
