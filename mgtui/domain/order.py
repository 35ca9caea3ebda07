"""Places in a list as strings that compare in list order, so that a move changes one record and no other."""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
BASE = len(DIGITS)


def between(before: str, after: str) -> str:
    """A key that sorts strictly between two others.

    Args:
        before: the key to come after; empty for the start of the list.
        after: the key to come before; empty for the end of the list.

    Returns:
        A key that never ends in the lowest digit, so that there is always room before it. At the end of a list it
        is the next digit, so that long lists keep short keys.

    Raises:
        ValueError: when `after` is given and does not sort after `before`.
    """
    if after and before >= after:
        raise ValueError("there is no place between keys that are not in order")
    appending = not after
    key = ""
    while True:
        low = _digit(before, len(key))
        high = DIGITS.index(after[len(key)]) if len(key) < len(after) else BASE
        if high - low > 1:
            return key + DIGITS[low + 1 if appending and before else (low + high) // 2]
        key += DIGITS[low]
        if high - low == 1:
            after = ""


def spread(count: int, before: str = "", after: str = "") -> list[str]:
    """`count` keys in order, all between `before` and `after`."""
    keys: list[str] = []
    for _ in range(count):
        keys.append(between(keys[-1] if keys else before, after))
    return keys


def _digit(key: str, place: int) -> int:
    return DIGITS.index(key[place]) if place < len(key) else 0
