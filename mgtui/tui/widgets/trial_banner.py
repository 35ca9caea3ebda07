"""The band that says that this is a trial, one's own or one that is shown, with each verdict now and as it would be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textual import events

from mgtui.domain.balance import PartnerBalance
from mgtui.domain.trial import Outlook
from mgtui.locale import _, ngettext
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import amounts
from mgtui.locale.wording.signs import Signs
from mgtui.tui.editing.cells import clipped, width
from mgtui.tui.editing.short_names import short_names
from mgtui.tui.intents.key_names import key_of
from mgtui.tui.signs import plain, signs_of
from mgtui.tui.widgets.banner import Banner, room, wrapped

MOST_LINES, ROWS_FOR_MOST_LINES = 3, 30
LONGEST_NAME = 20


class TrialBanner(Banner):
    """The band."""

    DEFAULT_CSS = """
    TrialBanner { background: $heading; }
    """

    INK = "ground"
    GROUND = "heading"

    def on_mount(self) -> None:
        """Follow the session."""
        self.watch(self.app, "session", self.look_again, init=True)

    def look_again(self) -> None:
        """Show what the trial comes to by now."""
        is_there = bool(self._text())
        if not self.display and not is_there:
            return
        shown, lines = self.display, self.lines(self.size.width) if self.display else []
        self.display = is_there
        self.refresh(layout=shown != self.display or len(lines) != self.size.height)

    def on_click(self, event: events.Click) -> None:
        """Ask what to do with it."""
        self._mgtui.lay_over("trial")

    def _text(self) -> str:
        """What the band says before the verdicts; empty when there is no trial."""
        from mgtui.tui.trying import trial_of, trial_shown_to

        app = self._mgtui
        own, shown = trial_of(app), trial_shown_to(app)
        if shown:
            text = _("TRIAL of {name}: nothing of this is in the session. {key} tells more.")
            return text.format(name=safe(shown.name), key=key_of(app, "trial"))
        if own is None:
            return ""
        key = key_of(app, "trial")
        text = _("TRIAL: only you see this. {key} keeps, drops or shows it.").format(key=key)
        if own.is_shown:
            text = _("TRIAL: everyone sees this. {key} keeps, drops or hides it.").format(key=key)
        count = len(own.prospect.unfit)
        if count:
            told = ngettext("{n} thing you tried no longer fits.", "{n} things you tried no longer fit.", count)
            text += " " + told.format(n=count)
        return text

    def lines(self, cells: int) -> list[str]:
        """What it is, and each verdict now and as it would be."""
        from mgtui.tui.trying import prospect_of

        prospect, text = prospect_of(self._mgtui), self._text()
        if prospect is None:
            return []
        lines = [line.rstrip() for line in wrapped(text, cells)]
        told = list(_packed(in_words(_changed_first(prospect.outlooks), signs_of(self.app)), room(cells)))
        most = MOST_LINES if self.screen.size.height >= ROWS_FOR_MOST_LINES else 1
        if len(told) > most:
            told[most - 1 :] = [clipped(f"{told[most - 1]} …", room(cells))]
        return [plain(self.app, line) for line in [*lines, *told]]


def in_words(outlooks: Sequence[Outlook], signs: Signs) -> Iterator[str]:
    """Each partner now and in the trial: "De Linde ▼ −2 → ▲ +1"; once where both are the same."""
    short = short_names([name_of(each) for each in outlooks], LONGEST_NAME, end="…")
    for outlook, name in zip(outlooks, short, strict=True):
        now, tried = side(outlook.now, signs), side(outlook.tried, signs)
        yield f"{name} {now}" if now == tried else f"{name} {now} → {tried}"


def name_of(outlook: Outlook) -> str:
    """What the partner is called, or was before the trial."""
    known = outlook.tried or outlook.now
    return safe(known.partner.name) if known else ""


def side(of: PartnerBalance | None, signs: Signs) -> str:
    """A partner's verdict in short: "▼ −2"; a dash where it is not at the table."""
    if of is None:
        return "–"
    margin = "" if of.verdict == "empty" else f" {amounts.margin(of.margin)}"
    return f"{signs.of(of.verdict)}{margin}"


def _changed_first(outlooks: tuple[Outlook, ...]) -> list[Outlook]:
    return sorted(outlooks, key=lambda each: bool(each.now and each.tried and each.now.margin == each.tried.margin))


def _packed(texts: Iterable[str], cells: int) -> Iterator[str]:
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
