"""What is wrong in a session file is told with its place, in words and as data."""

from __future__ import annotations

from msgspec import Struct

from mgtui.documents.check_report import CheckedFile, check_as_data, check_as_text
from mgtui.locale import use


class Wrong(Struct, frozen=True):
    """A problem as the store tells it."""

    code: str
    place: str = ""
    level: str = "fatal"
    line: int = 0
    column: int = 0
    details: dict[str, str] = {}


SOUND = CheckedFile(file="a.json")
BROKEN = CheckedFile(
    file="b\x1b.json",
    problems=[
        Wrong("duplicate_key", "items/1/a", line=2, column=16),
        Wrong("off_scale", "items/3/weight", details={"weight": "9"}),
        Wrong("empty"),
    ],
)
GONE = CheckedFile(file="c.json", trouble="is not there.")


def test_every_problem_is_a_line_with_its_place() -> None:
    use("nl")
    assert check_as_text([SOUND, BROKEN, GONE]).splitlines() == [
        "a.json: in orde",
        "b␛.json: 3 problemen",
        "  items/1/a regel 2, kolom 16: deze sleutel staat hier twee keer",
        "  items/3/weight: gewicht 9 ligt niet op de schaal van deze sessie",
        "  het bestand is leeg",
        "c.json: is not there.",
    ]


def test_the_data_say_the_same() -> None:
    data = check_as_data([SOUND, BROKEN, GONE])
    assert data["sound"] is False
    assert [file["sound"] for file in data["files"]] == [True, False, False]
    assert data["files"][1]["problems"][0] == {
        "code": "duplicate_key",
        "level": "fatal",
        "place": "items/1/a",
        "line": 2,
        "column": 16,
        "message": "this key is here twice",
    }
    assert data["files"][2]["trouble"] == "is not there."
    assert check_as_data([SOUND])["sound"] is True


def test_a_note_is_told_without_making_a_file_unsound() -> None:
    noted = CheckedFile(file="a.json", notes=["a copy lies beside it"])
    assert noted.is_sound
    assert check_as_text([noted]) == "a.json: sound\n  a copy lies beside it\n"
