"""The meetings of a session: held, closed and compared, with what has changed since and what is still to do."""

from __future__ import annotations

from mgtui.domain.session import LONGEST_NAME, LONGEST_NOTE, Meeting
from mgtui.domain.verbs import common
from mgtui.domain.verbs import meetings as verbs
from mgtui.locale import _
from mgtui.locale.wording import naming
from mgtui.tui.intents.key_names import key_of
from mgtui.tui.next_meeting import next_meeting
from mgtui.tui.screens import kept_rows, meeting_rows
from mgtui.tui.screens.meeting_states import Moment, Past
from mgtui.tui.screens.question import Question
from mgtui.tui.screens.sheet_screen import SheetScreen, too_long
from mgtui.tui.seat import Seat
from mgtui.tui.signs import signs_of
from mgtui.tui.widgets.row_list import ListRow
from mgtui.tui.widgets.sheet import Draft


class MeetingsScreen(SheetScreen):
    """All meetings, and the comparison of two of them or of one and now.

    Attributes:
        partner: whose changes are shown; empty for everyone's.
    """

    NAME = "meetings"
    IS_PER_PARTNER = True

    def __init__(self) -> None:
        super().__init__()
        self._from = self._to = ""
        self._past: Past | None = None
        self._seat: Seat | None = None

    def on_mount(self) -> None:
        """Begin at the latest meeting: it is the one to name, to attend and to close, with what became of it all."""
        held = self.session.meetings_in_order
        if held:
            self.sheet.cursor = f"meeting {held[-1].id}"
        if len(held) > 1:
            self.call_after_refresh(self.sheet.show_from_cursor)

    @property
    def meeting(self) -> Meeting | None:
        """The meeting under the cursor."""
        what, identity = self.chosen
        return self.session.meetings.get(identity) if what == "meeting" else None

    @property
    def moment(self) -> str:
        """What under the cursor can be compared: the id of a meeting, or NOW; empty when nothing can."""
        what, identity = self.chosen
        return identity if what in ("meeting", "moment") else ""

    def rows(self, cells: int) -> list[ListRow]:
        """Meetings, margins, the comparison, and what is still to do."""
        session, signs = self.session, signs_of(self.app)
        past = self._history()
        moments = past.moments(session)
        before, after = self._ends(moments)
        found = past.differences(before, after, self.partner) if before is not after else []
        return [
            *meeting_rows.meetings(session, moments, cells, signs),
            *meeting_rows.margins(moments, cells, signs),
            *(kept_rows.rows(session, before.session, cells, signs) if before.meeting else ()),
            *meeting_rows.compared(before, after, found, self.partner, cells),
            *meeting_rows.still_to_do(session, before, cells, signs, self.mgtui.doors.now().date()),
        ]

    def add(self) -> None:
        """Begin the next meeting, which closes one that is still going on; then its name can be typed."""
        seat = self.mgtui.seat
        if seat is None or not self.sheet.keep() or not self.may_edit():
            return
        identity = self.mgtui.doors.new_id()
        change = next_meeting(seat, self.session, identity, self.mgtui.doors.now())
        why = self.ask(change, f"meeting {identity}")
        if why:
            self.mgtui.say(why, "warning")
        elif self.meeting:
            self._edit_name(self.meeting)

    def edit(self) -> None:
        """Begin to edit the meeting's name; with none yet, begin the first. On the partners, go to the next of them."""
        if self.sheet.cursor == meeting_rows.WHOSE:
            self.to_partner(1)
        elif self.meeting:
            self._edit_name(self.meeting)
        elif self.chosen[0] == "none":
            self.add()

    def edit_attended(self) -> None:
        """Begin to edit who attended."""
        meeting = self.meeting
        if meeting is None:
            return
        was = ", ".join(meeting.attended)

        def keep(text: str) -> str:
            names = [each.strip() for each in text.split(",") if each.strip()]
            if text == was or meeting.id not in self.session.meetings:
                return ""
            longest = max(names, key=len, default="")
            return too_long(longest, LONGEST_NAME) or self.ask(verbs.set_attended(self.session, meeting.id, names))

        label, placeholder = _("who attended: "), _("names, with commas between them")
        self.begin(Draft(self.sheet.cursor, was, keep, label=label, placeholder=placeholder, is_new=True))

    def edit_note(self) -> None:
        """Begin to edit the note."""
        meeting = self.meeting
        if meeting is None:
            return

        def keep(text: str) -> str:
            if text == meeting.note or meeting.id not in self.session.meetings:
                return ""
            change = common.set_field(self.session, "meetings", meeting.id, "note", text)
            return too_long(text, LONGEST_NOTE) or self.ask(change)

        label, placeholder = _("note: "), _("what else is there to know?")
        self.begin(Draft(self.sheet.cursor, meeting.note, keep, label=label, placeholder=placeholder, is_new=True))

    def close_or_resume(self) -> None:
        """Close the meeting, which fixes what it came to; or go on with one that was closed."""
        meeting = self.meeting
        if meeting is None:
            return
        if meeting.closed:
            self.submit(verbs.resume_meeting(self.session, meeting.id))
        else:
            now = self.mgtui.doors.now()
            self.submit(verbs.close_meeting(self.session, meeting.id, now, self._revision))

    def remove_chosen(self) -> None:
        """Ask whether the meeting may go, with the answers that came back at it."""
        meeting = self.meeting
        if meeting is None or not self.may_edit():
            return
        text = _("Remove {meeting}, with what the stakeholders answered then? {undo} brings it back.")
        asked = text.format(meeting=naming.meeting(meeting), undo=key_of(self.mgtui, "undo"))
        question = Question(asked, yes=_("remove it"), no=_("keep it"))

        def answered(yes: bool | None) -> None:
            if yes:
                self.submit(common.remove("meetings", meeting.id))

        self.mgtui.push_screen(question, answered)

    def compare_from(self) -> None:
        """Compare from what is under the cursor, and say what is compared now; up to where may be chosen next."""
        self._from = self.moment or self._from
        self._look_again()
        self._say_comparison()

    def compare_to(self) -> None:
        """Compare to what is under the cursor, and bring that into sight."""
        self._to = self.moment or self._to
        self._show_comparison()
        self._say_comparison()

    def to_partner(self, steps: int) -> None:
        """Show only what concerns the next partner, after the last comes everyone, and bring that into sight."""
        ids = ["", *(each.id for each in self.session.partners_in_order)]
        if self.sheet.keep():
            self.partner = ids[(ids.index(self.partner) + steps) % len(ids)]
            self._show_comparison()

    def _show_comparison(self) -> None:
        self.sheet.cursor = meeting_rows.WHOSE
        self._look_again()
        self.sheet.show_from_cursor()

    def _say_comparison(self) -> None:
        before, after = self._ends(self._history().moments(self.session))
        self.mgtui.say(meeting_rows.comparison(before, after))

    def _look_again(self) -> None:
        self.sheet.rebuild()
        self.refresh_bindings()

    def _settle(self) -> None:
        if self.partner not in self.session.partners:
            self.partner = ""

    def _history(self) -> Past:
        seat = self.mgtui.seat
        if self._past is None or seat is not self._seat:
            self._seat, self._from, self._to = seat, "", ""
            self._past = Past(seat.history if seat else (), is_viewer=self.is_viewer)
        if seat is not None:
            self._past.history = seat.history
        return self._past

    def _ends(self, moments: list[Moment]) -> tuple[Moment, Moment]:
        """From where to where is compared: as was chosen, else from the last meeting that was closed to now."""
        by_id = {each.id: each for each in moments}
        closed = [each for each in moments if each.meeting and each.meeting.closed]
        before = by_id.get(self._from, closed[-1] if closed else moments[-1])
        after = by_id.get(self._to, moments[-1])
        return (before, after) if before.revision <= after.revision else (after, before)

    @property
    def _revision(self) -> int:
        seat = self.mgtui.seat
        return seat.history[-1].revision if seat and seat.history else 0

    def _edit_name(self, meeting: Meeting) -> None:
        def keep(text: str) -> str:
            if text == meeting.name or meeting.id not in self.session.meetings:
                return ""
            change = verbs.name_meeting(self.session, meeting.id, text)
            return too_long(text, LONGEST_NAME) or self.ask(change)

        label, placeholder = _("name: "), _("what is this meeting called?")
        self.begin(
            Draft(f"meeting {meeting.id}", meeting.name, keep, label=label, placeholder=placeholder, is_new=True)
        )
