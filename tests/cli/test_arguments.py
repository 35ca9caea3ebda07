"""The command line is understood or told what is wrong, in the language asked for, with the promised exit codes."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path

import pytest

import mgtui
from mgtui.cli import arguments, entry, host_arguments, parsing
from mgtui.cli.entry import main
from mgtui.domain.people import ROLES
from mgtui.locale import use
from tests.cli.running import run


@pytest.mark.parametrize("line", [["--version"], ["show", "--version"], ["--lang", "nl", "--version"]])
def test_the_version_is_told_wherever_it_is_asked_for(line: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(line) == 0
    assert capsys.readouterr().out == f"mgtui {mgtui.__version__}\n"


@pytest.mark.parametrize("command", [[], *([name] for name in arguments.COMMANDS)])
@pytest.mark.parametrize(("language", "codes"), [("en", "exit codes:"), ("nl", "exitcodes:")])
def test_help_documents_every_exit_code(
    command: list[str], language: str, codes: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--help", "--lang", language]) == 0
    out, err = capsys.readouterr()
    assert [line for line in out.splitlines() if line == codes]
    assert [line[:3] for line in out.split(codes)[1].splitlines()[1:]] == ["  0", "  1", "  2", "  3", "  4"]
    assert err == ""


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    listed = {line.split()[0] for line in capsys.readouterr().out.splitlines() if line.startswith("    ")}
    assert set(arguments.COMMANDS) <= listed


def test_every_command_can_be_done() -> None:
    assert {name for name in entry._MODULES if name} == set(arguments.COMMANDS)
    assert all(import_module(f"mgtui.cli.commands.{module}").run for module in entry._MODULES.values())


def test_the_roles_are_those_of_the_domain() -> None:
    assert host_arguments.ROLES == ROLES


def test_one_command_is_made_ready_as_it_is_among_all() -> None:
    line = ["--lang", "nl", "balance", "a.json", "--json"]
    assert arguments.parser(line).parse_args(line) == arguments.parser().parse_args(line)


@pytest.mark.parametrize(
    "line",
    [
        ["fly"],
        ["--fly"],
        ["show"],
        ["show", "a.json", "b.json"],
        ["show", "a.json", "--fly"],
        ["balance", "a.json", "--json=3"],
        ["check"],
        ["new", "a.json"],
        ["new", "a.json", "--title"],
        ["open", "a.json", "--role", "king"],
        ["import", "a.json"],
        ["--lang", "fr", "show", "a.json"],
        ["show", "a.json", "--lang"],
    ],
)
def test_wrong_usage_ends_with_2_and_says_where_help_is(line: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(line) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("mgtui: ")
    assert "usage: mgtui" in err
    assert "--help" in err


@pytest.mark.parametrize(
    "line",
    [
        ["--lang", "nl", "show", "a.json", "--vlieg"],
        ["show", "--lang", "nl", "a.json", "--vlieg"],
        ["show", "a.json", "--vlieg", "--lang=nl"],
    ],
)
def test_an_unknown_option_is_told_in_the_language_asked_for(
    line: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(line) == 2
    err = capsys.readouterr().err
    assert "onbekende argumenten: --vlieg" in err
    assert "gebruik: mgtui" in err


@pytest.mark.parametrize(
    ("environ", "setting", "word"),
    [
        ({}, "", "usage"),
        ({"LANG": "nl_NL.UTF-8"}, "", "gebruik"),
        ({"LANG": "nl_BE.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "", "usage"),
        ({}, 'language = "nl"', "gebruik"),
        ({"LANG": "nl_NL.UTF-8"}, 'language = "en"', "usage"),
        ({}, 'language = "klingon"', "usage"),
    ],
)
def test_the_language_is_that_of_the_setting_else_of_the_locale(
    environ: dict[str, str], setting: str, word: str, home: Path
) -> None:
    if setting:
        (home / "config").mkdir()
        (home / "config" / "settings.toml").write_text(setting)
    assert f"{word}: mgtui" in run("fly", environ=environ).err


def test_what_argparse_says_is_in_our_catalogue() -> None:
    use("nl")
    for text in parsing.ARGUMENT_PARSER_TEXTS:
        translated = vars(argparse)["_"](text)
        assert translated != text or text.startswith("argument ")


@pytest.mark.parametrize("command", [[], ["open", "a.json"], ["demo"]])
def test_screens_need_a_terminal(command: list[str]) -> None:
    ended = run(*command)
    assert ended.code == 2
    assert ended.out == ""
    assert "terminal" in ended.err
    assert "mgtui show" in ended.err


@pytest.mark.parametrize("port", ["x", "65536", "-1", "8_022", "٣"])
def test_what_is_no_port_is_told_in_the_persons_language(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["host", "a.json", f"--port={port}", "--lang", "nl"]) == 2
    assert f"“{port}” is geen poort. Geef een getal van 0 tot en met 65535." in capsys.readouterr().err
