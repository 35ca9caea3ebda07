"""What is copied as Markdown reads well, hides what is private, and can be taken in again."""

from __future__ import annotations

from mgtui.documents.copying import as_markdown
from tests.tui import sessions


def test_an_item_is_one_line_with_what_is_known_of_it() -> None:
    session = sessions.schools()
    item = next(iter(session.items.values()))
    text = as_markdown(session, "items", item.id)
    assert text.startswith(f"- {item.text} (")
    assert "\n" not in text


def test_a_partner_is_its_name_and_both_its_columns() -> None:
    session = sessions.schools()
    partner = session.partners_in_order[0]
    text = as_markdown(session, "partners", partner.id)
    assert text.startswith(f"### {partner.name}")
    assert text.count("####") == 2


def test_the_board_names_every_partner_and_nothing_private() -> None:
    session = sessions.schools()
    text = as_markdown(session, "session", session.id)
    assert text.startswith(f"# {session.title}")
    assert all(partner.name in text for partner in session.partners.values())
    assert not any(item.text in text for item in session.items.values() if item.private or item.covered)
