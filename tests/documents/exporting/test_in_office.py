"""LibreOffice opens the list and the workbook, and finds in each cell what the session holds and the board says."""

from __future__ import annotations

import csv
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from mgtui import locale
from mgtui.documents.exporting.forms import Wish, export
from mgtui.documents.formula_guard import guarded
from mgtui.domain.balance import balance
from mgtui.domain.interval import Interval
from mgtui.domain.session import Session
from mgtui.locale import Language
from tests.documents.exporting.programs import needed, office
from tests.documents.exporting.tables import HARMLESS, table
from tests.documents.table import schools

pytestmark = pytest.mark.xdist_group("office")

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

# Separator, quotes, UTF-8, from line 1, columns as they are, the language, quoted cells are text, every sheet.
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


class Cell:
    """A cell as LibreOffice keeps it."""

    def __init__(self, element: ET.Element) -> None:
        self.formula = element.get(f"{TABLE}formula")
        self.kind = element.get(f"{OFFICE}value-type", "")
        self.number = element.get(f"{OFFICE}value")
        self.text = "\n".join("".join(_words(each)) for each in element.findall(f"{TEXT}p"))


def _words(element: ET.Element) -> Iterator[str]:
    yield element.text or ""
    for each in element:
        if each.tag == f"{TEXT}s":
            yield " " * int(each.get(f"{TEXT}c", "1"))
        yield from _words(each)
        yield each.tail or ""


def cells(path: Path) -> list[list[Cell]]:
    """The rows of the first sheet of a flat document."""
    sheet = next(ET.parse(path).getroot().iter(f"{TABLE}table"))
    rows = []
    for row in sheet.iter(f"{TABLE}table-row"):
        found = []
        for each in row:
            if each.tag == f"{TABLE}table-cell":
                found += [Cell(each)] * min(int(each.get(f"{TABLE}number-columns-repeated", "1")), 20)
        rows.append(found)
    return rows


@pytest.mark.parametrize(("language", "opening"), [("nl", "59,34,76,1,,1043"), ("en", "44,34,76,1,,1033")])
def test_a_list_opens_right_in_both_languages(tmp_path: Path, language: Language, opening: str) -> None:
    needed("soffice", "libreoffice")
    locale.use(language)
    session = table()
    path = tmp_path / "lijst.csv"
    path.write_bytes(export(session, Wish(form="csv")))
    office(tmp_path, "fods", path, opening=f"Text - txt - csv (StarCalc):{opening}")
    header, *rows = cells(tmp_path / "lijst.fods")
    assert header[0].text == "partner"
    assert not [cell for row in rows for cell in row if cell.formula]
    items = [row for row in rows if row[2].text]
    assert {row[2].text for row in items} == set(map(guarded, HARMLESS))
    weights = {row[2].text: row[3] for row in items}
    for item in session.items.values():
        cell = weights[guarded(item.text)]
        assert (Decimal(cell.number) if cell.number else None) == item.weight


def workbook(session: Session, folder: Path) -> dict[str, list[list[str]]]:
    """The rows of every sheet of the workbook of `session`, as LibreOffice shows them after calculating."""
    needed("soffice", "libreoffice")
    path = folder / "boek.xlsx"
    path.write_bytes(export(session, Wish(form="xlsx")))
    office(folder, AS_CSV, path)
    found = {}
    for sheet in folder.glob("boek-*.csv"):
        with sheet.open(encoding="utf-8", newline="") as lines:
            found[sheet.stem.removeprefix("boek-")] = list(csv.reader(lines))
    return found


def shown(bound: Decimal | None, minus: str = "") -> str:
    """A bound as a sheet shows it."""
    return f"{minus}∞" if bound is None else format(bound.normalize(), "f")


def ends(of: Interval) -> list[str]:
    """Both ends as a sheet shows them."""
    return [shown(of.low, "−"), shown(of.high)]


@pytest.mark.parametrize("private", [False, True])
def test_a_workbook_calculates_what_the_board_says(tmp_path: Path, private: bool) -> None:
    session = schools()
    if not private:
        session = replace(session, items={key: replace(item, private=False) for key, item in session.items.items()})
    sheets = workbook(session, tmp_path)
    rows = {row[0]: row for row in sheets["Balance"]}
    for each in balance(session).partners:
        row = rows[each.partner.name]
        assert row[1:7] == [*ends(each.take), *ends(each.bring), *ends(each.margin)]
        live = [item.direction for item in session.items.values() if item.partner == each.partner.id]
        assert row[8:10] == [str(live.count("take")), str(live.count("bring"))]
    assert [rows[name][10][0] for name in ("De Regenboog", "Het Kompas", "De Linde")] == ["▲", "◆", "▼"]
    assert rows["Together"][10] == "▼ not sustainable"
    assert [row[6] for row in sheets["Exchange"] if row[0] == "Het Kompas" and row[6]] == ["1"]


def test_a_workbook_of_amounts_knows_that_there_is_no_most(tmp_path: Path) -> None:
    session = table()
    sheets = workbook(session, tmp_path)
    rows = sheets["Balance"][1:]
    for row, each in zip(rows, balance(session).partners, strict=False):
        assert row[1:7] == [*ends(each.take), *ends(each.bring), *ends(each.margin)]
        assert row[10].startswith({"gains": "▲", "loses": "▼", "open": "◆", "empty": "·"}[each.verdict])
    texts = {row[2] for row in sheets["Board"]}
    assert set(HARMLESS) <= texts
    assert set(sheets) == {"Balance", "Board", "Exchange", "Stakeholders", "Agreements"}


def test_a_changed_weight_changes_the_verdict_in_the_workbook(tmp_path: Path) -> None:
    session = schools()
    weighed = {**session.items, "lt1": replace(session.items["lt1"], weight=Decimal(5), certainty="uncertain")}
    rows = {row[0]: row for row in workbook(replace(session, items=weighed), tmp_path)["Balance"]}
    assert rows["De Linde"][5:7] == ["-5", "0"]
    assert rows["De Linde"][10].startswith("▼")
