"""The form in which a session is data for other programs: `docs/session.schema.json` describes it, and it stays.

Every list is in the order people see. What only this program's own files need is no part of it: places in lists, who
typed a covered item, revisions.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta, Struct

from mgtui.domain.scale import Scale
from mgtui.domain.session import (
    TABLES,
    Agreement,
    Id,
    Interest,
    Item,
    Link,
    Means,
    Meeting,
    Name,
    Partner,
    Stakeholder,
    Text,
)

VERSION: Final = 1
SCHEMA_NAME: Final = f"urn:mgtui:session:{VERSION}"

OURS_ALONE: Final[Mapping[str, tuple[str, ...]]] = {
    "partners": ("order",),
    "interests": ("order",),
    "items": ("order", "author", "covered"),
    "links": (),
    "means": ("order",),
    "stakeholders": ("order",),
    "agreements": ("order",),
    "meetings": ("opened_revision", "closed_revision"),
}
"""The tables of the form, each with the fields of its records that are no part of it.

Writing rounds are not in it: they say how people came to what is in the other tables.
"""


class SessionForm(Struct, frozen=True, kw_only=True):
    """A session of mgtui as data; every list is in the order in which people see it.

    Attributes:
        balance: what the session comes to, as `mgtui balance --json` tells it; for reading only.
    """

    format: Literal["mgtui-session"]
    version: Literal[1]
    id: Id
    title: Name
    ambition: Text
    scale: Scale
    partners: tuple[Partner, ...]
    interests: tuple[Interest, ...]
    items: tuple[Item, ...]
    links: tuple[Link, ...]
    means: tuple[Means, ...]
    stakeholders: tuple[Stakeholder, ...]
    agreements: tuple[Agreement, ...]
    meetings: tuple[Meeting, ...]
    balance: Annotated[dict[str, Any], Meta(description="What it comes to; for reading only.")] = {}


def schema() -> dict[str, Any]:
    """The JSON Schema of the form."""
    (_reference,), definitions = msgspec.json.schema_components([SessionForm], ref_template="#/$defs/{name}")
    whole = definitions.pop("SessionForm")
    for name, left_out in OURS_ALONE.items():
        properties = definitions[TABLES[name].__name__]["properties"]
        for field in left_out:
            del properties[field]
    described = {name: _described(definition) for name, definition in sorted(definitions.items())}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_NAME,
        **_described(whole),
        "title": "A session of mgtui",
        "$defs": described,
    }


def _described(definition: dict[str, Any]) -> dict[str, Any]:
    """`definition` as others read it: the meaning of each field beside it, decimals as text."""
    summary, meanings = _meanings(definition.get("description", ""))
    properties = {
        name: _property(value) | ({"description": meanings[name]} if name in meanings else {})
        for name, value in definition.get("properties", {}).items()
    }
    return definition | {"description": summary, "properties": properties}


def _property(value: dict[str, Any]) -> dict[str, Any]:
    """Decimals are text in plain notation, so that no program rounds them; patterns end as in JavaScript."""
    if "pattern" in value:
        return {**value, "pattern": value["pattern"].replace(r"\Z", "$")}
    if value.get("format") == "decimal":
        return {**value, "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}
    if "anyOf" in value:
        return {**value, "anyOf": [_property(each) for each in value["anyOf"]]}
    nested = {name: _property(value[name]) for name in ("items", "propertyNames") if name in value}
    return value | nested


def _meanings(docstring: str) -> tuple[str, dict[str, str]]:
    """The summary of a docstring, and what it says of each attribute."""
    summary, _, attributes = docstring.partition("Attributes:\n")
    found: dict[str, str] = {}
    names: list[str] = []
    for line in attributes.splitlines():
        for sentence in _sentences(line.strip()):
            head, colon, tail = sentence.partition(": ")
            is_new = colon and all(each.strip().isidentifier() for each in head.split(","))
            if is_new:
                names = [each.strip() for each in head.split(",")]
            for name in names:
                found[name] = f"{found.get(name, '')} {tail if is_new else sentence}".strip()
    return " ".join(summary.split()), found


def _sentences(line: str) -> list[str]:
    """A line of a docstring, apart where another attribute begins in it: "a: this. b: that."."""
    pieces = line.split(". ")
    return [f"{piece}." if at < len(pieces) - 1 else piece for at, piece in enumerate(pieces)]


if __name__ == "__main__":
    import json
    from pathlib import Path

    Path("docs/session.schema.json").write_text(
        json.dumps(schema(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
