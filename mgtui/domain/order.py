"""Places in a list as strings that compare in list order, so that a move changes one record and no other."""

from __future__ import annotations

from itertools import accumulate

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
BASE = len(DIGITS)


def has_room(before: str, after: str) -> bool:
    """Whether a key fits between two: not when they are out of order, or differ by lowest digits only."""
    if not after:
        return True
    return before < after and not (after.startswith(before) and not after[len(before) :].strip(DIGITS[0]))


def between(before: str, after: str) -> str:
    """A key that sorts strictly between two others.

    Args:
        before: the key to come after; empty for the start of the list.
        after: the key to come before; empty for the end of the list.

    Returns:
        A key that never ends in the lowest digit, so that there is always room before it. At the end of a list it
        is the next digit, so that long lists keep short keys.

    Raises:
        ValueError: when there is no room between them.
    """
    if not has_room(before, after):
        raise ValueError("there is no room between these keys")
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
    """`count` keys in order, all between `before` and `after`; short ones, also when they are many.

    Raises:
        ValueError: when there is no room between `before` and `after`.
    """
    if count <= 0:
        return []
    if not after and count < BASE:
        return list(accumulate(range(count - 1), lambda key, _: between(key, ""), initial=between(before, "")))
    middle = between(before, after)
    left = spread((count - 1) // 2, before, middle)
    return [*left, middle, *spread(count - 1 - len(left), middle, after)]


def _digit(key: str, place: int) -> int:
    return DIGITS.index(key[place]) if place < len(key) else 0
