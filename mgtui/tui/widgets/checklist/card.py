"""The card beside the list: what there is to tell, how far each part of it is, what came back, and who tells it.

Invariant: every line is exactly as wide as it is asked to be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from mgtui.domain.communication import PARTS, CheckState, Part, answer_state, check_state
from mgtui.domain.session import Answer, Meeting, Session, Stakeholder, Told
from mgtui.locale import _, dates, pgettext
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import terms
from mgtui.locale.wording.signs import ASCII, Signs
from mgtui.tui.editing import drawn as editing
from mgtui.tui.editing.cells import padded, width, wrap
from mgtui.tui.widgets.board.drawing import Line, Run, filled
from mgtui.tui.widgets.checklist.cursor import Field, Spot
from mgtui.tui.widgets.checklist.editor import Editor, current_answer
from mgtui.tui.widgets.checklist.grid import Drawn, Hit, answer_ink, answer_sign, check_ink, check_sign
from mgtui.tui.widgets.checklist.story import told

_EDIT_ROLES = {
    editing.TEXT: "ink on ground_raised",
    editing.CURSOR: "ground on ink",
    editing.SELECTED: "ground on take",
}


class CardView(NamedTuple):
    """What the card shows.

    Attributes:
        spot, field: where the cursor is. editor: what is being typed, if anything. today: for what is overdue.
        cells: how wide the card is. signs, plain: how it is drawn.
    """

    session: Session
    spot: Spot
    field: Field
    editor: Editor | None
    today: date
    cells: int
    signs: Signs
    plain: Callable[[str], str]


class Card(NamedTuple):
    """The lines, and those of the field under the cursor, which have to be in sight."""

    lines: list[Drawn]
    first: int
    last: int


def card(view: CardView) -> Card:
    """The card of the row under the cursor."""
    lines: list[Drawn] = []
    first = last = 0
    for field, block in _blocks(view):
        if field == view.field:
            first, last = len(lines), len(lines) + len(block) - 1
        hit = (Hit(0, view.cells, view.spot, field),) if field and view.spot.stakeholder else ()
        lines += [Drawn(line, hit) for line in block]
    return Card(lines, first, last)


def _blocks(view: CardView) -> Iterator[tuple[Field | None, list[Line]]]:
    stakeholder = view.session.stakeholders.get(view.spot.stakeholder)
    partner = view.session.partners.get(view.spot.partner)
    if partner is None:
        return
    if view.editor and view.editor.is_new:
        yield "name", _typed(view, view.editor, _("New stakeholder of {partner}").format(partner=safe(partner.name)))
        yield None, _prose(view, "", _("Someone who must keep valuing what you agree: parents, a board, members …"))
        return
    if stakeholder is None:
        yield None, _prose(view, "heading bold", _("The story of {partner}").format(partner=safe(partner.name)))
        yield None, _prose(view, "muted", _("This is what its stakeholders are told. n adds a stakeholder."))
        for part in PARTS:
            yield None, [_blank(view), *_prose(view, "ink bold", terms.part(part)), *_story(view, part, "ink")]
        return
    yield "name", _name(view, stakeholder, partner.name)
    for part in PARTS:
        yield part, _check(view, stakeholder, part)
    yield "answer", _answer(view, stakeholder)
    if _is_edited(view, "answer_note") or current_answer(view.session, stakeholder):
        yield "answer_note", _field(view, stakeholder, "answer_note", _("what they said"))
    yield None, [_blank(view)]
    yield "interest", _field(view, stakeholder, "interest", _("their interest"))
    yield "channel", _field(view, stakeholder, "channel", _("channel"))
    yield "owner", _field(view, stakeholder, "owner", _("who tells them"))
    yield "due", _field(view, stakeholder, "due", _("by when"))
    yield "note", _field(view, stakeholder, "note", _("note"))


def _name(view: CardView, stakeholder: Stakeholder, partner: str) -> list[Line]:
    if _is_edited(view, "name") and view.editor:
        return _typed(view, view.editor, _("Name"))
    name = f"{_mark(view, 'name')}{safe(stakeholder.name)}"
    return [*_prose(view, "heading bold", name), *_prose(view, "muted", f"  {safe(partner)}")]


def _check(view: CardView, stakeholder: Stakeholder, part: Part) -> list[Line]:
    state = check_state(view.session, stakeholder, part)
    is_current = view.field == part
    ink = check_ink(state)
    said = f"{_mark(view, part)}{check_sign(state, view.signs)} {terms.part(part)}"
    remark = view.plain(_remark(state, getattr(stakeholder, part)))
    ground = " on ground_cursor" if is_current else ""
    runs: list[Run] = [(said, f"{'ink bold' if is_current else 'ink'}{ground}")]
    heading: list[Line]
    if width(said) + width(remark) + 2 <= view.cells:
        gap = view.cells - width(said) - width(remark) - 1
        heading = [filled([*runs, (f"{' ' * gap}{remark}", f"{ink}{ground}")], view.cells, f"ink{ground}")]
    else:
        heading = [filled(runs, view.cells, f"ink{ground}"), *_prose(view, ink, remark, indent="    ")]
    shows_story = is_current or view.field == "name"
    return [*heading, *(_story(view, part, "ink" if is_current else "muted") if shows_story else [])]


def _remark(state: CheckState, telling: Told | None) -> str:
    if telling is None:
        return terms.check_state(state)
    when = dates.day(telling.at) + (f" · {safe(telling.by)}" if telling.by else "")
    if state == "stale":
        return _("story has changed since {when}").format(when=when)
    return _("told {when}").format(when=when)


def _story(view: CardView, part: Part, ink: str) -> list[Line]:
    sentences = told(view.session, view.spot.partner, part)
    if not sentences:
        return _prose(view, "muted", _("nothing to tell yet"), indent="    ")
    bullet = view.plain("·")
    return [
        line for sentence in sentences for line in _prose(view, ink, sentence, indent="      ", first=f"    {bullet} ")
    ]


def _answer(view: CardView, stakeholder: Stakeholder) -> list[Line]:
    state = answer_state(view.session, stakeholder)
    is_current = view.field == "answer"
    ground = " on ground_cursor" if is_current else ""
    label = pgettext("check", "answer")
    said = f"{_mark(view, 'answer')}{answer_sign(state, view.signs)} {label}: "
    heading = filled(
        [
            (said, f"{'ink bold' if is_current else 'ink'}{ground}"),
            (terms.answer_state(state), answer_ink(state) + ground),
        ],
        view.cells,
        f"ink{ground}",
    )
    lines = [heading]
    if is_current:
        lines += _prose(view, "muted", _("1 valued   2 doubt   3 objects   0 none yet"), indent="    ")
    for meeting, answer in _earlier(view.session, stakeholder):
        lines += _prose(view, "muted", view.plain(_then(meeting, answer)), indent="    ")
    return lines


def _earlier(session: Session, stakeholder: Stakeholder) -> list[tuple[Meeting, Answer]]:
    """The answers of meetings before the latest, the latest of them first."""
    before = session.meetings_in_order[:-1]
    return [(m, stakeholder.answers[m.id]) for m in reversed(before) if m.id in stakeholder.answers]


def _then(meeting: Meeting, answer: Answer) -> str:
    text = _("{day}: {answer}").format(day=dates.day(meeting.opened), answer=terms.response(answer.response))
    return f"{text} · {safe(answer.note)}" if answer.note else text


def _field(view: CardView, stakeholder: Stakeholder, field: Field, label: str) -> list[Line]:
    is_current = view.field == field
    if _is_edited(view, field) and view.editor:
        return _typed(view, view.editor, label)
    text, ink = _value(view, stakeholder, field)
    ground = " on ground_cursor" if is_current else ""
    start = f"{_mark(view, field)}{padded(label, _label_cells())}  "
    spans = wrap(text, max(8, view.cells - width(start)))
    lines: list[Line] = []
    for at, (begin, end) in enumerate(spans):
        before = start if at == 0 else " " * width(start)
        lines.append(
            filled(
                [(before, f"muted{ground}"), (text[begin:end].rstrip(), f"{ink}{ground}")], view.cells, f"ink{ground}"
            )
        )
    return lines


def _value(view: CardView, stakeholder: Stakeholder, field: Field) -> tuple[str, str]:
    """A field's text and its ink."""
    if field == "answer_note":
        answer = current_answer(view.session, stakeholder)
        return (safe(answer.note), "ink") if answer and answer.note else (view.plain("–"), "muted")
    if field == "due" and stakeholder.due:
        day = dates.day(stakeholder.due)
        is_late = stakeholder.due < view.today and not _all_told(view.session, stakeholder)
        return (_("{day}, overdue").format(day=day), "warning bold") if is_late else (day, "ink")
    text = safe(str(getattr(stakeholder, field) or ""))
    return (text, "ink") if text else (view.plain("–"), "muted")


