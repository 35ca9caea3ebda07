"""The photographs of the beamer show the program as it is, and the documents name each of them."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.beamer_views import FOLDER, ROOT, VIEWS, BeamerView, mark, seen

STALE = "make the photographs anew: python -m tests.docs.photographs"
MOST_BYTES = 60_000


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a picture, each with its kind."""
    place = 8
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += length + 12


def marked(path: Path) -> str:
    """By what the photograph says which words are on it."""
    return next(data.rpartition(b"\0")[2].decode() for kind, data in chunks(path.read_bytes()) if kind == b"tEXt")


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.path.stem)
async def test_a_photograph_shows_what_the_beamer_shows_now(view: BeamerView) -> None:
    assert marked(view.path) == mark(await seen(view)), STALE


def test_a_photograph_is_small() -> None:
    assert all(path.stat().st_size < MOST_BYTES for path in FOLDER.iterdir())


def test_the_documents_name_every_photograph_and_no_other() -> None:
    named = {
        name
        for document in ("docs/facilitating.md", "docs/begeleiden.md", "README.md", "README.nl.md")
        for name in re.findall(r"beamer/([\w-]+\.png)", (ROOT / document).read_text("utf-8"))
    }
    assert named == {view.path.name for view in VIEWS} == {path.name for path in FOLDER.iterdir()}
