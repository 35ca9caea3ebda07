"""What can be done on the stakeholder checklist: walk over it, tick, note answers, name who is behind a partner."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Final

from mgtui.domain.changes import Batch
from mgtui.domain.communication import PARTS, check_states
from mgtui.domain.session import Response, Stakeholder
from mgtui.domain.verbs import common
from mgtui.domain.verbs import communication as telling
from mgtui.locale import N_
from mgtui.locale.safe_text import clipped
from mgtui.tui import clipboard
from mgtui.tui.intents.intent import AnyIntent, Group, Intent
from mgtui.tui.widgets.checklist import story
from mgtui.tui.widgets.checklist.cursor import CHECKS, Spot
from mgtui.tui.widgets.checklist.editor import Target, answer, current_answer

if TYPE_CHECKING:
    from mgtui.tui.screens.checklist import ChecklistScreen
    from mgtui.tui.widgets.checklist.checklist import Checklist

RESPONSES: Final[Mapping[str, Response | None]] = {"1": "valued", "2": "doubt", "3": "objects", "0": None}
_NEXT: Final[Mapping[Response | None, Response | None]] = {
    None: "valued",
    "valued": "doubt",
    "doubt": "objects",
    "objects": None,
}
_LONGEST_NAME: Final = 40


class _OnChecklist(Intent["ChecklistScreen"]):
    screens = ("stakeholders",)
    group: ClassVar[Group] = "stakeholders"

    def is_possible(self, screen: ChecklistScreen) -> bool:
        """With a partner at the table."""
        return bool(screen.checklist.cursor.spot.partner)


class _OfStakeholder(_OnChecklist):
    edits = True

    def is_possible(self, screen: ChecklistScreen) -> bool:
        """On a stakeholder."""
        return screen.checklist.stakeholder is not None

    def perform(self, screen: ChecklistScreen) -> None:
        """Do it, if the person may."""
        stakeholder = screen.checklist.stakeholder
        if stakeholder is not None and screen.checklist.may_edit():
            self.do(screen.checklist, stakeholder)

    def do(self, checklist: Checklist, stakeholder: Stakeholder) -> None:
        """Do it with `stakeholder`."""
        raise NotImplementedError


class Move(_OnChecklist):
    """To another row or field."""

    id = "stakeholder.move"
    keys = ("up", "down", "left", "right", "pageup", "pagedown", "home", "end")
    vim_keys = ("h", "j", "k", "l")
    keys_text = "↑↓←→"
    label = N_("move")
    help = N_("Up and down go to another stakeholder, left and right to another check or field.")
    group: ClassVar[Group] = "move"

    _ROWS: Final[Mapping[str, int]] = {
        "up": -1, "k": -1, "down": 1, "j": 1, "pageup": -10, "pagedown": 10, "home": -1_000_000, "end": 1_000_000,
    }  # fmt: skip

    def perform(self, screen: ChecklistScreen) -> None:
        """A row down."""
        self.press(screen, "down")

    def press(self, screen: ChecklistScreen, key: str) -> None:
        """Go where the key points."""
        checklist = screen.checklist
        if key in self._ROWS:
            checklist.cursor.down(self._ROWS[key])
        else:
            checklist.cursor.right(1 if key in ("right", "l") else -1)
        checklist.repaint()


class NextPartner(_OnChecklist):
    """To the next or the previous partner."""

    id = "stakeholder.partner"
    keys = ("tab", "shift+tab")
    label = N_("next partner")
    help = N_("Goes to the stakeholders of the next partner; with shift, of the previous one.")
    group: ClassVar[Group] = "move"

    def perform(self, screen: ChecklistScreen) -> None:
        """To the next one."""
        self.press(screen, "tab")

    def press(self, screen: ChecklistScreen, key: str) -> None:
        """To the next or the previous one."""
        screen.checklist.cursor.to_partner(-1 if key == "shift+tab" else 1)
        screen.checklist.repaint()


class Tick(_OfStakeholder):
    """Tick what is under the cursor."""

    id = "stakeholder.tick"
    keys = ("space",)
    label = N_("tick")
    help = N_("Ticks the check under the cursor: told, or not after all. On a name, the first that is not told yet.")
    in_footer = True

    def do(self, checklist: Checklist, stakeholder: Stakeholder) -> None:
        """Tick a part, or go on to the next answer; on a text, type."""
        field = checklist.cursor.field
        session, author = checklist.session, checklist.author
        if field == "answer":
            noted = current_answer(session, stakeholder)
            checklist.submit(answer(session, stakeholder, _NEXT[noted.response if noted else None], author))
        elif field in CHECKS:
            part = next(part for part in PARTS if part == field)
            checklist.submit(telling.toggle_told(session, stakeholder.id, part, author.now(), author.name))
        elif field == "name":
            states = check_states(session, stakeholder.partner)[stakeholder.id]
            untold = next((part for part in PARTS if states[part] != "told"), None)
            if untold:
                checklist.submit(telling.tell(session, stakeholder.id, untold, author.now(), author.name))
        else:
            checklist.begin(Target(checklist.cursor.spot, field))


class TellAll(_OfStakeholder):
    """The whole story was told."""

    id = "stakeholder.tell_all"
    keys = ("A",)
    label = N_("all told")
    help = N_("Ticks the whole story at once: all that was not told, and all that has changed since.")

    def do(self, checklist: Checklist, stakeholder: Stakeholder) -> None:
        """Tick the four parts."""
        author = checklist.author
        change = telling.tell_all(checklist.session, stakeholder.id, author.now(), author.name)
        if not (isinstance(change, Batch) and not change.changes):
            checklist.submit(change)


class NoteAnswer(_OfStakeholder):
    """Note what came back."""

    id = "stakeholder.answer"
    keys = tuple(RESPONSES)
    keys_text = "1-3 0"
    label = N_("answer")
    help = N_("Notes the answer that came back: 1 valued, 2 doubt, 3 objects, 0 none yet.")
    in_footer = True

    def perform(self, screen: ChecklistScreen) -> None:
        """From one answer to the next."""
        checklist, stakeholder = screen.checklist, screen.checklist.stakeholder
        if stakeholder is not None and checklist.may_edit():
            noted = current_answer(checklist.session, stakeholder)
            self._note(checklist, stakeholder, _NEXT[noted.response if noted else None])

    def press(self, screen: ChecklistScreen, key: str) -> None:
        """The answer that the key names; another key of one's own goes from one to the next."""
        checklist, stakeholder = screen.checklist, screen.checklist.stakeholder
        if key not in RESPONSES:
            self.perform(screen)
        elif stakeholder is not None and checklist.may_edit():
            self._note(checklist, stakeholder, RESPONSES[key])

    def _note(self, checklist: Checklist, stakeholder: Stakeholder, response: Response | None) -> None:
        checklist.cursor.go_to(checklist.cursor.spot, "answer")
        checklist.submit(answer(checklist.session, stakeholder, response, checklist.author))
        checklist.repaint()


