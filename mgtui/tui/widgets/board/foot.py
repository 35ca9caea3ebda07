"""The foot of a panel: alternative, meter, verdict in words with its reasons, and how far the telling is."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from mgtui.domain.balance import PartnerBalance
from mgtui.domain.communication import Progress
from mgtui.domain.interval import Interval
from mgtui.locale import _, ngettext
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import amounts, terms, verdicts
from mgtui.tui.editing.cells import padded, width, wrap
from mgtui.tui.editing.drawn import drawn
from mgtui.tui.widgets import meter
from mgtui.tui.widgets.board.drawing import Drawn, Hit, Line, filled
from mgtui.tui.widgets.board.editor import PLACEHOLDERS, Editor
from mgtui.tui.widgets.board.look import Look
from mgtui.tui.widgets.board.rows import note_lines

VERDICT_ROWS: Final = 3
"""How many rows verdict and reasons have at least, so that a reason that comes or goes moves nothing else."""

_VERDICT_ROLES: Final = {"gains": "gains", "loses": "loses", "open": "undecided", "empty": "muted"}


class FootView(Struct, frozen=True):
    """What the foot of a panel shows; `editor` when alternative or reserve are being edited.

    Attributes:
        unmet: how many of the partner's interests nothing serves.
    """

    balance: PartnerBalance
    progress: Progress
    editor: Editor | None
    cells: int
    look: Look
    verdict_rows: int = VERDICT_ROWS
    unmet: int = 0


class Foot(Struct, frozen=True):
    """A foot before it is known how high it may be.

    Attributes:
        top: meter and verdict. reasons: each in its lines, the weightiest first; as many show as there is room for.
        bottom: alternative and checklist, which end at the bottom of the panel.
    """

    top: tuple[Drawn, ...]
    reasons: tuple[tuple[Drawn, ...], ...]
    bottom: tuple[Drawn, ...]

    @property
    def need(self) -> int:
        """How many rows it asks for: everything, and the weightiest reason."""
        return len(self.top) + sum(map(len, self.reasons[:1])) + len(self.bottom)

    def lines(self, rows: int, cells: int) -> tuple[Drawn, ...]:
        """The foot in `rows` rows, with the reasons that fit, blanks behind them."""
        room = rows - len(self.top) - len(self.bottom)
        shown: list[Drawn] = []
        for reason in self.reasons:
            if len(shown) + len(reason) <= room:
                shown += reason
        blanks = [Drawn(filled((), cells))] * (room - len(shown))
        return (*self.top, *shown, *blanks, *self.bottom)


def least_rows(verdict_rows: int) -> int:
    """How many rows every foot gets at least: meter, verdict with reasons, and checklist."""
    return 2 + verdict_rows + 1


def foot_of(view: FootView) -> Foot:
    """The foot of a panel."""
    verdict, reasons = _verdict(view)
    return Foot(
        top=tuple(Drawn(line) for line in (*_meter(view), *verdict)),
        reasons=tuple(tuple(Drawn(line) for line in reason) for reason in reasons),
        bottom=(*_alternative(view), *(Drawn(line) for line in _told(view))),
    )


def _told(view: FootView) -> list[Line]:
    """How far the telling is, and which interests are forgotten, in as many lines as it takes."""
    text = view.look.plain(verdicts.checklist(view.progress, view.look.signs))
    if view.unmet:
        unmet = ngettext("{n} unmet interest", "{n} unmet interests", view.unmet).format(n=view.unmet)
        text = f"{text}  {view.look.signs.objection} {unmet}"
    role = "warning" if view.progress.objections or view.progress.stale else "muted"
    return _hanging("", text, view.cells, role)


def _meter(view: FootView) -> list[Line]:
    names = [terms.direction("take"), terms.direction("bring")]
    room = max(map(width, names)) + 1
    bars = meter.bars(view.balance.take, view.balance.bring, max(1, view.cells - room), view.look.signs)
    lines = []
    for name, bar, role in zip(names, bars, ("take", "bring"), strict=True):
        runs = [(text, "text" if part == "rest" else role) for text, part in bar]
        lines.append(filled(((padded(name, room), "muted"), *runs), view.cells))
    return lines


def _verdict(view: FootView) -> tuple[list[Line], list[list[Line]]]:
    """The lines of the verdict, and those of each reason that it does not say itself."""
    balance, look = view.balance, view.look
    sign = look.signs.of(balance.verdict)
    role = _VERDICT_ROLES[balance.verdict]
    headline = verdicts.headline(balance, look.scale)
    if balance.verdict == "empty":
        return _hanging(f"{sign} ", look.plain(headline), view.cells, role), []
    margin = amounts.margin(balance.margin, look.scale)
    lines = _hanging(f"{sign} ", look.plain(f"{margin}  {headline}"), view.cells, role)
    others = [text for text in verdicts.reasons(balance, look.scale) if text != headline]
    return lines, [_hanging("  ", look.plain(text), view.cells, "muted") for text in others]


def _hanging(mark: str, text: str, cells: int, role: str) -> list[Line]:
    """`text` wrapped behind `mark`, with its later lines under its first."""
    marks = [mark, " " * width(mark)]
    spans = wrap(text, max(4, cells - width(mark)))
    return [filled(((marks[min(n, 1)] + text[a:b].rstrip(), role),), cells, role) for n, (a, b) in enumerate(spans)]


def _alternative(view: FootView) -> list[Drawn]:
    """The partner's best alternative and what it is worth, once it has one or while it is being typed."""
    partner, editor = view.balance.partner, view.editor
    what = editor.target.what if editor else ""
    if editor and what in ("alternative", "reserve"):
        label = _("alternative: ") if what == "alternative" else _("worth, without this deal: ")
        return [
            *_edited(editor, label, view.cells),
            *(Drawn(x) for x in note_lines(editor.flaw, view.cells, "warning")),
        ]
    if not partner.alternative and not partner.reserve:
        return []
    reserve = amounts.total(Interval(partner.reserve, partner.reserve), view.look.scale)
    text = safe(partner.alternative) or _("without this deal")
    lines = _hanging(
        "", view.look.plain(_("alternative: {text} ({worth})")).format(text=text, worth=reserve), view.cells, "muted"
    )
    return [Drawn(line, (Hit(0, view.cells, "alternative", partner.id),)) for line in lines]


def _edited(editor: Editor, label: str, cells: int) -> list[Drawn]:
    first = max(4, cells - width(label))
    text = drawn(editor.buffer, cells, first)
    placeholder = _(PLACEHOLDERS[editor.target.what]) if editor.target.what in PLACEHOLDERS else ""
    lines = []
    for number, runs in enumerate(text.lines):
        before = ((label, "muted"),) if number == 0 else ()
        behind = ((placeholder, "edit-placeholder"),) if not editor.buffer.text else ()
        lines.append(Drawn(filled((*before, *runs, *behind), cells, "edit")))
    return lines
