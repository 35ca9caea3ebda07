"""What a person has been shown as saved: the rows that stood under a ✓ in some whole frame of the screen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from mgtui.domain.history import replay
from mgtui.domain.session import Partner, Session
from mgtui.store.access import read_session
from tests.terminal.emulator import Emulator

END_OF_FRAME: Final = b"\x1b[?2026l"
SAVED: Final = "✓"
ROW: Final = re.compile(r"(w\d+-\w+) +(●+)○*")
"""An item with a weight; one that is still in its editor has none."""

Items = dict[str, int]
"""Weights by what the items say."""


def shown_as_saved(output: bytes, columns: int, rows: int) -> Items:
    """The latest of what `output` showed with a ✓ above it; each one came with a weight that then was safe."""
    screen = Emulator(columns, rows)
    shown: Items = {}
    for frame in output.split(END_OF_FRAME)[:-1]:
        screen.feed(frame + END_OF_FRAME)
        if SAVED in screen.line(0):
            lines = "\n".join(screen.line(y) for y in range(1, rows))
            shown.update({text: len(dots) for text, dots in ROW.findall(lines)})
    return shown


START: Final = Session(id="s", title="Werving", partners={"p": Partner(id="p", name="De Linde", order="a")})
"""The session that trials begin with."""


def items_in(path: Path) -> Items:
    """What the file at `path` has, which must be a sound session that its history leads to from `START`."""
    file = read_session(path)
    assert file.recovered is None
    assert file.problems == []
    assert replay(START, file.history) == file.session
    return {item.text: int(item.weight or 0) for item in file.session.items.values()}
