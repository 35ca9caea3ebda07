"""A comma-separated list to rows of cells: `,` or `;` by the header, columns in any order, quoted texts over lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from mgtui.documents.formula_guard import unguarded
from mgtui.documents.importing.problems import COLUMNS, BadImport, ImportProblem
from mgtui.documents.importing.rows import MOST_ROWS, Cells

Separator = Literal[",", ";"]

_ALSO: Final = {
    "richting": "direction",
    "tekst": "text",
    "gewicht": "weight",
    "zekerheid": "certainty",
    "soort": "kind",
    "item": "text",
    "herkomst": "origin",
    "privé": "private",
}


class Table(NamedTuple):
    """The rows of a list as typed, what is wrong with those that are not among them, and how decimals are written."""

    rows: list[Cells]
    problems: list[ImportProblem]
    decimal_comma: bool


def read(text: str) -> Table:
    """The rows of the list in `text`.

    Raises:
        BadImport: when the header or the quotes make no sense, so that no row can be read.
    """
    separator = _separator(text)
    records = _records(text, separator)
    first = next(records, None)
    if first is None:
        raise BadImport([ImportProblem("empty")])
    columns = _columns(*first)
    rows, problems = [], []
    for line, cells in records:
        if any(cells[len(columns) :]):
            problems.append(ImportProblem("too_many_cells", line, {"separator": separator}))
        elif any(cells):
            rows.append(Cells(line=line, **dict(zip(columns, cells, strict=False))))
        if len(rows) > MOST_ROWS:
            raise BadImport([ImportProblem("too_many_rows", line, {"limit": str(MOST_ROWS)})])
    return Table(rows, problems, decimal_comma=separator == ";")


def _separator(text: str) -> Separator:
    """What stands between the cells of the header: whichever makes more columns that we know."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    found = {mark: sum(_column(cell.strip('"')) in COLUMNS for cell in header.split(mark)) for mark in ",;"}
    if found[";"] == found[","]:
        return ";" if header.count(";") > header.count(",") else ","
    return ";" if found[";"] > found[","] else ","


def _records(text: str, separator: Separator) -> Iterator[tuple[int, list[str]]]:
    """Each record that is not blank, with the line it begins on and its cells without the spaces around them."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True, skipinitialspace=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error:
            raise BadImport([ImportProblem("bad_quotes", line)]) from None
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield line, [unguarded(cell.strip()) for cell in cells]


def _columns(line: int, header: list[str]) -> list[str]:
    while header and not header[-1]:
        header = header[:-1]
    columns = [_column(cell) for cell in header]
    if not any(column in COLUMNS for column in columns):
        raise BadImport([ImportProblem("no_header", line)])
    problems = [
        ImportProblem("unknown_column", line, {"value": cell})
        for cell, column in zip(header, columns, strict=True)
        if column not in COLUMNS
    ]
    double = sorted({column for column in columns if column in COLUMNS and columns.count(column) > 1})
    problems += [ImportProblem("double_column", line, {"value": column}) for column in double]
    if "partner" not in columns and not problems:
        problems.append(ImportProblem("no_partner_column", line))
    if problems:
        raise BadImport(problems)
    return columns


def _column(cell: str) -> str:
    name = cell.strip().casefold()
    return _ALSO.get(name, name)
