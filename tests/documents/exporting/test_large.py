"""A session of a thousand items goes out whole in every form; how long that takes is measured in the benchmarks."""

from __future__ import annotations

import pytest

from mgtui.documents.exporting.forms import FORMS, Form, Wish, export
from tests.documents.exporting.tables import large


@pytest.mark.parametrize("form", FORMS)
def test_a_thousand_items_go_out_in_every_form(form: Form) -> None:
    session = large()
    wish = Wish(form=form, before=(session.meetings["e"], large(900)))
    assert len(export(session, wish)) > 10_000
