"""Where the names of military units begin and end in a text.

A head ("brigade") is found first, then the words before it are read leftwards: modifiers, names, at last a number.
A head that clubs, companies and offices share ("division", "group") needs a military neighbourhood as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from whosays.extract.lexicon import ordinals, phrases, word_class
from whosays.extract.records import Span
from whosays.extract.units.patterns import NATIONAL, ORDINAL

_ROMAN = re.compile(r"[IVX]{1,6}")
_NUMBER = re.compile(rf"{ORDINAL}|(?:No\.)?\d{{1,4}}|(?i:{'|'.join(ordinals()[:20])})")
_WORD_BEFORE = re.compile(r"([\w’'.-]+|№)[  -]$")
_SAID = phrases("units", "spans", ORDINAL=ORDINAL)
_GUARDS = re.compile(_SAID["GUARDS"])
_STREET = re.compile(_SAID["STREET"])
_STREET_WORDS = frozenset(("street", "road", "avenue", "boulevard"))
_CREATION = re.compile(_SAID["CREATION"])
_QUOTED = re.compile(r" [\"“‘'«]([A-Z][\w’' -]{1,40}?)[\"”’'»]")
_EPITHET = re.compile(r" ([A-Z][a-z’'-]{3,})(?=[.,;:)\n’”]|$| [a-z])")
_NOT_EPITHET = re.compile(_SAID["NOT_EPITHET"])
_NOT_NAME = word_class("no_unit_names")
_NOT_NAME_ENDS = ("'s", "’s", ".", "s’", "s'", "-led", "-backed", "-based")
_NATIONAL_WORD = re.compile(rf"{NATIONAL}|NATO|European|Western|Allied|Rebel|Government")
_WEAK_MODIFIERS = word_class("weak_unit_modifiers")
_FORMAL = word_class("formal_heads")
_LOWER_HEADS = word_class("lower_heads")
_LIST = re.compile(_SAID["LIST"])
_NEIGHBOURHOOD = 200  # characters on each side that tell whether a sentence is military
_MAX_WORDS = 9


@dataclass(frozen=True, slots=True)
class _Reading:
    """The words before a head, read leftwards: where the number and where the first capitalised name begin."""

    number: str | None
    number_start: int
    name_start: int | None
    words: tuple[str, ...]


def headed_spans(text: str) -> Iterator[Span]:
    """Yield the spans of units that end in a head such as "brigade", with the epithet behind it."""
    for match in _heads().finditer(text):
        reading = _read_leftwards(text, match.start())
        if reading.number is not None and _is_numbered_unit(text, match, reading):
            yield reading.number_start, _epithet_end(text, match)
        elif reading.name_start is not None and _is_named_unit(text, match, reading):
            yield reading.name_start, match.end()


def listed_spans(text: str) -> Iterator[tuple[Span, str]]:
    """Yield span and full name of each unit in a list: "the 4th and 7th brigades"."""
    for match in _LIST.finditer(text):
        head = match["head"].rstrip("s") if not match["head"].lower().startswith("corps") else match["head"]
        numbers = list(re.finditer(ORDINAL, match["numbers"]))
        for number in numbers:
            start = match.start("numbers") + number.start()
            end = match.end() if number is numbers[-1] else match.start("numbers") + number.end()
            yield (start, end), f"{number[0]}{match['words']} {head}"


@cache
def _heads() -> re.Pattern[str]:
    heads = sorted(word_class("numbered_heads") | word_class("named_heads"), key=lambda w: (-len(w), w))
    first = "".join(sorted({head[0] for head in heads}))  # looked at alone, as most words begin with another letter
    return re.compile(rf"(?<![\w-])(?=[{first}])(?:brigade combat team|{'|'.join(heads)})\b(?!-)", re.IGNORECASE)


def _read_leftwards(text: str, head_start: int) -> _Reading:
    position, name_start, words = head_start, None, list[str]()
    while len(words) < _MAX_WORDS:
        match = _WORD_BEFORE.search(text, max(0, position - 30), position)
        word = match[1] if match else ""
        if match and (_NUMBER.fullmatch(word) or (_ROMAN.fullmatch(word) and len(word) > len(words[:1]))):
            return _Reading(word, _with_no(text, match.start()), name_start, tuple(words))
        named = _may_name(word) and not (words and word.isupper() and len(word) > 5)
        if not match or not (named or word.lower() in word_class("unit_modifiers")):
            break
        name_start = match.start() if named else name_start
        words.append(word.lower())
        position = match.start()
    return _Reading(None, position, name_start, tuple(words))


def _may_name(word: str) -> bool:
    """Whether a word may be part of a unit's own name; not countries, sentence openers, possessives."""
    capital = word[:1].isupper() or re.match(r"[ae]l-[A-Z]", word) is not None
    return capital and not (
        word in _NOT_NAME or word.endswith(_NOT_NAME_ENDS) or _NATIONAL_WORD.fullmatch(word) is not None
    )


