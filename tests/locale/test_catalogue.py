"""The catalogue check finds what would leave a Dutch reader with English, or with a broken sentence."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest
from babel.messages.pofile import write_po

from mgtui.locale import catalogue

CODE = '''
from mgtui.locale import N_, _, ngettext, pgettext
LATER = N_("later")
def shown(n: int) -> list[str]:
    """Texts."""
    return [_("{name} takes"), ngettext("one wish", "{n} wishes", n), pgettext("verb", "open")]
'''
DUTCH: dict[str, str | tuple[str, ...]] = {
    "later": "later (nl)",
    "{name} takes": "{name} haalt",
    "open": "openen",
    "one wish": ("één wens", "{n} wensen"),
}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package whose code marks four texts."""
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / "shown.py").write_text(CODE)
    return folder


@pytest.fixture
def source(tmp_path: Path, package: Path) -> Path:
    """A catalogue that translates all of them, compiled."""
    source = tmp_path / "nl" / "mgtui.po"
    translated = catalogue.DutchCatalogue()
    for message in catalogue.extracted(package):
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[0]
            translated.add(message.id, DUTCH[key], context=message.context)
    source.parent.mkdir()
    with source.open("wb") as file:
        write_po(file, translated, sort_output=True, width=0)
    catalogue.compile_beside(source)
    return source


def found(package: Path, source: Path) -> list[str]:
    return list(catalogue.problems(package, source))


def change(source: Path, old: str, new: str) -> None:
    text = source.read_text()
    assert old in text
    source.write_text(text.replace(old, new))
    catalogue.compile_beside(source)


def test_a_whole_catalogue_has_no_problem(package: Path, source: Path) -> None:
    assert found(package, source) == []


def test_the_dutch_of_mgtui_is_whole() -> None:
    assert "\n".join(found(catalogue.PACKAGE, catalogue.SOURCE)) == ""


def test_a_text_that_is_not_in_the_catalogue_is_missing(package: Path, source: Path) -> None:
    (package / "more.py").write_text('from mgtui.locale import _\n_("something new")\n')
    assert found(package, source) == ["missing in nl: 'something new' (run `python -m mgtui.locale.catalogue update`)"]


def test_a_text_inside_an_f_string_counts_too(package: Path, source: Path) -> None:
    (package / "more.py").write_text("from mgtui.locale import _\nf\"{_('new')}: {1}\"\nf\"{_('a')!s:>4}\"\n")
    assert [each.split(" (")[0] for each in found(package, source)] == ["missing in nl: 'a'", "missing in nl: 'new'"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"{name} haalt"', '"{naam} haalt"', "other placeholders in nl: '{name} takes' → '{naam} haalt'"),
        ('"{n} wensen"', '"wensen"', "other placeholders in nl: '{n} wishes' → 'wensen'"),
        ('"openen"', '""', "untranslated in nl: 'open'"),
        ('"één wens"', '""', "untranslated in nl: 'one wish'"),
        ('msgid "later"', '#, fuzzy\nmsgid "later"', "fuzzy in nl: 'later'"),
    ],
)
def test_a_flaw_in_a_translation_is_told(package: Path, source: Path, old: str, new: str, problem: str) -> None:
    change(source, old, new)
    assert found(package, source) == [problem]


def test_a_translation_that_was_not_compiled_is_stale(package: Path, source: Path) -> None:
    source.write_text(source.read_text().replace("haalt", "neemt"))
    assert found(package, source) == ["mgtui.mo is stale (run `python -m mgtui.locale.catalogue compile`)"]


def test_an_update_keeps_translations_and_adds_what_is_new(package: Path, source: Path) -> None:
    before = source.read_text()
    catalogue.update(package, source)
    assert source.read_text() == before
    (package / "more.py").write_text('from mgtui.locale import _\n_("anew")\n')
    catalogue.update(package, source)
    added = [line for line in source.read_text().splitlines() if line not in before.splitlines()]
    assert added == ['msgid "anew"']
    assert "{name} haalt" in source.read_text()


def test_only_pruning_drops_what_nobody_says(package: Path, source: Path) -> None:
    (package / "shown.py").write_text('from mgtui.locale import _\n_("later")\n')
    catalogue.update(package, source)
    assert "{name} haalt" in source.read_text()
    assert "nobody says: '{name} takes' (run `python -m mgtui.locale.catalogue prune`)" in found(package, source)
    catalogue.update(package, source, prune=True)
    catalogue.compile_beside(source)
    assert "{name} haalt" not in source.read_text()
    assert found(package, source) == []


def test_an_update_leaves_no_scrap_beside_the_catalogue(package: Path, source: Path) -> None:
    catalogue.update(package, source)
    assert sorted(path.name for path in source.parent.iterdir()) == ["mgtui.mo", "mgtui.po"]


def test_the_compiled_catalogue_speaks(source: Path) -> None:
    with source.with_suffix(".mo").open("rb") as compiled:
        dutch = gettext.GNUTranslations(compiled)
    assert dutch.ngettext("one wish", "{n} wishes", 3) == "{n} wensen"
    assert dutch.pgettext("verb", "open") == "openen"
