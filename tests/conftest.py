"""What every test starts from: a home of its own, English, and nothing of the person who runs it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mgtui import locale

_TELLING = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "TMUX")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, in which settings, logs and sessions of this test go."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", *_TELLING):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("MGTUI_CONFIG_DIR", str(home / "config"))
    monkeypatch.setenv("MGTUI_STATE_DIR", str(home / "state"))
    return home


@pytest.fixture(autouse=True)
def spoken_language() -> Iterator[None]:
    """English, before and after each test; a test that wants Dutch says `use("nl")`."""
    locale.use("en")
    locale._catalogue.cache_clear()
    yield
    locale.use("en")
    locale._catalogue.cache_clear()
