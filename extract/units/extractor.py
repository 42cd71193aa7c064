"""Military units and services of a Doc, by the patterns of their names and a gazetteer.

Numbered formations in any spelling ("116th separate mechanized brigade", "II Corps", "Task Force 58"), named ones
("Storm Corps"), services ("Ukrainian Air Force").  Short later mentions ("the brigade", "the 95th") are left to
coreference.  The country before a numbered unit is no part of its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from whosays.extract.lexicon import ordinals
from whosays.extract.pipeline import columns, matches
from whosays.extract.records import Span
from whosays.extract.units.patterns import FORMATIONS, SERVICES, SHORT
from whosays.extract.units.spans import headed_spans, is_namesake, listed_spans
from whosays.resources import read_rows

_NUMBERED = re.compile(r"(?<!\w)\d{1,4}(?:st|nd|rd|th) $")
_SUBUNIT = re.compile(r"(?:Battalion|Company|Battery|Squadron|Platoon|Troop)$")

_CAPITAL = re.compile(r"[A-Z\d]\w*|\bal-")  # what names begin with, "al-Qassam Brigades" too


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A military unit as named at one place; ``name`` is the normal form ("116th Separate Mechanized Brigade")."""

    span: Span
    name: str


def units(doc: Doc) -> Iterator[UnitMention]:
    """Yield the military units named in a Doc, in text order, none overlapping; a longer reading wins.

    Names without a number that the entity recogniser takes for part of a longer outlet or person are left out.
    """
    taken = [(e.start_char, e.end_char) for e in doc.ents if e.label_ in ("Outlet", "Person")]
    for mention in find_units(columns(doc).whole):
        start, end = mention.span
        numbered = mention.name[0].isdigit()
        if numbered or not any(s <= start and end <= e and (s, e) != (start, end) for s, e in taken):
            yield mention


def find_units(text: str) -> list[UnitMention]:
    """Return the military units named in a text, in order."""
    starts = [match.start() for match in _CAPITAL.finditer(text)]
    named = (match for pattern in (_gazetteer(), SHORT, SERVICES) for match in matches(pattern, text, starts))
    spans = [_with_number(text, match.span()) for match in (*named, *FORMATIONS.finditer(text))]
    mentions = [UnitMention(span, unit_name(text[slice(*span)])) for span in [*spans, *headed_spans(text)]]
    mentions += [UnitMention(span, unit_name(name)) for span, name in listed_spans(text)]
    own = [mention for mention in _longest(mentions) if not is_namesake(text, *mention.span)]
    return list(_joined(text, own))


def _with_number(text: str, span: Span) -> Span:
    """Take the number before a name in: "2nd Royal Gurkha Rifles"."""
    number = _NUMBERED.search(text, max(0, span[0] - 8), span[0])
    return (number.start(), span[1]) if number else span


def unit_name(words: str) -> str:
    """Return the normal form of a unit's name: digits, title case, American spelling, no quotation marks."""
    words = re.sub(r"[\"“”‘«»]|’(?!\w)|'(?!\w)", "", re.sub(r"\s+", " ", words)).strip()
    words = re.sub(r"^[Tt]he |\bNo\. ?(?=\d)", "", words)
    parts = [_part(part) for part in words.split(" ")]
    return " ".join(parts)


def _part(word: str) -> str:
    lower = word.lower()
    if lower in ordinals()[:20]:
        return ordinal(ordinals().index(lower) + 1)
    if re.fullmatch(r"\d+(?:st|nd|rd|th|d),?", lower):
        return ordinal(int(re.sub(r"\D", "", lower))) + ("," if word.endswith(",") else "")
    for british, american in (
        ("mechanis", "mechaniz"),
        ("motoris", "motoriz"),
        ("armour", "armor"),
        ("defence", "defense"),
    ):
        word = re.sub(f"{british[0].upper()}{british[1:]}", american.capitalize(), word.replace(british, american))
    return word if not word.islower() or word in ("of", "the", "and") else word[0].upper() + word[1:]


def ordinal(number: int) -> str:
    """Return a number as an ordinal in digits ("22nd")."""
    teen = 10 <= number % 100 <= 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _longest(mentions: list[UnitMention]) -> list[UnitMention]:
    kept: list[UnitMention] = []
    for mention in sorted(mentions, key=lambda m: (m.span[0], -m.span[1])):
        if not kept or mention.span[0] >= kept[-1].span[1]:
            kept.append(mention)
        elif mention.span[1] - mention.span[0] > kept[-1].span[1] - kept[-1].span[0]:
            kept[-1] = mention
    return kept


def _joined(text: str, mentions: list[UnitMention]) -> Iterator[UnitMention]:
    """A subunit and the unit it belongs to, set off by a comma, are one name: "1st Battalion, 5th Marines"."""
    pending: UnitMention | None = None
    for mention in mentions:
        if pending and text[pending.span[1] : mention.span[0]] == ", " and _SUBUNIT.search(pending.name):
            span = (pending.span[0], mention.span[1])
            pending = UnitMention(span, unit_name(text[slice(*span)]))
            continue
        if pending:
            yield pending
        pending = mention
    if pending:
        yield pending


def gazetteer_country(name: str) -> str | None:
    """Return the country of a unit that the gazetteer knows, ``None`` where it is unknown or one of many."""
    country = _gazetteer_rows().get(name.replace("’", "'"))
    return None if country == "many" else country


@cache
def _gazetteer_rows() -> dict[str, str]:
    return {row[0]: row[1] for row in read_rows("extract", "units.tsv", 2)}


@cache
def _gazetteer() -> re.Pattern[str]:
    names = sorted(_gazetteer_rows(), key=lambda n: (-len(n), n))
    pattern = "|".join(re.escape(name).replace("'", "['’]") for name in names)
    return re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)(?! [A-Z]\w+ (?:Bank|Company|League)\b| of the [a-z])")