def _all_told(session: Session, stakeholder: Stakeholder) -> bool:
    return all(check_state(session, stakeholder, part) == "told" for part in PARTS)


def _label_cells() -> int:
    return max(
        width(_(label)) for label in ("what they said", "their interest", "channel", "who tells them", "by when")
    )


def _typed(view: CardView, editor: Editor, label: str) -> list[Line]:
    """A field under a person's hands: its label, the text, and what is wrong with it."""
    lines = _prose(view, "muted", f"  {label}")
    for runs in editing.drawn(editor.buffer, max(8, view.cells - 3)).lines:
        line: list[Run] = [("  ", "ink"), *((safe(text), _EDIT_ROLES[role]) for text, role in runs)]
        lines.append(filled(line, view.cells, "ink on ground_raised"))
    if editor.flaw:
        lines += _prose(view, "warning bold", editor.flaw, indent="  ")
    return lines


def _is_edited(view: CardView, field: Field) -> bool:
    return view.editor is not None and view.editor.target.field == field


def _mark(view: CardView, field: Field) -> str:
    if view.field != field:
        return "  "
    return "> " if view.signs is ASCII else "▸ "


def _prose(view: CardView, ink: str, text: str, indent: str = "", first: str = "") -> list[Line]:
    text = view.plain(text)
    spans = wrap(text, max(8, view.cells - width(indent) - 1))
    return [
        filled(
            ((f"{first if at == 0 and first else indent}{text[begin:end].rstrip()}", ink or "muted"),),
            view.cells,
            "ink",
        )
        for at, (begin, end) in enumerate(spans)
    ]


def _blank(view: CardView) -> Line:
    return filled((), view.cells, "ink")
