"""The words of time: months, weekdays, ordinals, units, and the patterns that ``extract.time.timex`` resolves."""

from __future__ import annotations

import re
from functools import cache

from whosays.extract.lexicon import ordinals, phrases

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SMALL = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30, "few": 3,
    "several": 3, "couple of": 2, "couple": 2,
}  # fmt: skip
TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
STEPS = {
    **dict.fromkeys(("last", "previous"), -1),
    **dict.fromkeys(("this", "the same", "same", "that", "current", "the current"), 0),
    **dict.fromkeys(("next", "coming", "upcoming", "the coming", "following"), 1),
}
_SAID = phrases("time", "patterns")
_MONTH = _SAID["MONTH"]
_WEEKDAY = _SAID["WEEKDAY"]
_SPELLED = "|".join(word.replace("-", "[- ]") for word in sorted(ordinals(), key=len, reverse=True))
_NUMBERED = r"\d{1,2}(?:st|nd|rd|th)"
_DAY = rf"(?P<day>(?:{_NUMBERED}|\d{{1,2}}|(?i:{_SPELLED}))\b)"
_DAY2 = rf"(?P<day2>(?:{_NUMBERED}|\d{{1,2}})\b)"
_YEAR = r"(?P<year>(?:1[0-9]|20)\d\d)\b"
_NUMBER = r"(?P<count>\d{1,3}|" + "|".join(word for word in sorted(SMALL, key=len, reverse=True) if word) + ")"
_STEP = r"(?P<step>last|previous|this|the same|same|that|the current|current|next|the coming|coming|upcoming|following)"
_UNIT = r"(?P<unit>day|week|weekend|month|quarter|year|decade|century)"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_NTH = r"(?P<nth>first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|final)"
_OF = r"(?:,? | of |, of )"
_TO = r"(?: ?[-–—] ?| to | and | through | until | till )"
_INTO = r"(?:the )?"
_UNITS = "hour|day|week|month|year"
_WAY = "(?P<way>last|past|previous|next|coming|following)"
_FROM = "(?P<way>ago|from now|from today)"
_WHOLE = rf"(?:{_STEP} (?P<whole>year|month)|{_YEAR}|(?P<month>{_MONTH})(?:{_OF}(?P<month_year>(?:19|20)\d\d)\b)?)"
_HOURS = r"(?: (?:morning|afternoon|evening|night|lunchtime|at (?:noon|dawn|midnight)))?"
_NEAR = _SAID["NEAR"]
_WEEK_OF = r"(?:(?: |, | of | on )(?P<week>last|next|this|previous|the coming) week)?"

