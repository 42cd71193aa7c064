"""Bylines: "By Jane Doe and John Roe, Political Editor", "By AFP", "BY JANE DOE Associated Press"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from whosays.extract.articles.publishers import agency_like, outlet_named
from whosays.extract.lexicon import phrases, word_class

_SAID = phrases("credits", "bylines")
_OPENING = re.compile(_SAID["OPENING"], re.IGNORECASE)
_ASIDE = re.compile(_SAID["ASIDE"], re.IGNORECASE)
_BEHIND = re.compile(_SAID["BEHIND"], re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*[,;]\s*(?:and\s+|with\s+)?|\s+(?:and|And|AND|&|with|WITH)\s+")
_WHERE = re.compile(r"\s+(?:in|IN|at|AT|near)\s+[^\W\d_a-z].*$")
_FOR = re.compile(r"\s+(?:for|For|FOR|of|OF)\s+(?P<name>(?:the\s+|The\s+)?[^\W\d_a-z].*)$")
_PARTICLES = word_class("particles")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_ROLE = re.compile(_SAID["ROLE"], re.IGNORECASE)
# Capitalised words that open a sentence or a phrase, never a person's name.
_NO_NAME = word_class("no_names") | word_class("byline_words") | word_class("months") | word_class("weekdays")
# Months that people are called by too: "April Roe".
_GIVEN_MONTHS = frozenset(("april", "may", "june", "august"))
# "By CWS": nobody is called so; agencies are.
_ACRONYM = re.compile(r"[A-Z]{2,6}")
# In a name that is not in capitals altogether: a body ("AMP Project"), or a place in a team ("FB"), but not "JD Roe".
_LONG_CAPITALS = re.compile(r"\b(?!III\b)[A-Z]{3,}\b")
_SHORT_CAPITALS = re.compile(r"\s(?!(?:II|IV|VI|JR|SR)\b)[A-Z]{2}\b")
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Byline:
    """Who a byline names: persons in order, the agency, and the outlet with the words that name it."""

    authors: tuple[str, ...] = ()
    agency: str | None = None
    outlet: str | None = None
    outlet_words: str | None = None


def read_byline(line: str) -> Byline | None:
    """Read one line as a byline; ``None`` where it is none, or a sentence that merely begins with "By"."""
    opening = _OPENING.match(line)
    if not opening or len(line) > _LONGEST or _is_sentence(line):
        return None
    named = _BEHIND.sub("", _ASIDE.split(line[opening.end() :], maxsplit=1)[0].strip(" .,:"))
    found = Byline()
    for part in filter(None, _SEPARATOR.split(named)):
        read = _part(part)
        if read is None and found == Byline() and not _ROLE.search(part):
            return None
        found = _joined(found, read or Byline())
    return found if named else None


def person_named(words: str) -> str | None:
    """Return a person's full name as it is written in text, or ``None`` where this cannot be one."""
    tokens = words.split()
    capitalised = [token for token in tokens if token.lower() not in _PARTICLES or token[0].isupper()]
    if not 2 <= len(tokens) <= 6 or not 2 <= len(capitalised) <= 4 or _ROLE.search(words):
        return None
    if any(not _WORD.fullmatch(t) or not t[0].isupper() for t in capitalised):
        return None
    if not words.isupper() and (_LONG_CAPITALS.search(words) or _SHORT_CAPITALS.search(words)):
        return None
    if any(t.lower() in _NO_NAME and not (at == 0 and t.lower() in _GIVEN_MONTHS) for at, t in enumerate(capitalised)):
        return None
    return words.title() if words.isupper() else words


def _is_sentence(line: str) -> bool:
    return line.endswith((".", "?", "!", ":")) and not re.search(r"\b(?:[JS]r|[A-Z])\.$", line) and line.count(" ") > 6


def _part(part: str) -> Byline | None:
    part = _WHERE.sub("", part).strip()
    agency = agency_like(part) or (part if _ACRONYM.fullmatch(part) and not outlet_named(part) else None)
    if agency:
        return Byline(agency=agency)
    house = _FOR.search(part)
    if house and person_named(part[: house.start()]):
        read = _part(house["name"]) or Byline(outlet=house["name"], outlet_words=house["name"])
        return _joined(Byline(authors=_persons(part[: house.start()])), read)
    if outlet_named(part):
        return Byline(outlet=outlet_named(part), outlet_words=part)
    return _with_house(part) or (Byline(authors=_persons(part)) if person_named(part) else None)


def _with_house(part: str) -> Byline | None:
    """Read "Jane Doe Associated Press": a name and, unpunctuated, a known house."""
    tokens = part.split()
    for at in range(2, len(tokens)):
        head, tail = " ".join(tokens[:at]), " ".join(tokens[at:])
        agency, outlet = agency_like(tail), outlet_named(tail)
        if person_named(head) and (agency or outlet):
            return Byline(_persons(head), agency, None if agency else outlet, None if agency else tail)
    return None


def _persons(words: str) -> tuple[str, ...]:
    person = person_named(words)
    return (person,) if person else ()


def _joined(first: Byline, second: Byline) -> Byline:
    return Byline(
        first.authors + second.authors,
        first.agency or second.agency,
        first.outlet or second.outlet,
        first.outlet_words or second.outlet_words,
    )
