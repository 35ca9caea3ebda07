"""Runs the program as a person would: a process of its own, with its exit code and both its streams."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from mgtui.cli.entry import main


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


def run(
    *arguments: str | os.PathLike[str],
    environ: Mapping[str, str] | None = None,
    before: Callable[[], None] | None = None,
    cwd: Path | None = None,
) -> Ended:
    """Run `mgtui` with `arguments` and nothing to type at; `before` runs in the new process first."""
    done = subprocess.run(
        [sys.executable, "-m", "mgtui", *(os.fspath(each) for each in arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env={**os.environ, **(environ or {})},
        preexec_fn=before,
        cwd=cwd,
        timeout=60,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def new(path: Path, *arguments: str) -> Path:
    """A new session at `path` with two partners."""
    partners = ["--partner", "De Linde", "--partner", "Kompas"]
    assert main(["new", str(path), "--title", "Scholen", *partners, *arguments]) == 0
    return path
