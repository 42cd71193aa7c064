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
    lines = _POSSESSIVE.sub("", told).splitlines()
    found = {state_of(line) for line in lines} | {
        country
        for line in lines
        if not _OFFICIALS.isdisjoint(plain(line).split()) and (country := without_countries(plain(line))[1])
    }
    found.discard("")
    return next(iter(found)) if len(found) == 1 else ""


def party_at(text: str, span: Span, mentions: Iterable[Mention]) -> Party:
    """Return who is meant by the words at a place: the referent whose words end where these do, or the state."""
    start, end = span
    inside = [(place, referent) for place, referent in mentions if place[0] < end and start < place[1]]
    last = [(place, referent) for place, referent in inside if place[1] >= end]
    found = last or ([] if " and " in text[start:end] else inside[:1] if len(inside) == 1 else [])
    words = " ".join(text[start:end].split())
    return Party(frozenset(referent for _, referent in found), state_of(words), words)
