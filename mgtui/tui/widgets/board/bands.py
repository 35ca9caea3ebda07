"""The bands above and below the panels: title and ambition, everyone's verdict in short, and what it comes to."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from mgtui.domain.balance import PartnerBalance, SessionBalance
from mgtui.domain.session import Session
from mgtui.locale import _, dates, ngettext
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import amounts, verdicts
from mgtui.tui.editing.cells import clipped, padded, width, wrap
from mgtui.tui.editing.drawn import drawn
from mgtui.tui.editing.short_names import short_names
from mgtui.tui.saving import SavingState
from mgtui.tui.ticking import Clock
from mgtui.tui.widgets.board.drawing import Drawn, Hit, Line, Run, apart, filled, width_of
from mgtui.tui.widgets.board.editor import PLACEHOLDERS, Editor
from mgtui.tui.widgets.board.look import Look
from mgtui.tui.widgets.board.sight import Facts
from mgtui.tui.widgets.turn_clock import role_of, turn_clock

_VERDICT_ROLES = {"gains": "gains", "loses": "loses", "open": "undecided", "empty": "muted"}
_SESSION_ROLES = {"sustainable": "gains", "unsustainable": "loses", "open": "undecided"}
_MOST_AMBITION_ROWS = 3
_SHORTEST_NAME = 6
_LONGEST_NAME = 14
_MARGIN = 7
_GAP = 3
_MOST_DECIDERS = 3
_LONGEST_DECIDER = 24


class Status(Struct, frozen=True):
    """What stands at the right of the title: how many people are here, and how safe the session is.

    Attributes:
        is_viewer: whether this person only looks on.
        clock: the turn to speak that goes on, if any.
        has_door_open: whether others can come in by an SSH door.
    """

    people: int
    saving: SavingState
    at: datetime | None
    is_viewer: bool = False
    clock: Clock | None = None
    has_door_open: bool = False


def heading_lines(session: Session, status: Status, editor: Editor | None, cells: int, look: Look) -> list[Drawn]:
    """Title, ambition and status: in one line where they fit, else with the ambition in lines of its own."""
    right = (*_clock(status.clock, session, cells, look), *_status(status, look))
    saved = _saved(status, right, cells, look)
    title = _title(session, editor)
    ambition = _ambition(session)
    room = cells - width_of(title) - width_of(right) - 6
    is_edited = editor is not None and editor.target.what == "ambition"
    if not is_edited and width_of(ambition) <= room:
        gap = ((" " * 4, "text"),) if ambition else ()
        start = width_of(title) + 1
        line = apart(((" ", "text"), *title, *gap, *ambition), right, cells)
        hits = (Hit(0, start, "heading"), Hit(start, cells - width_of(right), "ambition"))
        return [Drawn(line, (*hits, *saved)), *_flaw(editor, "title", cells)]
    first = apart(((" ", "text"), *title), right, cells)
    lines = [Drawn(first, (Hit(0, cells, "heading"), *saved)), *_flaw(editor, "title", cells)]
    if is_edited and editor:
        lines += _edited_ambition(editor, cells)
    else:
        lines += _wrapped_ambition(ambition, cells)
    return lines


def strip_lines(balances: tuple[PartnerBalance, ...], shown: set[str], cells: int, look: Look) -> list[Drawn]:
    """Everyone's verdict in short, those whose panel is shown marked; in one line if that can be, else in two.

    Every place is of the same width, whatever the margin, so that one that changes moves no other.
    """
    longest = max((width(safe(each.partner.name)) for each in balances), default=0)
    margins = [_margin(each, look) for each in balances]
    margin_cells = (max(_MARGIN, *map(width, margins)) + 2) // 2 * 2
    for rows in (1, 2):
        across = -(-len(balances) // rows)
        room = cells // across - 4
        if room >= min(longest, _SHORTEST_NAME if rows > 1 else _LONGEST_NAME) + margin_cells:
            rooms = (min(longest, room - margin_cells), margin_cells)
            break
    else:
        rooms = (min(longest, room), 0)
    names = short_names([safe(each.partner.name) for each in balances], rooms[0], look.plain("…"))
    places = [
        _in_short(balance, (name, margin), balance.partner.id in shown, rooms, look)
        for balance, name, margin in zip(balances, names, margins, strict=True)
    ]
    return _strip(places, [each.partner.id for each in balances], across, cells)


def summary_lines(balance: SessionBalance, facts: Facts | None, cells: int, look: Look) -> list[Drawn]:
    """What stakeholders object to, the session's verdict and who decides it, wishes, and the ambition; two lines."""
    right = _ambition_means(facts, look)
    sign, verdict = look.signs.of_session(balance.verdict), verdicts.session_verdict(balance.verdict)
    head = _("Together: {verdict}").format(verdict=f"{_objections(facts, look)}{sign} {verdict}")
    first = cells - 2 - (width_of(right) + _GAP if right else 0)
    whole, spans = head, wrap(head, cells - 2, first)
    for most in (_MOST_DECIDERS, 0):
        whole = f" {look.strokes.dot} ".join([head, *_told(balance, facts, look, most)])
        spans = wrap(whole, cells - 2, first)
        if len(spans) <= 2:
            break
    above, below = whole[: spans[0][1]].rstrip(), clipped(whole[spans[0][1] :], cells - 2)
    lead = above[: len(head)]
    runs = ((" ", "text"), (lead, _SESSION_ROLES[balance.verdict]), (above[len(lead) :], "text"))
    return [Drawn(apart(runs, right, cells)), Drawn(filled(((f" {below}", "text"),), cells))]


