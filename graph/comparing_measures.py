"""What is counted, and how one count bears on another: which measures are parts of which, which merely kin.

The tables are the whole of the rules: a new measure is a new line.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from whosays.graph.propositions_lexicon import is_thing, senses, stem
from whosays.graph.propositions_words import meanings, wording

Bearing = Literal["same", "part", "whole", "kin", "other"]

# the name that stands for all, then other names of the same count
_SAME: Final = """
killed | dead | died | deaths | fatalities | fatally shot | bodies found | killed in action
wounded | injured | hurt
killed or wounded | casualties | dead or wounded | killed and wounded | killed or injured | casualty
killed or missing | dead or missing | dead and missing | killed and missing
treated | treated in hospital | hospitalised | hospitalized
deployed | sent | dispatched | stationed | moved | pushed
to be deployed | to come
destroyed | levelled | razed
swept away | swept
captured | taken prisoner
evacuated | displaced | moved to safety
rescued | saved | pulled out | pulled to safety
arrested | detained | taken into custody
kidnapped | abducted | taken hostage
recruited | enlisted | conscripted
infected | contaminated
executed | put to death
"""
# a part, then what it is a part of: a count of the part cannot be above a count of the whole
_PARTS: Final = """
killed > killed or wounded
wounded > killed or wounded
killed > killed or missing
missing > killed or missing
treated > sick
seen by family doctors > sick
in intensive care > treated
in intensive care > sick
buried > killed
"""
# measures of one family without an order: both counts can hold, whatever they are
_KIN: Final = """
killed wounded missing
treated | seen by family doctors
deployed | to be deployed
destroyed | swept away | damaged | hit
killed or wounded | killed or missing
"""
# whom or what: words for people in general; with another one of these a count is still of people
_PEOPLE: Final = frozenset(
    """
    people person persons human villager resident civilian inhabitant citizen man woman soldier serviceman servicemen
    servicewoman troop troops force forces fighter personnel military victim patient child children adult body bodies
    dead wounded injured casualty fatality worker men women conscript recruit trooper marine army unit units individual
    men other others north south
    """.split()
)
_SUBSET: Final = frozenset("child children woman women officer officers foreigner foreigners conscript medic".split())
_CIVILIANS: Final = frozenset("people person resident villager civilian inhabitant family child woman".split())
# up to the first verb: "were killed or wounded", "of them are dead or missing"; another number ends the search
_BOTH: Final = re.compile(
    r"[^.;:,\d]{0,40}?\b(dead|killed)\s+(?:or|and)\s+(wounded|injured|hurt|missing)\b(?!\s*\d)", re.IGNORECASE
)
_LITTLE: Final = frozenset("the a an of in at and or some its their his her our those these own more other".split())
_FOUND: Final = frozenset("found recovered counted identified discovered".split())
_BODIES: Final = re.compile(r"\b(?:bod(?:y|ies)|corpses?|remains)\s+of\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_CLAUSE_END: Final = re.compile(r"[.;:,\"“”—–]|\b(?:who|which|that|when|while|and)\b")
_DYING: Final = frozenset(map(stem, ("die", "perish", "come", "lose")))  # "did not come back", "lost their lives"
_DEAD: Final = frozenset("body corpse dead".split())
# what an event is called in the tables, for measures that they do not have ("gunned down", "lost their lives")
_OF_SENSES: Final = {
    "kill": "killed", "wound": "wounded", "miss": "missing", "deploy": "deployed", "destroy": "destroyed",
    "capture": "captured", "evacuate": "evacuated", "treat": "treated", "rescue": "rescued", "arrest": "arrested",
    "damage": "damaged", "infect": "infected", "kidnap": "kidnapped", "execute": "executed", "release": "released",
    "recruit": "recruited",
}  # fmt: skip
_WORD: Final = re.compile(r"[^\W_]+")


def _lines(table: str, joint: str) -> list[list[str]]:
    return [[part.strip() for part in line.split(joint)] for line in table.strip().splitlines()]


_NAMES: Final = {name: line[0] for line in _lines(_SAME, "|") for name in line} | {"missing": "missing"}
SIMPLE: Final = frozenset({"killed", "wounded", "missing"})
_PAIRS: Final = {(part, whole) for part, whole in _lines(_PARTS, ">")}
_FAMILIES: Final = [frozenset(line) for line in _lines(_KIN, "|")] + [frozenset({"killed", "wounded", "missing"})]


def measure_of(told: str, of: str = "") -> str:
    """Return the name that stands for a measure: "casualties" is "killed or wounded"; bodies found are killed."""
    plain = " ".join(told.lower().split())
    if plain in _FOUND and _DEAD & counted_words(of):
        return "killed"
    if plain == "moved" and counted_words(of) & _CIVILIANS:
        return "evacuated"
    return _NAMES.get(plain) or (plain if is_tabled(plain) else _by_sense(plain, plain))


def _by_sense(told: str, otherwise: str) -> str:
    """Return the name of the one tabled measure that words can mean, something else where there is none or several."""
    meant = {_OF_SENSES[sense] for token in wording(told).tokens for sense in meanings(token) if sense in _OF_SENSES}
    return meant.pop() if len(meant) == 1 else otherwise


def measured(told: str, of: str, before: str, behind: str) -> str:
    """Return the measure of a figure, read from the words around it too: ``before`` and ``behind`` are its sentence's.

    "The bodies of 43 villagers have been found", "nearly 60 are dead or missing", "340 treated patients",
    "70 of those men did not come back".
    """
    measure = measure_of(told, of)
    if measure in _FOUND and _BODIES.search(before):
        return "killed"
    if measure in SIMPLE:
        return together(behind) or measure
    return measure or together(behind) or _by_sense(of, "") or _undergone(_CLAUSE_END.split(behind)[0])


def _undergone(words: str) -> str:
    """Return the one tabled measure that a clause says of its subject: what is done to it, or that it died."""
    said = [token for token in wording(words).tokens if token.says and (token.passive or token.stem in _DYING)]
    meant = {_OF_SENSES[sense] for token in said for sense in meanings(token) if sense in _OF_SENSES}
    return meant.pop() if len(meant) == 1 else ""


def together(words: str) -> str | None:
    """Return the measure of two that words behind a figure count in one: "dead or missing", "killed and wounded"."""
    found = _BOTH.match(words)
    return measure_of(f"{_NAMES[found[1].lower()]} or {_NAMES[found[2].lower()]}") if found else None


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


def counted_words(of: str) -> frozenset[str]:
    """Return the words of whom or what is counted, bare and lower case."""
    return frozenset(_thing(word) for word in map(_bare, _WORD.findall(of.lower())) if word not in _LITTLE)


def same_counted(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two counts can be of the same: the same things, or people under different words for people."""
    if not one or not other:
        return True
    mine, theirs = one - _PEOPLE, other - _PEOPLE
    if one & _PEOPLE and other & _PEOPLE:
        return not mine or not theirs or bool(mine & theirs)
    return bool(mine & theirs) or bool(one & other)


def is_subset(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether the first counts only some of those whom the second counts: children among people."""
    return bool(one & _SUBSET) and not other & _SUBSET


def _thing(word: str) -> str:
    """Return the word that stands for things of several names: homes and houses."""
    things = sorted(sense for sense in senses(stem(word)) if is_thing(sense)) if word not in _PEOPLE else []
    return things[0] if len(things) == 1 else word


def _bare(word: str) -> str:
    if word == "bodies":
        return "body"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
