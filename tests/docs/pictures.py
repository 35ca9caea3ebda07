"""Makes the pictures in README from the program itself: `python -m tests.docs.pictures`.

Invariant: the samples, a clock that stands still and the widths below decide what is in them, and nothing else.
"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import NamedTuple

from mgtui import locale
from mgtui.cli.settings import Settings
from mgtui.locale import Language
from mgtui.store.access import read_session
from tests.tui.stage import Stage, app_with

ROOT = Path(__file__).parents[2]
_ELSEWHERE = re.compile(r"\s*@font-face \{.*?\}\n", re.DOTALL)
"""Fonts that would be fetched from another place; a reader's own monospaced one does."""


class Picture(NamedTuple):
    """What is in a picture: a sample on a screen of so many columns and rows, after some keys."""

    name: str
    sample: str
    language: Language
    columns: int = 120
    rows: int = 36
    keys: tuple[str, ...] = ()
    theme: str = "mgtui-beamer-dark"

    @property
    def path(self) -> Path:
        """Where it stands."""
        return ROOT / "docs" / f"{self.name}.svg"


PICTURES = (
    Picture("board-en", "heat", "en", columns=160, rows=40),
    Picture("board-nl", "scholen", "nl"),
    Picture("stakeholders-en", "heat", "en", keys=("s",)),
    Picture("stakeholders-nl", "scholen", "nl", keys=("s",), theme="mgtui-beamer-light"),
)


async def taken(picture: Picture) -> str:
    """The picture as SVG."""
    locale.use(picture.language)
    settings = Settings(language=picture.language, theme=picture.theme, name="Marieke Bos")
    session = read_session(ROOT / "sample_sessions" / f"{picture.sample}.json").session
    app = app_with(session, Stage(settings))
    async with app.run_test(size=(picture.columns, picture.rows)) as pilot:
        await pilot.press(*picture.keys)
        await pilot.pause()
        return _ELSEWHERE.sub("", app.export_screenshot(title=session.title))


def main() -> None:
    """Makes every picture anew."""
    for picture in PICTURES:
        picture.path.write_text(asyncio.run(taken(picture)), "utf-8")


if __name__ == "__main__":
    main()
