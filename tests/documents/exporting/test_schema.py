"""The JSON Schema in the docs is that of the form, is sound itself, and validates what is exported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import mgtui
from mgtui.documents.exporting.forms import Wish, export
from mgtui.documents.session_form import OURS_ALONE, schema
from mgtui.domain.session import TABLES, Session
from tests.documents.exporting.tables import table
from tests.documents.table import schools

DOCUMENTED = Path(mgtui.__file__).parent.parent / "docs" / "session.schema.json"


def documented() -> Draft202012Validator:
    """A validator for what the docs say."""
    described = json.loads(DOCUMENTED.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(described)
    return Draft202012Validator(described)


def data(session: Session) -> dict[str, Any]:
    """`session` as another program reads it."""
    found: dict[str, Any] = json.loads(export(session, Wish(form="json", with_private=True)))
    return found


def test_the_docs_describe_the_form_as_it_is() -> None:
    written = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    assert DOCUMENTED.read_text(encoding="utf-8") == written, "make it anew: python -m mgtui.documents.session_form"


@pytest.mark.parametrize("session", [schools(), table(), Session(id="empty")])
def test_it_validates_what_is_exported(session: Session) -> None:
    documented().validate(data(session))


@pytest.mark.parametrize(
    "spoilt",
    [
        {"version": 2},
        {"format": "another"},
        {"title": 3},
        {"items": [{"id": "x", "partner": "p", "direction": "halen", "text": "iets"}]},
        {"items": [{"id": "x", "partner": "p", "direction": "take", "text": "iets", "weight": 3}]},
        {"partners": None},
    ],
)
def test_it_refuses_what_is_no_session(spoilt: dict[str, Any]) -> None:
    assert not documented().is_valid(data(schools()) | spoilt)


def test_every_field_is_in_the_data_and_says_what_it_means() -> None:
    described = schema()["$defs"]
    for name, left_out in OURS_ALONE.items():
        kind = TABLES[name]
        known = described[kind.__name__]["properties"]
        assert known.keys() == set(kind.__struct_fields__) - set(left_out)
    for record in data(table())["items"]:
        assert record.keys() == described["Item"]["properties"].keys()


def test_amounts_are_text_so_that_nobody_rounds_them() -> None:
    weights = [item["weight"] for item in data(table())["items"]]
    assert "12.125" in weights
    assert all(weight is None or isinstance(weight, str) for weight in weights)
