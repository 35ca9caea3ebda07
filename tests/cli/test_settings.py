"""Settings hold what the user wrote, survive what the user mistyped, and keep what we don't know."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from mgtui.cli import settings
from mgtui.cli.settings import Settings, read, save
from mgtui.locale import use

WHOLE = """\
# my settings
language = "nl"   # for the room
theme = "mgtui-beamer-light"
vim_keys = true
bell = true
name = "Ana"
ascii = true
sessions = "~/tafel"
later_version = { knows = "this" }

[keys]
# one key
new_item = "ctrl+n"
undo = ["ctrl+z", "U"]
"""


@pytest.fixture
def path(home: Path) -> Path:
    """The user's settings file; not there yet, but its folder is."""
    path = settings.settings_file()
    assert path.is_relative_to(home)
    path.parent.mkdir()
    return path


def test_without_a_file_the_defaults_hold(home: Path) -> None:
    assert read() == settings.Reading(Settings(), ())
    assert list(home.iterdir()) == []


def test_every_setting_is_read(path: Path) -> None:
    path.write_text(WHOLE)
    keys = {"new_item": ("ctrl+n",), "undo": ("ctrl+z", "U")}
    expected = Settings("nl", "mgtui-beamer-light", True, True, "Ana", True, keys, "~/tafel")
    assert read() == settings.Reading(expected, ())


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('language = "fr"', 'language = \'fr\' is passed over; it takes "nl" or "en".'),
        ('vim_keys = "yes"', "vim_keys = 'yes' is passed over; it takes true or false."),
        ("bell = 1", "bell = 1 is passed over; it takes true or false."),
        ("theme = []", 'theme = [] is passed over; it takes the name of a theme, such as "mgtui-beamer-light".'),
        ('name = "a\\nb"', "name = 'a\\nb' is passed over; it takes a text of one line."),
        ("keys = 3", "keys = 3 is passed over; it takes a table of actions and their keys."),
        ("keys.undo = 7", 'keys.undo = 7 is passed over; it takes a key such as "ctrl+n", or a list of keys.'),
        ('name = ["' + "x" * 90 + '"]', f"name = ['{'x' * 37}… is passed over; it takes a text of one line."),
    ],
)
def test_a_wrong_value_is_told_and_its_default_holds(path: Path, line: str, said: str) -> None:
    path.write_text(f"{line}\nascii = true\n")
    reading = read()
    assert reading.settings == Settings(ascii=True)
    assert [str(flaw) for flaw in reading.flaws] == [f"{path}: {said}"]


def test_one_wrong_key_leaves_the_other_keys_alone(path: Path) -> None:
    path.write_text('keys.undo = ""\nkeys.redo = "R"\n')
    reading = read()
    assert reading.settings.keys == {"redo": ("R",)}
    assert [flaw.key for flaw in reading.flaws] == ["keys.undo"]


@pytest.mark.parametrize(
    "content",
    [b"language = ", b"\xff\xfe", b"a = 1\na = 2", b"x = " + b"[" * 5000, b"# " + b"x" * 300_000],
    ids=["cut off", "not UTF-8", "twice", "deep", "huge"],
)
def test_a_file_that_is_no_toml_is_told_and_the_defaults_hold(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    reading = read()
    assert reading.settings == Settings()
    assert "the default settings are used" in str(reading.flaws[0])
    assert path.read_bytes() == content


def test_a_folder_in_its_place_is_told(path: Path) -> None:
    path.mkdir()
    assert "Is a directory" in str(read().flaws[0])


def test_what_is_wrong_is_told_in_the_language_in_use(path: Path) -> None:
    path.write_text("bell = 1\n")
    reading = read()
    use("nl")
    assert str(reading.flaws[0]) == f"{path}: bell = 1 is overgeslagen; hier hoort true of false."


def test_saving_changes_only_what_was_set_anew(path: Path) -> None:
    path.write_text(WHOLE)
    held = read().settings
    save(replace(held, language="en", keys={"undo": ("U",), "redo": ("R",)}))
    expected = WHOLE.replace('language = "nl"', 'language = "en"').replace('undo = ["ctrl+z", "U"]', 'undo = "U"')
    expected = expected.replace('new_item = "ctrl+n"\n', "")
    assert path.read_text() == expected.rstrip("\n") + '\nredo = "R"\n'


def test_saving_keeps_a_wrong_value_for_its_writer_to_mend(path: Path) -> None:
    path.write_text('language = "fr" # ?\n')
    save(Settings(bell=True))
    assert path.read_text() == 'language = "fr" # ?\nbell = true\n'


def test_what_is_saved_is_read_again_and_is_for_its_owner_only(home: Path) -> None:
    wished = Settings("nl", "other", True, True, "José ▲", True, {"undo": ("U",), "redo": ("R", "ctrl+y")}, "/srv/x")
    save(wished)
    path = settings.settings_file()
    assert read().settings == wished
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.toml"]


def test_the_language_of_the_locale_can_be_chosen_again(path: Path) -> None:
    save(Settings(language="nl"))
    save(Settings(language=None))
    assert path.read_text() == ""


def test_saving_over_a_broken_file_sets_it_aside(path: Path) -> None:
    path.write_text("language = ")
    save(Settings(bell=True))
    assert read().settings == Settings(bell=True)
    assert path.with_name("settings.toml.broken").read_text() == "language = "


def test_saving_through_a_link_keeps_the_link(path: Path, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles.toml"
    kept.write_text("# mine\n")
    path.symlink_to(kept)
    save(Settings(bell=True))
    assert path.is_symlink()
    assert kept.read_text() == "# mine\nbell = true\n"


def test_a_save_that_fails_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text("bell = true\n")

    def refuse(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space left"):
        save(Settings(ascii=True))
    assert path.read_text() == "bell = true\n"
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.toml"]


def test_reading_settings_loads_no_toml_writer(path: Path) -> None:
    path.write_text(WHOLE)
    program = (
        "import sys; from mgtui.cli import settings; print(settings.read().settings.name, 'tomlkit' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["Ana", "False"]
