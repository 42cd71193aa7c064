"""What each pattern of ``extract.time.patterns`` means: from the words that it matched to a stretch of the calendar."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from whosays.extract.lexicon import ordinals
from whosays.extract.time import calendar
from whosays.extract.time.calendar import Period
from whosays.extract.time.patterns import MONTHS, PARTS, SEASONS, SMALL, STEPS, TENS, WEEKDAYS

_FURTHER = 400  # years from the article's day beyond which a bare number is no year


@dataclass(frozen=True, slots=True)
class Found:
    """What a pattern matched, the article's day if known, and whether the sentence looks ahead there."""

    match: re.Match[str]
    today: date | None
    ahead: bool

    def get(self, name: str) -> str:
        """Return a part of the match in lower case, empty where it has none."""
        return (self.match.groupdict().get(name) or "").lower()

    @property
    def now(self) -> date:
        """The article's day; raises ``UnknownDayError`` where it is unknown."""
        if self.today is None:
            raise UnknownDayError
        return self.today

    def year(self) -> int | None:
        """The year told in digits or in steps from this one."""
        told = self.get("year") or self.get("month_year")
        if told:
            return int(told)
        return self.now.year + STEPS[self.get("step")] if self.get("step") else None


class UnknownDayError(Exception):
    """The words hang on the article's day, and that is unknown."""


