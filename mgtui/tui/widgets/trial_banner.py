"""The band that says that this is a trial, one's own or one that is shown, with each verdict now and as it would be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from mgtui.domain.balance import PartnerBalance
from mgtui.domain.trial import Outlook
from mgtui.locale import _, ngettext
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import amounts
from mgtui.locale.wording.signs import Signs
from mgtui.tui import themes
from mgtui.tui.editing.cells import clipped, width, wrap
from mgtui.tui.signs import plain, signs_of

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp

MOST_LINES = 3
LONGEST_NAME = 20


class TrialBanner(Widget):
    """The band."""

    DEFAULT_CSS = """
    TrialBanner { width: 1fr; height: auto; display: none; background: $heading; }
    """

    ALLOW_SELECT = False

    def on_mount(self) -> None:
        """Follow the session."""
        self.watch(self.app, "session", self.look_again, init=True)

    def look_again(self) -> None:
        """Show what the trial comes to by now."""
        is_there = bool(self._text())
        if not self.display and not is_there:
            return
        shown, lines = self.display, self._lines(self.size.width) if self.display else []
        self.display = is_there
        self.refresh(layout=shown != self.display or len(lines) != self.size.height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """One line, dark on the colour of titles."""
        style = themes.inks_of(self.app).pen("ground", "heading", bold=True)
        lines = self._lines(self.size.width)
        text = lines[y] if y < len(lines) else ""
        return Strip([Segment(f" {text}", style)]).adjust_cell_length(self.size.width, style)

    def on_click(self, event: events.Click) -> None:
        """Ask what to do with it."""
        cast("MgtuiApp", self.app).lay_over("trial")

    def _text(self) -> str:
        """What the band says before the verdicts; empty when there is no trial."""
        from mgtui.tui.trying import trial_of, trial_shown_to

        app = cast("MgtuiApp", self.app)
        own, shown = trial_of(app), trial_shown_to(app)
        if shown:
            return _("TRIAL of {name}: nothing of this is in the session. F4 tells more.").format(name=safe(shown.name))
        if own is None:
            return ""
        text = _("TRIAL: only you see this. F4 keeps, drops or shows it.")
        if own.is_shown:
            text = _("TRIAL: everyone sees this. F4 keeps, drops or hides it.")
        count = len(own.prospect.unfit)
        if count:
            told = ngettext("{n} thing you tried no longer fits.", "{n} things you tried no longer fit.", count)
            text += " " + told.format(n=count)
        return text

    def _lines(self, cells: int) -> list[str]:
        from mgtui.tui.trying import prospect_of

        prospect, text = prospect_of(cast("MgtuiApp", self.app)), self._text()
        if prospect is None:
            return []
        room = max(10, cells - 2)
        lines = [text[start:end].rstrip() for start, end in wrap(text, room)]
        told = list(_packed([in_words(each, signs_of(self.app)) for each in _changed_first(prospect.outlooks)], room))
        if len(told) > MOST_LINES:
            told[MOST_LINES - 1 :] = [clipped(f"{told[MOST_LINES - 1]} …", room)]
        return [plain(self.app, line) for line in [*lines, *told]]


def in_words(outlook: Outlook, signs: Signs) -> str:
    """One partner now and in the trial: "De Linde ▼ −2 → ▲ +1"; once where both are the same."""
    now, tried = side(outlook.now, signs), side(outlook.tried, signs)
    known = outlook.tried or outlook.now
    name = clipped(safe(known.partner.name), LONGEST_NAME) if known else ""
    return f"{name} {now}" if now == tried else f"{name} {now} → {tried}"


def side(of: PartnerBalance | None, signs: Signs) -> str:
    """A partner's verdict in short: "▼ −2"; a dash where it is not at the table."""
    if of is None:
        return "–"
    margin = "" if of.verdict == "empty" else f" {amounts.margin(of.margin)}"
    return f"{signs.of(of.verdict)}{margin}"


def _changed_first(outlooks: tuple[Outlook, ...]) -> list[Outlook]:
    return sorted(outlooks, key=lambda each: bool(each.now and each.tried and each.now.margin == each.tried.margin))


def _packed(texts: list[str], cells: int) -> Iterator[str]:
    line = ""
    for text in texts:
        longer = f"{line}   {text}" if line else text
        if width(longer) > cells and line:
            yield line
            line = text
        else:
            line = longer
    if line:
        yield line
