"""What README promises is what the program does: its lists import, its settings, keys and commands exist."""

from __future__ import annotations

import itertools
import re
import tomllib
from pathlib import Path

import pytest

from mgtui.cli import settings
from mgtui.cli.arguments import parser
from mgtui.documents.importing.plan import plan
from mgtui.domain.changes import apply
from mgtui.domain.session import Session
from mgtui.tui.intents import registry

ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.nl.md")
KEY_NAMES = {
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
    "+": "plus",
    "-": "minus",
    "/": "slash",
    "?": "question_mark",
    "alt+↑": "alt+up",
    "alt+↓": "alt+down",
}


def blocks(document: str, language: str) -> list[str]:
    """The fenced blocks of `document` in `language`."""
    return re.findall(rf"^```{language}\n(.*?)^```$", (ROOT / document).read_text("utf-8"), re.MULTILINE | re.DOTALL)


def keys_in(document: str) -> set[str]:
    """The keys in the tables of `document` that have them, as Textual names them."""
    text = (ROOT / document).read_text("utf-8")
    tables = re.split(r"^\| (?:key|toets) \|.*\n", text, flags=re.MULTILINE)[1:]
    cells = re.findall(r"^\| (`[^|]+)\|", "\n".join(table.split("\n\n")[0] for table in tables), re.MULTILINE)
    shown = re.findall(r"`(\S+)`", " ".join(cells))
    return {KEY_NAMES.get(key, key) for key in shown}


@pytest.mark.parametrize(
    ("document", "form"), [("README.md", "csv"), ("README.md", "markdown"), ("README.nl.md", "markdown")]
)
def test_the_list_in_readme_can_be_imported(document: str, form: str) -> None:
    (example,) = blocks(document, form)
    numbers = itertools.count()
    made = plan(Session(id="s"), example.encode(), "csv" if form == "csv" else "md", lambda: f"id-{next(numbers)}")
    session = apply(Session(id="s"), made.change)
    assert "De Linde" in {partner.name for partner in session.partners.values()}
    assert {item.direction for item in session.items.values()} == {"take", "bring"}


def test_the_settings_in_readme_are_understood(tmp_path: Path) -> None:
    (example,) = blocks("README.md", "toml")
    file = tmp_path / "settings.toml"
    file.write_text(example, "utf-8")
    reading = settings.read(file)
    assert reading.flaws == ()
    assert set(tomllib.loads(example)) <= set(settings.Settings.__struct_fields__)
    assert set(reading.settings.keys) <= set(registry.by_id())


@pytest.mark.parametrize("document", READMES)
def test_every_key_in_readme_does_something(document: str) -> None:
    bound = {key for intent in registry.INTENTS for key in intent.keys}
    named = keys_in(document)
    assert {"up", "enter", "ctrl+z"} <= named <= bound


def test_readme_and_help_name_the_same_commands() -> None:
    listing = next(block for block in blocks("README.md", "") if block.startswith("mgtui  "))
    in_readme = set(re.findall(r"^mgtui (\w+)", listing, re.MULTILINE))
    in_help = set(re.findall(r"^    (\w+) ", parser().format_help(), re.MULTILINE))
    assert in_readme == in_help


def test_readme_and_help_name_the_same_exit_codes() -> None:
    in_readme = set(re.findall(r"^\| (\d) \|", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE))
    assert in_readme == set(re.findall(r"^  (\d)  ", parser().format_help(), re.MULTILINE))
