"""What the documents say of files and layers is what the program has."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from mgtui.domain.history import Entry
from mgtui.domain.session import TABLES
from mgtui.store.loading import Heading
from mgtui.store.migrations import CURRENT

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("sample_sessions/*.md")])
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)[^)]*\)")


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("table", ["session", *TABLES, "history"])
def test_every_field_of_a_table_is_described(table: str) -> None:
    kind = {"session": Heading, "history": Entry, **TABLES}[table]
    row = next(line for line in read("docs/session-file.md").splitlines() if line.startswith(f"| `{table}` |"))
    described = set(re.findall(r"`(\w+)`", row.split("|")[3]))
    assert set(kind.__struct_fields__) - {"id"} <= described


def test_the_schema_in_the_example_is_the_present_one() -> None:
    assert f'"schema": {{"major": {CURRENT.major}, "minor": {CURRENT.minor}}}' in read("docs/session-file.md")


def test_the_diagram_of_layers_is_the_one_that_is_enforced() -> None:
    contracts = tomllib.loads(read("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    diagram = read("CONTRIBUTING.md").split("## The layers")[1].split("```")[1]
    rows = [set(re.findall(r"\b(cli|tui|live|store|documents|locale|domain)\b", line)) for line in diagram.splitlines()]
    assert [row for row in rows if row] == [set(layer.split(" | ")) for layer in layers]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(document: Path) -> None:
    targets = [document.parent / target for target in LINK.findall(document.read_text("utf-8"))]
    assert [str(target) for target in targets if not target.exists()] == []
