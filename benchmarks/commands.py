"""Commands that print beside the interpreter and the libraries they need, and exports of a thousand items.

    python -m benchmarks.commands [--runs 9]

A command that prints is to start within three bare interpreters and what msgspec and tinydb cost to import; figures
are processor time, since others run on the machine too.
"""

from __future__ import annotations

import argparse
import compileall
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import mgtui
from benchmarks.sessions import build
from benchmarks.stopwatch import Figure, in_turn
from mgtui.documents.exporting.forms import FORMS, Wish, export
from mgtui.store.access import read_session

BARE, LIBRARIES = ["-c", "pass"], ["-c", "import msgspec, tinydb"]
ANSWERS = ("show", "balance", "check")


def processor_time(words: Sequence[str]) -> Callable[[], float]:
    """What runs Python with `words` and returns the milliseconds of processor time that it took."""

    def measure() -> float:
        before = _spent()
        subprocess.run([sys.executable, *words], stdout=subprocess.DEVNULL, check=False)
        return (_spent() - before) * 1000

    return measure


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def starting(runs: int, session: Path) -> None:
    """How long `show`, `balance` and `check` take on a small session, as a share of what they may."""
    answers = [["-m", "mgtui", command, str(session)] for command in ANSWERS]
    measured = in_turn(runs, *(processor_time(words) for words in (BARE, LIBRARIES, *answers)))
    bare, libraries, *ours = (
        Figure(name, values)
        for name, values in zip(("python -c pass", "import msgspec, tinydb", *ANSWERS), measured, strict=True)
    )
    allowed = 3 * bare.median + libraries.median - bare.median
    print(bare, libraries, sep="\n")
    for figure in ours:
        share = figure.median / allowed
        print(figure, f"{'':<44}{share:>10.2f} of what it may {'ok' if share <= 1 else 'OVER'}", sep="\n")


def exporting(runs: int, large: Path) -> None:
    """How long an export of a thousand items takes in each form, and opening them."""

    def seconds(work: Callable[[], object]) -> Callable[[], float]:
        def measure() -> float:
            started = time.process_time()
            work()
            return (time.process_time() - started) * 1000

        return measure

    session = read_session(large).session
    print(Figure("open 1,000 items", in_turn(runs, seconds(lambda: read_session(large)))[0]))
    for form in FORMS:
        wish = Wish(form=form)
        print(Figure(f"export 1,000 items to {form}", in_turn(runs, seconds(lambda w=wish: export(session, w)))[0]))  # type: ignore[misc]


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    compileall.compile_dir(Path(mgtui.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("MGTUI_CONFIG_DIR", folder)
        os.environ.setdefault("MGTUI_STATE_DIR", folder)
        starting(runs, build(Path(folder) / "small.json", partners=3, items=5))
        exporting(runs, build(Path(folder) / "large.json", partners=10, items=50))


if __name__ == "__main__":
    main()
