"""One line of a form: what is asked, the field, and under it what is wrong or what it leads to."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from mgtui.tui.editing.field import Field


class LabelledField(Vertical):
    """A field with its label before it and a remark under it.

    Args:
        label: what is asked.
        value: what stands in the field to begin with.
        placeholder: what stands in it while it is empty.
        field_id: the field's id.
        is_list: whether pasted lines become entries with commas between them.
        on_enter: what enter does, before the next key; without it, the field posts that it was submitted.
    """

    DEFAULT_CSS = """
    LabelledField {
        height: auto; width: 1fr; margin-bottom: 1;
        & > .label { color: $muted; height: 1; }
        & > .remark { color: $warning; height: auto; display: none; }
        & > .remark.-plain { color: $muted; }
    }
    """

    def __init__(
        self,
        label: str,
        *,
        field_id: str,
        value: str = "",
        placeholder: str = "",
        is_list: bool = False,
        on_enter: Callable[[Field], None] | None = None,
    ) -> None:
        super().__init__()
        self._label = label
        make = ListField if is_list else FormField
        self.field = make(value, placeholder=placeholder, id=field_id)
        self.field.on_enter = on_enter
        self._remark = Static("", classes="remark", markup=False)

    def compose(self) -> ComposeResult:
        """Label, field, remark."""
        yield Static(self._label, classes="label", markup=False)
        yield self.field
        yield self._remark

    def remark(self, text: str, *, is_plain: bool = False) -> None:
        """Show `text` under the field; an empty one shows nothing."""
        self._remark.set_class(is_plain, "-plain")
        self._remark.display = bool(text)
        self._remark.update(text)


class FormField(Field):
    """A field whose enter can be told what to do.

    Attributes:
        on_enter: what enter does; None posts that the field was submitted.
    """

    on_enter: Callable[[Field], None] | None = None

    def submit(self) -> None:
        """Do at once what enter does here."""
        if self.on_enter:
            self.on_enter(self)
        else:
            super().submit()


class ListField(FormField):
    """A field for several names: pasted lines come in with commas between them."""

    def _on_paste(self, event: events.Paste) -> None:
        lines = [line.strip(" \t-*•,;") for line in event.text.splitlines()]
        super()._on_paste(events.Paste(", ".join(line for line in lines if line)))
        event.stop()
        event.prevent_default()
