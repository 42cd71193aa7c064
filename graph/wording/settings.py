"""What the sentence around a figure tells of it: when, where, of how many, and whether it is only expected.

Marks are plain strings of a kind and a word: "year 2031", "day friday", "place sarn", "name sarn", "event strike";
"some" (others are left out, or come on top), "rate" (so many each time), "expected", and "denied", which no sentence
tells but the stance of whoever holds the figure.  Without a parser, so a clause is what stands between marks that
end one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from whosays.graph.wording.terms import meanings, wording

SOME: Final = "some"
RATE: Final = "rate"
EXPECTED: Final = "expected"
DENIED: Final = "denied"
_MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS: Final = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_YEAR: Final = re.compile(r"(?<![\d$€£,.])\b((?:1[5-9]|20)\d\d)\b(?![,.]\d|%)")
_MONTH: Final = re.compile(rf"\b({_MONTHS})\b")
_DAY: Final = re.compile(rf"\b({_DAYS})\b")
# "since April" reaches into June: how long it is tells ``comparing_periods``
_SPAN: Final = re.compile(
    r"\b(?:since|between|from|until|till|by|through)\b(?: [a-z]+){0,4} (?:(?:[A-Z]\w+|\d{1,2}),? ?){0,2}(?:\d{4})?"
)
_CENTURY: Final = re.compile(r"\b(\d\d?)(?:st|nd|rd|th)[ -]century\b", re.IGNORECASE)
_CENTURY_IN_WORDS: Final = re.compile(r"\b([a-z]+(?:-first)?)[ -]century\b", re.IGNORECASE)
_ORDINALS: Final = {
    word: str(place)
    for place, word in enumerate(
        "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth "
        "twenty-first".split(),
        10,
    )
}
_RELATIVE: Final = re.compile(
    r"\b(yesterday|today|overnight"
    r"|(?:last|this|next|previous|past|following) (?:night|day|week|month|year|quarter|season)"
    r"|(?:year|month|day|night) (?:before|earlier)|a (?:year|month|week) ago)\b",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(
    r"\b(?:in|at|near|outside|off|across|around|on|from|throughout) (?:the )?"
    r"(?:(?:city|town|village|province|region|state|port|capital|north|south|east|west|northern|southern|eastern|western"
    r"|northeast|northwest|southeast|southwest|central) )?(?:of )?((?:[A-Z][\w’'-]+ ?){1,3})"
)
_EVERYWHERE: Final = re.compile(
    r"\b(?:worldwide|nationwide|around the (?:world|globe)|in the world|globally)\b", re.IGNORECASE
)
_EXPECTED: Final = re.compile(
    r"\b(?:will|would|could|might|may|should|shall|if|expect(?:s|ed|ing)?|plan(?:s|ned|ning)?|propos(?:e|es|ed|ing|al)"
    r"|fear(?:s|ed)?|threat(?:s|en|ens|ened|ening)?|project(?:s|ed|ion|ions)|forecasts?|predict(?:s|ed)|intend(?:s|ed)?"
    r"|hop(?:e|es|ed|ing) to|aim(?:s|ed|ing)? (?:to|for)|set to|about to|to be|want(?:s|ed)?|demand(?:s|ed|ing)?"
    r"|seek(?:s|ing)?|sought|offer(?:s|ed)?|ask(?:s|ed|ing)? for|promis(?:e|es|ed)|pledg(?:e|es|ed|ing)|vow(?:s|ed)?"
    r"|at risk)\b|\w[’']ll\b"
)
_SOME_BEFORE: Final = re.compile(
    r"\b(?:another|further|additional|extra|first|last|next|remaining|other|only|except|including|among them|a total of"
    r"(?= \w+ more))\s*$",
    re.IGNORECASE,
)
_SOME_BEHIND: Final = re.compile(
    r"\s+(?:(?:\w+\s+)?(?:more|others?|additional|further)\b"
    r"|of (?:them|those|these|whom|which|the|its|their|his|her)\b)",
    re.IGNORECASE,
)
_RATE: Final = re.compile(
    r"\b(?:(?:a|per|each|every) (?:hour|day|night|week|month|quarter|year)"
    r"|hourly|daily|weekly|monthly|yearly|annual(?:ly)?"
    r"|on average|an? average of|each|apiece|usually|normally|typically)\b",
    re.IGNORECASE,
)
_CLAUSE_END: Final = re.compile(
    r"[;:()\"“”]|\s[–—-]+\s|--|—|, (?:and|but|while|whereas|compared|up|down|or|as|after|when|with|which|who|where)\b"
    r"|\b(?:compared|while|whereas|against|versus)\b|\band (?=(?:\w+ ){0,3}\d)"
)
_OPENING: Final = re.compile(r"\s*(?:In|On|Since|During|At|By|After|Before|Last|This|Near|Over|From|Until|Overnight)\b")
_LONGEST_OPENING: Final = 60
_NEAR: Final = 40  # characters in which a word says that the figure is one of some
_COUNTED: Final = frozenset("kill wound miss capture arrest deploy evacuate treat".split())


def marks(sentence: str, start: int, length: int) -> frozenset[str]:
    """Return what the sentence tells of the figure that stands at ``start`` of it."""
    return frozenset(_marks(sentence, start, start + length))


def other_time(one: frozenset[str], other: frozenset[str]) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return the years, months or days that two figures tell, where they are others; ``None``: they may agree."""
    told = ((of_kind(kind, one), of_kind(kind, other)) for kind in ("year", "month", "day"))
    return next(((mine, theirs) for mine, theirs in told if mine and theirs and mine.isdisjoint(theirs)), None)


