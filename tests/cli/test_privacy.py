"""Whatever is private or covered, now or once, comes out of no command, and reaches no viewer over the wire."""

from __future__ import annotations

import contextlib
import io
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from mgtui.cli.entry import main
from mgtui.documents.board_text import as_text
from mgtui.documents.copying import as_markdown
from mgtui.documents.exporting.forms import FORMS, OF_ONE_PARTNER
from mgtui.domain.changes import Add, Change, Remove, Set, apply, encode_record, inverse
from mgtui.domain.difference import difference
from mgtui.domain.grounding import ground
from mgtui.domain.history import Entry
from mgtui.domain.news import Changed
from mgtui.domain.session import TABLES, Interest, Item, Meeting, Partner, Session
from mgtui.domain.veil import Veil
from mgtui.live import protocol
from mgtui.live.sight import Sight
from mgtui.store.access import create_session, open_session
from tests.domain.strategies import MOMENT, sessions

PRIVATE, COVERED, NOTE = "Zwijgplicht", "Vuurpijlen", "Kladblok"
AFTER = MOMENT.replace(hour=23)


class Story:
    """A session with things to hide, and the history in which each of them was open, changed or removed."""

    def __init__(self, found: Session) -> None:
        self.session = Session(id=found.id)
        self.history: list[Entry] = []
        hiding = _hiding(found)
        opened = _opened(hiding)
        self.do(difference(self.session, opened))
        self.do(difference(opened, replace(hiding, meetings=opened.meetings)))
        for identity, item in hiding.items.items():
            if item.private or item.covered:
                was = item.text
                self.do(Set("items", identity, "text", f"{was} anders"))
                self.do(Set("items", identity, "text", was))
        for flag, text in (("private", PRIVATE), ("covered", COVERED)):
            gone = {"id": f"gone-{flag}", "partner": "a", "direction": "take", "text": text, "note": text, flag: True}
            self.do(Add("items", gone))
            self.do(Remove("items", f"gone-{flag}"))
            self.do(inverse(self.history[-1].change), undoes=len(self.history))
            self.do(Remove("items", f"gone-{flag}"), redoes=len(self.history))
        hidden = {"id": "gone", "partner": "a", "side": "personal", "text": PRIVATE, "private": True, "note": NOTE}
        self.do(Add("interests", hidden))
        self.do(Remove("interests", "gone"))
        self.do(Set("meetings", "a", "closed", AFTER.isoformat()))
        self.do(Set("meetings", "a", "closed_revision", len(self.history) - 1))

    def do(self, change: Change, **about: int) -> None:
        grounded = ground(self.session, change)
        self.session = apply(self.session, grounded)
        number = len(self.history) + 1
        entry = Entry(revision=number, at=MOMENT, by="Ana", client="ana-1", seq=number, change=grounded, **about)
        self.history.append(entry)


def _hiding(found: Session) -> Session:
    """`found` with telling words wherever they are not for everyone."""
    tables: dict[str, Any] = {
        name: {
            key: replace(record, note=NOTE) if hasattr(record, "note") else record
            for key, record in getattr(found, name).items()
        }
        for name in TABLES
    }
    tables["partners"] = {"a": Partner(id="a", name="De Linde"), **tables["partners"]}
    tables["items"] = {key: _hidden(each) for key, each in tables["items"].items()}
    tables["interests"] = {
        key: replace(each, text=PRIVATE) if each.private else each for key, each in tables["interests"].items()
    }
    tables["meetings"] = {"a": Meeting(id="a", kind="first", opened=MOMENT, note=NOTE)}
    tables["stakeholders"] = {
        key: replace(each, answers={m: replace(answer, note=NOTE) for m, answer in each.answers.items() if m == "a"})
        for key, each in tables["stakeholders"].items()
    }
    return replace(found, title="Scholen", **tables)


def _hidden(item: Item) -> Item:
    if item.covered:
        return replace(item, text=COVERED, dropped_reason=COVERED, author="someone", delivery={}, worth={})
    secret = {"text": PRIVATE, "dropped_reason": PRIVATE} if item.private else {}
    return replace(item, **secret, delivery={}, worth={})


def _opened(session: Session) -> Session:
    """The session as it was when nothing in it had been hidden yet."""
    items = {key: replace(each, private=False, covered=False) for key, each in session.items.items()}
    interests: dict[str, Interest] = {key: replace(each, private=False) for key, each in session.interests.items()}
    return replace(session, items=items, interests=interests, rounds={})


def _outputs(story: Story, *asked: str) -> Iterator[tuple[str, str]]:
    """All that the commands print and write of the story, by what was asked for."""
    with tempfile.TemporaryDirectory() as folder:
        file, other, out = (Path(folder) / name for name in ("a.json", "b.json", "out"))
        create_session(file, story.session, story.history).close()
        shutil.copy(file, other)
        _work_apart(file, other)
        partner = next(iter(story.session.partners.values())).name or next(iter(story.session.partners))
        commands = [
            ["show", str(file), *asked],
            ["history", str(file), *asked],
            ["history", str(file), "--json", *asked],
            ["compare", str(file), str(other), *asked],
            ["compare", str(file), str(other), "--json", *asked],
            *(["export", str(file), "--to", form, "-o", str(out), "--force", *asked] for form in FORMS),
            *(
                ["export", str(file), "--to", form, "-o", str(out), "--force", "--partner", partner, *asked]
                for form in OF_ONE_PARTNER
            ),
        ]
        if not asked:
            commands += [["balance", str(file)], ["balance", str(file), "--json"], ["check", str(file)]]
            commands.append(["merge", str(file), str(other), "-o", f"{folder}/c.json"])
        for command in commands:
            yield " ".join(command[:1] + command[2:]), _run(command) + (_read(out) if out.exists() else "")
            out.unlink(missing_ok=True)


