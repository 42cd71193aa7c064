"""What the sentence around a figure tells of it: over how long, when, where, of how many, whether it is supposed.

Plain strings, most of a kind and a word: "days 30", "year 2031", "day friday", "place sarn" (with how many
letters its ending has, "place zemria 2"); "vague" (its words give no
number), "some" (others are left out, or come on top), "besides" (they come on top of others), "wave ..." (an attack
on a whole country, ``surroundings.wave``), "rate" (so many each time), "expected" and "supposed", "average",
"bodies" (of so many), "with missing" and "with wounded" (counted in one with the dead), "earlier" (a count that
another one took the place of), "risen" and "lowered" (that took the place of a lower or a higher one), "converted" (an
amount told in another unit); "around ..." and "of ..." have all words that belong to the figure in its sentence, and
those of whom or what it counts (``surroundings``).  Read from the words, as the parse tells
nothing of them; a clause is what stands between marks that end one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anyascii import anyascii

from whosays.extract.lexicon import ordinals, phrases
from whosays.extract.quantities.ellipsis import MOVED
from whosays.extract.quantities.surroundings import surroundings, things, wave
from whosays.extract.syntax import place_ending

_MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS: Final = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_YEAR: Final = re.compile(r"(?<![\d$€£,.])\b((?:1[5-9]|20)\d\d)\b(?![,.]\d|%)")
_MONTH: Final = re.compile(rf"\b({_MONTHS})\b")
_DAY: Final = re.compile(rf"\b({_DAYS})\b")
_SAID = phrases("quantities", "setting", DAYS=_DAYS, MOVED=MOVED)
_SPAN: Final = re.compile(_SAID["SPAN"])
_CENTURY: Final = re.compile(r"\b(\d\d?)(?:st|nd|rd|th)[ -]century\b", re.IGNORECASE)
_CENTURY_IN_WORDS: Final = re.compile(r"\b([a-z]+(?:-first)?)[ -]century\b", re.IGNORECASE)
_ORDINALS: Final = {word: str(place) for place, word in enumerate(ordinals(), 1) if place in range(10, 22)}
_RELATIVE: Final = re.compile(_SAID["RELATIVE"], re.IGNORECASE)
_PLACE: Final = re.compile(_SAID["PLACE"])
_EVERYWHERE: Final = re.compile(_SAID["EVERYWHERE"], re.IGNORECASE)
_EXPECTED: Final = re.compile(_SAID["EXPECTED"])
_SOME_BEFORE: Final = re.compile(_SAID["SOME_BEFORE"], re.IGNORECASE)
_SOME_BEHIND: Final = re.compile(_SAID["SOME_BEHIND"], re.IGNORECASE)
_BESIDES_BEFORE: Final = re.compile(r"\b(?:another|further|additional|extra|other)\s*$", re.IGNORECASE)
_BESIDES_BEHIND: Final = re.compile(r"\s+(?:more|others?|additional|further)\b(?! than\b)", re.IGNORECASE)
_RATE: Final = re.compile(_SAID["RATE"], re.IGNORECASE)
_AVERAGE: Final = re.compile(r"\b(?:average|averag(?:es|ed|ing)|the mean)\b", re.IGNORECASE)
_CLAUSE_END: Final = re.compile(_SAID["CLAUSE_END"])
_BEHIND_END: Final = re.compile(r"[.;:,\"“”—–]|\b(?:who|which|that|when|while|and)\b")
_OPENING: Final = re.compile(r"\s*(?:In|On|Since|During|At|By|After|Before|Last|This|Near|Over|From|Until|Overnight)\b")
_LONGEST_OPENING: Final = 60
_FAR_BEFORE: Final = 200  # characters before a number in which a word says that another one took its place
_LONG, _FEWEST = 5, 3  # letters of a word that a headline begins with a capital; how many of these show one
_NEAR: Final = 40  # characters in which a word says that the figure is one of some
ALL_TIME: Final = 100_000  # days: "since the war began" counts everything
_VAGUE: Final = re.compile(_SAID["VAGUE"], re.IGNORECASE)
_NAME: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BOTH: Final = re.compile(_SAID["BOTH"], re.IGNORECASE)
_OTHER_THAN_DEAD: Final = {"wounded": "wounded", "injured": "wounded", "hurt": "wounded", "missing": "missing"}
_TELLING_DAY: Final = re.compile(_SAID["TELLING_DAY"])
_EARLIER: Final = re.compile(_SAID["EARLIER"], re.IGNORECASE)
_RISEN: Final = re.compile(_SAID["RISEN"], re.IGNORECASE)
_LOWERED: Final = re.compile(_SAID["LOWERED"], re.IGNORECASE)
_CONVERTED: Final = re.compile(r"\d(?:\s?[a-z]+(?:[ -][a-z]+)?)?,?\s?[(\[]$", re.IGNORECASE)
_BODIES: Final = re.compile(r"\b(?:bod(?:y|ies)|corpses?|remains)\s+of\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_TIMES: Final = frozenset(f"{_MONTHS}|{_DAYS}|Today|Winter|Summer|Spring|Autumn|Last|Early|Late".lower().split("|"))
AROUND: Final = 60  # characters before a figure in which its period stands; behind it twice as many

# words, and how many days they cover; the first that is found counts
_PERIODS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), days)
    for pattern, days in (
        (r"\b(?:over|during|at|on|this|last) (?:the )?(?:past |last )?weekend\b", 3),
        (r"\b(?:overnight|in (?:a|one) (?:single )?(?:night|day)|last night|in 24 hours|in the past day)\b", 1),
        (r"\b(?:in|within|over|during) (?:the )?(?:a|one|past|last|first)(?: (?:a|one))? week\b|\bthis week\b", 7),
        (r"\b(?:in|over|within) (?:the )?(?:past |last )?(?:two weeks|fortnight)\b", 14),
        (r"\b(?:in|over|within) (?:the )?(?:a|one|past|last) month\b|\bthis month\b", 30),
        (r"\bin (?:january|february|march|april|may|june|july|august|september|october|november|december)\b", 30),
        (r"\bsince (?:the )?(?:start|beginning) of (?:january|february|march|april|may|june|july|august"
         r"|september|october|november|december)\b", 31),
        (r"\bsince (?:january|february|march|april|may|june|july|august|september|october|november|december)\b", 90),
        (r"\b(?:in|over) (?:the )?(?:past |last |first )?(?:three|four|five|six|several|few) (?:weeks|months)\b", 90),
        (r"\bby the end of \w+\b", 31),
        (r"\b(?:in|over) (?:the )?(?:past |last )?(?:a |one )?year\b|\bthis year\b|\bin (?:19|20)\d\d\b", 365),
        (r"\bsince (?:the|its|their|his|her) \w+", ALL_TIME),
    )
)  # fmt: skip
_OTHERS: Final = re.compile(_SAID["OTHERS"])
_BREAK: Final = re.compile(r"[.;!?\"“”]|’(?!\w)|(?<!\w)‘")  # a quotation or a sentence ends, another may begin
_SUPPOSED: Final = re.compile(r"\b(?:would|could|might|if|should)\b", re.IGNORECASE)


def read_setting(sentence: str, start: int, length: int, of: str = "") -> tuple[str, ...]:
    """Return what the sentence tells of the figure that stands at ``start`` of it, in order; it counts ``of`` them."""
    end = start + length
    around = " ".join(("around", *sorted(surroundings(sentence, start, end))))
    counted = (f"of {told}",) if (told := things(of)) else ()
    return tuple(sorted({around, *counted, *_marks(sentence, start, end)}))


def clause_end(behind: str) -> int:
    """Return how many characters of what stands behind a figure belong to its clause."""
    found = _BEHIND_END.search(behind)
    return found.start() if found else len(behind)


def _marks(sentence: str, start: int, end: int) -> Iterator[str]:
    before, behind = sentence[:start], sentence[end:]
    clause = _clause(before, behind)
    yield from _how_long(sentence, start, end)
    yield from _when(clause)
    yield from _where(clause)
    if _EXPECTED.search(clause):
        yield "expected"
    if _RATE.search(clause):
        yield "rate"
    if _AVERAGE.search(clause):
        yield "average"
    yield from _of_how_many(before, behind)
    if _VAGUE.search(sentence[start:end]):
        yield "vague"
    if _EARLIER.search(before[-_FAR_BEFORE:]):
        yield "earlier"
    elif _RISEN.search(before[-_FAR_BEFORE:]):
        yield "risen"
    elif _LOWERED.search(before[-_FAR_BEFORE:]):
        yield "lowered"
    if _CONVERTED.search(before[-_NEAR:]):
        yield "converted"
    if _BODIES.search(before):
        yield "bodies"
    if counted := _BOTH.match(behind):
        yield f"with {_OTHER_THAN_DEAD[counted[1].lower()]}"


def _of_how_many(before: str, behind: str) -> Iterator[str]:
    near = before[-_NEAR:], behind[:_NEAR]
    if _SOME_BEFORE.search(near[0]) or _SOME_BEHIND.match(near[1]):
        yield "some"
    elif told := wave(_TELLING_DAY.sub(" ", f"{before} 0 {behind}")):
        yield told
    if _BESIDES_BEFORE.search(near[0]) or _BESIDES_BEHIND.match(near[1]):
        yield "besides"


def _clause(before: str, behind: str) -> str:
    """Return the clause around a figure, with the time or place that opens the sentence."""
    own = _CLAUSE_END.split(before)[-1] + " 0 " + _CLAUSE_END.split(behind)[0]
    opening = before.partition(",")[0]
    opens = _OPENING.match(opening) and len(opening) <= _LONGEST_OPENING and opening != before
    return f"{opening} . {own}" if opens and not own.startswith(opening) else own


def _when(told: str) -> Iterator[str]:
    clause = _TELLING_DAY.sub(" ", _SPAN.sub(" ", told))
    yield from (f"year {year}" for year in _YEAR.findall(clause))
    yield from (f"year {century}.." for century in _CENTURY.findall(clause))
    worded = (_ORDINALS.get(word.lower()) for word in _CENTURY_IN_WORDS.findall(clause))
    yield from (f"year {century}.." for century in worded if century)
    yield from (f"month {month.lower()}" for month in _MONTH.findall(clause))
    yield from (f"day {day.lower()}" for day in _DAY.findall(clause))
    yield from (f"day {told.lower()}" for told in _RELATIVE.findall(clause))


def _how_long(sentence: str, start: int, end: int) -> Iterator[str]:
    after = _OTHERS.split(sentence[end : end + 2 * AROUND])[0]
    around = _OTHERS.split(sentence[max(0, start - AROUND) : end])[-1] + after
    days = next((days for text in (after, around) for found, days in _PERIODS if found.search(text)), None)
    if days is not None:
        yield f"days {days}"
    clause = _BREAK.split(sentence[max(0, start - AROUND) : start])[-1] + _BREAK.split(sentence[end : end + AROUND])[0]
    if _SUPPOSED.search(clause):
        yield "supposed"


def _where(clause: str) -> Iterator[str]:
    if _EVERYWHERE.search(clause):
        yield "place world"
    for names in () if _is_title(clause) else _PLACE.findall(clause):
        words = (anyascii(word).lower() for word in _NAME.findall(names) if len(word) > 1)
        yield from (f"place {word} {place_ending(word)}".rstrip() for word in words if word not in _TIMES)


def _is_title(clause: str) -> bool:
    """Tell whether all longer words begin with a capital, so that "Killed in Battle" names no place."""
    words = [word for word in _NAME.findall(clause) if len(word) >= _LONG]
    return len(words) >= _FEWEST and all(word[0].isupper() for word in words)
