"""Which language is spoken, and how a text gets into it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import write_po

from mgtui import locale
from mgtui.locale import N_, Language, _, choose, language, ngettext, pgettext, use
from mgtui.locale.catalogue import DutchCatalogue, compile_beside


@pytest.fixture
def dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Dutch catalogue with three known texts, in use."""
    source = tmp_path / "nl" / "LC_MESSAGES" / "mgtui.po"
    source.parent.mkdir(parents=True)
    catalogue = DutchCatalogue()
    catalogue.add("take", "halen")
    catalogue.add("open", "openen", context="verb")
    catalogue.add(("{n} wish", "{n} wishes"), ("{n} wens", "{n} wensen"))
    with source.open("wb") as file:
        write_po(file, catalogue)
    compile_beside(source)
    monkeypatch.setattr(locale, "FOLDER", str(tmp_path))
    locale._catalogue.cache_clear()
    use("nl")


@pytest.mark.parametrize(
    ("explicit", "setting", "environ", "expected"),
    [
        ("en", "nl", {"LANG": "nl_NL.UTF-8"}, "en"),
        (None, "nl", {"LANG": "en_GB.UTF-8"}, "nl"),
        (None, None, {"LANG": "nl_BE.UTF-8@euro"}, "nl"),
        (None, None, {"LANG": "nl"}, "nl"),
        (None, None, {"LC_ALL": "en_US.UTF-8", "LANG": "nl_NL.UTF-8"}, "en"),
        (None, None, {"LC_ALL": "", "LC_MESSAGES": "nl_NL.UTF-8", "LANG": "en_US.UTF-8"}, "nl"),
        (None, None, {"LANGUAGE": "nl:en", "LANG": "en_US.UTF-8"}, "nl"),
        (None, None, {"LANGUAGE": "fy:nl", "LANG": "de_DE.UTF-8"}, "nl"),
        (None, None, {"LANGUAGE": "nl", "LC_ALL": "C.UTF-8"}, "en"),
        (None, None, {"LANG": "de_DE.UTF-8"}, "en"),
        (None, None, {"LANG": "nlx_XX"}, "en"),
        (None, None, {}, "en"),
        (None, "klingon", {"LANG": "nl_NL"}, "nl"),
    ],
)
def test_what_is_said_outright_goes_before_the_setting_and_that_before_the_locale(
    explicit: str | None, setting: str | None, environ: dict[str, str], expected: Language
) -> None:
    assert choose(explicit, setting, environ) == expected


@pytest.mark.usefixtures("dutch")
def test_a_text_is_looked_up_when_it_is_shown() -> None:
    marked = N_("take")
    assert _(marked) == "halen"
    use("en")
    assert _(marked) == "take"
    assert language() == "en"


@pytest.mark.usefixtures("dutch")
def test_plurals_and_contexts_are_translated() -> None:
    assert [ngettext("{n} wish", "{n} wishes", n).format(n=n) for n in (1, 2)] == ["1 wens", "2 wensen"]
    assert pgettext("verb", "open") == "openen"
    assert pgettext("adjective", "open") == "open"


@pytest.mark.usefixtures("dutch")
def test_a_text_nobody_translated_shows_as_it_stands_and_an_empty_one_stays_empty() -> None:
    assert _("what was never translated") == "what was never translated"
    assert _("") == ""


def test_english_plurals_need_no_catalogue() -> None:
    assert [ngettext("wish", "wishes", n) for n in (0, 1, 2)] == ["wishes", "wish", "wishes"]


def test_speaking_a_language_loads_no_development_tool() -> None:
    program = (
        "import sys; from mgtui.locale import _, use, numbers, dates; use('nl'); _('x');"
        "print({'babel', 'tomlkit', 'textual', 'locale'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
