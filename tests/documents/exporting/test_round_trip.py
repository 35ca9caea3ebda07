"""What export wrote, import reads back equal: as a list, as Markdown and as data, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from mgtui import locale
from mgtui.documents.exporting.forms import Wish, export
from mgtui.documents.importing.plan import Form, plan
from mgtui.documents.markdown_text import escaped, heading, unescaped
from mgtui.domain.changes import apply
from mgtui.domain.grounding import ground
from mgtui.domain.scale import amounts
from mgtui.domain.session import TABLES, Item, Partner, Session
from mgtui.locale import LANGUAGES, Language
from mgtui.locale.safe_text import safe
from tests.documents.exporting.tables import table

LISTS: tuple[Form, ...] = ("csv", "md")
OWN = ("id", "order", "author", "covered", "interests", "note", "dropped_reason")


def ids() -> Callable[[], str]:
    """Ids that no record has."""
    numbers = count()
    return lambda: f"new{next(numbers)}"


def read_back(session: Session, form: Form, *, with_private: bool = False) -> Session:
    """An empty session after taking over what `session` is as `form`."""
    data = export(session, Wish(form=form, with_private=with_private))
    empty = Session(id="empty", scale=session.scale)
    return apply(empty, ground(empty, plan(empty, data, form, ids()).change))


def board(session: Session) -> list[object]:
    """What a list can say of a session: partners with reserves in their order, and items in theirs."""
    names = {partner.id: partner.name for partner in session.partners.values()}
    rows: list[object] = [(partner.name, partner.reserve) for partner in session.partners_in_order]
    for partner in session.partners_in_order:
        for item in (*session.column(partner.id, "take"), *session.column(partner.id, "bring")):
            said = {name: getattr(item, name) for name in item.__struct_fields__ if name not in (*OWN, "partner")}
            rows.append((names[item.partner], *said.values()))
    return rows


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", LISTS)
def test_a_list_comes_back_as_it_was(form: Form, language: Language) -> None:
    locale.use(language)
    session = table()
    assert board(read_back(session, form)) == board(session)


@pytest.mark.parametrize("form", LISTS)
def test_a_list_written_in_one_language_is_read_in_the_other(form: Form) -> None:
    session = table()
    locale.use("nl")
    data = export(session, Wish(form=form))
    locale.use("en")
    empty = Session(id="empty", scale=session.scale)
    assert board(apply(empty, ground(empty, plan(empty, data, form, ids()).change))) == board(session)


@pytest.mark.parametrize("form", LISTS)
def test_what_is_private_comes_back_private(form: Form) -> None:
    session = table()
    session = replace(session, items={key: replace(item, private=True) for key, item in session.items.items()})
    assert board(read_back(session, form, with_private=True)) == board(session)


def test_data_comes_back_record_by_record() -> None:
    session = table()
    back = read_back(session, "json")
    for name in TABLES:
        then, now = getattr(session, name), getattr(back, name)
        assert then.keys() == now.keys()
        for key, record in then.items():
            order = {"order": now[key].order} if hasattr(record, "order") else {}
            assert replace(record, **order) == now[key]
    assert board(back) == board(session)
    assert (back.title, back.ambition) == (session.title, session.ambition)


def test_exporting_what_was_read_back_gives_the_same_data() -> None:
    session = table()
    again = replace(read_back(session, "json"), id=session.id)
    assert export(again, Wish(form="json")) == export(session, Wish(form="json"))


LINES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=30)
TEXTS = LINES.map(lambda text: safe(text).strip()).filter(lambda text: bool(text) and "\0" not in text)
WEIGHTS = st.none() | st.decimals(min_value=0, max_value=10**9, places=3)


@pytest.mark.parametrize("form", LISTS)
@given(name=TEXTS, text=TEXTS, weight=WEIGHTS, reserve=st.decimals(-1000, 1000, places=2))
def test_any_name_text_and_amount_comes_back(
    form: Form, name: str, text: str, weight: Decimal | None, reserve: Decimal
) -> None:
    session = Session(
        id="s",
        scale=amounts("euro"),
        partners={"p": Partner(id="p", name=name, order="5", reserve=reserve)},
        items={"x": Item(id="x", partner="p", direction="take", text=text, order="5", weight=weight)},
    )
    assert board(read_back(session, form)) == board(session)


@given(text=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=40))
def test_markdown_shows_any_text_and_gives_it_back(text: str) -> None:
    shown = safe(text, newline="\n")
    assert "\n" not in escaped(text)
    assert unescaped(escaped(text)) == shown
    assert unescaped(heading(text, ("halen",))) == shown


def test_editing_around_the_board_of_a_report_does_no_harm() -> None:
    session = table()
    report = export(session, Wish(form="md")).decode()
    edited = report.replace("<!-- mgtui: board -->", "Wat meer uitleg.\n\n<!-- mgtui: board -->") + "\nEn nog iets.\n"
    empty = Session(id="empty", scale=session.scale)
    back = apply(empty, ground(empty, plan(empty, edited.encode(), "md", ids()).change))
    assert board(back) == board(session)