def _objections(facts: Facts | None, look: Look) -> str:
    """How many stakeholders object, to go before all else; empty when nobody does."""
    number = sum(each.objections for each in facts.progress.values()) if facts else 0
    if not number:
        return ""
    count = ngettext("{n} objection", "{n} objections", number).format(n=number)
    return f"{look.signs.objection} {count} {look.strokes.dot} "


def filter_line(editor: Editor, cells: int) -> Drawn:
    """The words that items are filtered by, while they are typed."""
    text = drawn(editor.buffer, 10_000).lines[0]
    hint = ((_(PLACEHOLDERS["filter"]), "edit-placeholder"),) if not editor.buffer.text else ()
    return Drawn(filled(((" /", "title"), (" ", "edit"), *text, *hint), cells, "edit"))


def editing_line(cells: int) -> Drawn:
    """How to stop editing."""
    text = _("enter keeps it   esc leaves it as it was")
    return Drawn(filled(((f" {text}", "title-current"),), cells))


def filtered_line(wanted: str, cells: int) -> Drawn:
    """That only some items are shown."""
    text = _("only items with “{words}”; / changes it, esc shows all").format(words=clipped(wanted, 40))
    return Drawn(filled(((f" / {text}", "warning"),), cells))


def _told(balance: SessionBalance, facts: Facts | None, look: Look, most: int) -> list[str]:
    """Who decides the session's verdict, in a sentence each when they are at most `most`, and the wishes."""
    if balance.verdict != "sustainable" and len(balance.decided_by) > most:
        everyone = short_names([safe(each.name) for each in balance.decided_by], _LONGEST_DECIDER, end="…")
        names = ", ".join(everyone[:_MOST_DECIDERS])
        rest = len(balance.decided_by) - _MOST_DECIDERS
        text = _("decided by {names} and {n} more") if rest > 0 else _("decided by {names}")
        told = [text.format(names=names, n=rest)]
    else:
        told = [look.plain(sentence) for sentence in verdicts.deciders(balance, look.scale)]
    if facts and facts.wishes:
        text = ngettext("{n} wish nobody brings", "{n} wishes nobody brings", facts.wishes)
        told.append(text.format(n=facts.wishes))
    return told


def _title(session: Session, editor: Editor | None) -> Line:
    if editor and editor.target.what == "title":
        hint = ((_(PLACEHOLDERS["title"]), "edit-placeholder"),) if not editor.buffer.text else ()
        return (*drawn(editor.buffer, 10_000).lines[0], *hint)
    return ((safe(session.title) or _("no title yet (e)"), "heading"),)


def _ambition(session: Session) -> Line:
    if not session.ambition:
        return ((_("Ambition: what do the partners want together? (E)"), "muted"),)
    return ((_("Ambition: {text}").format(text=safe(session.ambition)), "text"),)


