"""The guide: the steps of the conversation with the questions to ask, what is open in each, and the way there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from mgtui.domain.conversation import STEPS, Step, StepProgress, Task, conversation, next_step
from mgtui.domain.session import Direction, Session
from mgtui.locale import _
from mgtui.locale.wording import conversation as words
from mgtui.locale.wording.signs import Signs
from mgtui.tui import our_screens
from mgtui.tui.screens.frame import Overlay
from mgtui.tui.screens.round import RoundScreen
from mgtui.tui.screens.sheet_lines import hanging
from mgtui.tui.signs import signs_of
from mgtui.tui.widgets.guide_band import GuideBand
from mgtui.tui.widgets.row_list import Line, ListRow, RowList

MOST_OPEN: Final = 3

PLACES: Final[Mapping[Step, str]] = {
    "ambition": "ambition",
    "interests": "interests",
    "take": "board",
    "bring": "board",
    "balance": "board",
    "stakeholders": "stakeholders",
    "agreements": "agreements",
}
"""The screen where each step happens."""

ROUNDS: Final[Mapping[str, Direction]] = {"take": "take", "bring": "bring"}
"""The steps in which everyone may write first, and what such a round is about."""


class GuideScreen(Overlay[None]):
    """The steps; a facilitator's space says to everyone which one is being held."""

    NAME = "guide"
    AUTO_FOCUS = "Steps"

    DEFAULT_CSS = """
    GuideScreen { align: center middle; }
    GuideScreen > Vertical {
        width: 96%; max-width: 112; height: 94%; border: $edge $line; border-title-color: $heading;
        background: $ground; padding: 0 1;
    }
    GuideScreen #ways { width: 1fr; height: auto; color: $heading; background: $ground; text-style: bold; }
    """

    def compose_body(self) -> ComposeResult:
        """The list, and what can be done with it."""
        steps = Steps(self._rows)
        session = self.mgtui.session
        step = self._held or (next_step(session) if session else None)
        steps.cursor = step or STEPS[0]
        frame = Vertical(steps, Static(self._ways(), id="ways", markup=False))
        frame.border_title = _("Guide to the conversation")
        yield frame

    def show_session(self, session: Session | None, before: Session | None) -> None:
        """Show what is open by now."""
        for steps in self.query(Steps):
            steps.rebuild()

    def on_row_list_moved(self) -> None:
        """The questions stand under the step that the cursor is on."""
        self.query_one(Steps).rebuild()

    def on_row_list_chosen(self, chosen: RowList.Chosen) -> None:
        """A click on a step goes where it happens."""
        self.go_to(chosen.key)

    def go_to(self, step: str) -> None:
        """Go where `step` happens."""
        place = next((place for each, place in PLACES.items() if each == step), "board")
        self.mgtui.go(place)

    def hold(self, step: str) -> None:
        """Tell everyone that `step` is being held, or when it was already, that none is."""
        app = self.mgtui
        if app.seat is None or app.seat.person.role != "facilitator":
            app.say(_("Only the facilitator says which step is being held."), "warning")
            return
        app.hides_guide = False
        app.seat.show(replace(app.seat.view, step="" if step == self._held else step))
        self._show_bands()
        self.query_one(Steps).rebuild()

    def ask(self, step: str) -> None:
        """Have everyone write for themselves about `step`."""
        if step in ROUNDS and self._may_ask:
            self.dismiss(None)
            self.mgtui.push_screen(RoundScreen(ROUNDS[step]))

    def hide_band(self) -> None:
        """Put the band with the step away for this person, or bring it back."""
        self.mgtui.hides_guide = not self.mgtui.hides_guide
        self._show_bands()
        self.query_one("#ways", Static).update(self._ways())

    @property
    def _may_ask(self) -> bool:
        """Whether a writing round can begin, as on any screen."""
        from mgtui.tui.intents.registry import by_id

        return by_id()["round.open"].is_possible(self)

    @property
    def _held(self) -> Step | None:
        seat = self.mgtui.seat
        return next((each for each in STEPS if seat is not None and each == seat.view.step), None)

    def _show_bands(self) -> None:
        for screen in our_screens.shown(self.mgtui):
            for band in screen.query(GuideBand):
                band.look_again()

    def _ways(self) -> str:
        hidden = (
            _("x: show the step on every screen") if self.mgtui.hides_guide else _("x: hide the step on my screens")
        )
        return "   ".join([_("enter: go there"), _("space: this is the step we hold"), hidden, _("esc: back")])

    def _rows(self, cells: int) -> list[ListRow]:
        session = self.mgtui.session
        if session is None:
            return []
        at = next((steps.cursor for steps in self.query(Steps)), "")
        signs = signs_of(self.app)
        return [
            ListRow(each.step, tuple(self._step(each, cells, signs, is_open=each.step == at)))
            for each in conversation(session)
        ]

    def _step(self, of: StepProgress, cells: int, signs: Signs, *, is_open: bool) -> Iterator[Line]:
        sign = {"done": signs.told, "begun": signs.point, "untouched": signs.untold}[of.state]
        held = f"   {signs.take} {_('we are here')}" if of.step == self._held else ""
        name = f"{STEPS.index(of.step) + 1} {words.step(of.step)}"
        yield (f"{sign:<3} {name:<18} ", "ink bold"), (words.state(of), "muted"), (held, "heading bold")
        if not is_open:
            return
        for question in words.questions(of.step):
            yield from hanging("    ", question, cells, "heading")
        if of.step in ROUNDS and self._may_ask:
            text = _("C: let everyone write first, covered for the others until you reveal it")
            yield from hanging("    ", text, cells, "ink bold")
        for task in of.open[:MOST_OPEN]:
            yield from hanging(f"    {signs.untold} ", words.task(self._without_private(task)), cells, "ink")
        if len(of.open) > MOST_OPEN:
            yield ((f"      {_('and {n} more').format(n=len(of.open) - MOST_OPEN)}", "muted"),)
        yield ()

    def _without_private(self, task: Task) -> Task:
        """A task that names no private interest: everyone may be looking at the guide."""
        session = self.mgtui.session
        interest = session.interests.get(task.id) if session and task.table == "interests" else None
        return replace(task, name=_("something private")) if interest and interest.private else task


class Steps(RowList):
    """The list of steps; it takes the guide's own keys."""

    DEFAULT_CSS = """
    Steps { width: 1fr; height: 1fr; background: $ground; scrollbar-size-vertical: 1; overflow-x: hidden; }
    """

    def press(self, key: str) -> bool:
        """What the guide does with a key, else what any list does."""
        guide: Any = self.screen
        if key == "enter":
            guide.go_to(self.cursor)
        elif key == "space":
            guide.hold(self.cursor)
        elif key == "x":
            guide.hide_band()
        elif key == "C":
            guide.ask(self.cursor)
        elif key in ("escape", "f3"):
            guide.dismiss(None)
        else:
            return super().press(key)
        return True
