"""What trials start from: programs that start at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.terminal.warm import Nursery


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    """Where programs in terminals come from."""
    with Nursery() as opened:
        yield opened
