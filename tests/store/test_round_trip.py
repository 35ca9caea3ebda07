"""Whatever is done to a session, its file brings back the session and the history that led to it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mgtui.domain.changes import Add, Batch, Change, Move, Remove, Set
from mgtui.domain.history import replay
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Session
from mgtui.store.loading import Loaded, load
from mgtui.store.migrations import CURRENT
from mgtui.store.pages import Pages
from mgtui.store.sessionfile import laid_out
from tests.store.worked_session import START, Worked, item

HERE = Path("werving.json")

partners = st.sampled_from(["p1", "p2", "p3"])
items = st.sampled_from([f"i{number}" for number in range(8)])
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
directions = st.sampled_from(["take", "bring"])
weights = st.sampled_from(["1", "2", "3", "4", "5", None])


def added(partner: str, identity: str, direction: str, text: str, weight: str | None) -> Add:
    return Add("items", item(identity, partner, direction, text, weight=weight))


single: st.SearchStrategy[Change] = st.one_of(
    st.builds(lambda p, name: Add("partners", {"id": p, "name": name}), partners, texts),
    st.builds(added, partners, items, directions, texts, weights),
    st.builds(lambda i, weight: Set("items", i, "weight", weight), items, weights),
    st.builds(lambda i, text: Set("items", i, "text", text), items, texts),
    st.builds(lambda i, p: Move("items", i, {"partner": p}), items, partners),
    st.builds(lambda a, b: Add("links", {"id": f"l{a}{b}", "bring": a, "take": b}), items, items),
    st.builds(lambda i: Add("means", {"id": f"n{i}", "text": "", "covered_by": [i]}), items),
    st.builds(lambda i: Remove("items", i), items),
    st.builds(lambda p: Remove("partners", p), partners),
    st.builds(lambda title: Set("session", "", "title", title), texts),
    st.builds(lambda m: Add("meetings", {"id": m, "kind": "first", "opened": START.isoformat()}), partners),
)
changes = st.lists(
    st.one_of(single, st.builds(lambda many: Batch(tuple(many)), st.lists(single, max_size=3))), max_size=40
)


def done(worked: Worked, change: Change) -> bool:
    """Whether `change` could be made."""
    try:
        worked.do(change)
    except Refused:
        return False
    return True


@settings(max_examples=60, deadline=None)
@given(changes)
def test_what_was_done_comes_back_from_the_file(attempts: list[Change]) -> None:
    worked = Worked()
    loaded = Loaded(worked.session, [], [], CURRENT, None, Pages())
    data = laid_out(loaded, worked.session, worked.history)
    for change in attempts:
        if done(worked, change):
            data = laid_out(loaded, worked.session, worked.history)
    read = load(data, HERE)
    # Two partners may be called alike: that is noted of such a session, and true of it.
    assert {problem.code for problem in read.problems} <= {"same_name"}
    assert (read.session, read.history) == (worked.session, worked.history)
    assert replay(Session(id="s1"), read.history) == worked.session
    assert laid_out(read, read.session, read.history) == data


@settings(max_examples=40, deadline=None)
@given(changes)
def test_no_line_of_an_untouched_record_changes(attempts: list[Change]) -> None:
    worked = Worked()
    loaded = Loaded(worked.session, [], [], CURRENT, None, Pages())
    for change in attempts:
        done(worked, change)
    before = load(laid_out(loaded, worked.session, worked.history), HERE)
    lines = laid_out(before, before.session, before.history).splitlines()
    worked.session, worked.history = before.session, list(before.history)
    if done(worked, Set("session", "", "ambition", "alle drie open")):
        after = laid_out(before, worked.session, worked.history).splitlines()
        changed = [line for line in lines if line not in after]
        assert len(changed) <= 2
        assert all(b"revision" in line or b"title" in line or b"}" in line for line in changed)
