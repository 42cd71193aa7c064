"""Dates as articles print them, read into ISO 8601; what is ambiguous or impossible is no date.

``03/04/2024`` names two days, "CST" two zones and "Q3" no day: none of them is guessed.  A machine's zero
(``0001-01-01``, the first second of 1970) stands for a date that it did not have.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from whosays.extract.lexicon import phrases

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_SAID = phrases("credits", "dates")
_MONTH = _SAID["MONTH"]
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_MONTH}\s+{_DAY}\s*,?\s+{_YEAR}\b",
        rf"\b{_DAY}(?:\s+of)?[\s-]+{_MONTH}[\s,-]+{_YEAR}\b",
        # as computers print it: "Mon Jan 02 08:00:00 EST 2031"
        rf"\b{_MONTH}\s+{_DAY}\s+(?P<clock>\d\d:\d\d(?::\d\d)?\s+(?:[A-Z]{{2,4}}\s+|[+-]\d{{4}}\s+)?){_YEAR}\b",
        rf"\b{_YEAR}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<![\d/.])(?P<first>\d{{1,2}})(?P<mark>[/.])(?P<second>\d{{1,2}})(?P=mark){_YEAR}\b",
    )
)
_CLOCK = re.compile(_SAID["CLOCK"], re.IGNORECASE)
# Zones that mean one offset wherever they are printed; CST, IST, AST and the like do not.
_ZONES = {
    "z": "+00:00", "gmt": "+00:00", "utc": "+00:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00",
    "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "kst": "+09:00", "jst": "+09:00", "est": "-05:00",
    "edt": "-04:00", "pst": "-08:00", "pdt": "-07:00", "mdt": "-06:00", "aest": "+10:00", "aedt": "+11:00",
}  # fmt: skip
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/-]|$)", re.IGNORECASE)
_ISO = re.compile(
    r"\s*(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?\s*$",
    re.IGNORECASE,
)

_PRESS = range(1605, 2100)  # years in which there are newspapers; the sample's are made up, and of the 2030s
# what systems write where they know no date: the zeros of their calendars, and what people type into a field
_ZEROS = frozenset(("1601-01-01", "1899-12-30", "1899-12-31", "1900-01-01", "1904-01-01", "1970-01-01", "1980-01-01"))
_MIDNIGHT = "00:00:00"


def iso_date(words: str) -> str | None:
    """Return the first date of ``words`` as ISO date, or date-time where a clock time stands with it.

    The zone is given where it is printed and unambiguous, otherwise left out.  ``None`` where there is no
    date.
    """
    for pattern in _DATES:
        match = pattern.search(words)
        day = _day(match) if match else None
        if match and day:
            within = match.groupdict().get("clock", "")
            clock = _clock(f"{words[: match.start()]} | {within} | {words[match.end() :].removeprefix('T')}")
            return f"{day}T{clock}" if clock else day
    return None


def machine_date(value: str) -> str | None:
    """Return a time stamp of metadata as ISO 8601 with its own zone; prose dates as ``iso_date`` does.

    ``None`` too where no newspaper was published then, or where it is the zero of a calendar.
    """
    match = _ISO.match(value)
    found = _stamp(match) if match else iso_date(value)
    return found if found and _is_plausible(found) else None


def _stamp(match: re.Match[str]) -> str | None:
    year, month, day, hour, minute, second, zone = match.groups()
    on = _valid_day(int(year), int(month), int(day))
    at = _valid_time(int(hour), int(minute), int(second or 0)) if hour else None
    return f"{on}T{at}{_offset(zone)}" if on and at else on


def _is_plausible(stamp: str) -> bool:
    """Tell whether a date can be one: the zero of a calendar stands at midnight, in its own zone or in UTC."""
    told = datetime.fromisoformat(stamp)
    if told.year not in _PRESS:
        return False
    days = (told, told if told.tzinfo is None else told.astimezone(UTC))
    return not any(day.date().isoformat() in _ZEROS and day.time().isoformat() == _MIDNIGHT for day in days)


def is_after(stamp: str, saved: str | None) -> bool:
    """Tell whether a date is later than what it was read from was saved, whatever zones both are in.

    The clock of the machine that reads is not asked: the same input is the same article on any day.
    """
    latest = machine_date(saved or "")
    if latest is None:
        return False
    return date.fromisoformat(stamp[:10]) - date.fromisoformat(latest[:10]) > timedelta(days=1)


def noted_late(day: str) -> str:
    """Return the note about a date that ``is_after``."""
    return f"dated {day}, which is after the page was saved: left out"


def url_date(url: str) -> str | None:
    """Return the day that a link's path names (``/2024/12/19/``), or ``None``."""
    match = _URL_DATE.search(url)
    if not match:
        return None
    month = match[2].lower()
    number = int(month) if month.isdigit() else _MONTHS.index(month) + 1 if month in _MONTHS else 0
    return _valid_day(int(match[1]), number, int(match[3]))


def without_date(words: str) -> str:
    """Return words without the dates in them."""
    for pattern in _DATES:
        words = pattern.sub(" ", words)
    return words


def has_only_date(words: str) -> bool:
    """Tell whether nothing but a date, its clock time and their labels stands here."""
    rest = without_date(words)
    if rest == words:
        return False
    rest = _CLOCK.sub(" ", rest)
    return not re.search(r"\w", _LABELS.sub(" ", rest))


_LABELS = re.compile(_SAID["LABELS"], re.IGNORECASE)


def _day(match: re.Match[str]) -> str | None:
    found = match.groupdict()
    year = int(found["year"])
    if "first" in found:
        return _unambiguous_day(year, int(found["first"]), int(found["second"]))
    month = found["month"].lower()
    return _valid_day(year, int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1, int(found["day"]))


def _unambiguous_day(year: int, first: int, second: int) -> str | None:
    if first == second or first > 12:
        return _valid_day(year, second, first)
    return _valid_day(year, first, second) if second > 12 else None


def _valid_day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _valid_time(hour: int, minute: int, second: int) -> str | None:
    try:
        return time(hour, minute, second).isoformat()
    except ValueError:
        return None


def _clock(words: str) -> str | None:
    match = _CLOCK.search(words)
    if not match:
        return None
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    at = _valid_time(hour, int(match["minute"]), int(match["second"] or 0))
    return at + _offset(match["zone"]) if at else None


def _offset(zone: str | None) -> str:
    if not zone:
        return ""
    if zone[0] in "+-":
        digits = zone[1:].replace(":", "").ljust(4, "0")
        return f"{zone[0]}{digits[:2]}:{digits[2:]}"
    return _ZONES.get(zone.lower(), "")
