"""A comma-separated list is taken over whole, or every wrong row is told by its line and nothing is taken."""

from __future__ import annotations

import codecs
import contextlib
from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mgtui.documents.importing.plan import Plan, plan
from mgtui.documents.importing.problems import BadImport
from mgtui.documents.importing.reading import LARGEST
from mgtui.documents.importing.rows import MOST_ROWS
from mgtui.domain.changes import apply, parts
from mgtui.domain.grounding import ground
from mgtui.domain.scale import POINTS, Scale, amounts
from mgtui.domain.session import Partner, Session
from mgtui.locale import use

TABLE = Session(id="s", partners={"l": Partner(id="l", name="De Linde", order="5")})


def ids() -> Callable[[], str]:
    """Ids n1, n2 and so on."""
    numbers = count(1)
    return lambda: f"n{next(numbers)}"


def planned(text: str | bytes, session: Session = TABLE) -> Plan:
    data = text.encode() if isinstance(text, str) else text
    return plan(session, data, "csv", ids())


def taken(text: str | bytes, session: Session = TABLE) -> list[str]:
    """What the session holds after taking over `text`: a line for each partner with a reserve and each item."""
    after = apply(session, ground(session, planned(text, session).change))
    told = []
    for partner in after.partners_in_order:
        told.append(f"{partner.name} {partner.reserve}")
        for direction in ("take", "bring"):
            for item in after.column(partner.id, "take" if direction == "take" else "bring"):
                told.append(f"{direction} {item.text} {item.weight} {item.certainty} {item.kind}")
    return told


def wrong(text: str | bytes, session: Session = TABLE) -> list[tuple[int, str]]:
    with pytest.raises(BadImport) as refused:
        planned(text, session)
    assert all(str(problem) and "{" not in str(problem) for problem in refused.value.problems)
    return [(problem.line, problem.code) for problem in refused.value.problems]


FULL = """\
partner,direction,text,weight,certainty,kind,reserve
De Linde,halen,kennis over werving,3,zeker,kennis,
De Linde,brengen,deel van de autonomie,5,onzeker,autonomie,
Het Kompas,take,"rust, in de regio",,uncertain,continuity,
Het Kompas,bring,budget,4,firm,money,
Het Kompas,,,,,,2.5
"""


def test_every_column_is_understood_in_both_languages() -> None:
    assert taken(FULL) == [
        "De Linde 0",
        "take kennis over werving 3 firm knowledge",
        "bring deel van de autonomie 5 uncertain autonomy",
        "Het Kompas 2.5",
        "take rust, in de regio None uncertain continuity",
        "bring budget 4 firm money",
    ]
    found = planned(FULL)
    assert (found.partners, found.items, found.reserves) == (1, 4, 1)


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF8 + FULL.encode(),
        FULL.replace("\n", "\r\n"),
        FULL.replace("\n", "\r"),
        f"\n  \n{FULL}\n,,,,,,\n\n",
        FULL.replace("partner,direction", "Partner , DIRECTION "),
        FULL.rstrip("\n"),
    ],
)
def test_marks_line_ends_blank_rows_and_capitals_make_no_difference(data: str | bytes) -> None:
    assert taken(data) == taken(FULL)


def test_columns_may_come_in_any_order_and_number() -> None:
    assert taken("text,partner,direction\nrust,De Linde,halen\n") == ["De Linde 0", "take rust None firm other"]


def test_dutch_names_of_columns_are_understood() -> None:
    text = "partner;richting;tekst;gewicht;zekerheid;soort\nDe Linde;halen;rust;3;onzeker;geld\n"
    assert taken(text) == ["De Linde 0", "take rust 3 uncertain money"]


def test_a_partner_is_found_by_name_whatever_its_capitals_and_spaces() -> None:
    text = "partner,direction,text\n  de  LINDE ,halen,rust\nHet Kompas,halen,een\nHET KOMPAS,halen,twee\n"
    assert taken(text) == [
        "De Linde 0",
        "take rust None firm other",
        "Het Kompas 0",
        "take een None firm other",
        "take twee None firm other",
    ]


