"""TinyDB's own tests, from its source distribution, pass with our storage in the place of its JSON storage."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def suite(tmp_path: Path, pytestconfig: pytest.Config) -> Path:
    """A folder with TinyDB's tests, of the version that is installed; fetched once and kept in pytest's cache."""
    assert pytestconfig.cache is not None
    kept = pytestconfig.cache.mkdir("tinydb")
    archive = kept / f"tinydb-{version('tinydb')}.tar.gz"
    why_not = "" if archive.exists() else fetch(kept)
    if not archive.exists():
        pytest.skip(f"the source distribution of TinyDB can't be fetched here: {why_not}")
    with tarfile.open(archive) as opened:
        opened.extractall(tmp_path, filter="data")
    return next(tmp_path.glob("tinydb-*/tests")).rename(tmp_path / "tinydb_tests")


def fetch(folder: Path) -> str:
    """Fetches the source distribution of the TinyDB that is installed; what went wrong if it did."""
    wanted = f"tinydb=={version('tinydb')}"
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", wanted]
    try:
        return subprocess.run(
            [*command, "-d", str(folder)], capture_output=True, text=True, check=False, timeout=200
        ).stderr[-200:]
    except subprocess.TimeoutExpired:
        return "it takes too long"


@pytest.mark.timeout(300)
def test_tinydbs_own_tests_pass_but_for_the_differences_we_chose(suite: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.store.tinydb_differences",
        "-q",
        "-rxX",
        "-p",
        "no:cacheprovider",
    ]
    own_settings = ["-c", "/dev/null", "--rootdir", str(suite), "-o", "addopts="]
    run = subprocess.run(
        [*command, *own_settings, str(suite)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
    )
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-2000:]
    passed = re.search(r"(\d+) passed", run.stdout)
    assert passed
    assert int(passed[1]) > 150
