"""The balance as data keeps its promise: names, shapes, exact numbers; and as text it says the same."""

from __future__ import annotations

import json
from decimal import Decimal

import msgspec
import pytest

from mgtui.documents.balance_report import balance_as_data, balance_as_text, plain
from mgtui.domain.scale import amounts
from mgtui.domain.session import Item, Partner, Session
from mgtui.locale import use
from tests.documents.table import schools


def test_the_data_have_the_promised_shape() -> None:
    data = balance_as_data(schools())
    assert list(data) == ["verdict", "decided_by", "partners", "ambition", "checklist"]
    assert data["verdict"] == "unsustainable"
    assert data["decided_by"] == ["De Linde"]
    assert data["partners"][2] == {
        "name": "De Linde",
        "take": {"low": "3", "high": "3"},
        "bring": {"low": "5", "high": "5"},
        "margin": {"low": "-2", "high": "-2"},
        "reserve": "0",
        "verdict": "loses",
        "reasons": [{"code": "falls_short", "short": {"low": "2", "high": "2"}}],
    }
    assert data["ambition"] == {
        "verdict": "not_yet",
        "gaps": [
            {"code": "means_uncovered", "name": "ruimte"},
            {"code": "willing_doubt", "name": "Het Kompas"},
            {"code": "willing_unknown", "name": "De Linde"},
        ],
    }
    assert data["checklist"] == {"done": 2, "total": 5, "stale": 0, "objections": 1}


def test_items_are_named_in_a_reason_but_private_ones_only_counted() -> None:
    kompas = balance_as_data(schools())["partners"][1]
    assert kompas["reasons"] == [
        {"code": "lacks_weight", "items": [], "private": 1},
        {"code": "uncertain_decides", "items": ["rust in de regio"], "private": 0},
    ]
    assert "een geheim" not in json.dumps(balance_as_data(schools()))


def test_what_has_no_bound_is_null() -> None:
    partner = Partner(id="a", name="A")
    items = {
        "t": Item(id="t", partner="a", direction="take", text="t", weight=Decimal("1E+3")),
        "b": Item(id="b", partner="a", direction="bring", text="b"),
    }
    [one] = balance_as_data(Session(id="s", scale=amounts("euro"), partners={"a": partner}, items=items))["partners"]
    assert one["take"] == {"low": "1000", "high": "1000"}
    assert one["bring"] == {"low": "0", "high": None}
    assert one["margin"] == {"low": None, "high": "1000"}


def test_the_data_do_not_depend_on_the_language() -> None:
    english = balance_as_data(schools())
    use("nl")
    assert balance_as_data(schools()) == english


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("-0.00", "0"),
        ("1E+3", "1000"),
        ("2.50", "2.5"),
        ("100", "100"),
        ("-3.0", "-3"),
        ("1E-6", "0.000001"),
    ],
)
def test_a_number_is_plain_and_exact(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text


def test_the_text_says_the_whole_first_and_then_each_partner() -> None:
    use("nl")
    lines = balance_as_text(schools()).splitlines()
    assert lines[:2] == ["Samen: ▼ niet duurzaam", "  De Linde brengt 2 meer dan het haalt"]
    at = lines.index("De Linde: ▼ haalt niet meer dan het brengt")
    assert lines[at + 1 : at + 3] == ["  haalt 3, brengt 5, marge −2", "  brengt 2 meer dan het haalt"]


def test_a_deal_that_holds_says_so() -> None:
    session = schools()
    partners = {key: partner for key, partner in session.partners.items() if key == "r"}
    items = {key: item for key, item in session.items.items() if item.partner == "r"}
    other = {f"q{key[1:]}": msgspec.structs.replace(item, id=f"q{key[1:]}", partner="q") for key, item in items.items()}
    both = Session(
        id="s", partners={**partners, "q": Partner(id="q", name="De Q", order="9")}, items={**items, **other}
    )
    assert balance_as_data(both)["verdict"] == "sustainable"
    assert balance_as_text(both).startswith("Together: ▲ sustainable\n")
