"""Where this user's settings, state and sessions are; nothing here makes a folder.

MGTUI_CONFIG_DIR and MGTUI_STATE_DIR, where set, go before the platform's own places. Every run looks for the settings,
so on Linux their place is found without importing platformdirs, which takes as long as a third of a whole command.
"""

from __future__ import annotations

import os
from pathlib import Path
from sys import platform

_APP = "mgtui"


def settings_folder() -> Path:
    """The folder of `settings.toml` and of the SSH door's keys."""
    if chosen := os.environ.get("MGTUI_CONFIG_DIR"):
        return Path(chosen)
    if platform == "linux":
        named = os.environ.get("XDG_CONFIG_HOME", "")
        return Path(named if named.strip() else os.path.expanduser("~/.config")) / _APP
    import platformdirs

    return platformdirs.user_config_path(_APP, appauthor=False)


def state_folder() -> Path:
    """The folder of what mgtui remembers by itself: recent sessions, logs, crash reports."""
    if chosen := os.environ.get("MGTUI_STATE_DIR"):
        return Path(chosen)
    import platformdirs

    return platformdirs.user_state_path(_APP, appauthor=False)


def sessions_folder(setting: str = "") -> Path:
    """The folder that new sessions go to: the one in the settings, else one among the user's documents."""
    if setting:
        return Path(setting).expanduser()
    import platformdirs

    return platformdirs.user_documents_path() / _APP
