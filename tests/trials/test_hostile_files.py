"""No session file, list or settings file, however made, does more than be refused or be shown as harmless text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mgtui.documents.exporting.forms import FORMS
from tests.trials import hostile_data
from tests.trials.hostile_data import OBEYED, OFTEN, TEXTS, bent
from tests.trials.judging import assert_harmless, run

ROOT: Final = Path(__file__).parents[2]
SAMPLES: Final = [path.read_bytes() for path in sorted((ROOT / "sample_sessions").glob("*.json"))]
SMALLEST: Final = min(SAMPLES, key=len)

READERS: Final = (
    ("check",),
    ("check", "--json"),
    ("show", "--with-private"),
    ("balance",),
    ("balance", "--json"),
    ("history",),
    ("history", "--json"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all the files; each takes the place of the one before."""
    return tmp_path_factory.mktemp("hostile")


def try_everything(path: Path) -> None:
    """Read, report and export the file at `path`; what can be exported is harmless too."""
    for words in READERS:
        run(words[0], str(path), *words[1:])
    for form in FORMS:
        out = path.with_suffix(f".{form}.out")
        code, _ = run("export", str(path), "--to", form, "-o", str(out), "--with-private")
        if code == 0 and form != "xlsx":
            assert_harmless(out.read_bytes().decode("utf-8-sig"))
        out.unlink(missing_ok=True)


@OFTEN
@given(data=hostile_data.sessions())
def test_a_session_file_with_hostile_fields_harms_nothing(folder: Path, data: bytes) -> None:
    path = folder / "a.json"
    path.write_bytes(data)
    try_everything(path)


@OFTEN
@given(data=bent(st.just(SMALLEST)) | st.binary(max_size=60), words=st.sampled_from(READERS))
def test_a_session_file_that_is_damaged_harms_nothing(folder: Path, data: bytes, words: tuple[str, ...]) -> None:
    path = folder / "b.json"
    path.write_bytes(data)
    run(words[0], str(path), *words[1:])


@pytest.mark.parametrize("name", ["\x1b]0;x\x07.json", "a\u202egnp.json", "\x9b31m.json", "new\nline.json"])
def test_a_session_file_with_a_hostile_name_harms_nothing(folder: Path, name: str) -> None:
    path = folder / name
    path.write_bytes(SMALLEST)
    try_everything(path)
    path.write_bytes(b"{")
    run("check", str(path))
    run("open", str(path))
    run("restore", str(path), "--list")
    path.unlink()


COLUMNS: Final = ["partner", "direction", "text", "weight", "certainty", "kind", "reserve", "", "onbekend"]
CELLS: Final = TEXTS | st.sampled_from(["halen", "take", "bring", "zeker", "3", "3,5", "1e9", "De Linde", "money"])


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """A list with cells of all kinds."""
    separator = draw(st.sampled_from([",", ";", "\t"]))
    header = draw(st.lists(st.sampled_from(COLUMNS), min_size=1, max_size=6))
    rows = draw(st.lists(st.lists(CELLS, max_size=7), max_size=6))
    quote = draw(st.sampled_from(['"', ""]))
    lines = [separator.join(header), *(separator.join(f"{quote}{cell}{quote}" for cell in row) for row in rows)]
    return draw(st.sampled_from(["\n", "\r\n", "\r"])).join(lines).encode()


LINES: Final = st.sampled_from(
    [
        "# {}",
        "## {}",
        "### Halen",
        "### Bringen",
        "- {} (4)",
        "- {} (?, onzeker)",
        "  - {}",
        "* {}",
        "| {} |",
        "```",
        "> {}",
        "{}",
        "",
    ]
)
OUTLINES: Final = st.lists(st.builds(lambda line, text: line.replace("{}", text), LINES, TEXTS), max_size=9).map(
    lambda lines: "\n".join(lines).encode()
)


@contextmanager
def fresh(path: Path) -> Iterator[None]:
    """A session to take a list into."""
    path.unlink(missing_ok=True)
    assert run("new", str(path), "--title", "Werving")[0] == 0
    yield


@OFTEN
@given(
    source=st.tuples(st.just("csv"), tables() | bent(tables()))
    | st.tuples(st.just("md"), OUTLINES | bent(OUTLINES))
    | st.tuples(st.just("json"), bent(st.just(SMALLEST)) | hostile_data.sessions())
)
def test_a_hostile_list_to_take_in_harms_nothing(folder: Path, source: tuple[str, bytes]) -> None:
    path, given_list = folder / "c.json", folder / f"list.{source[0]}"
    given_list.write_bytes(source[1])
    with fresh(path):
        code, _ = run("import", str(path), "--from", str(given_list))
        run("show", str(path))
        assert run("check", str(path))[0] == 0, code


@st.composite
def preferences(draw: st.DrawFn) -> bytes:
    """A settings file with wrong values in it."""
    names = ["language", "theme", "vim_keys", "bell", "name", "ascii", "sessions", "onbekend", "keys"]
    values = ['"nl"', '"{}"', "true", "9", "[]", "1e999", "nan", '["{}"]', "1979-05-27", "{{x = 1}}"]
    lines = []
    for name in draw(st.lists(st.sampled_from(names), max_size=5)):
        text = draw(TEXTS).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        lines.append(f"{name} = {draw(st.sampled_from(values)).format(text)}")
    if draw(st.booleans()):
        lines += ["[keys]", f'"item.new" = {draw(st.sampled_from(values)).format("ctrl+z")}']
    return "\n".join(lines).encode()


@OFTEN
@given(data=preferences() | bent(preferences()))
def test_a_hostile_settings_file_harms_nothing(folder: Path, home: Path, data: bytes) -> None:
    place = home / "config" / "settings.toml"
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(data)
    run("info")
    run("check", str(ROOT / "sample_sessions" / "scholen.json"))


@pytest.mark.parametrize("text", OBEYED)
def test_hostile_words_on_the_command_line_harm_nothing(folder: Path, text: str) -> None:
    path = folder / "d.json"
    text = text.replace("\0", "")  # the system allows none in a word
    with fresh(path):
        for words in (
            ["export", str(path), "--to", "md", "--partner", text],
            ["history", str(path), "--since", text],
            ["show", text[:200]],
            ["new", str(folder / "e.json"), "--title", text, "--partner", text],
            ["show", str(folder / "e.json")],
            [text[:200]],
            ["open", str(path), "--role", text[:200]],
        ):
            run(*words)
    (folder / "e.json").unlink(missing_ok=True)
