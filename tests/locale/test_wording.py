"""What the domain knows is said as a facilitator would say it, in both languages, and nothing private is said."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import get_args

import pytest

from mgtui.domain.ambition import Gap, GapCode
from mgtui.domain.balance import balance
from mgtui.domain.changes import Batch, Change, Remove, apply, inverse, parts
from mgtui.domain.communication import Progress
from mgtui.domain.grounding import ground
from mgtui.domain.interval import Interval
from mgtui.domain.refusal import RefusalCode, Refused
from mgtui.domain.scale import POINTS, amounts
from mgtui.domain.session import Certainty, Direction, Item, Meeting, Partner, Session, Stakeholder
from mgtui.domain.verbs import common, communication, items, meetings, partners
from mgtui.locale import use, wording

NOW = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
EURO = amounts("euro")


def number(text: str) -> Decimal | None:
    return None if text == "?" else Decimal(text)


def session_of(linde: str, *, reserve: str = "0", certainty: Certainty = "firm", private: bool = False) -> Session:
    """A session of one partner, De Linde, whose items are given as "take/bring" weights: "4 3/5 ?"."""
    found: dict[str, Item] = {}
    directions: tuple[Direction, Direction] = ("take", "bring")
    for direction, weights in zip(directions, linde.split("/"), strict=True):
        for at, weight in enumerate(weights.split()):
            identity = f"{direction}{at}"
            found[identity] = Item(
                id=identity,
                partner="l",
                direction=direction,
                text=f"deel van de {'autonomie' if direction == 'bring' else 'instroom'}",
                weight=number(weight),
                certainty=certainty,
                private=private,
            )
    return Session(id="s", partners={"l": Partner(id="l", name="De Linde", reserve=Decimal(reserve))}, items=found)


def said_of(session: Session) -> list[str]:
    """What is said of the first partner: its headline and then its reasons."""
    judged = balance(session).partners[0]
    return [wording.headline(judged, session.scale), *wording.reasons(judged, session.scale)]


@pytest.mark.parametrize(
    ("session", "english", "dutch"),
    [
        (session_of("3/5"), "brings 2 more than it takes", "brengt 2 meer dan het haalt"),
        (session_of("3/3"), "brings as much as it takes", "brengt evenveel als het haalt"),
        (session_of("1/?"), "brings 0–4 more than it takes", "brengt 0–4 meer dan het haalt"),
        (session_of("/5"), "takes nothing yet", "haalt nog niets"),
        (session_of("5/3"), "takes more than it brings", "haalt meer dan het brengt"),
        (session_of("?/3"), "can't tell yet", "nog niet te zeggen"),
        (session_of("/"), "empty", "nog leeg"),
        (
            session_of("5/3", reserve="3"),
            "keeps +2 here, but could get 3 without this deal",
            "houdt hier +2 over, maar kan zonder deze samenwerking 3 krijgen",
        ),
        (
            session_of("3/5", reserve="3"),
            "brings 2 more than it takes, and could get 3 without this deal",
            "brengt 2 meer dan het haalt, en kan zonder deze samenwerking 3 krijgen",
        ),
        (
            session_of("3/5", reserve="-3"),
            "takes more than it brings, its alternative counted in",
            "haalt meer dan het brengt, zijn alternatief meegerekend",
        ),
    ],
)
def test_the_headline_says_what_falls_short_else_the_verdict(session: Session, english: str, dutch: str) -> None:
    assert said_of(session)[0] == english
    use("nl")
    assert said_of(session)[0] == dutch


def test_one_item_without_a_weight_is_named_and_more_are_counted() -> None:
    assert "“deel van de instroom” has no weight yet" in said_of(session_of("?/3"))
    assert "2 items have no weight yet" in said_of(session_of("? ?/3"))
    assert "it depends on “deel van de instroom”" in said_of(session_of("4/", certainty="uncertain"))


def test_a_private_item_is_counted_but_not_named() -> None:
    session = session_of("?/3", private=True)
    assert "1 item has no weight yet" in said_of(session)
    judged = balance(session).partners[0]
    named = wording.reasons(judged, session.scale, naming_private=True)
    assert "“deel van de instroom” has no weight yet" in named


def test_the_whole_says_who_decides_it() -> None:
    session = session_of("3/5")
    assert wording.together(balance(session), POINTS) == (
        "not sustainable · only one partner yet · De Linde brings 2 more than it takes"
    )
    use("nl")
    assert wording.together(balance(session), POINTS).startswith("niet duurzaam · ")
    assert wording.together(balance(Session(id="s")), POINTS) == "nog niet te zeggen · nog geen partners"


def test_a_deal_that_holds_needs_no_deciders() -> None:
    one = session_of("5/3")
    two = {"l": one.partners["l"], "m": Partner(id="m", name="Het Kompas")}
    moved = {
        f"m{key}": Item(id=f"m{key}", partner="m", direction=i.direction, text=i.text, weight=i.weight)
        for key, i in one.items.items()
    }
    session = Session(id="s", partners=two, items={**one.items, **moved})
    assert wording.together(balance(session), POINTS) == "sustainable"


@pytest.mark.parametrize(
    ("low", "high", "total", "margin"),
    [
        ("7", "7", "7", "+7"),
        ("7", "9", "7–9", "+7…+9"),
        ("0", "0", "0", "0"),
        ("4", None, "≥ 4", "≥ +4"),
        ("0", None, "?", "≥ 0"),
        (None, None, "?", "?"),
        ("-2", "3.5", "−2–3,5", "−2…+3,5"),
        (None, "-2", "−∞–−2", "≤ −2"),
    ],
)
def test_what_is_not_known_shows_as_a_range(low: str | None, high: str | None, total: str, margin: str) -> None:
    use("nl")
    value = Interval(None if low is None else Decimal(low), None if high is None else Decimal(high))
    assert wording.total(value) == total
    assert wording.margin(value) == margin


def test_an_amount_has_its_unit_and_points_have_none() -> None:
    use("nl")
    assert wording.weight(Decimal(1250), EURO) == "1.250 euro"
    assert wording.margin(Interval(Decimal(-500), Decimal(-500)), EURO) == "−500 euro"
    assert wording.weight(Decimal(4), POINTS) == "4"
    assert wording.weight(None, EURO) == "?"
    assert wording.scale(POINTS) == "punten, 1–5"


def test_every_sign_of_the_wording_has_a_plain_one() -> None:
    assert wording.in_ascii("+3…+5 ≥ −4 “x”") == '+3...+5 >= -4 "x"'
    assert wording.UNICODE.points(3, 5) == "●●●○○"
    assert wording.ASCII.points(3, 5) == "***--"
    assert [wording.UNICODE.of(each) for each in ("gains", "loses", "open")] == ["▲", "▼", "◆"]


@pytest.mark.parametrize("code", get_args(RefusalCode))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_refusal_is_a_sentence_that_tells_what_to_do(code: RefusalCode, language: str) -> None:
    use("nl" if language == "nl" else "en")
    said = wording.refusal(Refused(code, low="1", high="5", limit="2000", length="10000", name="Ana", weight="2.5"))
    assert said[0].isupper() or said.startswith("“")
    assert said.endswith((".", ")."))
    assert "{" not in said


@pytest.mark.parametrize("code", get_args(GapCode))
def test_every_gap_in_the_ambition_is_named(code: GapCode) -> None:
    said = wording.gap(Gap(code=code, name="wervingsbudget"))
    assert ("wervingsbudget" in said) == (code != "no_means")


def test_a_name_that_looks_like_a_number_stays_as_it_is() -> None:
    assert wording.refusal(Refused("changed_since", name="1984")).startswith("1984 ")


def test_the_checklist_counts_what_needs_attention() -> None:
    use("nl")
    assert wording.checklist(Progress(2, 5, 0, 1)) == "☑ 2/5 verteld  ! 1 bezwaar"
    assert wording.checklist(Progress(0, 5)) == "☐ 0/5 verteld"
    assert wording.checklist(Progress()) == "☐ nog geen stakeholders"
    assert wording.checklist(Progress(4, 10, 2), wording.ASCII) == "[x] 4/10 verteld  2 verhalen veranderd"


TABLE = Session(
    id="s",
    title="Scholen werven samen",
    partners={"l": Partner(id="l", name="De Linde"), "k": Partner(id="k", name="Het Kompas")},
    items={
        "a": Item(id="a", partner="l", direction="take", text="gedeelde open dag"),
        "b": Item(id="b", partner="l", direction="bring", text="een geheim", private=True),
    },
    stakeholders={"o": Stakeholder(id="o", partner="l", name="Ouders")},
    meetings={"m": Meeting(id="m", kind="first", opened=NOW)},
)


def told(change: Change) -> str:
    """What is said of `change` once it has been made to the table."""
    grounded = ground(TABLE, change)
    return wording.change(grounded, apply(TABLE, grounded), TABLE)


@pytest.mark.parametrize(
    ("change", "english", "dutch"),
    [
        (
            items.set_weight(TABLE, "a", Decimal(3)),
            "weight of “gedeelde open dag”",
            "gewicht van “gedeelde open dag”",
        ),
        (items.add_item(TABLE, "c", "l", "take", "rust"), "new item “rust”", "nieuw item “rust”"),
        (
            items.add_items(TABLE, [("c", "rust"), ("d", "tijd")], "l", "take"),
            "2 new items",
            "2 nieuwe items",
        ),
        (common.remove("items", "a"), "item “gedeelde open dag” removed", "item “gedeelde open dag” verwijderd"),
        (common.remove("partners", "l"), "partner De Linde removed", "partner De Linde verwijderd"),
        (
            Batch((Remove("items", "a"), Remove("items", "b"))),
            "2 items removed",
            "2 items verwijderd",
        ),
        (
            items.move_item(TABLE, "a", "k", "take"),
            "“gedeelde open dag” moved to Het Kompas",
            "“gedeelde open dag” verplaatst naar Het Kompas",
        ),
        (
            items.move_item(TABLE, "a", "l", "bring"),
            "“gedeelde open dag” moved to bring",
            "“gedeelde open dag” verplaatst naar brengen",
        ),
        (
            communication.tell(TABLE, "o", "take", NOW),
            "Ouders: what we take told",
            "Ouders: wat wij halen verteld",
        ),
        (
            communication.tell_all(TABLE, "o", NOW),
            "Ouders: the whole story told",
            "Ouders: het hele verhaal verteld",
        ),
        (items.set_weight(TABLE, "b", Decimal(3)), "weight of something private", "gewicht van iets wat privé is"),
        (partners.add_partner(TABLE, "r", "De Regenboog"), "new partner De Regenboog", "nieuwe partner De Regenboog"),
        (common.set_field(TABLE, "session", "s", "ambition", "open in 2030"), "ambition", "ambitie"),
        (
            communication.note_answer(TABLE, "o", "valued", NOW),
            "answer of Ouders",
            "antwoord van Ouders",
        ),
        (
            Batch(
                (*parts(meetings.close_meeting(TABLE, "m", NOW, 7)), meetings.start_meeting(TABLE, "n", NOW, 7, "Na"))
            ),
            "first meeting closed; new meeting",
            "eerste bijeenkomst afgesloten; nieuwe bijeenkomst",
        ),
    ],
)
def test_a_change_is_told_in_a_few_words(change: Change, english: str, dutch: str) -> None:
    assert told(change) == english
    use("nl")
    assert told(change) == dutch


def test_an_undo_is_told_by_what_it_takes_back() -> None:
    change = ground(TABLE, common.remove("items", "a"))
    undo = inverse(change)
    after = apply(apply(TABLE, change), undo)
    assert wording.change(inverse(undo), after) == "item “gedeelde open dag” removed"


def test_the_start_of_a_session_is_one_thing() -> None:
    start = partners.begin("s", "Scholen", [("l", "De Linde"), ("k", "Het Kompas")], NOW, "m")
    assert wording.change(start, Session(id="s")) == "start of the session"


def test_a_hostile_text_is_safe_in_every_sentence() -> None:
    session = session_of("3/5")
    hostile = Partner(id="l", name="\x1b[2JDe\u202eLinde\n" + "x" * 500)
    shown = wording.together(balance(Session(id="s", partners={"l": hostile}, items=session.items)), POINTS)
    assert "\x1b" not in shown
    assert "\n" not in shown
    assert len(shown) < 200


@pytest.mark.parametrize("code", ["missing", "held", "disk_full", "not_a_session", "newer_schema", "made_up"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_trouble_with_a_file_says_what_to_do(code: str, language: str) -> None:
    use("nl" if language == "nl" else "en")
    said = wording.trouble(code, {"name": "Ana", "host": "", "count": "3"} if code in ("held", "not_a_session") else {})
    assert said.endswith(".")
    assert "{" not in said


def test_a_problem_in_a_file_names_what_is_there() -> None:
    assert wording.problem("off_scale", {"weight": "7.5"}) == "weight 7.5 is not on the scale of this session"
    use("nl")
    assert wording.problem("off_scale", {"weight": "7.5"}) == "gewicht 7,5 ligt niet op de schaal van deze sessie"
    assert "major, minor" in wording.problem("bad_schema")
