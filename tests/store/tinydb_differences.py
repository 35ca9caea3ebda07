"""A pytest plugin for TinyDB's own tests: puts our storage in the place of its own, and knows where they differ."""

from __future__ import annotations

import pytest
import tinydb
import tinydb.storages
from tinydb import TinyDB

from mgtui.store.storage import SessionStorage

NO_FORMAT = "how a session file is written is not up to the caller: every version lays it out alike"
UTF8_ONLY = "a session file is UTF-8, so that it can be read everywhere"
NO_TRACE = "opening a session makes no file or folder, since reading never writes"

DIFFERENCES = {
    "test_middlewares.py::test_caching_json_write": "it looks at a file handle, and between calls we hold none",
    "test_storages.py::test_json": "a session file holds tables of records and nothing else",
    "test_storages.py::test_json_kwargs": NO_FORMAT,
    "test_tinydb.py::test_delete": NO_FORMAT,
    "test_tinydb.py::test_insert_on_existing_db": NO_FORMAT,
    "test_storages.py::test_encoding": UTF8_ONLY,
    "test_storages.py::test_create_dirs": NO_TRACE,
    "test_storages.py::test_json_invalid_mode_warning": "another access mode is an error rather than a warning",
    "test_tables.py::test_table_repr[json]": "it looks for the name of TinyDB's own storage",
}

tinydb.JSONStorage = tinydb.storages.JSONStorage = SessionStorage  # type: ignore[misc,assignment]
TinyDB.default_storage_class = SessionStorage  # type: ignore[assignment]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what differs on purpose; it fails when it no longer does."""
    for item in items:
        reason = DIFFERENCES.get(item.nodeid.rpartition("/")[2])
        if reason:
            item.add_marker(pytest.mark.xfail(reason=reason, strict=True))
