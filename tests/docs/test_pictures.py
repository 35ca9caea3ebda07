"""The pictures in README show the program as it is."""

from __future__ import annotations

import html
import re

import pytest

from tests.docs.pictures import PICTURES, Picture, taken

STALE = "make the pictures anew: python -m tests.docs.pictures"


def words(svg: str) -> str:
    """What can be read in a picture; how it is drawn may differ from one version of Textual to the next."""
    return " ".join(html.unescape(text) for text in re.findall(r"<text [^>]*>([^<]*)</text>", svg))


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
async def test_a_picture_shows_what_the_program_shows_now(picture: Picture) -> None:
    now = words(await taken(picture))
    assert "✓" in now
    assert words(picture.path.read_text("utf-8")) == now, STALE
