"""Turns: everyone the same share, what is left follows from the clock alone, and nobody is skipped or cut off."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mgtui.domain import turns as timing
from mgtui.domain.changes import apply
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Partner
from mgtui.domain.turns import (
    LEAST_SHARE,
    MOST_SHARE,
    Tone,
    Turning,
    Turns,
    keeper_of_times,
    left,
    spoken_at,
    tone,
    turned,
    whole_seconds,
)
from mgtui.domain.verbs.common import remove
from mgtui.domain.verbs.meetings import add_spoken
from tests.domain.deals import NOON, after, deal, meeting

THREE = deal(*(Partner(id=each, name=each.upper(), order=each) for each in ("a", "b", "c")), meeting("m"))
SHARE = 100
FRESH = Turns(share=SHARE)


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def do(turns: Turns, *steps: tuple[float, Turning]) -> Turns:
    for seconds, turning in steps:
        turns = turned(turns, turning, THREE, at(seconds))
    return turns


def passed_on(turns: Turns, seconds: float) -> Turns:
    return do(turns, (seconds, Turning(do="next", partner=turns.partner)))


def seconds_left(turns: Turns, partner: str, seconds: float) -> float:
    return left(turns, partner, at(seconds)).total_seconds()


def test_the_floor_goes_round_the_table_and_each_has_the_same_share() -> None:
    first = passed_on(FRESH, 0)
    second = passed_on(first, 30)
    third = passed_on(second, 50)
    assert [each.partner for each in (first, second, third)] == ["a", "b", "c"]
    assert [seconds_left(third, each, 60) for each in "abc"] == [70, 80, 90]


def test_after_the_last_of_the_table_begins_another_round() -> None:
    turns = FRESH
    for seconds in (0, 10, 20, 30):
        turns = passed_on(turns, seconds)
    assert (turns.partner, turns.used) == ("a", {})
    assert seconds_left(turns, "b", 40) == SHARE


def test_what_is_left_follows_from_the_clock_and_stands_still_in_a_pause() -> None:
    turns = do(passed_on(FRESH, 0), (40, Turning(do="pause")))
    assert [seconds_left(turns, "a", later) for later in (40, 400)] == [60, 60]
    turns = do(turns, (400, Turning(do="go_on")))
    assert seconds_left(turns, "a", 410) == 50
    assert do(turns, (420, Turning(do="go_on"))) is turns


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(0, "calm"), (79.9, "calm"), (80, "soon"), (94.9, "soon"), (95, "last"), (99.9, "last"), (100, "over")],
)
def test_the_tone_changes_at_a_fifth_a_twentieth_and_nothing_left(seconds: float, expected: Tone) -> None:
    assert tone(passed_on(FRESH, 0), "a", at(seconds)) == expected


def test_more_time_is_for_one_partner_and_one_round() -> None:
    turns = do(passed_on(FRESH, 0), (90, Turning(do="extend", partner="a", seconds=60)))
    assert (seconds_left(turns, "a", 90), seconds_left(turns, "b", 90)) == (70, 100)
    assert tone(turns, "a", at(90)) == "calm"
    for seconds in (90, 90, 90):
        turns = passed_on(turns, seconds)
    assert seconds_left(turns, "a", 90) == 100


def test_another_share_is_for_everyone_and_goes_on_in_the_next_round() -> None:
    turns = do(passed_on(FRESH, 0), (10, Turning(do="share", seconds=60)))
    assert [seconds_left(turns, each, 10) for each in "ab"] == [SHARE + 50, SHARE + 60]
    assert do(turns, (20, Turning(do="end"))) == Turns(share=SHARE + 60)


def test_every_key_that_makes_shares_longer_or_shorter_counts_until_there_is_no_more() -> None:
    shorter, longer = Turning(do="share", seconds=-60), Turning(do="share", seconds=60)
    assert do(FRESH, (0, longer), (0, longer), (0, shorter)).share == SHARE + 60
    assert do(FRESH, *[(0, shorter)] * 200).share == LEAST_SHARE
    assert do(FRESH, *[(0, longer)] * 200).share == MOST_SHARE


def test_who_is_given_the_floor_again_goes_on_with_what_was_left() -> None:
    turns = do(passed_on(FRESH, 0), (40, Turning(do="give", partner="c")), (50, Turning(do="give", partner="a")))
    assert seconds_left(turns, "a", 60) == 50


def test_two_who_pass_the_floor_on_at_once_skip_nobody() -> None:
    turns = passed_on(FRESH, 0)
    pressed = Turning(do="next", partner="a")
    assert do(turns, (30, pressed), (30.1, pressed)).partner == "b"


@pytest.mark.parametrize(
    "turning",
    [
        Turning(do="give", partner="nobody"),
        Turning(do="extend", partner="nobody", seconds=60),
        Turning(do="extend", partner="a", seconds=10**9),
        Turning(do="extend", partner="a", seconds=-1),
        Turning(do="share", seconds=-(10**9)),
        Turning(do="share", seconds=10**9),
    ],
)
def test_what_makes_no_sense_is_refused(turning: Turning) -> None:
    with pytest.raises(Refused):
        turned(passed_on(FRESH, 0), turning, THREE, NOON)


def test_a_partner_that_leaves_the_table_during_its_turn_passes_the_floor_to_the_first() -> None:
    turns = passed_on(passed_on(FRESH, 0), 10)
    without = after(THREE, remove("partners", "b"))
    assert turned(turns, Turning(do="next", partner="b"), without, at(20)).partner == "a"
    assert turned(FRESH, Turning(do="next"), deal(), NOON) == FRESH


def test_a_clock_that_was_set_back_takes_nothing_from_anybody() -> None:
    turns = passed_on(FRESH, 0)
    assert seconds_left(turns, "a", -3_600) == SHARE
    assert do(turns, (-3_600, Turning(do="pause"))).used == {"a": 0}


def test_what_was_spoken_is_added_up_in_the_meeting_and_goes_with_the_partner() -> None:
    session = apply(THREE, add_spoken(THREE, "m", "a", 40))
    session = apply(session, add_spoken(session, "m", "a", 2))
    turns = passed_on(FRESH, 0)
    assert spoken_at(keeper_of_times(session), turns, "a", at(8)) == timedelta(seconds=50)
    assert spoken_at(keeper_of_times(session), turns, "b", at(8)) == timedelta()
    assert after(session, remove("partners", "a")).meetings["m"].spoken == {}


def test_times_go_to_the_meeting_that_goes_on_else_to_the_latest() -> None:
    closed = meeting("old", month=5, closed=NOON)
    assert (keeper_of_times(deal(meeting("m"), closed)) or closed).id == "m"
    assert (keeper_of_times(deal(meeting("m", closed=NOON), closed)) or meeting("")).id == "old"
    assert keeper_of_times(deal()) is None


@given(st.floats(min_value=-500, max_value=500))
def test_a_clock_shows_the_end_when_it_has_come_and_not_before(seconds: float) -> None:
    shown = whole_seconds(timedelta(seconds=seconds))
    assert timedelta(seconds=seconds) <= shown < timedelta(seconds=seconds + 1.000001)


@given(st.integers(0, 300_000))
def test_what_is_shown_changes_when_the_next_second_begins_and_no_sooner(milliseconds: int) -> None:
    turns, now = passed_on(FRESH, 0), at(milliseconds / 1000)
    wait = timing.until_next_second(turns, now)
    shown = [whole_seconds(left(turns, "a", now + part * wait)) for part in (0, 0.5, 1)]
    assert shown[0] == shown[1]
    assert shown[2] in (shown[0], shown[0] - timedelta(seconds=1))
    assert timedelta() < wait <= timedelta(seconds=1)
