"""The board reads as well as it looks: all of it in order, in both languages, and nothing private."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from mgtui.documents.board_text import board_as_text
from mgtui.domain.scale import amounts
from mgtui.domain.session import Item, Partner, Session
from mgtui.locale import use, wording
from tests.documents.table import schools

DUTCH = """\
Scholen werven samen
Ambitie: alle drie de scholen open in 2030
Schaal: punten, 1–5

Samen: ▼ niet duurzaam
  De Linde brengt 2 meer dan het haalt
Is de ambitie realistisch? nog niet realistisch; 1 van 2 middelen gedekt
  niemand brengt “ruimte”
  Het Kompas twijfelt
  De Linde heeft nog niet gezegd of de bereidheid er is
Stakeholders: ☑ 2/5 verteld  ! 1 bezwaar

Partner 1 van 3: De Regenboog
Balans: ▲ +5, haalt meer dan het brengt
Haalt: 9
  - grotere instroom leerlingen: 5
  - continuïteit van de school: 4
Brengt: 4
  - eigen werving aanpassen: 4
Stakeholders: ☑ 2/5 verteld  ! 1 bezwaar

Partner 2 van 3: Het Kompas
Balans: ◆ −5…+1, nog niet te zeggen
  1 item heeft nog geen gewicht
  het hangt af van “rust in de regio”
Haalt: 4–6
  - behoud van de bovenbouw: 4
  - rust in de regio: 2, onzeker
Brengt: 5–9
  - wervingsbudget: 4
  - 1 item privé, wel meegerekend
Stakeholders: ☐ nog geen stakeholders

Partner 3 van 3: De Linde
Balans: ▼ −2, haalt niet meer dan het brengt
  brengt 2 meer dan het haalt
Haalt: 3
  - kennis over werving: 3
Brengt: 5
  - deel van de autonomie: 5
Stakeholders: ☐ nog geen stakeholders

Wensen die niemand brengt:
  - De Regenboog: continuïteit van de school
  - Het Kompas: behoud van de bovenbouw
  - Het Kompas: rust in de regio
  - De Linde: kennis over werving

Giften die niemand haalt:
  - De Regenboog: eigen werving aanpassen
  - Het Kompas: 1 item privé
  - De Linde: deel van de autonomie
"""


def test_the_whole_board_is_told_in_reading_order() -> None:
    use("nl")
    assert board_as_text(schools()) == DUTCH


def test_english_says_the_same() -> None:
    lines = board_as_text(schools()).splitlines()
    assert "Together: ▼ not sustainable" in lines
    assert "Balance: ▼ −2, takes no more than it brings" in lines
    assert "  - 1 private item, counted in" in lines


def test_what_is_private_is_told_when_asked_for() -> None:
    assert "een geheim" not in board_as_text(schools())
    assert "een geheim: no weight yet, private" in board_as_text(schools(), with_private=True)


def test_what_is_covered_is_never_told() -> None:
    session = schools()
    covered = msgspec.structs.replace(session.items["lt1"], covered=True)
    shown = board_as_text(msgspec.structs.replace(session, items={**session.items, "lt1": covered}), with_private=True)
    assert "kennis over werving" not in shown
    assert "1 covered item, not counted in yet" in shown


def test_an_empty_session_is_told_too() -> None:
    lines = board_as_text(Session(id="s")).splitlines()
    assert lines[0] == "Untitled session"
    assert "  no partners yet" in lines


def test_amounts_have_their_unit_and_the_alternative_is_told() -> None:
    use("nl")
    partner = Partner(id="a", name="Gemeente", reserve=Decimal("1250.5"), alternative="zelf bouwen")
    one = Item(id="i", partner="a", direction="take", text="grond", weight=Decimal(3000))
    session = Session(id="s", scale=amounts("euro"), partners={"a": partner}, items={"i": one})
    lines = board_as_text(session).splitlines()
    assert "  - grond: 3.000 euro" in lines
    assert "Haalt: 3.000 euro" in lines
    assert "Zonder deze samenwerking: 1.250,5 euro (zelf bouwen)" in lines


def test_in_ascii_signs_are_plain() -> None:
    shown = wording.in_ascii(board_as_text(schools(), signs=wording.ASCII))
    assert [each for each in shown if not each.isascii()] == ["ï", "ï"]


def test_hostile_words_do_nothing() -> None:
    session = Session(
        id="s",
        title="\x1b]0;pwned\x07 een\ntwee",
        partners={"a": Partner(id="a", name="A\u202eB")},
        items={"i": Item(id="i", partner="a", direction="take", text="x\r\ny\x9b2J")},
    )
    shown = board_as_text(session)
    assert not {"\x1b", "\x07", "\u202e", "\r", "\x9b"} & set(shown)
    assert shown.splitlines()[0] == "␛]0;pwned␇ een twee"
