"""Each sample is what the program makes of its story, is sound, and leaves something to talk about."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import sample_sessions
from mgtui.domain.agreements import confirmation_state, is_confirmed, open_agreements
from mgtui.domain.ambition import judge_ambition
from mgtui.domain.balance import balance
from mgtui.domain.communication import progress
from mgtui.domain.exchange import gifts, wishes
from mgtui.domain.history import Entry, replay
from mgtui.domain.session import Session
from mgtui.store.access import read_session
from mgtui.store.soundness import check
from sample_sessions.making.__main__ import session_file

FOLDER = Path(sample_sessions.__file__).parent
INDEX: list[dict[str, Any]] = [json.loads(line) for line in (FOLDER / "index.jsonl").read_text("utf-8").splitlines()]
NAMES = [sample["name"] for sample in INDEX]


def sample(name: str) -> Session:
    return read_session(FOLDER / f"{name}.json").session


def history(name: str) -> list[Entry]:
    return read_session(FOLDER / f"{name}.json").history


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    chosen: str = request.param
    return chosen


def test_making_a_sample_again_gives_the_very_same_file(name: str) -> None:
    title = next(each["title"] for each in INDEX if each["name"] == name)
    assert session_file(name, title) == (FOLDER / f"{name}.json").read_bytes()


def test_every_session_file_is_in_the_index() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.json")) == sorted(NAMES)


def test_a_sample_has_no_problems(name: str) -> None:
    assert check(FOLDER / f"{name}.json") == []


def test_the_history_of_a_sample_leads_to_its_session(name: str) -> None:
    session = sample(name)
    assert replay(Session(id=session.id), history(name)) == session


def test_a_sample_has_from_three_to_nine_partners(name: str) -> None:
    assert 3 <= len(sample(name).partners) <= 9


def test_each_partner_of_a_sample_has_several_stakeholders(name: str) -> None:
    session = sample(name)
    assert all(len(session.stakeholders_of(partner)) >= 2 for partner in session.partners)


def test_a_sample_leaves_open_questions(name: str) -> None:
    session = sample(name)
    told = progress(session)
    assert judge_ambition(session).gaps
    assert wishes(session)
    assert gifts(session)
    assert told.objections
    assert told.done < told.total
    assert any(agreement.status == "open" for agreement in session.agreements.values())


def test_a_sample_shows_personal_interests_as_private(name: str) -> None:
    personal = [each for each in sample(name).interests.values() if each.side == "personal"]
    assert personal
    assert all(each.private for each in personal)


def test_several_people_made_a_sample_in_meetings_that_are_months_apart(name: str) -> None:
    assert len({entry.by for entry in history(name)}) > 1
    opened = [meeting.opened for meeting in sample(name).meetings_in_order]
    assert all((later - earlier).days > 60 for earlier, later in pairwise(opened))


def test_the_revisions_of_a_meeting_are_those_of_its_time(name: str) -> None:
    times = {entry.revision: entry.at for entry in history(name)}
    for meeting in sample(name).meetings.values():
        assert times[meeting.opened_revision + 1] == meeting.opened
        if meeting.closed_revision and meeting.closed:
            assert times[meeting.closed_revision] < meeting.closed


def test_an_agreement_of_a_sample_waits_for_someone_to_confirm_it(name: str) -> None:
    session = sample(name)
    assert not all(is_confirmed(session, agreement) for agreement in open_agreements(session))


def test_a_confirmation_in_a_sample_has_lapsed() -> None:
    session = sample("scholen")
    assert confirmation_state(session, session.agreements["open-dag"], "linde") == "lapsed"


def test_two_samples_have_three_meetings() -> None:
    assert [len(sample(name).meetings) for name in NAMES].count(3) >= 2


def test_the_samples_show_every_verdict() -> None:
    assert {balance(sample(name)).verdict for name in NAMES} == {"sustainable", "unsustainable", "open"}


def test_one_sample_weighs_in_amounts_and_is_in_english() -> None:
    english = [each["name"] for each in INDEX if each["language"] == "en"]
    assert {sample(name).scale.kind for name in english} == {"amount"}


def test_the_index_has_the_title_of_each_sample(name: str) -> None:
    assert sample(name).title == next(each["title"] for each in INDEX if each["name"] == name)


def test_the_schools_end_as_the_source_text_warns() -> None:
    verdict = balance(sample("scholen"))
    assert verdict.verdict == "unsustainable"
    assert [partner.name for partner in verdict.decided_by] == ["De Linde"]
