"""The real programs that people open what they took along with; a test that needs one that isn't here is skipped."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

RECALCULATE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def needed(*names: str) -> str:
    """The path of the first of `names` that is installed; skips the test when none is."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip(f"{names[0]} is not installed here")
    return found


def run(*command: str | Path, seconds: float = 90) -> str:
    """What a program that must end well wrote."""
    done = subprocess.run(list(map(str, command)), capture_output=True, timeout=seconds, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2_000:]
    return done.stdout.decode(errors="replace")


def office(folder: Path, form: str, *files: Path, opening: str = "") -> None:
    """Convert `files` to `form` beside them with LibreOffice, which calculates every formula anew.

    Args:
        folder: where its settings go.
        form: such as "fods", or "csv:" with how to write it.
        files: what to convert.
        opening: how to read them, as LibreOffice writes it.
    """
    settings = folder / "office" / "user"
    if not settings.exists():
        settings.mkdir(parents=True)
        (settings / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")
    command = [needed("soffice", "libreoffice"), f"-env:UserInstallation=file://{folder}/office", "--headless"]
    reading = [f"--infilter={opening}"] if opening else []
    run(*command, *reading, "--convert-to", form, "--outdir", folder, *files)


def browser(*arguments: str) -> str:
    """What Chromium prints, started without a window, a network or an account."""
    command = [needed("chromium", "chromium-browser", "google-chrome"), "--headless=new", "--no-sandbox"]
    quiet = ["--disable-gpu", "--disable-extensions", "--no-first-run", "--hide-scrollbars", "--disable-dev-shm-usage"]
    return run(*command, *quiet, *arguments)
