"""What is covered never goes out; what is private only when asked for by name, and then it says so."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import pytest
from msgspec.structs import replace

from mgtui.documents.exporting.forms import FORMS, OF_ONE_PARTNER, Form, Wish, export
from mgtui.domain.session import Direction, Interest, Item, Link, Means, Meeting, Session
from tests.documents.exporting.tables import NOW
from tests.documents.table import schools

SECRET, COVERED, WITHIN = "zeer-geheim", "nog-bedekt", "alleen-voor-onszelf"


def session() -> Session:
    """The three schools with something private and something covered wherever that can be."""
    table = schools()
    items = {
        **table.items,
        "rb9": _item("rb9", SECRET, private=True, note=WITHIN),
        "kt9": _item("kt9", COVERED, covered=True, author="someone"),
        "kb9": _item("kb9", COVERED, covered=True, private=True),
    }
    return replace(
        table,
        items=items,
        links={**table.links, "y": Link(id="y", bring="rb9", take="lt1"), "z": Link(id="z", bring="rb1", take="kt9")},
        interests={"i": Interest(id="i", partner="r", side="personal", text=SECRET, private=True)},
        means={"m": Means(id="m", text="budget", covered_by=("rb9", "kb9"))},
    )


def _item(identity: str, text: str, **fields: object) -> Item:
    direction: Direction = "take" if identity[1] == "t" else "bring"
    item = Item(id=identity, partner=identity[0], direction=direction, text=text, order="9", weight=Decimal(3))
    return replace(item, **fields)


def everything(form: Form, **asked: object) -> str:
    """All that an export holds, of a workbook the files in it."""
    data = export(session(), Wish(form=form, **asked))  # type: ignore[arg-type]
    if form != "xlsx":
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return "\n".join(book.read(name).decode() for name in book.namelist())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("with_private", [False, True])
def test_what_is_covered_never_goes_out(form: Form, with_private: bool) -> None:
    assert COVERED not in everything(form, with_private=with_private)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_private_stays(form: Form) -> None:
    found = everything(form)
    assert SECRET not in found
    assert WITHIN not in found


@pytest.mark.parametrize("form", ["md", "html", "txt", "csv", "json", "xlsx"])
def test_what_is_private_goes_out_marked_when_it_is_asked_for(form: Form) -> None:
    found = everything(form, with_private=True)
    assert SECRET in found
    assert "private" in found


@pytest.mark.parametrize("form", OF_ONE_PARTNER[:3])
@pytest.mark.parametrize("with_private", [False, True])
def test_a_hand_out_has_nothing_private_even_when_it_is_asked_for(form: Form, with_private: bool) -> None:
    found = everything(form, partner="r", with_private=with_private)
    assert SECRET not in found
    assert COVERED not in found


def test_the_past_is_not_told_of_what_is_private_now() -> None:
    now = session()
    then = replace(now, items={key: replace(item, private=False, covered=False) for key, item in now.items.items()})
    meeting = Meeting(id="e", kind="first", opened=NOW)
    found = export(now, Wish(form="md", before=(meeting, then))).decode()
    assert "Since first meeting" in found
    assert SECRET not in found
    assert COVERED not in found


def test_the_sums_of_a_report_are_those_of_the_board() -> None:
    report = everything("md")
    assert "| De Regenboog | 9 | 7 | +2 |" in report
    assert "private items are counted here and not listed" in report
    assert "2 items are not revealed yet" in report
