"""No file, however made, is read as something it is not; every problem is told with its place."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from mgtui.store.decoding import decode
from mgtui.store.errors import Missing, NotARegularFile, NotASession, StoreError, SymbolicLink, TooLarge
from mgtui.store.layout import lay_out
from mgtui.store.opening import read_regular
from mgtui.store.scanning import DEEPEST
from mgtui.store.storage import SessionStorage

HERE = Path("werving.json")


def problems(data: bytes) -> list[tuple[str, str, int, int]]:
    with pytest.raises(NotASession) as refused:
        decode(data, HERE)
    return [(each.code, each.place, each.line, each.column) for each in refused.value.problems]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", ("empty", "", 0, 0)),
        (b" \n\t", ("empty", "", 0, 0)),
        (b"\0" * 4096, ("not_json", "", 1, 1)),
        (b'{"items": {', ("not_json", "", 1, 12)),
        (b'{"items": {}}\n{"items": {}}', ("not_json", "", 2, 1)),
        (b'{"items": {}} <<<<<<< HEAD', ("not_json", "", 1, 15)),
        (b'{"items": {"1": {"a": "\x01"}}}', ("not_json", "", 1, 24)),
        ('{"items": {"1": {"a": "é'.encode() + b'\xff"}}}', ("not_utf8", "", 1, 25)),
        (b'{\n"a": "\xed\xa0\x80"}', ("not_utf8", "", 2, 7)),
        ('{"a": {}}'.encode("utf-16"), ("not_utf8", "", 1, 1)),
        (b'{"items": {\n "1": {"a": 1, "a": 2}}}', ("duplicate_key", "items/1/a", 2, 16)),
        (b'{"items": {"1": {}, "1": {}}}', ("duplicate_key", "items/1", 1, 21)),
        (b'{"a": {}, "\\u0061": {}}', ("duplicate_key", "a", 1, 11)),
        (b'{"items": {"1": {"w": NaN}}}', ("not_a_number", "items/1/w", 1, 23)),
        (b'{"items": {"1": {"w": [0, -Infinity]}}}', ("not_a_number", "items/1/w/1", 1, 27)),
        (b'{"items": {"1": {"w": 1e999}}}', ("number_too_large", "items/1/w", 1, 23)),
        (b'{"items": {"1": {"w": 18446744073709551616}}}', ("number_too_large", "items/1/w", 1, 23)),
        (b'{"items": {"1": {"w": -' + b"9" * 5000 + b"}}}", ("number_too_large", "items/1/w", 1, 23)),
        (b'{"items": {"1": {"t": "a\\ud800b"}}}', ("lone_surrogate", "items/1/t", 1, 23)),
        (b'{"items": {"1": {"\\udc00": 1}}}', ("lone_surrogate", "items/1/\N{REPLACEMENT CHARACTER}", 1, 18)),
        (b"[]", ("not_tables", "", 0, 0)),
        (b'"items"', ("not_tables", "", 0, 0)),
        (b'{"items": []}', ("not_a_table", "items", 0, 0)),
        (b'{"items": {"1": 3}}', ("not_a_record", "items/1", 0, 0)),
    ],
)
def test_a_problem_is_told_with_its_place(data: bytes, problem: tuple[str, str, int, int]) -> None:
    assert problems(data) == [problem]


def test_every_problem_is_listed_not_only_the_first() -> None:
    data = b'{"items": {"1": {"a": NaN, "b": "\\ud800", "a": 1e400}, "1": {}}}'
    assert [code for code, *_ in problems(data)] == [
        "not_a_number",
        "lone_surrogate",
        "duplicate_key",
        "number_too_large",
        "duplicate_key",
    ]


def test_a_hundred_problems_are_enough() -> None:
    assert len(problems(b'{"a": {"1": {"x": [' + b"NaN," * 5000 + b"1]}}}")) == 100


@pytest.mark.parametrize("bracket", [b"[", b'{"a":'])
@pytest.mark.timeout(20)  # a hang, not a speed: looking at each level again would take hours
def test_a_bottomless_file_is_refused_without_a_hang(bracket: bytes) -> None:
    assert [code for code, *_ in problems(bracket * 500_000)] == ["too_deep"]


def test_nesting_is_allowed_just_as_deep_as_is_said() -> None:
    inner = DEEPEST - 3
    deepest = b'{"a": {"1": {"x": ' + b"[" * inner + b"]" * inner + b"}}}"
    assert decode(deepest, HERE)["a"]["1"]
    deeper = deepest.replace(b"[]", b"[[]]")
    assert [code for code, *_ in problems(deeper)] == ["too_deep"]


def test_a_whole_pair_of_surrogates_is_a_character() -> None:
    assert (
        decode(b'{"a": {"1": {"t": "\\ud83d\\ude00 \\\\ud800"}}}', HERE)["a"]["1"]["t"] == "\N{GRINNING FACE} \\ud800"
    )


def test_a_byte_order_mark_is_let_pass() -> None:
    assert decode(b'\xef\xbb\xbf{"a": {}}', HERE) == {"a": {}}


def test_the_extremes_of_what_is_allowed_come_back_as_they_were() -> None:
    tables = {"a": {"1": {"n": [2**64 - 1, -(2**63), 0.1, -0.0, 1e308], "t": "\0\x7f\u2028\u202e\ufeff"}}, "b": {}}
    assert decode(lay_out(tables), HERE) == tables


def test_a_folder_a_pipe_a_socket_and_a_device_are_no_sessions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        for kind in ("folder", "pipe", "socket"):
            with pytest.raises(NotARegularFile) as refused:
                read_regular(tmp_path / kind)
            assert refused.value.details["kind"] == kind
    with pytest.raises(NotARegularFile):
        read_regular(Path("/dev/zero"))


def test_a_file_over_the_limit_is_refused_without_reading_it(tmp_path: Path) -> None:
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(TooLarge):
        read_regular(huge)


def test_a_link_that_leads_nowhere_or_to_itself_is_told(tmp_path: Path) -> None:
    loop = tmp_path / "loop.json"
    loop.symlink_to("loop.json")
    nowhere = tmp_path / "nowhere.json"
    nowhere.symlink_to("gone.json")
    with pytest.raises(StoreError):
        SessionStorage(loop, "r").read()
    with pytest.raises(Missing):
        SessionStorage(nowhere, "r")
    with pytest.raises(SymbolicLink):
        read_regular(loop)
