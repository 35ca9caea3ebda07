"""Days and times come out and go in as a Dutch or an English reader writes them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from mgtui.locale import Language, dates, use


@pytest.fixture
def amsterdam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This machine stands in Amsterdam."""
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_day_is_short_and_names_its_month() -> None:
    assert dates.day(date(2026, 11, 23)) == "23 Nov 2026"
    use("nl")
    assert dates.day(date(2026, 11, 23)) == "23 nov 2026"
    assert dates.day(date(2026, 3, 1)) == "1 mrt 2026"


@pytest.mark.usefixtures("amsterdam")
def test_a_moment_is_shown_in_the_time_of_this_place() -> None:
    use("nl")
    late = datetime(2026, 10, 4, 22, 2, 11, tzinfo=UTC)
    assert dates.moment(late) == "5 okt 2026, 00:02"
    assert dates.day(late) == "5 okt 2026"
    assert dates.time_of_day(late, seconds=True) == "00:02:11"


def test_a_stopwatch_counts_minutes_and_shows_what_is_overdrawn() -> None:
    spans = [timedelta(minutes=4, seconds=10), timedelta(hours=1, minutes=4, seconds=10), timedelta(seconds=-5)]
    assert [dates.stopwatch(span) for span in spans] == ["04:10", "1:04:10", "−00:05"]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    "text",
    ["2026-03-05", "2026/3/5", "5-3-2026", "05/03/2026", "5.3.2026", "5 mrt 2026", "5 March 2026", " 5 maart 2026 "],
)
def test_a_day_can_be_typed_in_many_ways(text: str, language: Language) -> None:
    use(language)
    assert dates.typed_day(text) == date(2026, 3, 5)


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_day_that_is_shown_can_be_typed_again(month: int, language: Language) -> None:
    use(language)
    shown = dates.day(date(2026, month, 28))
    assert dates.typed_day(shown) == date(2026, month, 28)


@pytest.mark.parametrize("text", ["", "soon", "31-2-2026", "5-13-2026", "5 foo 2026", "2026", "5-3-26", "0-0-0000"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(dates.NotADay):
        dates.typed_day(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3 dec", date(2026, 12, 3)),
        ("3-12", date(2026, 12, 3)),
        ("3 maart", date(2027, 3, 3)),
        ("23/11", date(2026, 11, 23)),
        ("Morgen", date(2026, 11, 24)),
        ("today", date(2026, 11, 23)),
    ],
)
def test_a_day_without_a_year_is_the_next_one_that_comes(text: str, meant: date) -> None:
    assert dates.typed_day(text, date(2026, 11, 23)) == meant


@pytest.mark.parametrize("text", ["29 feb", "31-6", "0 dec", "dec", "3 brumaire"])
def test_a_day_that_does_not_come_is_refused(text: str) -> None:
    with pytest.raises(dates.NotADay):
        dates.typed_day(text, date(2026, 11, 23))
