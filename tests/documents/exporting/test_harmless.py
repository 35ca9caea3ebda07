"""What people write goes through every form letter for letter, and no program takes it for anything but text."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from html.parser import HTMLParser

import pytest

from mgtui import locale
from mgtui.documents.exporting.forms import FORMS, Form, Wish, export
from mgtui.documents.formula_guard import guarded, unguarded
from tests.documents.exporting.tables import HARMFUL, HARMLESS, large, table


class Page(HTMLParser):
    """The text of a page, with its tags and their attributes."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        """All text of the page with single spaces."""
        return " ".join("".join(self.words).split())


def exported(form: Form) -> str:
    """The hostile table in `form`; of a workbook its texts."""
    data = export(table((*HARMLESS, *HARMFUL)), Wish(form=form))
    if form != "xlsx":
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return "".join(ET.fromstring(book.read("xl/sharedStrings.xml")).itertext())


@pytest.mark.parametrize("form", FORMS)
def test_no_form_passes_on_what_a_terminal_obeys(form: Form) -> None:
    found = re.findall("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", exported(form))
    assert not found


def test_a_page_shows_every_text_and_runs_none() -> None:
    page = Page(exported("html"))
    assert not page.open
    for text in HARMLESS:
        assert " ".join(text.split()) in page.text
    tags = {tag for tag, _ in page.tags}
    assert tags.isdisjoint({"script", "iframe", "object", "embed", "link", "img", "form", "base"})
    named = [(name, value or "") for _, attributes in page.tags for name, value in attributes.items()]
    assert not [name for name, _ in named if name.startswith("on")]
    assert not [value for name, value in named if name in ("src", "href") and not value.startswith("#")]


def test_a_page_fetches_nothing() -> None:
    source = exported("html")
    own = re.sub(r'xmlns="http://www\.w3\.org/2000/svg"', "", source)
    assert re.findall(r"(?:url\(|src=|@import)[^)]{0,20}", own) == re.findall(r"url\(#mg-[^)]{0,20}", own)
    assert "default-src 'none'" in source


def test_a_picture_is_xml_that_holds_every_text() -> None:
    root = ET.fromstring(exported("svg"))
    assert {element.tag.partition("}")[2] for element in root.iter()}.isdisjoint(
        {"script", "foreignObject", "image", "a"}
    )
    shown = "".join("".join(root.itertext()).split())
    for text in HARMLESS[:12]:
        assert "".join(text.split()) in shown


@pytest.mark.parametrize("form", ["html", "svg"])
def test_ids_are_unique(form: Form) -> None:
    found = re.findall(r'\bid="([^"]*)"', export(large(60), Wish(form=form)).decode())
    assert found
    assert len(found) == len(set(found))


def test_data_holds_every_text_as_it_was_typed() -> None:
    data = json.loads(exported("json"))
    assert [item["text"] for item in sorted(data["items"], key=lambda item: int(item["id"][1:]))] == [
        *HARMLESS,
        *HARMFUL,
    ]


@pytest.mark.parametrize("language", locale.LANGUAGES)
def test_no_cell_of_a_list_begins_like_a_formula(language: locale.Language) -> None:
    locale.use(language)
    text = exported("csv")
    assert text.startswith("\ufeffpartner" + (";" if language == "nl" else ","))
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if language == "nl" else ","))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if re.match(r"\s*[=+@\t\r]|\s*-(?![\d.,]+\Z)", cell)]


@pytest.mark.parametrize("text", [*HARMLESS, "''", "'", "", " =1", "'s avonds", "''=x"])
def test_a_guarded_cell_gives_its_text_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_a_guard_is_seen_only_where_it_is_needed() -> None:
    assert guarded("'s avonds") == "'s avonds"
    assert guarded("=1+1") == "'=1+1"


def test_a_workbook_calculates_no_text() -> None:
    data = export(table(), Wish(form="xlsx"))
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheets = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        styles = book.read("xl/styles.xml").decode()
    formulas = [formula for sheet in sheets for formula in re.findall("<f>(.*?)</f>", sheet)]
    assert formulas
    assert not [formula for formula in formulas if "1+1" in formula or "SOM(A1)" in formula]
    assert 'quotePrefix="1"' in styles
    assert not [sheet for sheet in sheets if "<hyperlink" in sheet]


@pytest.mark.parametrize("form", ["md", "txt"])
def test_a_report_has_no_markup_of_its_writers(form: Form) -> None:
    text = exported(form)
    assert "<script>" not in text if form == "md" else "<script>" in text
    if form == "md":
        assert "[een](http" not in text
        assert text.count("<!-- mgtui: end of board -->") == 1
