"""Days and times as a person reads and types them, in the language in use and in this machine's time zone."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from mgtui.locale import Language, language

_MONTHS: dict[Language, tuple[str, ...]] = {
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
# Three letters name a month in either language; Dutch "maart" and English "March" are both "mrt" or "mar" and "maa".
_MONTH_NUMBERS = {name.lower(): number for names in _MONTHS.values() for number, name in enumerate(names, 1)}
_MONTH_NUMBERS["maa"] = 3

_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})\Z")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:[-/.]|\s+)([0-9]{1,2}|[^\W\d_]{3,})\.?(?:(?:[-/.]|\s+)([0-9]{4}))?\Z")
_DAYS_FROM_NOW = {"vandaag": 0, "today": 0, "morgen": 1, "tomorrow": 1, "overmorgen": 2}


class NotADay(ValueError):
    """What was typed can't be read as a day."""


def day(value: date) -> str:
    """A day: "23 nov 2026" in Dutch, "23 Nov 2026" in English."""
    local = value.astimezone() if isinstance(value, datetime) else value
    return f"{local.day} {_MONTHS[language()][local.month - 1]} {local.year}"


def time_of_day(value: datetime, *, seconds: bool = False) -> str:
    """A time of the day here: "14:02", or "14:02:11" with `seconds`."""
    return value.astimezone().strftime("%H:%M:%S" if seconds else "%H:%M")


def moment(value: datetime) -> str:
    """A day and the time on it: "23 nov 2026, 14:02"."""
    return f"{day(value)}, {time_of_day(value)}"


def stopwatch(value: timedelta) -> str:
    """How long something takes or took, in whole seconds: "04:10", "1:04:10"; time overdrawn as "−00:05"."""
    total = round(value.total_seconds())
    minutes, seconds = divmod(abs(total), 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"
    return f"\N{MINUS SIGN}{text}" if total < 0 else text


def typed_day(text: str, today: date | None = None) -> date:
    """The day that a person means by `text`: "2026-11-23", "23-11-2026", "23/11/2026", "23 nov 2026".

    Args:
        text: what was typed.
        today: where given, "23 nov" and "23-11" are understood too, as the first such day from today on, and so are
            "vandaag", "today", "morgen", "tomorrow" and "overmorgen".

    Raises:
        NotADay: `text` is none of those, or names a day that no calendar has.
    """
    bare = text.strip().lower()
    try:
        if today and bare in _DAYS_FROM_NOW:
            return today + timedelta(days=_DAYS_FROM_NOW[bare])
        if found := _YEAR_FIRST.match(bare):
            year, month, day_number = map(int, found.groups())
            return date(year, month, day_number)
        if (found := _DAY_FIRST.match(bare)) and (found[3] or today):
            return _on(int(found[1]), _month(found[2]), int(found[3]) if found[3] else None, today)
    except (ValueError, KeyError) as flaw:
        raise NotADay(text) from flaw
    raise NotADay(text)


def _on(day_number: int, month: int, year: int | None, today: date | None) -> date:
    """That day; in the first year in which it is not over yet where no year was given."""
    if year is not None or today is None:
        return date(year or 0, month, day_number)
    this_year = date(today.year, month, day_number)
    return this_year if this_year >= today else date(today.year + 1, month, day_number)


def _month(name: str) -> int:
    return int(name) if name.isdigit() else _MONTH_NUMBERS[name[:3].lower()]