def test_a_row_with_partner_and_reserve_sets_the_reserve() -> None:
    assert taken("partner,reserve\nDe Linde,-2\n") == ["De Linde -2"]


def test_a_row_with_a_partner_alone_seats_it() -> None:
    assert taken("partner\nHet Kompas\n") == ["De Linde 0", "Het Kompas 0"]


@pytest.mark.parametrize(
    ("written", "weight"),
    [("2,5", "2.5"), ("2.5", "2.5"), ("1250", "1250"), ("1.250,5", "1250.5"), ("12,345", "12.345"), ("+3", "3")],
)
def test_a_decimal_comma_is_understood_between_semicolons(written: str, weight: str) -> None:
    text = f"partner;direction;text;weight\nDe Linde;halen;rust;{written}\n"
    assert taken(text, euro()) == ["De Linde 0", f"take rust {weight} firm other"]


def euro() -> Session:
    return Session(id="s", partners=TABLE.partners, scale=amounts("euro"))


@pytest.mark.parametrize("separator", [",", ";"])
def test_a_quoted_text_may_hold_anything(separator: str) -> None:
    text = f'partner{separator}direction{separator}text\nDe Linde{separator}halen{separator}"a, b; ""c""\nd"\n'
    assert taken(text) == ["De Linde 0", 'take a, b; "c"\nd None firm other']


def test_items_come_after_those_that_are_there_and_keep_their_order() -> None:
    text = "partner,direction,text\n" + "".join(f"De Linde,halen,{n}\n" for n in range(200))
    first = apply(TABLE, planned("partner,direction,text\nDe Linde,halen,eerst\n").change)
    numbers = count(100)
    after = apply(first, plan(first, text.encode(), "csv", lambda: f"m{next(numbers)}").change)
    assert [item.text for item in after.column("l", "take")] == ["eerst", *map(str, range(200))]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", [(0, "empty")]),
        (" \n\n", [(0, "empty")]),
        ("partner,text\n", [(0, "empty")]),
        ("De Linde,halen,rust\n", [(1, "no_header")]),
        ("\n\nDe Linde;halen\n", [(3, "no_header")]),
        ("partner,weigth,text\nDe Linde,3,rust\n", [(1, "unknown_column")]),
        ("partner,text,text\nDe Linde,a,b\n", [(1, "double_column")]),
        ("direction,text\nhalen,rust\n", [(1, "no_partner_column")]),
        ('partner,text\nDe Linde,"rust\n', [(2, "bad_quotes")]),
        ('partner,text\nDe Linde,"rust" en\n', [(2, "bad_quotes")]),
        ("partner,direction,text\nDe Linde,halen,rust, in de regio\n", [(2, "too_many_cells")]),
        ("partner,direction,text\n,halen,rust\n", [(2, "no_partner")]),
        ("partner,direction,text\nDe Linde,,rust\n", [(2, "no_direction")]),
        ("partner,direction,text\nDe Linde,geven,rust\n", [(2, "unknown_direction")]),
        ("partner,direction,text\nDe Linde,halen,\n", [(2, "no_text")]),
        (f"partner,direction,text\nDe Linde,halen,{'x' * 10_000}\n", [(2, "too_long")]),
        (f"partner,direction,text\n{'x' * 201},halen,rust\n", [(2, "too_long")]),
        ("partner,direction,text,certainty\nDe Linde,halen,rust,misschien\n", [(2, "unknown_certainty")]),
        ("partner,direction,text,kind\nDe Linde,halen,rust,gezelligheid\n", [(2, "unknown_kind")]),
        ("partner,reserve\nDe Linde,3\nde linde,4\n", [(3, "reserve_twice")]),
        ("partner,reserve\nDe Linde,veel\n", [(2, "not_a_number")]),
    ],
)
def test_what_is_wrong_is_told_by_its_line(text: str, problems: list[tuple[int, str]]) -> None:
    assert wrong(text) == problems