_QUARTER = r"(?:Q(?P<q>[1-4])|(?P<nth>first|second|third|fourth|last) quarter)"
_HALF = r"(?:H(?P<h>[12])|(?P<nth>first|second|last) half)"
_YEARED = rf"(?: of|,)? (?:the )?(?:{_YEAR}|{_STEP} year)"
_MORE = _NUMBER.replace("<count", "<count2")
_PATTERNS = (  # name of what resolves it, pattern; of two that begin together the longer one holds
    ("days", rf"(?:from |between )?(?P<month>{_MONTH}) {_DAY}{_TO}{_DAY2}(?:,? {_YEAR})?"),
    ("days", rf"(?:from |between )?(?:the )?{_DAY}{_TO}(?:the )?{_DAY2}(?: of)? (?P<month>{_MONTH})(?:,? {_YEAR})?"),
    ("days_of", rf"(?:from |between )?(?:the )?{_DAY}{_TO}(?:the )?{_DAY2}(?: of| in)? {_STEP} month"),
    ("date", rf"(?:{_WEEKDAY},? )?{_INTO}(?P<month>{_MONTH}) {_INTO}{_DAY}(?:,? {_YEAR})?"),
    ("date", rf"(?:{_WEEKDAY},? )?{_INTO}{_DAY}\.?(?: of)? (?P<month>{_MONTH})(?:,? (?:of )?{_YEAR})?"),
    ("numeric", r"(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<m>\d{1,2})(?P=mark)(?P<d>\d{1,2})"),
    ("numeric", r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)"),
    ("nth", rf"{_INTO}{_NTH} (?P<weekday>{_WEEKDAY}|week)(?: of| in|,)? (?:the )?{_WHOLE}"),
    ("of_month", rf"{_INTO}{_DAY} of {_STEP} month"),
    ("quarter", rf"{_INTO}{_QUARTER}(?:{_YEARED})?"),
    ("quarter", rf"{_YEAR[:-2]},? ?(?:the )?{_QUARTER}"),
    ("half", rf"{_INTO}{_HALF}{_YEARED}"),
    ("half", rf"{_YEAR[:-2]} ?H(?P<h>[12])"),
    ("season", rf"{_STEP} {_SEASON}"),
    ("season", rf"{_INTO}{_SEASON}(?: of|,)? {_YEAR}"),
    ("month_year", rf"{_INTO}(?P<month>{_MONTH}) ?,?(?: of)? (?:{_YEAR}|{_STEP} year)"),
    ("month_year", rf"{_YEAR} ?,? (?P<month>{_MONTH})"),
    ("stepped_month", rf"{_STEP} (?P<month>{_MONTH})"),
    ("weekday_date", rf"(?P<weekday>{_WEEKDAY}),? the {_DAY}"),
    ("weekday", rf"(?P<week>last|next|this|previous) week(?: on)? (?P<weekday>{_WEEKDAY})"),
    ("weekday", rf"(?:(?P<step>last|next|this|past|previous|coming) )?(?P<weekday>{_WEEKDAY}){_HOURS}{_WEEK_OF}"),
    ("deictic", r"(?:the )?day (?:before yesterday|after tomorrow)|yesterday|tomorrow|today|tonight|last night"),
    ("deictic", r"overnight|this (?:morning|afternoon|evening)"),
    ("beyond", r"(?:the )?(?P<unit>week|month|year|weekend) (?P<way>after (?:the )?next|before last)"),
    ("window", rf"(?:within |over |in |during |for )?(?:the )?{_WAY} {_NUMBER}[ -]?(?P<unit>{_UNITS}|decade)s?"),
    ("window", rf"(?P<way>within) {_NUMBER} (?P<unit>{_UNITS})s?"),
    ("ago", rf"(?:a )?{_NUMBER} (?P<unit>{_UNITS}|decade)s?(?:,?(?: and)? {_MORE} (?P<unit2>{_UNITS})s?)? {_FROM}"),
    ("in", rf"in (?:about )?{_NUMBER} (?P<unit>{_UNITS})s?(?=[ ,]*(?:$|[.;!?”\"]| that\b| when\b))"),
    ("rolling", r"the past (?P<unit>day|week|month|year|decade)|past (?P<unit2>day)"),
    ("clipped", r"(?P<which>earlier|later) (?:in|on in) the (?P<unit>week|month|year)"),
    ("clipped", r"(?:the )?(?P<which>end|start|beginning|middle) of the (?P<unit>week|month|year)"),
    ("clipped", r"(?:the )?(?P<which>rest) (?:of )?(?:the |this )(?P<unit>week|month|year)"),
    ("stepped", rf"{_INTO}{_STEP} {_UNIT}"),
    ("weekend", r"(?:over |at |on |during )?the weekend|weekend"),
    ("decade", rf"the (?:(?P<decade>(?:1[0-9]|20)\d0)[’']?s|[’']?(?P<short>\d0)[’']?s|(?P<tens>{'|'.join(TENS)}))"),
    ("century", r"(?:the )?(?P<number>\d{1,2})(?:st|nd|rd|th) +century"),
    (
        "years",
        r"(?:(?:from|between|in) )?(?P<one>(?:19|20)\d\d)(?: ?[-–] ?| to | and | through )(?P<two>(?:19|20)\d\d)",
    ),
    ("month", rf"(?P<month>{_MONTH})"),
    ("year", rf"(?<![\d,]){_YEAR}(?![,.]\d|s\b)"),
)
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?<![\w/.$€£])(?<!\d-)(?:{words})(?![\w/])", re.IGNORECASE)) for name, words in _PATTERNS
)
_OF_MONTHS = frozenset(("days", "date", "month_year", "stepped_month", "month"))
_OF_WEEKDAYS = frozenset(("weekday", "weekday_date"))
_ANY_MONTH = re.compile(rf"\b{_MONTH}", re.IGNORECASE)
_ANY_WEEKDAY = re.compile(rf"\b{_WEEKDAY}", re.IGNORECASE)
_ANY_OTHER = re.compile(
    rf"\d{{4}}|\d0[’']?s|\d[-/.]\d|\b(?:day|week|month|year|hour|decade|centur|quarter|spring|summer|autumn|fall|winter"
    rf"|yesterday|tomorrow|today|tonight|night|morning|afternoon|evening|Q[1-4]|H[12]|{'|'.join(TENS)})|night",
    re.IGNORECASE,
)
NEAR = re.compile(rf"\b{_NEAR}[ -](?:the )?$")
NAME_OR_COUNT = re.compile(r" [A-Z][a-z]| (?!that|when|and|or|but|in|at|by|with|after|before|as|to|for|on|the)[a-z]")
ABBREVIATED = re.compile(r"(?:\b[A-Za-z]{3}|Sept|Tues|Thurs?)\.$")
PARTS = {"start": "early", "beginning": "early", "end": "late", "middle": "mid"}
EARLY = re.compile(_SAID["EARLY"], re.IGNORECASE)
JOINS = re.compile(r"(?: ?[-–—] ?| to | and | through | until | till )(?:the )?", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?P<way>between|from) (?:the )?$", re.IGNORECASE)
SINCE = re.compile(r"\b(?P<way>since|until|till|up to)(?: (?:early|late))? (?:the )?$", re.IGNORECASE)
AHEAD = re.compile(_SAID["AHEAD"])


def fitting(text: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns that can match in a text at all, told by three quick looks at it."""
    month, weekday, other = (bool(look.search(text)) for look in (_ANY_MONTH, _ANY_WEEKDAY, _ANY_OTHER))
    return _fitting(month, weekday, other or weekday)


@cache
def _fitting(month: bool, weekday: bool, other: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, pattern)
        for name, pattern in PATTERNS
        if (month if name in _OF_MONTHS else weekday if name in _OF_WEEKDAYS else other)
    )


# "in 2019 ... the next year": counted from the year told
AFTER_STEPS = {"next": 1, "following": 1, "same": 0, "previous": -1, "preceding": -1}
AFTER_THAT = re.compile(rf"\b(?:in |during )?the (?P<way>{'|'.join(AFTER_STEPS)}) (?P<unit>year)\b", re.IGNORECASE)
TOLD_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