def _wrapped_ambition(ambition: Line, cells: int) -> list[Drawn]:
    text, role = ambition[0]
    spans = wrap(text, cells - 2)
    lines = [text[start:end].rstrip() for start, end in spans[:_MOST_AMBITION_ROWS]]
    if len(spans) > _MOST_AMBITION_ROWS:
        lines[-1] = clipped(lines[-1] + " …………", cells - 2)
    return [Drawn(filled(((f" {line}", role),), cells), (Hit(0, cells, "ambition"),)) for line in lines]


def _edited_ambition(editor: Editor, cells: int) -> list[Drawn]:
    label = " " + _("Ambition: {text}").format(text="")
    text = drawn(editor.buffer, cells - 2, cells - 2 - width(label))
    hint = ((_(PLACEHOLDERS["ambition"]), "edit-placeholder"),) if not editor.buffer.text else ()
    first = max(0, min(text.cursor_line - 2, len(text.lines) - 5))
    lines = []
    for number, runs in enumerate(text.lines[first : first + 5], first):
        before = (label, "muted") if number == 0 else (" ", "edit")
        lines.append(Drawn(filled((before, *runs, *hint), cells, "edit")))
    return [*lines, *_flaw(editor, "ambition", cells)]


def _flaw(editor: Editor | None, what: str, cells: int) -> list[Drawn]:
    if not editor or editor.target.what != what or not editor.flaw:
        return []
    return [Drawn(filled(((f" ! {editor.flaw}", "warning"),), cells))]


def _status(status: Status, look: Look) -> Line:
    here = ngettext("{n} together", "{n} together", status.people).format(n=status.people) if status.people > 1 else ""
    people: Line = ((_("door open") + "  ", "heading"),) if status.has_door_open else ()
    if here:
        people = (*people, (f"{look.strokes.here} {here}  ", "muted"))
    if status.is_viewer:
        people = (*people, (_("looking on") + "  ", "heading"))
    if status.saving == "not_saved":
        return (*people, (_("NOT SAVED"), "alarm"), (" ", "text"))
    sign = look.strokes.saving if status.saving == "saving" else look.strokes.saved
    at = dates.time_of_day(status.at, seconds=True) if status.at else ""
    return (*people, (f"{sign} {at} " if at else f"{sign} ", "muted"))


def _saved(status: Status, right: Line, cells: int, look: Look) -> tuple[Hit, ...]:
    """Where the sign is that all is saved, when it is: it begins the last run of `right`."""
    start = cells - width(right[-1][0])
    return (Hit(start, start + width(look.strokes.saved), "saved"),) if status.saving == "saved" else ()


def _clock(clock: Clock | None, session: Session, cells: int, look: Look) -> Line:
    text = look.plain(turn_clock(clock, session, cells, look.strokes))
    return ((text, role_of(clock.tone)), ("  ", "text")) if clock and text else ()


def _strip(places: list[Run], partners: list[str], across: int, cells: int) -> list[Drawn]:
    """The places in lines of `across` each; all are of the same width."""
    each = width(places[0][0])
    lines = []
    for first in range(0, len(places), across):
        names = partners[first : first + across]
        hits = tuple(Hit(at * each, (at + 1) * each, "strip", name) for at, name in enumerate(names))
        lines.append(Drawn(filled(places[first : first + across], cells), hits))
    return lines


def _in_short(
    balance: PartnerBalance, texts: tuple[str, str], is_shown: bool, rooms: tuple[int, int], look: Look
) -> Run:
    name, margin = texts
    told = f" {padded(margin, rooms[1] - 1)}" if rooms[1] else ""
    before, after = "[]" if is_shown else "  "
    sign = look.signs.of(balance.verdict)
    return (f"{before}{sign} {padded(name, rooms[0])}{told}{after}", _VERDICT_ROLES[balance.verdict])


def _margin(balance: PartnerBalance, look: Look) -> str:
    return "" if balance.verdict == "empty" else look.plain(amounts.margin(balance.margin))


def _ambition_means(facts: Facts | None, look: Look) -> Line:
    if facts is None or not facts.ambition.means_total:
        return ()
    text = _("Ambition: {means}").format(means=verdicts.means_covered(facts.ambition))
    return ((f"{look.plain(text)} ", "text"),)
