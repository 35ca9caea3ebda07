"""The settings: language, theme, name, and which key does what; each holds at once and is kept."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from mgtui.locale import _
from mgtui.tui import preferences, themes
from mgtui.tui.editing.field import Field
from mgtui.tui.intents.keymap import shown
from mgtui.tui.intents.registry import by_id
from mgtui.tui.screens.frame import Overlay
from mgtui.tui.screens.settings_rows import KEY, SWITCHES, rows, taken_from
from mgtui.tui.widgets.key_catcher import KeyCatcher
from mgtui.tui.widgets.labelled import LabelledField
from mgtui.tui.widgets.row_list import ListRow, RowList


class SettingsScreen(Overlay[None]):
    """A list of settings; choosing one changes it, or asks for what it becomes."""

    NAME = "settings"
    AUTO_FOCUS = "RowList"

    DEFAULT_CSS = """
    SettingsScreen { align: center middle; }
    SettingsScreen > Vertical {
        width: 96%; max-width: 110; height: 94%; border: $edge $line; border-title-color: $heading;
        background: $ground; padding: 0 1;
    }
    """

    def compose_body(self) -> ComposeResult:
        """The list."""
        frame = Vertical(RowList(self._rows, id="settings"))
        frame.border_title = _("Settings")
        yield frame

    def on_row_list_chosen(self, chosen: RowList.Chosen) -> None:
        """Change the setting that was chosen, or ask what it becomes."""
        app = self.mgtui
        kind, _space, name = chosen.key.partition(" ")
        if kind == "language":
            app.language = "en" if app.language == "nl" else "nl"
            preferences.keep(app, language=app.language)
        elif kind == "theme":
            at = themes.NAMES.index(app.theme) if app.theme in themes.NAMES else 0
            app.theme = themes.NAMES[(at + 1) % len(themes.NAMES)]
            preferences.keep(app, theme=app.theme)
        elif kind in SWITCHES:
            preferences.keep(app, **{kind: not getattr(app.doors.settings, kind)})
            app.refresh_css(animate=False)
            app.refresh(layout=True)
        elif kind == "name":
            self._ask(LabelledField(_("Your name in the history"), field_id="name", value=app.doors.settings.name))
        elif kind == KEY:
            self._ask_key(name)
        self.query_one(RowList).rebuild()

    def on_field_submitted(self, submitted: Field.Submitted) -> None:
        """Keep the name."""
        preferences.keep(self.mgtui, name=submitted.value.strip())
        self._back_to_list()

    def on_key_catcher_caught(self, caught: KeyCatcher.Caught) -> None:
        """Keep the key; esc keeps the old one, delete brings back the action's own."""
        intent = self.query_one(KeyCatcher).name or ""
        keys = dict(self.mgtui.doors.settings.keys)
        if caught.key == "delete":
            keys.pop(intent, None)
        elif caught.key != "escape":
            keys[intent] = (caught.key,)
            self._tell_who_loses_it(intent, caught.key)
        if keys != dict(self.mgtui.doors.settings.keys):
            preferences.keep(self.mgtui, keys=keys)
        self._back_to_list()

    def relabel(self) -> None:
        """Put every text in the language in use."""
        self.query_one(Vertical).border_title = _("Settings")
        self.query_one(RowList).rebuild()
        self.refresh()

    def _ask(self, line: LabelledField) -> None:
        self.query_one(Vertical).mount(line)
        self.set_focus(line.field)

    def _ask_key(self, intent: str) -> None:
        label = by_id()[intent].shown_label
        question = _("Press the key for “{action}”. Esc leaves it as it is, delete brings back its own.")
        catcher = KeyCatcher(question.format(action=label), name=intent, markup=False)
        self.query_one(Vertical).mount(catcher)
        self.set_focus(catcher)

    def _tell_who_loses_it(self, intent: str, key: str) -> None:
        losers = taken_from(by_id()[intent], key, self.mgtui.doors.settings)
        if losers:
            told = _("{key} did “{action}” until now; give that another key.")
            labels = "”, “".join(dict.fromkeys(each.shown_label for each in losers))
            self.mgtui.say(told.format(key=shown(key), action=labels), "warning")

    def _back_to_list(self) -> None:
        for asked in self.query("LabelledField, KeyCatcher"):
            asked.remove()
        ways = self.query_one(RowList)
        ways.rebuild()
        self.set_focus(ways)

    def _rows(self, cells: int) -> list[ListRow]:
        return rows(self.mgtui.doors.settings, self.app.theme, cells)
