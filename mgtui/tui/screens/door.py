"""The SSH door to this session: opened here, with what others type to come in large enough to copy from a beamer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical

from mgtui.locale import _, dates, wording
from mgtui.locale.safe_text import safe
from mgtui.tui import clipboard
from mgtui.tui.editing.cells import width
from mgtui.tui.room_door import DoorState, InviteCode
from mgtui.tui.screens.frame import Overlay
from mgtui.tui.signs import is_ascii
from mgtui.tui.widgets.large_text import large
from mgtui.tui.widgets.row_list import ListRow, RowList, row_of

LINES_OF_LOG: Final = 6

LEAST_ROWS_FOR_LARGE_LINE: Final = 30
"""In a lower window only the code is large, so that what can be done stays in sight."""

LOOK_AGAIN_EVERY: Final = 10.0
"""Seconds after which codes whose time is over disappear."""


class DoorScreen(Overlay[None]):
    """What can be done with the door, and what others need to know while it is open."""

    NAME = "door"
    AUTO_FOCUS = "RowList"

    DEFAULT_CSS = """
    DoorScreen { align: center middle; }
    DoorScreen > Vertical {
        width: 96%; max-width: 130; height: 94%; border: $edge $line; border-title-color: $heading;
        background: $ground; padding: 0 1;
    }
    """

    def compose_body(self) -> ComposeResult:
        """The list."""
        frame = Vertical(RowList(self._rows, id="door"))
        frame.border_title = _("People elsewhere")
        yield frame

    def on_mount(self) -> None:
        """Follow the door."""
        door = self.mgtui.doors.room_door
        if door:
            door.listen(self._look_again)
        self.set_interval(LOOK_AGAIN_EVERY, self._look_again)

    def on_unmount(self) -> None:
        """No longer."""
        door = self.mgtui.doors.room_door
        if door:
            door.listen_no_more(self._look_again)

    def on_row_list_chosen(self, chosen: RowList.Chosen) -> None:
        """Do what was chosen."""
        door = self.mgtui.doors.room_door
        word, _space, role = chosen.key.partition(" ")
        if door is None:
            return
        if word == "open":
            door.open(is_for_all=True, role="co-facilitator")
        elif word == "here":
            door.open(is_for_all=False, role="co-facilitator")
        elif word == "invite":
            door.invite("viewer" if role == "viewer" else "co-facilitator")
        elif word == "copy":
            clipboard.copy(self.mgtui, _to_send(door.state), _("how to come in"))
        elif word == "close":
            door.close()

    def _look_again(self) -> None:
        if self.is_mounted:
            self.query_one(RowList).rebuild()

    def _rows(self, cells: int) -> list[ListRow]:
        door = self.mgtui.doors.room_door
        if door is None:
            return []
        state = door.state
        match state.stage:
            case "shut":
                rows = list(_ways_to_open(cells, state))
            case "open":
                rows = list(self._while_open(cells, state))
            case "opening":
                rows = [row_of("", _("The door is being opened…"), cells)]
            case "closing":
                rows = [row_of("", _("The door is closing: everyone who is in is told, and all is saved."), cells)]
        return [*rows, *_log(cells, state)]

    def _while_open(self, cells: int, state: DoorState) -> Iterator[ListRow]:
        now = self.mgtui.doors.now()
        draws_large = not is_ascii(self.app)
        has_room = self.size.height >= LEAST_ROWS_FOR_LARGE_LINE
        yield row_of("", _("To come in, others type this in a terminal:"), cells, "muted")
        yield from _shown_large(state.line, cells, draws_large=draws_large and has_room)
        codes = [code for code in state.codes if code.until > now]
        for code in codes:
            yield row_of("", "", cells)
            yield row_of("", _told_of(code), cells, "muted")
            yield from _shown_large(code.code, cells, draws_large=draws_large and code is codes[-1])
        yield row_of("", "", cells)
        yield row_of("copy", _("copy this, to send it"), cells, "ink bold")
        yield row_of("invite co-facilitator", _("a code for one more co-facilitator, who may edit"), cells, "ink bold")
        yield row_of("invite viewer", _("a code for one more viewer, who looks on"), cells, "ink bold")
        yield row_of("close", _("close the door: whoever came in by it leaves"), cells, "ink bold")
        yield row_of("", "", cells)
        if not state.is_for_all:
            yield row_of("", _("Only this machine can reach the door."), cells, "warning")
        told = _("Host key, to compare at the first visit: {fingerprint}").format(fingerprint=state.fingerprint)
        yield row_of("", told, cells, "muted")


def _ways_to_open(cells: int, state: DoorState) -> Iterator[ListRow]:
    if state.trouble:
        yield row_of("", f"! {safe(state.trouble)}", cells, "warning")
        yield row_of("", "", cells)
    told = _(
        "An SSH door lets people elsewhere work in this session, and reach nothing else here. Each needs a code that "
        "works once and for half an hour, or a key in the authorized_keys of the settings folder."
    )
    yield row_of("", told, cells, "muted")
    yield row_of("", "", cells)
    yield row_of("open", _("open it for everyone who can reach this machine"), cells, "ink bold")
    yield row_of("here", _("open it for this machine only"), cells, "ink bold")


def _log(cells: int, state: DoorState) -> Iterator[ListRow]:
    if state.log:
        yield row_of("", "", cells)
        yield row_of("", _("Who came and went"), cells, "heading bold")
        for line in reversed(state.log[-LINES_OF_LOG:]):
            yield row_of("", safe(line), cells)


def _shown_large(text: str, cells: int, *, draws_large: bool) -> Iterator[ListRow]:
    """`text` in large letters as far as they fit, a word more or less to a line, and as it is typed."""
    drawn = [large(part) for part in _in_lines(text, cells)] if draws_large else []
    if drawn and all(drawn) and max(width(line) for lines in drawn for line in lines) <= cells:
        yield ListRow("", tuple(((line, "heading bold"),) for lines in drawn for line in (*lines, "")))
    yield row_of("", text, cells, "heading bold")


def _in_lines(text: str, cells: int) -> list[str]:
    """The words of `text`, as many to a line as fit when they are large."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        shown = large(longer)
        if lines and shown and width(shown[0]) <= cells:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _told_of(code: InviteCode) -> str:
    told = _("Invite code for one {role}, once, until {time}:")
    return told.format(role=wording.role(code.role), time=dates.time_of_day(code.until))


def _to_send(state: DoorState) -> str:
    """All that someone needs to come in, as text."""
    lines = [state.line, *(f"{_told_of(code)} {code.code}" for code in state.codes)]
    return "\n".join(
        [*lines, _("Host key, to compare at the first visit: {fingerprint}").format(fingerprint=state.fingerprint)]
    )
