"""Names in few cells are still told apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from mgtui.tui.editing.cells import width
from mgtui.tui.editing.short_names import short_names
from mgtui.tui.widgets.exchange.matrix import Matrix
from tests.tui.board import seen
from tests.tui.on_stage import large


def test_names_that_end_in_a_number_keep_it() -> None:
    assert short_names(["Partner 1", "Partner 10", "Partner 11"], 9) == ["Partner 1", "Partne…10", "Partne…11"]


def test_names_that_differ_in_a_later_word_show_that_word() -> None:
    names = ["Gemeente Amsterdam Noord", "Gemeente Amsterdam Zuid", "Gemeente Rotterdam Zuid"]
    assert short_names(names, 12) == ["Gemeen…Noord", "Gemeent…Zuid", "Gemeente Rot"]


def test_one_long_word_shows_where_it_differs() -> None:
    assert short_names(["Samenwerkingsverband-Noord", "Samenwerkingsverband-Zuid"], 9) == ["Sam…Noord", "Same…Zuid"]


def test_a_name_that_is_alone_is_cut_at_its_end() -> None:
    assert short_names(["De Regenboog", "Het Kompas"], 8) == ["De Regen", "Het Komp"]


@given(
    st.lists(st.text("ab -é日1", min_size=1, max_size=20).map(str.strip).filter(bool), max_size=8), st.integers(1, 14)
)
def test_no_short_name_is_wider_than_its_place(names: list[str], cells: int) -> None:
    assert all(width(short) <= cells for short in short_names(names, cells))


async def test_twelve_partners_are_told_apart_in_the_smallest_window() -> None:
    async with seen(large(), size=(80, 24)) as it:
        assert all(f" Partne…{number} " in it.text for number in (10, 11, 12))


async def test_columns_of_the_matrix_are_told_apart() -> None:
    session = large()
    seated = {each.id: replace(each, name=f"Gemeente {each.name}") for each in session.partners.values()}
    async with seen(replace(session, partners=seated), size=(80, 24)) as it:
        await it.press("m")
        header = it.app.screen.query_one(Matrix).render_line(0).text.split()
        assert len(header) == len(set(header))
        assert sum(name.endswith(("1", "2", "3", "4")) for name in header) >= 4
