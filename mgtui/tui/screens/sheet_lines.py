"""How the lists of the conversation are laid out: titles, wrapped texts under a mark, and the strip of partners."""

from __future__ import annotations

from collections.abc import Iterator

from mgtui.locale.safe_text import safe
from mgtui.tui.editing.cells import clipped, width, wrap
from mgtui.tui.widgets.row_list import Line, ListRow

LONGEST_NAME = 24


def titled(title: str, cells: int, remark: str = "") -> ListRow:
    """A title over what follows, with a remark under it."""
    lines: tuple[Line, ...] = ((), *wrapped(title, cells, "heading bold"))
    return ListRow("", (*lines, *(wrapped(remark, cells, "muted") if remark else ())))


def hanging(mark: str, text: str, cells: int, role: str, mark_role: str = "") -> tuple[Line, ...]:
    """`text` wrapped behind `mark`, its later lines under its first."""
    spans = wrap(text, max(8, cells - width(mark)))
    blank = " " * width(mark)
    return tuple(
        ((mark if at == 0 else blank, mark_role or role), (text[start:end].rstrip(), role))
        for at, (start, end) in enumerate(spans)
    )


def wrapped(text: str, cells: int, role: str, indent: str = "") -> tuple[Line, ...]:
    """`text` in as many lines as it takes."""
    return hanging(indent, text, cells, role)


def strip(names: list[tuple[str, str]], chosen: int, cells: int, key: str = "") -> ListRow:
    """Everyone at the table with a remark each, the one that is shown between brackets; in as many lines as it takes.

    Args:
        names: (name, remark) in order.
        chosen: the one that is shown.
        cells: the width of a line.
        key: what the row is called, when the cursor can be on it.
    """
    return ListRow(key, tuple(_strip(names, chosen, cells)))


def _strip(names: list[tuple[str, str]], chosen: int, cells: int) -> Iterator[Line]:
    line: list[tuple[str, str]] = []
    used = 0
    for at, (name, remark) in enumerate(names):
        before, after = ("[", "] ") if at == chosen else (" ", "  ")
        text = f"{before}{clipped(safe(name), LONGEST_NAME)}{f' {remark}' if remark else ''}{after}"
        if used + width(text) > cells and line:
            yield tuple(line)
            line, used = [], 0
        line.append((text, "ink bold" if at == chosen else "muted"))
        used += width(text)
    yield tuple(line)