@pytest.mark.parametrize(
    ("weight", "scale", "problem"),
    [
        ("zwaar", POINTS, "not_a_number"),
        ("NaN", POINTS, "not_a_number"),
        ("Infinity", POINTS, "not_a_number"),
        ("1e3", POINTS, "not_a_number"),
        ("٣", POINTS, "not_a_number"),
        ("=1+1", POINTS, "not_a_number"),
        ('"2,5"', POINTS, "not_a_number"),
        ('"1,250"', amounts("euro"), "two_readings"),
        ("2.5", POINTS, "not_whole"),
        ("0", POINTS, "below_scale"),
        ("6", POINTS, "above_scale"),
        ("-1", amounts("euro"), "below_scale"),
        ("9" * 16, amounts("euro"), "above_scale"),
        ("9" * 400, amounts("euro"), "not_a_number"),
        ("0.0000001", amounts("euro"), "too_precise"),
    ],
)
def test_a_weight_that_is_none_or_off_the_scale_is_refused(weight: str, scale: Scale, problem: str) -> None:
    session = Session(id="s", scale=scale)
    assert wrong(f"partner,direction,text,weight\nDe Linde,halen,rust,{weight}\n", session) == [(2, problem)]


def test_between_semicolons_a_point_before_three_digits_could_be_two_numbers() -> None:
    assert wrong("partner;direction;text;weight\nA;halen;rust;1.250\n", euro()) == [(2, "two_readings")]


def test_every_wrong_row_is_told_with_every_fault_and_the_line_it_begins_on() -> None:
    text = (
        "partner,direction,text,weight\n"
        'De Linde,halen,"over\ntwee regels",3\n'
        "De Linde,geven,rust,9\n"
        "\n"
        ",halen,,\n"
        "De Linde,halen,goed,3\n"
    )
    assert wrong(text) == [
        (4, "unknown_direction"),
        (4, "above_scale"),
        (6, "no_text"),
        (6, "no_partner"),
    ]


def test_a_name_that_two_partners_have_is_refused() -> None:
    twins = Session(id="s", partners={each: Partner(id=each, name="De Linde") for each in "ab"})
    assert wrong("partner,direction,text\nDe Linde,halen,rust\n", twins) == [(2, "ambiguous_partner")]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("partner,text\nDe Linde,één\n".encode("cp1252"), (2, "not_utf8")),
        (FULL.encode("utf-16"), (0, "other_encoding")),
        (FULL.encode("utf-32"), (0, "other_encoding")),
        (b"partner,text\nDe Linde,a\0b\n", (2, "null")),
        (b"\0" * 4096, (1, "null")),
        (b"x" * (LARGEST + 1), (0, "too_large")),
        (b"partner\n" + b"x\n" * (MOST_ROWS + 1), (MOST_ROWS + 2, "too_many_rows")),
        (b"\x89PNG\r\n\x1a\n\xff", (1, "not_utf8")),
    ],
)
def test_what_is_no_text_or_too_much_is_refused(data: bytes, problem: tuple[int, str]) -> None:
    assert wrong(data) == [problem]


def test_a_reason_says_what_to_do_in_the_language_in_use() -> None:
    use("nl")
    with pytest.raises(BadImport) as refused:
        planned("partner,direction,text,kind\nDe Linde,geven,rust,lief\n")
    assert list(map(str, refused.value.problems)) == [
        "“geven” is geen “halen” en geen “brengen”.",
        "“lief” is geen soort. De soorten zijn: kennis, netwerk, geld, reputatie, continuïteit, capaciteit, "
        "autonomie, anders.",
    ]


@given(st.text(alphabet='partner,;"\n\r abc123=\x1b\u202e', max_size=200))
def test_whatever_comes_in_is_planned_or_refused(text: str) -> None:
    with contextlib.suppress(BadImport):
        change = planned(f"partner,direction,text\n{text}").change
        assert parts(ground(TABLE, change)) == parts(change)
