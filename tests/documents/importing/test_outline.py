"""A Markdown outline is taken over whole, or every line that isn't understood is told and nothing is taken."""

from __future__ import annotations

import pytest

from mgtui.documents.importing import outline
from mgtui.documents.importing.plan import plan
from mgtui.documents.importing.problems import BadImport
from mgtui.domain.changes import apply
from mgtui.domain.grounding import ground
from mgtui.domain.session import Partner, Session
from tests.documents.importing.test_comma_separated import ids

TABLE = Session(id="s", partners={"l": Partner(id="l", name="De Linde", order="5")})

BY_HEADINGS = """\
# Scholen werven samen

## De Linde
reserve: 2,5

### Halen
- kennis over werving (3)
- rust in de regio (2?, continuïteit)
- gedeelde open dag (?)
- iets voor (oud-)leerlingen

### Brengen
* deel van de autonomie (5, onzeker)
<!-- later meer -->

---
## Het Kompas
**Halen:**
1. een lange tekst die
   verdergaat (4)
"""

AS_LISTS = """\
- de linde
  - Reserve: 2,5
  - halen
    - kennis over werving (3)
    - rust in de regio (2?, continuïteit)
    - gedeelde open dag (?)
    - iets voor (oud-)leerlingen
  - brengen
    - deel van de autonomie (5, onzeker)
- Het Kompas
  - take:
    - een lange tekst die verdergaat (4)
"""

TAKEN = [
    "De Linde 2.5",
    "take kennis over werving 3 firm other",
    "take rust in de regio 2 uncertain continuity",
    "take gedeelde open dag None firm other",
    "take iets voor (oud-)leerlingen None firm other",
    "bring deel van de autonomie 5 uncertain other",
    "Het Kompas 0",
    "take een lange tekst die verdergaat 4 firm other",
]


def taken(text: str) -> list[str]:
    after = apply(TABLE, ground(TABLE, plan(TABLE, text.encode(), "md", ids()).change))
    told = []
    for partner in after.partners_in_order:
        told.append(f"{partner.name} {partner.reserve}")
        for item in (*after.column(partner.id, "take"), *after.column(partner.id, "bring")):
            told.append(f"{item.direction} {item.text} {item.weight} {item.certainty} {item.kind}")
    return told


def wrong(text: str) -> list[tuple[int, str]]:
    with pytest.raises(BadImport) as refused:
        plan(TABLE, text.encode(), "md", ids())
    return [(problem.line, problem.code) for problem in refused.value.problems]


@pytest.mark.parametrize("text", [BY_HEADINGS, AS_LISTS], ids=["headings", "lists"])
def test_partners_columns_and_items_are_read(text: str) -> None:
    assert taken(text) == TAKEN


def test_the_form_in_the_module_is_the_form_that_is_read() -> None:
    documented = (outline.__doc__ or "").split("\n\n")[1]
    text = "\n".join(line.strip() for line in documented.splitlines())
    assert taken(text)[:3] == [
        "De Linde 3",
        "take kennis over werving 3 firm other",
        "take rust in de regio 2 uncertain continuity",
    ]


@pytest.mark.parametrize(
    ("item", "read"),
    [
        ("rust (4)", "rust 4 firm other"),
        ("rust (4?)", "rust 4 uncertain other"),
        ("rust (uncertain)", "rust None uncertain other"),
        ("rust (kennis; onzeker; 2)", "rust 2 uncertain knowledge"),
        ("rust (heel veel)", "rust (heel veel) None firm other"),
        ("rust (4, heel veel)", "rust (4, heel veel) None firm other"),
        ("rust (4, 5)", "rust (4, 5) None firm other"),
        ("(4)", "(4) None firm other"),
        ("rust (in de regio) (4)", "rust (in de regio) 4 firm other"),
        ("[ ] rust", "rust None firm other"),
    ],
)
def test_only_notes_at_the_end_are_notes(item: str, read: str) -> None:
    assert taken(f"# De Linde\n## Halen\n- {item}\n") == ["De Linde 0", f"take {read}"]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("# De Linde\n## Halen\n- rust (9)\n", [(3, "above_scale")]),
        ("# De Linde\n## Halen\n- rust (2,5)\n", [(3, "not_whole")]),
        ("# De Linde\n- rust\n", [(2, "not_understood")]),
        ("Zomaar een brief.\n\nMet alinea's.\n", [(1, "not_understood"), (3, "not_understood")]),
        ("# De Linde\n## Halen\n- rust\n    - meer rust\n", [(4, "item_under_item")]),
        ("## Halen\n- rust\n", [(2, "not_understood")]),
        ("# De Linde\nreserve: veel\n## Halen\n- rust\n", [(2, "not_a_number")]),
        ("---\n", [(0, "empty")]),
    ],
)
def test_a_line_that_is_not_understood_is_told(text: str, problems: list[tuple[int, str]]) -> None:
    assert wrong(text) == problems


def test_windows_line_ends_make_no_difference() -> None:
    assert taken(BY_HEADINGS.replace("\n", "\r\n")) == TAKEN