def _work_apart(*files: Path) -> None:
    """In each copy every hidden thing gets other words, so that the copies collide on all of them."""
    for at, path in enumerate(files):
        file = open_session(path)
        story = Story.__new__(Story)
        story.session, story.history = file.session, list(file.history)
        for item in file.session.items.values():
            if item.private or item.covered:
                story.do(Set("items", item.id, "text", f"{item.text} {at}"))
        for interest in file.session.interests.values():
            if interest.private:
                story.do(Set("interests", interest.id, "text", f"{interest.text} {at}"))
        for partner in file.session.partners.values():
            story.do(Set("partners", partner.id, "note", f"{NOTE} {at}"))
        file.save(story.session, story.history)
        file.close()


def _run(command: list[str]) -> str:
    said = io.StringIO()
    raw = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(raw), contextlib.redirect_stderr(said), contextlib.suppress(SystemExit):
        main([*command, "--lang", "en"])
        raw.flush()
    return raw.buffer.getvalue().decode() + said.getvalue()


def _read(path: Path) -> str:
    data = path.read_bytes()
    if not zipfile.is_zipfile(path):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return "\n".join(book.read(name).decode() for name in book.namelist())


SOME = settings(max_examples=8, deadline=None)


@SOME
@given(sessions())
def test_no_command_tells_what_is_hidden(found: Session) -> None:
    for asked, told in _outputs(Story(found)):
        for secret in (PRIVATE, COVERED, NOTE):
            assert secret not in told, asked


@SOME
@given(sessions())
def test_what_is_covered_is_not_told_when_the_private_is_asked_for(found: Session) -> None:
    for asked, told in _outputs(Story(found), "--with-private"):
        assert COVERED not in told, asked


@settings(max_examples=40, deadline=None)
@given(sessions())
def test_no_viewer_is_sent_what_is_hidden_at_any_moment(found: Session) -> None:
    story, sight = Story(found), Sight()
    lines = []
    session = Session(id=found.id)
    for entry in story.history:
        after = apply(session, entry.change)
        lines.append((entry, protocol.line(protocol.Taken(sight.of(Changed(after, entry, session)).entry)).decode()))
        session = after
    assert any(PRIVATE in line or COVERED in line for _, line in lines[:1]) is _has_hidden(found)
    for entry, line in lines[1:]:
        for secret in (PRIVATE, COVERED, NOTE):
            assert secret not in line, entry
    shown, steps = sight.whole(story.session, story.history)
    for told in (encode(shown), *(protocol.line(protocol.Taken(each)).decode() for each in steps)):
        for secret in (PRIVATE, COVERED, NOTE):
            assert secret not in told


@settings(max_examples=40, deadline=None)
@given(sessions())
def test_who_may_edit_is_never_sent_what_another_has_covered_and_its_author_is(found: Session) -> None:
    story = Story(found)
    other, author = Veil({"ben-1", "ben"}), Veil({"ana-2", "someone"})
    session = Session(id=found.id)
    for at, entry in enumerate(story.history):
        after = apply(session, entry.change)
        line = protocol.line(protocol.Taken(other.changed(Changed(after, entry, session)).entry)).decode()
        assert at == 0 or COVERED not in line, entry
        session = after
    shown, past = other.session(session), other.history(session, story.history)
    for told in (encode(shown), *(protocol.line(protocol.Taken(each)).decode() for each in past)):
        assert COVERED not in told
    assert (COVERED in encode(author.session(session))) is any(each.covered for each in found.items.values())


def _has_hidden(found: Session) -> bool:
    return any(each.private or each.covered for each in found.items.values()) or any(
        each.private for each in found.interests.values()
    )


def encode(session: Session) -> str:
    return str([encode_record(each) for name in TABLES for each in getattr(session, name).values()])


@settings(max_examples=40, deadline=None)
@given(sessions())
def test_nothing_hidden_is_copied_along_with_a_partner_or_the_board(found: Session) -> None:
    session = Story(found).session
    for partner in session.partners:
        for copy in (as_text, as_markdown):
            for told in (copy(session, "partners", partner), copy(session, "session", "")):
                for secret in (PRIVATE, COVERED, NOTE):
                    assert secret not in told


@pytest.mark.parametrize("form", ["md", "txt", "html", "csv"])
def test_what_is_asked_for_by_name_is_marked(form: str) -> None:
    story = Story(
        Session(
            id="s",
            partners={"a": Partner(id="a", name="De Linde")},
            items={"i": Item(id="i", partner="a", direction="take", text="", private=True)},
            interests={"b": Interest(id="b", partner="a", side="personal", text="", private=True)},
        )
    )
    told = dict(_outputs(story, "--with-private"))
    found = next(text for asked, text in told.items() if f"--to {form}" in asked and "--partner" not in asked)
    lines = [line for line in found.splitlines() if PRIVATE in line]
    assert lines
    assert "private" in found


def test_the_history_marks_each_private_word_it_is_asked_for() -> None:
    item = Item(id="i", partner="a", direction="take", text="", private=True)
    story = Story(Session(id="s", partners={"a": Partner(id="a", name="De Linde")}, items={"i": item}))
    told = dict(_outputs(story, "--with-private"))["history --with-private"]
    lines = [line for line in told.splitlines() if PRIVATE in line]
    assert lines
    assert all("(private)" in line for line in lines)
