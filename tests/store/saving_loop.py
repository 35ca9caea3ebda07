"""A process that saves the session it is given again and again, saying each time what is now acknowledged as saved.

Run as `python -m tests.store.saving_loop FILE FIRST [COUNT]`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mgtui.store.storage import SessionStorage

SIZE = 200


def tables(number: int) -> dict[str, dict[str, dict[str, int | str]]]:
    """A session in which every item carries `number`, so that a mixture of two would show."""
    return {"items": {str(item): {"text": "kennis over werving", "number": number} for item in range(1, SIZE + 1)}}


def number_in(path: Path) -> int:
    """The one number that all items of the session at `path` carry."""
    read = SessionStorage(path, "r").read()
    assert read is not None
    numbers = {record["number"] for record in read["items"].values()}
    assert len(read["items"]) == SIZE
    assert len(numbers) == 1
    return int(numbers.pop())


def main(file: str, first: str, count: str = "1000000") -> None:
    """Saves from number `first` on, `count` times."""
    storage = SessionStorage(file)
    storage.read_bytes()
    print("ready", flush=True)
    for number in range(int(first), int(first) + int(count)):
        storage.write(tables(number))
        print(number, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
