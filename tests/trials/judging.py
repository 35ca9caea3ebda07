"""The program run within this process on whatever it is given, and judged: calm, quick, small and harmless.

Calm is one of its own exit codes and no traceback; quick is measured in the processor's time, so that a busy machine
changes nothing; harmless is what a terminal, shown the output, does nothing at.
"""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Final

import psutil

from mgtui.cli.entry import main
from mgtui.cli.exits import PROGRAM_FAULT

LONGEST: Final = 2.0
"""Seconds of processor time."""

LARGEST: Final = 500 * 1024 * 1024
"""Bytes of memory."""

OBEYED: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal obeys, or what makes it show a text in another order; tabs and line ends are layout."""


@contextmanager
def quick_and_small() -> Iterator[None]:
    """What is done within this takes little time and memory."""
    before = time.process_time()
    yield
    assert time.process_time() - before < LONGEST
    assert psutil.Process().memory_info().rss < LARGEST


def assert_harmless(text: str) -> None:
    """Nothing in `text` does anything to a terminal."""
    found = OBEYED.search(text.replace("\r\n", "\n"))
    assert not found, f"{found[0]!r} in {text[max(0, found.start() - 40) : found.end() + 40]!r}"


def run(*words: str) -> tuple[int, str]:
    """`mgtui` with these words; returns its exit code and all that it wrote."""
    written = io.BytesIO()
    out = io.TextIOWrapper(written, encoding="utf-8", write_through=True)
    with quick_and_small(), redirect_stdout(out), redirect_stderr(out):
        code = main(words)
    said = written.getvalue().decode()
    assert code != PROGRAM_FAULT, said
    assert "Traceback" not in said
    assert_harmless(said)
    return code, said
