"""What is counted, and how one count bears on another: which measures are parts of which, which merely kin.

``data/measures.tsv`` and ``data/measures_kin.tsv`` are the whole of the rules: a new measure is a new line.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from whosays.graph.wording.groups_of_people import counted_words
from whosays.graph.wording.marks import BODIES, of_kind
from whosays.graph.wording.terms import Token, Wording, meanings, wording
from whosays.graph.wording.units import unit_of
from whosays.resources import listed, read_rows, word_classes

Bearing = Literal["same", "part", "whole", "kin", "other"]

_CIVILIANS: Final = word_classes("graph")["people_moved"]
_FOUND: Final = word_classes("graph")["found_as_dead"]
_COUNTED: Final = "c"  # the role of the words of whom a figure counts
_DYING: Final = frozenset({"die", "perish", "come", "lose"})  # "did not come back", "lost their lives"
_DEAD: Final = frozenset("body corpse dead".split())
_ROWS: Final = read_rows("graph", "measures.tsv", 5)
_NAMES: Final = {name: row[0] for row in _ROWS for name in (row[0], *listed(row[4]))}
# what an event is called in the table, for measures that it does not have ("gunned down", "lost their lives")
_OF_SENSES: Final = {sense: measure for measure, sense, *_ in _ROWS if sense}
_TOLLS: Final = frozenset(row[0] for row in _ROWS if row[2])
_PAIRS: Final = {(row[0], whole) for row in _ROWS for whole in listed(row[3])}
_FAMILIES: Final = [frozenset(row) for row in read_rows("graph", "measures_kin.tsv")]
SIMPLE: Final = frozenset({"killed", "wounded", "missing"})


def is_toll(measure: str) -> bool:
    """Tell whether a later count of a measure is simply a higher one while an event goes on."""
    return measure in _TOLLS


def measure_of(told: str, things: str = "", terms: str = "") -> str:
    """Return the name that stands for a measure: "casualties" is "killed or wounded"; bodies found are killed.

    One that the tables do not name goes by what its ``terms`` mean: "lost their lives" is "killed".
    """
    plain = " ".join(told.lower().split())
    if is_amount(plain) or " per " in plain:
        return plain  # a share of the dead, or the dead of each day, is no count of them
    if plain in _FOUND and _DEAD & counted_words(things):
        return "killed"
    if plain == "moved" and counted_words(things) & _CIVILIANS:
        return "evacuated"
    return _NAMES.get(plain) or (plain if is_tabled(plain) else _meant(wording(terms).tokens) or plain)


def measured(told: str, things: str, terms: str, marks: frozenset[str]) -> str:
    """Return the measure of a figure, read from the words around it too.

    "The bodies of 43 villagers have been found", "nearly 60 are dead or missing", "340 treated patients",
    "70 of those men did not come back".
    """
    measure = measure_of(told, things, terms) if told else ""
    if measure in _FOUND and BODIES in marks:
        return "killed"
    both = next((f"killed or {other}" for other in of_kind("with", marks)), "")
    if measure in SIMPLE:
        return both or measure
    return measure or both or _undergone(terms)


def _undergone(terms: str) -> str:
    """Return the one tabled measure that whom a figure counts are told by, or that is said of them behind it."""
    tokens = wording(terms).tokens
    counted = _meant(token for token in tokens if token.role == _COUNTED)
    return counted or _meant(t for t in tokens if t.says and (t.passive or t.lemma in _DYING))


def _meant(tokens: Iterable[Token]) -> str:
    """Return the name of the one tabled measure that words can mean, nothing where there is none or several."""
    meant = {_OF_SENSES[sense] for token in tokens for sense in meanings(token) if sense in _OF_SENSES}
    return meant.pop() if len(meant) == 1 else ""


def is_beside(measure: str, words: Wording) -> bool:
    """Tell whether a claim only mentions what a measure counts, and says something else.

    "He is to resign over the flood that killed 40" is no count of the dead.
    """
    telling = [token for token in words.tokens if any(_OF_SENSES.get(sense) == measure for sense in meanings(token))]
    said = any(token.says and not token.aside for token in words.tokens)
    return said and bool(telling) and all(token.aside for token in telling)


def is_amount(measure: str) -> bool:
    """Tell whether a measure is a unit, alone or with what is done with so much of it: "usd", "% of voters", "km"."""
    return unit_of(measure) is not None


def counting(measure: str, things: str, alone: str) -> str:
    """Return what the figures of one issue share: a family of measures, or a unit and what there is so much of.

    A figure of which only the one or the other is told shares it with none; it goes by what stands ``alone`` for it.
    """
    unit, words = unit_of(measure), " ".join(sorted(counted_words(things)))
    if unit is None:
        return family(measure) if measure else f"as {alone}"
    return f"{unit} of {words}" if words else f"as {alone}"


def bearing(one: str, other: str) -> Bearing:
    """Return how the first measure bears on the second."""
    if one == other:
        return "same"
    if (one, other) in _PAIRS:
        return "part"
    if (other, one) in _PAIRS:
        return "whole"
    return "kin" if any(one in family and other in family for family in _FAMILIES) else "other"


def family(measure: str) -> str:
    """Return the name of all measures that bear on this one, however indirectly: what one issue holds."""
    return _FAMILY.get(measure, measure)


def is_tabled(measure: str) -> bool:
    """Tell whether the tables know a measure; of one that they do not, only the words are known."""
    return measure in _FAMILY or measure in _NAMES


def _joined() -> dict[str, str]:
    """Return measure to family: the first in order of all that are tied to it."""
    ties = [set(pair) for pair in sorted(_PAIRS)] + [set(found) for found in _FAMILIES]
    groups: list[set[str]] = []
    for tie in ties:
        touched = [group for group in groups if group & tie]
        groups = [group for group in groups if not group & tie] + [set().union(tie, *touched)]
    return {measure: min(group) for group in groups for measure in group}


_FAMILY: Final = _joined()
