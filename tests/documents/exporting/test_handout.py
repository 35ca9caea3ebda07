"""The hand-out is one partner's story: what it takes and brings, what the others bring, and why that is worth it."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from mgtui import locale
from mgtui.documents.exporting.forms import Wish, export
from mgtui.domain.session import Agreement, Interest
from tests.documents.table import schools


def of(partner: str) -> str:
    """The hand-out of a partner of the three schools as Markdown."""
    table = schools()
    table = replace(
        table,
        interests={"i": Interest(id="i", partner="r", side="organisational", text="een volle school")},
        items={**table.items, "rt1": replace(table.items["rt1"], interests=("i",))},
        agreements={"w": Agreement(id="w", text="samen folderen", partners=("r", "k"), due=date(2027, 1, 2))},
    )
    return export(table, Wish(form="md", partner=partner)).decode()


def test_it_tells_the_whole_story_in_order() -> None:
    chapters = [line[3:] for line in of("r").splitlines() if line.startswith("## ")]
    assert chapters == [
        "What we want together",
        "Why we take part",
        "What we take from it",
        "What we bring to it",
        "What the others bring",
        "Why it is worth it to us",
        "What we agreed",
        "What we ask of you",
    ]


def test_it_says_what_each_take_is_for_and_what_we_get_of_others() -> None:
    told = of("r")
    assert "- grotere instroom leerlingen – for: een volle school" in told
    assert "- Het Kompas: wervingsbudget – for us: grotere instroom leerlingen" in told
    assert "- samen folderen, by 2 Jan 2027" in told


def test_it_has_our_own_balance_and_nothing_of_that_of_others() -> None:
    told = of("r")
    assert "9 against 4" in told
    for of_others in ("behoud van de bovenbouw", "rust in de regio", "kennis over werving", "sustainable", "−2"):
        assert of_others not in told
    assert "deel van de autonomie (" not in told


def test_a_partner_that_loses_is_not_told_that_it_gains() -> None:
    told = of("l")
    assert "## Is it worth it to us?" in told
    assert "does not outweigh what we bring. Altogether, in our own eyes: 3 against 5." in told


def test_a_sum_that_would_tell_what_is_private_is_left_out() -> None:
    told = of("k")
    assert "We can't tell yet" in told
    assert "against" not in told


def test_it_is_in_dutch_when_that_is_asked_for() -> None:
    locale.use("nl")
    assert "## Wat de anderen brengen" in of("r")
