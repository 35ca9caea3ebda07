"""The page in a real browser: valid, without errors, nothing fetched, and good on paper."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from mgtui import locale
from mgtui.documents.exporting.forms import Wish, export
from mgtui.locale import Language
from tests.documents.exporting.programs import browser, needed, run
from tests.documents.exporting.tables import HARMLESS, table
from tests.documents.exporting.test_harmless import Page
from tests.documents.table import schools

pytestmark = pytest.mark.xdist_group("browser")


def page(folder: Path, partner: str = "") -> Path:
    """The hostile table as a page."""
    path = folder / "verslag.html"
    session = schools() if partner else table()
    path.write_bytes(export(session, Wish(form="html", partner=partner)))
    return path


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("partner", ["", "r"])
def test_a_validator_finds_nothing_wrong(tmp_path: Path, language: Language, partner: str) -> None:
    locale.use(language)
    tidy = needed("tidy")
    done = subprocess.run(
        [tidy, "-quiet", "-errors", "-utf8", page(tmp_path, partner)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_browser_shows_every_text_and_runs_none(tmp_path: Path) -> None:
    seen = Page(browser("--dump-dom", page(tmp_path).as_uri()))
    for text in HARMLESS:
        assert " ".join(text.split()) in seen.text
    assert not [tag for tag, _ in seen.tags if tag == "script"]


def test_it_prints_on_a4_with_its_texts(tmp_path: Path) -> None:
    needed("pdftotext")
    paper = tmp_path / "verslag.pdf"
    path = tmp_path / "verslag.html"
    path.write_bytes(export(schools(), Wish(form="html")))
    browser("--no-pdf-header-footer", f"--print-to-pdf={paper}", path.as_uri())
    facts = run("pdfinfo", paper)
    assert "(A4)" in facts
    assert 1 <= int(facts.split("Pages:")[1].split()[0]) <= 4
    text = run("pdftotext", "-layout", paper, "-")
    for said in ("Scholen werven samen", "Does the deal hold?", "grotere instroom leerlingen", "De Linde"):
        assert said in text


def test_a_picture_is_drawn(tmp_path: Path) -> None:
    picture, drawn = tmp_path / "plaat.svg", tmp_path / "plaat.png"
    picture.write_bytes(export(schools(), Wish(form="svg")))
    browser("--window-size=960,900", f"--screenshot={drawn}", picture.as_uri())
    convert = needed("convert")
    for ink in ("#003f8c", "#7a2f00"):
        only = ("-fill", "black", "+opaque", ink, "-fill", "white", "-opaque", ink)
        assert int(run(convert, drawn, *only, "-format", "%[fx:int(w*h*mean)]", "info:")) > 1_000
