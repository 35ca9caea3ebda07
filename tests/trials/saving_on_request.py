"""A process that saves once for each number it is given, and says what came of it: "saved" or why not.

Run as `python -m tests.trials.saving_on_request FILE`. Minutes pass between saves on its clock, so that each keeps a
version and lets the oldest go: all that a save can do is in every one of them.
"""

from __future__ import annotations

import sys

from mgtui.store.errors import StoreError
from mgtui.store.storage import SessionStorage
from tests.store.clock import Clock
from tests.store.saving_loop import tables


def main(file: str) -> None:
    """Save until there are no more numbers."""
    clock = Clock()
    storage = SessionStorage(file, clock=clock)
    print("ready", flush=True)
    for line in sys.stdin:
        clock.pass_by(minutes=2)
        try:
            storage.write(tables(int(line)))
        except StoreError as error:
            print(error.code, flush=True)
        else:
            print("saved", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
