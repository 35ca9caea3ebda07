"""A history as rows, the latest change first: when, who, and what it did; and what going back to it would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from mgtui.domain.comparison import Difference
from mgtui.domain.session import Session
from mgtui.locale import _, dates, ngettext
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import differences
from mgtui.locale.wording.history import Told
from mgtui.tui.screens.sheet_lines import hanging, strip, titled, wrapped
from mgtui.tui.widgets.row_list import Line, ListRow

MOST_DIFFERENCES: Final = 12
OLDER: Final = "older"
_INDENT: Final = " " * 14
_MARKS: Final = {"added": "+", "removed": "−", "changed": "±"}


def heading(count: int, chapters: Sequence[str], chosen: int, cells: int, *, may_go_back: bool) -> Iterator[ListRow]:
    """How much there is, and of what the changes can be seen."""
    told = ngettext("{n} change, the latest on top", "{n} changes, the latest on top", count).format(n=count)
    how = _("B goes back to how it was after the change under the cursor, and ctrl+z takes that back.")
    yield titled(_("History"), cells, f"{told}. {how}" if may_go_back else told)
    yield strip([(each, "") for each in chapters], chosen, cells)


def entries(told: Sequence[Told], older: int, cells: int) -> Iterator[ListRow]:
    """The changes under the days that they were made on, and how many there are before them."""
    day = ""
    for each in told:
        today = dates.day(each.entry.at)
        if today != day:
            day = today
            yield ListRow("", ((), *wrapped(day, cells, "heading bold")))
        yield ListRow(key_of(each.entry.revision), tuple(_entry(each, cells)))
    if older:
        text = ngettext("{n} older change", "{n} older changes", older).format(n=older)
        yield ListRow(OLDER, ((), *wrapped(text, cells, "muted")))
    if not told:
        yield ListRow("", ((), *wrapped(_("nothing has changed"), cells, "muted")))


def unfolded(
    of: Told, back: Sequence[Difference], now: Session, then: Session, cells: int, *, may_go_back: bool
) -> Iterator[Line]:
    """What a change is made of, and the differences `back` that going back would make from `now` to `then`."""
    for detail in of.details[:MOST_DIFFERENCES]:
        yield from hanging(f"{_INDENT}· ", detail, cells, "muted")
    yield from _more(len(of.details) - MOST_DIFFERENCES, cells)
    if not may_go_back:
        return
    if not back:
        yield from wrapped(_("this is how it still is"), cells, "good", _INDENT)
        return
    yield from wrapped(_("going back to here does this:"), cells, "ink bold", _INDENT)
    for each in back[:MOST_DIFFERENCES]:
        text = differences.whole(each, now, then)
        yield from hanging(f"{_INDENT}{_MARKS[each.happening]} ", text, cells, "ink")
    yield from _more(len(back) - MOST_DIFFERENCES, cells)


def key_of(revision: int) -> str:
    """The key of the row of a change."""
    return f"entry {revision}"


def _entry(of: Told, cells: int) -> Iterator[Line]:
    who = safe(of.entry.by) or differences.NOT_SAID
    start = f"{of.entry.revision:>5}  {dates.time_of_day(of.entry.at)}  "
    yield from hanging(start, f"{who}: {of.meaning}", cells, "ink", "muted")


def _more(number: int, cells: int) -> Iterator[Line]:
    if number > 0:
        text = _("and {n} more").format(n=number)
        yield from wrapped(text, cells, "muted", _INDENT)
