"""Photographs the views of the beamer in a real xterm: `python -m tests.docs.photographs [NAME…]`.

Needs Xvfb, xterm, ImageMagick and the font DejaVu Sans Mono. Each photograph says by a mark which words are on it, so
that a test can tell when it is no longer what the program shows.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from textual.pilot import Pilot

from tests.docs.beamer_views import COLUMNS, FOLDER, ROOT, ROWS, VIEWS, BeamerView, app_with, lines_of, mark

FONT: Final = ("-fa", "DejaVu Sans Mono", "-fs", "10")
COLOURS: Final = "48"
PATIENCE: Final = 30.0
LOOK_AGAIN: Final = 0.1


def photograph(view: BeamerView, display: str) -> None:
    """Take one."""
    with tempfile.TemporaryDirectory() as folder, _shown(view, display, Path(folder)) as (window, words):
        still = _standing_still(window, display, Path(folder))
        view.path.parent.mkdir(exist_ok=True)
        small = ("-dither", "None", "-colors", COLOURS, "-depth", "8", "-define", "png:compression-level=9")
        undated = ("-define", "png:exclude-chunks=date,time", "-set", "comment", words)
        _run("convert", str(still), *small, *undated, str(view.path))


@contextlib.contextmanager
def _screen() -> Iterator[str]:
    """An X server of our own; yields its display."""
    reading, writing = os.pipe()
    argv = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(argv, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            with open(reading, encoding="ascii") as told:
                yield f":{told.readline().strip()}"
        finally:
            server.terminate()


@contextlib.contextmanager
def _shown(view: BeamerView, display: str, folder: Path) -> Iterator[tuple[str, str]]:
    """An xterm with `view`; yields its window and the mark of its words."""
    told = folder / "told"
    again = (sys.executable, "-m", "tests.docs.photographs", "--show", view.path.stem, str(told))
    program = ("env", "COLORTERM=truecolor", *again)
    argv = ["xterm", "-tn", "xterm-256color", *FONT, "-geometry", f"{COLUMNS}x{ROWS}+0+0", "+sb", "-u8", "-b", "0"]
    environment = {**os.environ, "DISPLAY": display, "LC_ALL": "C.UTF-8"}
    with subprocess.Popen([*argv, "-e", *program], env=environment, cwd=ROOT, stderr=subprocess.DEVNULL) as terminal:
        try:
            end = time.monotonic() + PATIENCE
            while not told.exists():
                if time.monotonic() > end or terminal.poll() is not None:
                    raise SystemExit(f"no picture of {view.path.stem}")
                time.sleep(LOOK_AGAIN)
            window, words = told.read_text("ascii").split()
            yield window, words
        finally:
            terminal.terminate()


def _standing_still(window: str, display: str, folder: Path) -> Path:
    """A photograph of `window` that is the same as the one before it."""
    path, before = folder / "now.ppm", b""
    while True:
        _run("import", "-display", display, "-window", window, str(path))
        now = path.read_bytes()
        if now == before:
            return path
        before = now
        time.sleep(LOOK_AGAIN)


def _run(*argv: str) -> None:
    subprocess.run(argv, check=True)


def _show(view: BeamerView, told: Path) -> None:
    """In the xterm: show `view`, and tell in which window and which words."""

    async def tell(pilot: Pilot[Any]) -> None:
        lines = await lines_of(app, pilot)
        ready = told.with_suffix(".new")
        ready.write_text(f"{os.environ['WINDOWID']} {mark(lines)}", "ascii")
        ready.rename(told)
        await asyncio.Event().wait()

    app = app_with(view)
    app.run(auto_pilot=tell)


def main() -> None:
    """Take those that are named, or all."""
    if sys.argv[1:2] == ["--show"]:
        name, told = sys.argv[2:4]
        _show(next(view for view in VIEWS if view.path.stem == name), Path(told))
        return
    wanted = sys.argv[1:] or [view.path.stem for view in VIEWS]
    with _screen() as display:
        for view in VIEWS:
            if view.path.stem in wanted:
                photograph(view, display)
    sys.stdout.write(f"{len(wanted)} photographs in {FOLDER.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