class Add(_OnChecklist):
    """A new stakeholder."""

    id = "stakeholder.add"
    edits = True
    keys = ("n",)
    label = N_("new")
    help = N_("A new stakeholder of this partner; enter keeps the name, tab goes on to the other fields.")
    in_footer = True

    def perform(self, screen: ChecklistScreen) -> None:
        """Begin to type its name."""
        spot = screen.checklist.cursor.spot
        screen.checklist.begin(Target(Spot(spot.partner), "name", spot.stakeholder))


class Edit(_OfStakeholder):
    """Type what is under the cursor."""

    id = "stakeholder.edit"
    keys = ("enter", "f2")
    label = N_("edit")
    help = N_("Edits the name or the field under the cursor; on a check, the note to the answer. Tab goes on.")
    in_footer = True

    def do(self, checklist: Checklist, stakeholder: Stakeholder) -> None:
        """Begin to type."""
        field = checklist.cursor.field
        spot = checklist.cursor.spot
        if field in CHECKS:
            field = "name"
        elif field == "answer":
            field = "answer_note"
        checklist.cursor.go_to(spot, field)
        checklist.begin(Target(spot, field))


class Remove(_OfStakeholder):
    """Take a stakeholder off the list."""

    id = "stakeholder.remove"
    keys = ("delete",)
    label = N_("remove")
    help = N_("Removes the stakeholder; undo brings it back with all its checks.")

    def do(self, checklist: Checklist, stakeholder: Stakeholder) -> None:
        """Remove it."""
        checklist.submit(common.remove("stakeholders", stakeholder.id))


class MoveUp(_OfStakeholder):
    """Higher on the list."""

    id = "stakeholder.up"
    keys = ("alt+up",)
    label = N_("move up")
    help = N_("Moves the stakeholder one place up.")
    _steps = -1

    def do(self, checklist: Checklist, stakeholder: Stakeholder) -> None:
        """Change places with its neighbour."""
        own = checklist.session.stakeholders_of(stakeholder.partner)
        checklist.submit(common.move_by("stakeholders", own, stakeholder.id, self._steps))


class MoveDown(MoveUp):
    """Lower on the list."""

    id = "stakeholder.down"
    keys = ("alt+down",)
    label = N_("move down")
    help = N_("Moves the stakeholder one place down.")
    _steps = 1


class CopyStory(_OnChecklist):
    """Copy the story to tell."""

    id = "stakeholder.copy"
    keys = ("y",)
    label = N_("copy the story")
    help = N_("Copies this partner's story as text, to mail it or to read it out.")

    def perform(self, screen: ChecklistScreen) -> None:
        """Copy it."""
        checklist = screen.checklist
        partner = checklist.session.partners[checklist.cursor.spot.partner]
        text = story.as_text(checklist.session, partner.id)
        clipboard.copy(checklist.mgtui, text, clipped(partner.name, _LONGEST_NAME))


INTENTS: tuple[AnyIntent, ...] = (
    Tick(),
    NoteAnswer(),
    Add(),
    Edit(),
    TellAll(),
    Remove(),
    MoveUp(),
    MoveDown(),
    CopyStory(),
    Move(),
    NextPartner(),
)
