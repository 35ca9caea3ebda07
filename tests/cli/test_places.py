"""Places follow the environment, and looking for them makes nothing."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from mgtui.cli import places


def test_the_environment_says_where_settings_and_state_are(home: Path) -> None:
    assert places.settings_folder() == home / "config"
    assert places.state_folder() == home / "state"


def test_otherwise_they_are_where_the_platform_keeps_them(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MGTUI_CONFIG_DIR")
    monkeypatch.delenv("MGTUI_STATE_DIR")
    for folder in (places.settings_folder(), places.state_folder()):
        assert folder.is_relative_to(home)
        assert folder.name == "mgtui"
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("chosen", [None, "", " ", "/elders", "/elders/ "])
def test_the_quick_way_leads_where_platformdirs_leads(chosen: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MGTUI_CONFIG_DIR")
    if chosen is not None:
        monkeypatch.setenv("XDG_CONFIG_HOME", chosen)
    assert places.settings_folder() == platformdirs.user_config_path("mgtui", appauthor=False)


def test_sessions_go_where_the_settings_say_else_among_the_documents(home: Path) -> None:
    assert places.sessions_folder("~/tafel") == home / "tafel"
    assert places.sessions_folder() == home / "Documents" / "mgtui"
