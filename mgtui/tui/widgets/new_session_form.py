"""The form that begins a session: title, partners, ambition and scale; only the title is needed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static

from mgtui.domain.scale import POINTS, amounts
from mgtui.locale import _
from mgtui.tui.doors import NewSession
from mgtui.tui.editing.field import Field
from mgtui.tui.widgets.labelled import LabelledField
from mgtui.tui.widgets.press_line import PressLine

_BETWEEN_NAMES = re.compile(r"[,;\n]")


class NewSessionForm(VerticalScroll, can_focus=False):
    """Asks what a session needs; enter goes to the next field, and on the last one begins."""

    DEFAULT_CSS = """
    NewSessionForm {
        max-width: 100; padding: 1 2;
        & > .hint { color: $muted; margin-top: 1; }
        & > .title { color: $heading; text-style: bold; margin-bottom: 1; }
    }
    """

    @dataclass
    class Filled(Message):
        """The form is filled in."""

        new: NewSession

    def __init__(self) -> None:
        super().__init__(id="new-session")
        go_on = self.go_on_from
        self.title_line = LabelledField(
            _("Title"), field_id="title", placeholder=_("what you are going to do together"), on_enter=go_on
        )
        self._partners = LabelledField(
            _("Partners"),
            field_id="partners",
            placeholder=_("their names, with commas between them"),
            is_list=True,
            on_enter=go_on,
        )
        self._ambition = LabelledField(
            _("Ambition"),
            field_id="ambition",
            placeholder=_("what you want to achieve together; it can wait"),
            on_enter=go_on,
        )
        self._unit = LabelledField(
            _("Weigh in"),
            field_id="unit",
            placeholder=_("points from 1 to 5; or type a unit: euro, fte, days …"),
            on_enter=go_on,
        )

    def compose(self) -> ComposeResult:
        """The fields, one under the other."""
        yield Static(_("A new session"), classes="title", markup=False)
        yield self.title_line
        yield self._partners
        yield self._ambition
        yield self._unit
        yield PressLine(_("Begin"), id="begin")
        yield Static(_("enter: next field, and on the last one begin"), classes="hint", markup=False)

    @property
    def fields(self) -> list[Field]:
        """The fields from top to bottom."""
        return [line.field for line in (self.title_line, self._partners, self._ambition, self._unit)]

    def go_on_from(self, field: Field) -> None:
        """To the next field; from the last one, begin."""
        at = self.fields.index(field)
        if at + 1 < len(self.fields):
            self.screen.set_focus(self.fields[at + 1])
        else:
            self.finish()

    def finish(self) -> None:
        """Post what was filled in; without a title, go there."""
        title, partners, ambition, unit = (field.value.strip() for field in self.fields)
        if not title:
            self.title_line.remark(_("Give it a title first; you can change it later."))
            self.screen.set_focus(self.title_line.field)
            return
        names = tuple(dict.fromkeys(name.strip() for name in _BETWEEN_NAMES.split(partners) if name.strip()))
        scale = POINTS if not unit or unit.casefold() in ("points", "punten") else amounts(unit)
        self.post_message(self.Filled(NewSession(title=title, partners=names, ambition=ambition, scale=scale)))
