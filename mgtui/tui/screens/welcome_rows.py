"""What the welcome screen lists, as rows: what this is, ways to begin, what was opened lately, samples, hints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.geometry import Size

from mgtui import locale
from mgtui.locale import _, dates
from mgtui.locale.safe_text import safe
from mgtui.tui.doors import Doors, RecentSession, Sample
from mgtui.tui.editing.cells import clipped, padded, wrap
from mgtui.tui.widgets.row_list import Line, ListRow

NEW, OPEN, RECENT, SAMPLE, BACK = "new", "open", "recent", "sample", "back"

WIDEST = 100
"""Lines longer than this are hard to read on a beamer."""

MOST_RECENT = 8
ROOMY = Size(120, 36)
"""The window to project with: three partners side by side in large letters."""


def rows(doors: Doors, open_now: str | None, window: Size, cells: int) -> list[ListRow]:
    """All rows for lines of `cells` cells; `open_now` is the title of the session that is open, if any."""
    cells = min(cells, WIDEST)
    recent = doors.recent()[:MOST_RECENT]
    samples = [_sample(each, cells) for each in _own_language_first(doors.samples())]
    return [
        *_introduction(cells, is_first_time=not recent),
        *_way_back(open_now, cells),
        *(_ways() if doors.has_files else ()),
        *_section(_("Opened lately"), [_recent(each, cells) for each in recent], cells),
        *_section(_("Samples to learn from; you work in a copy"), samples, cells),
        *_hints(window, cells),
    ]


def _ways() -> Iterator[ListRow]:
    yield _way(f"{NEW} ", _("New session"), _("a title and the partners are enough to begin"))
    yield _way(f"{OPEN} ", _("Open a file"), _("a session file that someone gave you"))


def _introduction(cells: int, *, is_first_time: bool) -> Iterator[ListRow]:
    says = _("Who takes what, who brings what, and does the deal hold for each of you?")
    yield ListRow("", (*_wrapped(says, cells, "ink bold"), ()))
    if is_first_time:
        advice = _("New here? Choose a sample below and look around; nothing you do there can go wrong.")
        yield ListRow("", (*_wrapped(advice, cells, "muted"), ()))


def _way_back(title: str | None, cells: int) -> Iterator[ListRow]:
    if title is not None:
        text = _("Back to {title}").format(title=safe(title) or _("(no title)"))
        yield ListRow(f"{BACK} ", (((clipped(text, cells), "ink bold"),),))


def _way(key: str, label: str, explained: str) -> ListRow:
    return ListRow(key, (((padded(label, 22), "ink bold"), (f"  {explained}", "muted")),))


def _section(title: str, contents: list[ListRow], cells: int) -> Iterator[ListRow]:
    if contents:
        yield ListRow("", ((), *_wrapped(title, cells, "heading")))
        yield from contents


def _recent(session: RecentSession, cells: int) -> ListRow:
    title = safe(session.title) or _("(no title)")
    when = dates.moment(session.opened) if session.is_there else _("not found any more")
    room = max(10, cells - len(when) - 2)
    first: Line = (
        (padded(clipped(title, room), room), "ink bold" if session.is_there else "muted"),
        (f"  {when}", "muted" if session.is_there else "warning"),
    )
    return ListRow(f"{RECENT} {session.path}", (first, ((f"  {_shortened(safe(session.path), cells - 2)}", "muted"),)))


def _sample(sample: Sample, cells: int) -> ListRow:
    language = {"nl": "Nederlands", "en": "English"}[sample.language]
    room = max(10, cells - len(language) - 2)
    first: Line = ((padded(clipped(safe(sample.title), room), room), "ink bold"), (f"  {language}", "muted"))
    summary = _wrapped(safe(sample.summary), cells - 2, "muted", indent="  ") if sample.summary else ()
    return ListRow(f"{SAMPLE} {sample.name}", (first, *summary))


def _hints(window: Size, cells: int) -> Iterator[ListRow]:
    if window.width < ROOMY.width or window.height < ROOMY.height:
        hint = _("This window is {columns} × {rows}. From {wide} × {high} on, three partners fit side by side.")
        text = hint.format(columns=window.width, rows=window.height, wide=ROOMY.width, high=ROOMY.height)
        yield ListRow("", ((), *_wrapped(text, cells, "muted")))
    yield ListRow("", ((), ((_("F9: dit scherm in het Nederlands"), "muted"),)))


def _own_language_first(samples: Sequence[Sample]) -> list[Sample]:
    return sorted(samples, key=lambda sample: sample.language != locale.language())


def _wrapped(text: str, cells: int, role: str, indent: str = "") -> tuple[Line, ...]:
    return tuple(((f"{indent}{text[start:end].rstrip()}", role),) for start, end in wrap(text, max(10, cells)))


def _shortened(path: str, cells: int) -> str:
    """A path of which the end, which tells most, is always there."""
    return path if len(path) <= cells else f"…{path[-(cells - 1) :]}"