def _with_no(text: str, start: int) -> int:
    match = re.search(r"No\. ?$", text[max(0, start - 4) : start])
    return start - len(match[0]) if match else start


def _is_numbered_unit(text: str, head: re.Match[str], reading: _Reading) -> bool:
    number, kind = reading.number or "", head[0].lower()
    digits, capital = number[:1].isdigit(), head[0][0].isupper()
    if not digits and not number[:1].isupper():
        return False  # "the third brigade" says which one in a row, not which one by name
    if _ROMAN.fullmatch(number):
        return capital and kind in ("corps", "army", "brigade", "battalion", "regiment")
    if kind not in word_class("numbered_heads") and kind != "brigade combat team":
        return False
    if kind == "team" and reading.words[:1] != ("combat",):
        return False
    if number.isdigit() and (not capital or kind in word_class("civilian_heads") or len(number) > 3):
        return False
    formal = capital and (digits or kind == "army")
    return kind not in word_class("civilian_heads") or _military(text, head, reading, formal)


def _military(text: str, head: re.Match[str], reading: _Reading, formal: bool) -> bool:
    """Whether a head that civilians share is military here: by its own modifiers, else by its neighbourhood."""
    if word_class("unit_modifiers") & set(reading.words) - _WEAK_MODIFIERS:
        return True
    around = _neighbourhood(text, reading.number_start, head.end())
    civilian, military = (bool(around & word_class(name)) for name in ("civilian_context", "military_context"))
    return (military and not civilian) or (formal and not civilian and head[0].lower() in _FORMAL)


def _is_named_unit(text: str, head: re.Match[str], reading: _Reading) -> bool:
    kind, capital = head[0].lower(), head[0][0].isupper()
    if kind not in word_class("named_heads") or set(reading.words) & word_class("civilian_names"):
        return False
    if not capital and (kind not in _LOWER_HEADS or _starts_sentence(text, reading.name_start or 0)):
        return False
    if re.match(
        r" (?:Street|Bank|Management|Department|Holdings|Inc|plc|Ltd|AG|SA|CEO|Plc)\b",
        text[head.end() : head.end() + 12],
    ):
        return False
    if kind in ("militia", "platoon", "company", "detachment") and not capital:
        return False
    if kind not in word_class("shared_heads"):
        return True
    around = _neighbourhood(text, reading.name_start or 0, head.end())
    return bool(around & word_class("military_context")) and not around & word_class("civilian_context")


def is_namesake(text: str, start: int, end: int) -> bool:
    """Tell whether a unit's name names something else here: a street, a film, a club of players, an office."""
    streets = _STREET_WORDS & set(text[start:end].lower().split())
    if streets or _STREET.match(text, end) or _CREATION.match(text, end):
        return True
    around = _neighbourhood(text, start, end)
    return bool(around & word_class("sports_context")) and not around & word_class("military_context")


def _neighbourhood(text: str, start: int, end: int) -> set[str]:
    before, after = text[max(0, start - _NEIGHBOURHOOD) : start], text[end : end + _NEIGHBOURHOOD]
    return set(re.findall(r"[a-z-]+", f"{before.rpartition(chr(10))[2]} {after.partition(chr(10))[0]}".lower()))


def _starts_sentence(text: str, start: int) -> bool:
    return bool(re.search(r"(?:^|[.!?:\n“\"‘])\s*$", text[max(0, start - 3) : start]))


def _epithet_end(text: str, head: re.Match[str]) -> int:
    """The end of a name behind the head: "95th Brigade Polissia", "47th Brigade “Magura”"."""
    quoted = _QUOTED.match(text, head.end()) or _GUARDS.match(text, head.end())
    if quoted:
        return quoted.end()
    plain = _EPITHET.match(text, head.end())
    named = plain and head[0][0].isupper() and not _NOT_EPITHET.fullmatch(plain[1])
    return plain.end(1) if plain and named else head.end()
