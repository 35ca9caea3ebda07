"""What trials start from: programs that start at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.terminal.warm import Nursery


@pytest.fixture(scope="module")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    """Where programs in terminals come from; what they export by chance lands in a folder of its own."""
    with Nursery(tmp_path_factory.mktemp("desk")) as opened:
        yield opened
