"""Where a phrase ends before the time that only tells when something is said: "the army [on Tuesday evening]"."""

from __future__ import annotations

from spacy.tokens import Doc

from whosays.extract.lexicon import word_class, word_set

WEEKDAYS = word_class("weekdays")
PERIODS = word_class("periods") | WEEKDAYS
OF_TIME = word_class("before_periods")
PARTS_OF_DAY = word_set("morning afternoon evening night")
OF_TIME_AND_NOUN = 4  # words at least of a phrase with a time behind it


def before_when(doc: Doc, start: int, end: int) -> int:
    """Return where a phrase of some tokens ends without the time or the day behind it."""
    return _before_time(doc, start, _before_day(doc, start, end) if end - start > 1 else end)


def _before_time(doc: Doc, start: int, end: int) -> int:
    """Return where a phrase ends without the time behind it: "a Gazette report [earlier this month]"."""
    if end - start < OF_TIME_AND_NOUN or doc[end - 1].lower_ not in PERIODS or doc[end - 2].lower_ not in OF_TIME:
        return end
    last = end - 2
    while last - 1 > start and doc[last - 1].lower_ in OF_TIME:
        last -= 1
    return last if doc[last - 1].tag_.startswith("NN") else end


def _before_day(doc: Doc, start: int, end: int) -> int:
    """Return where a phrase ends without the day behind it: "the Korran army [on Tuesday evening]"."""
    last = end - (doc[end - 1].lower_ in PARTS_OF_DAY)
    last -= last > start and doc[last - 1].lower_ in WEEKDAYS
    dated = last < end and doc[min(last, end - 1)].lower_ in WEEKDAYS
    last -= last > start and doc[last - 1].lower_ == "on"
    return last if dated and last > start and doc[last - 1].tag_.startswith("NN") else end
