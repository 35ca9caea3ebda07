"""The meter shows what is sure, what is not, and which of the two bars is the longer."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from mgtui.domain.interval import Interval
from mgtui.locale.wording.signs import ASCII
from mgtui.tui.widgets.meter import Run, bars

_amounts = st.decimals(0, 10**9, places=2)


@st.composite
def _totals(draw: st.DrawFn) -> Interval:
    low, more = draw(_amounts), draw(_amounts | st.none())
    return Interval(low, None if more is None else low + more)


def _whole(value: int, up_to: int | None = -1) -> Interval:
    high = value if up_to == -1 else up_to
    return Interval(Decimal(value), None if high is None else Decimal(high))


def _text(runs: list[Run]) -> str:
    return "".join(text for text, _role in runs)


def _length(runs: list[Run]) -> int:
    return sum(len(text) for text, role in runs if role != "rest")


def test_sure_parts_are_solid_and_both_bars_share_a_scale() -> None:
    take, bring = bars(_whole(10), _whole(5), 20)
    assert (_text(take), _text(bring)) == ("█" * 20, "█" * 10 + " " * 10)


def test_the_unsure_part_is_hatched() -> None:
    take, _bring = bars(_whole(7, 10), _whole(5), 10)
    assert _text(take) == "█" * 7 + "▒" * 3


def test_an_unsure_part_too_small_for_a_cell_still_shows() -> None:
    take, _bring = bars(_whole(999, 1000), _whole(5), 10)
    assert _text(take) == "█" * 9 + "▒"


def test_a_bar_without_a_known_end_ends_in_an_arrow() -> None:
    take, bring = bars(_whole(4, None), _whole(6), 10)
    assert _text(take).endswith("▒→")
    assert _text(bring) == "█" * 7 + " " * 3


def test_what_is_wholly_unknown_is_hatched_to_the_arrow() -> None:
    take, bring = bars(_whole(0, None), _whole(0), 6)
    assert (_text(take), _text(bring)) == ("▒▒▒▒▒→", " " * 6)


def test_nothing_on_the_table_is_an_empty_bar() -> None:
    take, bring = bars(_whole(0), _whole(0), 8)
    assert (_text(take), _text(bring)) == (" " * 8, " " * 8)


def test_in_ascii_the_fill_still_tells_sure_from_unsure() -> None:
    take, bring = bars(_whole(5, 10), _whole(0, None), 10, ASCII)
    assert _text(take) == "###::::   "
    assert _text(bring) == ":::::::::>"


@given(_totals(), _totals(), st.integers(0, 60))
def test_bars_are_exactly_as_wide_as_they_may_be(take: Interval, bring: Interval, cells: int) -> None:
    assert {len(_text(runs)) for runs in bars(take, bring, cells)} == {cells}


@given(_totals(), _totals(), st.integers(4, 60))
def test_what_is_surely_more_is_never_the_shorter_bar(take: Interval, bring: Interval, cells: int) -> None:
    takes, brings = bars(take, bring, cells)
    if bring.high is not None and (take.low or 0) > bring.high:
        assert _length(takes) >= _length(brings)


@given(_totals(), _totals(), st.integers(4, 60))
def test_hatching_stands_for_unsure_and_for_nothing_else(take: Interval, bring: Interval, cells: int) -> None:
    for value, runs in zip((take, bring), bars(take, bring, cells), strict=True):
        assert any(role == "unsure" for _text, role in runs) == (value.low != value.high)
