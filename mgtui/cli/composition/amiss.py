"""What in the settings can't be used, told to whoever begins; and names of actions, which only the screens know."""

from __future__ import annotations

from mgtui.cli.settings import Flaw, Reading, settings_file
from mgtui.locale import N_, ngettext


def amiss(reading: Reading) -> str:
    """The first flaw, how many more there are and where to read them; else what is no action; empty for none."""
    if reading.flaws:
        more = len(reading.flaws) - 1
        told = ngettext("And {n} more: see “mgtui info”.", "And {n} more: see “mgtui info”.", more)
        return f"{reading.flaws[0]} {told.format(n=more)}" if more else str(reading.flaws[0])
    return _no_actions(reading) if reading.settings.keys else ""


def _no_actions(reading: Reading) -> str:
    """The names in the table of keys that no action has."""
    from mgtui.tui.intents.registry import by_id

    unknown = [f"keys.{name}" for name in reading.settings.keys if name not in by_id()]
    message = N_("{key}: passed over, for no action is called that. F8 gives an action another key and writes it here.")
    return str(Flaw(message, settings_file(), key=", ".join(unknown))) if unknown else ""
