"""What another program wrote in the session's file: what differs from ours, and which of the two to go on with.

Nothing is lost either way: the version that is not gone on with stays beside the file, and taking over is undoable.
"""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from mgtui.domain.changes import parts
from mgtui.domain.difference import difference
from mgtui.domain.session import Session
from mgtui.locale import _
from mgtui.locale.wording import changes
from mgtui.tui.doors import Stuck
from mgtui.tui.intents.key_names import key_of
from mgtui.tui.screens.frame import Overlay
from mgtui.tui.widgets.row_list import ListRow, RowList, row_of

OURS, THEIRS, LATER = "ours", "theirs", "later"


class OtherVersionScreen(Overlay[None]):
    """Three ways on, and the differences under them."""

    NAME = "other_version"
    AUTO_FOCUS = "RowList"

    DEFAULT_CSS = """
    OtherVersionScreen { align: center middle; }
    OtherVersionScreen > Vertical {
        width: 96%; max-width: 110; height: 90%; border: $edge $warning; border-title-color: $heading;
        background: $ground; padding: 0 1;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._theirs: Session | None = None
        self._trouble = ""

    def compose_body(self) -> ComposeResult:
        """The list, from a look at the file."""
        try:
            self._theirs = self.mgtui.doors.theirs()
        except Stuck as stuck:
            self._trouble = stuck.sentence
        frame = Vertical(RowList(self._rows, id="versions"))
        frame.border_title = _("The file was changed by another program")
        yield frame

    def on_row_list_chosen(self, chosen: RowList.Chosen) -> None:
        """Go on with the version that was chosen."""
        if chosen.key == LATER:
            self.dismiss(None)
            return
        app = self.mgtui
        try:
            beside = app.doors.keep_both()
        except Stuck as stuck:
            self._trouble = stuck.sentence
            self.query_one(RowList).rebuild()
            return
        if chosen.key == THEIRS and self._theirs and app.seat:
            app.seat.submit(difference(app.seat.session, self._theirs))
            app.say(
                _("Their version is taken over; {undo} brings yours back. Theirs also stays in {path}").format(
                    path=beside, undo=key_of(app, "undo")
                )
            )
        else:
            app.say(_("Yours is kept; theirs is in {path}").format(path=beside), "good")
        self.dismiss(None)

    def _rows(self, cells: int) -> list[ListRow]:
        rows = [row_of("", self._trouble, cells, "warning")] if self._trouble else []
        rows.append(row_of(OURS, _("keep yours: theirs goes to a file of its own, beside this one"), cells, "ink bold"))
        if self._theirs:
            rows.append(row_of(THEIRS, _("take theirs: yours can be brought back with undo"), cells, "ink bold"))
        rows.append(row_of(LATER, _("decide later: nothing is saved until then"), cells, "ink bold"))
        return [*rows, row_of("", "", cells), *self._differences(cells)]

    def _differences(self, cells: int) -> list[ListRow]:
        ours = self.mgtui.session
        if ours is None or self._theirs is None:
            return []
        singles = parts(difference(ours, self._theirs))
        if not singles:
            return [row_of("", _("In theirs nothing is different from yours."), cells, "muted")]
        told = [row_of("", f"· {changes.change(each, self._theirs, ours)}", cells) for each in singles]
        return [row_of("", _("What theirs has done to yours:"), cells, "heading bold"), *told]
