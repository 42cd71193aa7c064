"""Who is meant by some words: the state that they name, or whose forces, and the referents that stand there."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Final, TypeAlias

from whosays.graph.conflicts.side import Party
from whosays.graph.names import governed_from, plain, without_countries
from whosays.resources import listed, read_records, word_classes

Span: TypeAlias = tuple[int, int]
Mention: TypeAlias = tuple[Span, str]

_CLASSES: Final = word_classes("graph")
_OF_STATES: Final = _CLASSES["of_states"] | _CLASSES["of_every_state"] | _CLASSES["of_its_forces"]
_OFFICIALS: Final = _CLASSES["officials"]
_NO_OFFICIAL: Final = _CLASSES["not_in_office"] | {"opposition"}
FIELD: Final = 2  # words for what an official does: "deputy [foreign affairs] minister"
LONGEST_STATE: Final = 4  # words of a state's name, at most
_POSSESSIVE: Final = re.compile(r"[’']s?(?= |$)")


def state_of(words: str) -> str:
    """Return the state that some words name, or whose forces or offices: "Zemrian shelling", "the army of Zemria"."""
    seat = _seats().get(words.strip().lower().removeprefix("the "))
    if seat:
        return seat
    form = plain(_POSSESSIVE.sub("", words)).removeprefix("the ")
    rest, country = without_countries(form)
    if not country:
        return governed_from(form)
    left = [word for word in rest.split() if word not in ("s", "the", "of")]
    return country if not left or not _OF_STATES.isdisjoint(left[-1:]) or not _OF_STATES.isdisjoint(left[:1]) else ""


@functools.cache
def _seats() -> dict[str, str]:
    """Return the states by the buildings that stand for their governments."""
    rows = read_records("gazetteer", "countries.tsv")
    return {seat.lower(): plain(row["country"]) for row in rows for seat in listed(row["seats"])}


def spoken_for(told: str) -> str:
    """Return the state whose official somebody is of these names and roles: "Zemrian President Ola Lund"."""
    lines = [line for line in _POSSESSIVE.sub("", told).splitlines() if _NO_OFFICIAL.isdisjoint(plain(line).split())]
    found = {state_of(line) for line in lines} | {_state_before_or_behind(plain(line).split()) for line in lines}
    found.discard("")
    return next(iter(found)) if len(found) == 1 else ""


def _state_before_or_behind(words: list[str]) -> str:
    """Return the state in "zemrian foreign minister ola lund" and "president of zemria", but not of "zemria tech"."""
    for at, word in enumerate(words):
        if word in _OFFICIALS:
            for start in range(max(0, at - FIELD - LONGEST_STATE), at):
                rest, state = without_countries(" ".join(words[start:at]))
                if state and len(rest.split()) <= FIELD:
                    return state
            if words[at + 1 : at + 2] in (["of"], ["for"]):
                rest, state = without_countries(" ".join(words[at + 2 :]).removeprefix("the "))
                if state and not rest:
                    return state
    return ""


def party_at(text: str, span: Span, mentions: Iterable[Mention]) -> Party:
    """Return who is meant by the words at a place: the referent whose words end where these do, or the state."""
    start, end = span
    inside = [(place, referent) for place, referent in mentions if place[0] < end and start < place[1]]
    last = [(place, referent) for place, referent in inside if place[1] >= end]
    found = last or ([] if " and " in text[start:end] else inside[:1] if len(inside) == 1 else [])
    words = " ".join(text[start:end].split())
    return Party(frozenset(referent for _, referent in found), state_of(words), words)