def _month(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def _day(words: str) -> int:
    digits = re.sub(r"\D", "", words)
    return int(digits) if digits else ordinals().index(words.replace(" ", "-")) + 1


def _count(words: str) -> int:
    return int(words) if words.isdigit() else SMALL[words]


def _nearest(found: Found, make: Callable[[int], Period | None]) -> Period | None:
    """Return the last such period up to the article's day, or the next one where the sentence looks ahead."""
    today = found.now
    made = [period for number in range(today.year - 8, today.year + 9) if (period := make(number))]
    past = [period for period in made if period.start and period.start <= today]
    coming = [period for period in made if period.end and period.end >= today]
    return next(iter(coming), None) if found.ahead else past[-1] if past else None


def _date(found: Found) -> Period | None:
    month, number = _month(found.get("month")), _day(found.get("day"))
    told = found.year()
    if told is not None:
        return calendar.valid_day(told, month, number)
    return _nearest(found, lambda year: calendar.valid_day(year, month, number))


def _days(found: Found) -> Period | None:
    month, first, last = _month(found.get("month")), _day(found.get("day")), _day(found.get("day2"))

    def make(year: int) -> Period | None:
        one, other = calendar.valid_day(year, month, first), calendar.valid_day(year, month, last)
        return calendar.between(one, other) if one and other and first < last else None

    told = found.year()
    return make(told) if told is not None else _nearest(found, make)


def _days_of(found: Found) -> Period | None:
    on = calendar.add(found.now, "month", STEPS[found.get("step")])
    days = [calendar.valid_day(on.year, on.month, _day(found.get(name))) for name in ("day", "day2")]
    return calendar.between(days[0], days[1]) if days[0] and days[1] else None


def _numeric(found: Found) -> Period | None:
    if found.get("m"):
        return calendar.valid_day(int(found.get("year")), int(found.get("m")), int(found.get("d")))
    first, second, year = int(found.get("first")), int(found.get("second")), int(found.get("year"))
    if first != second and max(first, second) <= len(MONTHS):
        return None
    month, number = (second, first) if first > len(MONTHS) or first == second else (first, second)
    return calendar.valid_day(year, month, number) if month <= len(MONTHS) else None


def _whole(found: Found) -> Period | None:
    """Return the month or year of "the third week of ...", "the first Friday of ..."."""
    if found.get("whole"):
        return calendar.around(found.get("whole"), found.now, STEPS[found.get("step")])
    if found.get("month"):
        return _month_of_year(found)
    return calendar.year(int(found.get("year")))


def _nth(found: Found) -> Period | None:
    whole, nth = _whole(found), found.get("nth")
    if whole is None or whole.start is None or whole.end is None:
        return None
    last, weekday = nth in ("last", "final"), found.get("weekday")
    steps = -1 if last else _day(nth) - 1
    if weekday == "week":
        edge = whole.end if last else whole.start + timedelta(6 if whole.start.weekday() > _THURSDAY else 0)
        return calendar.around("week", edge, 0 if last else steps)
    offset = (WEEKDAYS.index(weekday[:3]) - whole.start.weekday()) % 7
    days = [whole.start + timedelta(offset + 7 * i) for i in range(53)]
    inside = [one for one in days if one <= whole.end]
    return calendar.day(inside[steps]) if steps < len(inside) else None


def _of_month(found: Found) -> Period | None:
    on = calendar.add(found.now, "month", STEPS[found.get("step")])
    return calendar.valid_day(on.year, on.month, _day(found.get("day")))


def _quarter(found: Found) -> Period | None:
    nth = found.get("nth")
    number = int(found.get("q") or 0) or (4 if nth in ("last", "final") else _day(nth))
    told = found.year()
    return (
        calendar.quarter(told, number) if told is not None else _nearest(found, lambda y: calendar.quarter(y, number))
    )


def _half(found: Found) -> Period | None:
    number = int(found.get("h") or 0) or (1 if found.get("nth") == "first" else 2)
    told = found.year()
    return None if told is None else calendar.half(told, number)


def _season(found: Found) -> Period | None:
    told = found.year()
    return None if told is None else Period(None, None, "season", f"{told:04}-{SEASONS[found.get('season')]}")


def _month_of_year(found: Found) -> Period | None:
    month, told = _month(found.get("month")), found.year()
    return (
        calendar.month(told, month) if told is not None else _nearest(found, lambda year: calendar.month(year, month))
    )


def _stepped_month(found: Found) -> Period | None:
    """ "Last May" is the one before this year's, "this May" this year's, "next May" the one still to come."""
    month, today, step = _month(found.get("month")), found.now, STEPS[found.get("step")]
    if step > 0:
        return calendar.month(today.year + (month <= today.month), month)
    return calendar.month(today.year - (step < 0), month)


def _weekday_date(found: Found) -> Period | None:
    number, weekday = _day(found.get("day")), WEEKDAYS.index(found.get("weekday")[:3])
    near = (
        calendar.add(found.now, "month", step) for step in ((0, 1, -1, 2, -2) if found.ahead else (0, -1, 1, -2, 2))
    )
    days = (calendar.valid_day(month.year, month.month, number) for month in near)
    return next((one for one in days if one and one.start and one.start.weekday() == weekday), None)


def _weekday(found: Found) -> Period | None:
    today, weekday = found.now, WEEKDAYS.index(found.get("weekday")[:3])
    week, step = found.get("week"), found.get("step")
    monday = today - timedelta(today.weekday())
    if week:
        return calendar.day(monday + timedelta(weekday + 7 * STEPS[week.removeprefix("the ")]))
    back = (today.weekday() - weekday) % 7
    if step in ("last", "past", "previous"):
        return calendar.day(today - timedelta(back or 7))
    if step:
        return calendar.day(monday + timedelta(weekday + (0 if step == "this" else 7)))
    return calendar.day(today + timedelta(-back % 7) if found.ahead else today - timedelta(back))


def _deictic(found: Found) -> Period | None:
    words = found.match[0].lower().removeprefix("the ")
    if words == "overnight":
        return calendar.span(found.now - timedelta(1), found.now)
    steps = {"day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1, "day after tomorrow": 2}
    return calendar.day(found.now + timedelta(steps.get(words, 0)))


def _beyond(found: Found) -> Period | None:
    return calendar.around(found.get("unit"), found.now, 2 if found.get("way").startswith("after") else -2)


def _window(found: Found) -> Period | None:
    count, unit, way = _count(found.get("count")), found.get("unit"), found.get("way")
    forward = way in ("next", "coming", "following", "within")
    if unit == "decade":
        steps = (1, count) if forward else (-count, -1)
        return calendar.between(*(calendar.around("decade", found.now, step) for step in steps))
    start = found.now if way == "within" else found.now + timedelta(1)
    last = calendar.add(found.now, unit, count)
    return calendar.span(start, last) if forward else calendar.span(calendar.add(found.now, unit, -count), found.now)


def _ago(found: Found) -> Period | None:
    sign = -1 if found.get("way") == "ago" else 1
    on = calendar.add(found.now, found.get("unit"), sign * _count(found.get("count")))
    if found.get("unit2"):
        on = calendar.add(on, found.get("unit2"), sign * _count(found.get("count2")))
    return calendar.day(on)


def _in(found: Found) -> Period | None:
    """ "In three weeks" is a day where the sentence looks ahead, else how long it took."""
    on = calendar.add(found.now, found.get("unit"), _count(found.get("count")))
    return calendar.day(on) if found.ahead else None


def _clipped_whole(found: Found) -> Period | None:
    whole = calendar.around(found.get("unit"), found.now)
    which = found.get("which")
    if which in PARTS:
        return calendar.part(whole, PARTS[which])
    return calendar.clipped(whole, found.now, before=which == "earlier")


def _rolling(found: Found) -> Period | None:
    unit = found.get("unit") or found.get("unit2")
    if unit == "day":
        return calendar.day(found.now - timedelta(1))
    return calendar.span(calendar.add(found.now, unit, -1), found.now)


def _stepped(found: Found) -> Period | None:
    return calendar.around(found.get("unit"), found.now, STEPS[found.get("step")])


def _weekend(found: Found) -> Period | None:
    """The weekend is the last one that has begun, or this week's where the sentence looks ahead."""
    begun = found.now.weekday() >= WEEKDAYS.index("sat")
    return calendar.around("weekend", found.now, 0 if begun or found.ahead else -1)


def _decade(found: Found) -> Period | None:
    tens = found.get("tens")
    short = found.get("short") or (str(10 * TENS.index(tens) + 20) if tens else "")
    first = int(found.get("decade") or 0) or (1900 if int(short) > found.now.year % 100 else 2000) + int(short)
    return calendar.years(first, 10, "decade")


def _century(found: Found) -> Period | None:
    return calendar.years(100 * int(found.get("number")) - 100, 100, "century")


def _years(found: Found) -> Period | None:
    one, two = int(found.get("one")), int(found.get("two"))
    return calendar.between(calendar.year(one), calendar.year(two)) if one < two else None


def _year(found: Found) -> Period | None:
    number = int(found.get("year"))
    near = found.today is None or abs(number - found.today.year) <= _FURTHER
    return calendar.year(number) if near else None


_THURSDAY = WEEKDAYS.index("thu")
RESOLVERS: dict[str, Callable[[Found], Period | None]] = {
    "date": _date, "days": _days, "days_of": _days_of, "numeric": _numeric, "nth": _nth, "of_month": _of_month,
    "quarter": _quarter, "half": _half, "season": _season, "month_year": _month_of_year, "month": _month_of_year,
    "stepped_month": _stepped_month, "weekday_date": _weekday_date, "weekday": _weekday, "deictic": _deictic,
    "beyond": _beyond, "window": _window, "ago": _ago, "in": _in, "rolling": _rolling, "clipped": _clipped_whole,
    "stepped": _stepped, "weekend": _weekend, "decade": _decade, "century": _century, "years": _years, "year": _year,
}  # fmt: skip
