"""Bytes of a list to text: UTF-8 of bounded size, with or without a byte order mark, or a reason why not."""

from __future__ import annotations

import codecs
from typing import Final

from mgtui.documents.importing.problems import BadImport, ImportProblem

LARGEST: Final = 4 * 1024 * 1024
"""How many bytes a list may have."""

_OTHER_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def text_of(data: bytes) -> str:
    """The text that `data` holds.

    Raises:
        BadImport: it is too large, empty, or no UTF-8 text.
    """
    if len(data) > LARGEST:
        raise BadImport([ImportProblem("too_large", details={"limit": str(LARGEST)})])
    for mark, encoding in _OTHER_MARKS:
        if data.startswith(mark):
            raise BadImport([ImportProblem("other_encoding", details={"encoding": encoding})])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadImport([ImportProblem("not_utf8", _line_of(data, error.start))]) from None
    if "\0" in text:
        raise BadImport([ImportProblem("null", text.count("\n", 0, text.index("\0")) + 1)])
    if not text.strip():
        raise BadImport([ImportProblem("empty")])
    return text


def _line_of(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1
