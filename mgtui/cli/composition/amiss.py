"""What in the settings can't be used, with the names of actions, which only the screens know."""

from __future__ import annotations

from collections.abc import Sequence

from mgtui.cli.settings import Flaw, Reading, settings_file
from mgtui.locale import N_, ngettext


def amiss(reading: Reading) -> tuple[Flaw, ...]:
    """The flaws of `reading`, and the keys in it that are for no action at all."""
    if not reading.settings.keys:
        return reading.flaws
    from mgtui.tui.intents.registry import by_id

    message = N_("{key} is passed over; no action has that name. F8 gives an action another key and writes it here.")
    unknown = [f"keys.{name}" for name in reading.settings.keys if name not in by_id()]
    return (*reading.flaws, *(Flaw(message, settings_file(), key=key) for key in unknown))


def in_short(flaws: Sequence[Flaw]) -> str:
    """The first of `flaws`, how many more there are and where to read them; empty for none."""
    if not flaws:
        return ""
    more = len(flaws) - 1
    told = ngettext("And {n} more: see “mgtui info”.", "And {n} more: see “mgtui info”.", more)
    return f"{flaws[0]} {told.format(n=more)}" if more else str(flaws[0])