def of_kind(kind: str, told: frozenset[str]) -> frozenset[str]:
    """Return the words of the marks of a kind."""
    return frozenset(mark.partition(" ")[2] for mark in told if mark.partition(" ")[0] == kind)


def _marks(sentence: str, start: int, end: int) -> Iterator[str]:
    before, behind = sentence[:start], sentence[end:]
    clause = _clause(before, behind)
    yield from _when(clause)
    yield from _where(clause)
    if _EXPECTED.search(clause):
        yield EXPECTED
    if _RATE.search(clause):
        yield RATE
    if _SOME_BEFORE.search(before[-_NEAR:]) or _SOME_BEHIND.match(behind[:_NEAR]):
        yield SOME
    for token in wording(sentence).tokens:
        if token.name:
            yield from (f"name {key}" for key in token.keys if key.startswith("@"))
        elif token.event and not meanings(token) & _COUNTED:
            yield from (f"event {meaning}" for meaning in meanings(token))


def _clause(before: str, behind: str) -> str:
    """Return the clause around a figure, with the time or place that opens the sentence."""
    own = _CLAUSE_END.split(before)[-1] + " 0 " + _CLAUSE_END.split(behind)[0]
    opening = before.partition(",")[0]
    opens = _OPENING.match(opening) and len(opening) <= _LONGEST_OPENING and opening != before
    return f"{opening} . {own}" if opens and not own.startswith(opening) else own


def _when(told: str) -> Iterator[str]:
    clause = _SPAN.sub(" ", told)
    yield from (f"year {year}" for year in _YEAR.findall(clause))
    yield from (f"year {century}.." for century in _CENTURY.findall(clause))
    worded = (_ORDINALS.get(word.lower()) for word in _CENTURY_IN_WORDS.findall(clause))
    yield from (f"year {century}.." for century in worded if century)
    yield from (f"month {month.lower()}" for month in _MONTH.findall(clause))
    yield from (f"day {day.lower()}" for day in _DAY.findall(clause))
    yield from (f"day {told.lower()}" for told in _RELATIVE.findall(clause))


def _where(clause: str) -> Iterator[str]:
    if _EVERYWHERE.search(clause):
        yield "place world"
    for names in _PLACE.findall(clause):
        for token in wording(f"in {names}").tokens:
            if not token.time:
                yield from (f"place {key}" for key in token.keys if key.startswith("@"))
