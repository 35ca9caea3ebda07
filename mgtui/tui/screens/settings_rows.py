"""The settings as rows of a list: what each is now, and every action with its keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from mgtui import locale
from mgtui.locale import N_, _
from mgtui.locale.safe_text import clipped as safely_clipped
from mgtui.tui.doors import Settings
from mgtui.tui.editing.cells import clipped, padded
from mgtui.tui.intents.intent import EVERYWHERE, AnyIntent
from mgtui.tui.intents.keymap import normal, shown
from mgtui.tui.intents.registry import INTENTS
from mgtui.tui.widgets.row_list import ListRow

KEY: Final = "key"
SWITCHES: Final[Mapping[str, tuple[str, str]]] = {
    "vim_keys": (N_("hjkl keys"), N_("h, j, k and l move the cursor too")),
    "bell": (N_("bell"), N_("the terminal's bell sounds when a turn is over")),
    "ascii": (N_("plain signs"), N_("draw with plain ASCII only, for terminals that show boxes or question marks")),
}
THEMES: Final[Mapping[str, str]] = {"mgtui-beamer-dark": N_("dark"), "mgtui-beamer-light": N_("light")}

SCREENS: Final[Mapping[str, str]] = {
    EVERYWHERE[0]: N_("Everywhere"),
    "board": N_("On the board"),
    "stakeholders": N_("On the checklist"),
    "interests": N_("With the interests"),
    "ambition": N_("With the ambition"),
    "exchange": N_("In the matrix"),
    "agreements": N_("With the agreements"),
    "meetings": N_("With the meetings"),
    "review": N_("In the review"),
    "history": N_("In the history"),
    "present": N_("On the beamer"),
    "welcome": N_("On the welcome screen"),
}
"""Where an action lives, in the order of the list; what lives on overlays alone keeps its keys.

One that lives in several places is listed in the first of them.
"""

LABEL_CELLS = 24
VALUE_CELLS = 14
LONGEST_NAME = 60


def rows(settings: Settings, theme: str, cells: int) -> list[ListRow]:
    """All settings, for lines of `cells` cells."""
    language = {"nl": "Nederlands", "en": "English"}[locale.language()]
    shown_theme = _(THEMES[theme]) if theme in THEMES else theme
    return [
        _row("language", _("language"), language, "Nederlands / English", cells),
        _row("theme", _("theme"), shown_theme, _("dark for a dim room, light for a sunny one"), cells),
        _row(
            "name", _("your name"), safely_clipped(settings.name, LONGEST_NAME) or "–",
            _("how the others and the history know you"), cells,
        ),
        *(
            _row(name, _(label), _("on") if getattr(settings, name) else _("off"), _(explained), cells)
            for name, (label, explained) in SWITCHES.items()
        ),
        ListRow("", ((), ((_("Keys; choose an action to give it another key"), "heading"),))),
        *_key_rows(settings, cells),
    ]  # fmt: skip


def keys_now(intent: AnyIntent, settings: Settings) -> str:
    """The keys of `intent`, the person's own before its own."""
    own = settings.keys.get(intent.id)
    if own is None and intent.keys_text:
        return intent.keys_text
    return "  ".join(shown(normal(key)) for key in (own if own is not None else intent.keys))


def taken_from(intent: AnyIntent, key: str, settings: Settings) -> list[AnyIntent]:
    """The actions that `key` did until now on screens that they share with `intent`; first what shares most of them."""
    losers = [
        other
        for other in INTENTS
        if other.id != intent.id
        and key in map(normal, settings.keys.get(other.id, other.keys))
        and _meet(intent, other)
    ]
    return sorted(losers, key=lambda other: len(set(intent.screens) & set(other.screens)), reverse=True)


def _meet(one: AnyIntent, other: AnyIntent) -> bool:
    screens = set(one.screens) & set(other.screens)
    return bool(screens) or EVERYWHERE[0] in (*one.screens, *other.screens)


def _key_rows(settings: Settings, cells: int) -> Iterator[ListRow]:
    homes = {intent: next((each for each in SCREENS if each in intent.screens), "") for intent in INTENTS}
    for screen, title in SCREENS.items():
        yield ListRow("", (((_(title), "muted"),),))
        for intent in (each for each in INTENTS if homes[each] == screen):
            keys = keys_now(intent, settings)
            yield _row(f"{KEY} {intent.id}", intent.shown_label, keys, intent.shown_help, cells)


def _row(key: str, label: str, value: str, explained: str, cells: int) -> ListRow:
    room = cells - LABEL_CELLS - VALUE_CELLS - 2
    line = (
        (f"{padded(clipped(label, LABEL_CELLS), LABEL_CELLS)} ", "ink"),
        (f"{padded(clipped(value, VALUE_CELLS), VALUE_CELLS)} ", "heading bold"),
        (clipped(explained, room) if room > 10 else "", "muted"),
    )
    return ListRow(key, (line,))
