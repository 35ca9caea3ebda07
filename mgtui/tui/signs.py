"""Which signs the screens draw with, by the person's settings: Unicode, or plain ASCII for terminals that lack them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual.app import App

from mgtui.locale.wording import signs
from mgtui.locale.wording.signs import Signs

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp


def signs_of(app: App[Any]) -> Signs:
    """The field's own signs, as this person wants them."""
    return signs.ASCII if is_ascii(app) else signs.UNICODE


def plain(app: App[Any], text: str) -> str:
    """`text` of our own wording, in ASCII where this person wants that."""
    return signs.in_ascii(text) if is_ascii(app) else text


def edge_of(app: App[Any]) -> str:
    """The kind of border around what lies on top, as stylesheets name it."""
    return "ascii" if is_ascii(app) else "round"


def is_ascii(app: App[Any]) -> bool:
    """Whether this person wants plain ASCII."""
    return cast("MgtuiApp", app).doors.settings.ascii
