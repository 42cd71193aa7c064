"""Whose a military unit is and what it is part of, from its name and the words around it.

The gazetteer gives the country, else "of Ukraine" in the name, "Ukrainian" or "Moscow’s" before it, "of Ukraine"
behind.
"The 2nd Battalion of the 40th Brigade", "the fleet’s 197th Brigade" and "part of" give the whole.  What an article
tells of a unit elsewhere ("the brigade, which Kyiv raised in May") is not read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from whosays.extract.lexicon import countries_in, country_of
from whosays.extract.records import Entity, Span
from whosays.extract.units.extractor import UnitMention, gazetteer_country

_KINDS = r"(?:elite|army|military|navy|armed|special|state|government|rebel|border|mechani[sz]ed|airborne|marine|new)"
_TROOPS = r"(?:troops|soldiers|forces|fighters|marines|paratroopers|servicemen|tanks|units|gunners|pilots|men|army)"
_BEFORE = re.compile(
    rf"((?:[A-Z][\w.’'-]+ ){{1,3}})(?:{_KINDS}[’']?s? ){{0,2}}(?:{_TROOPS} (?:of|from|in|with) (?:the |its )?)?$"
)
_BEHIND = re.compile(r" of (?:the )?((?:[A-Z][\w.’'-]+ ?){1,4})")
_POSSESSIVE = re.compile(r"[’']s?$")
_CAPITALISED = r"(?:[A-Z][\w.’'-]+ ){0,2}"
_OF = re.compile(rf" (?:of|within|inside) (?:the |{_CAPITALISED[:-5]}[’']s ?)?{_CAPITALISED}")
_PART = re.compile(
    r",? (?:(?:which|that|and) (?:is|was|are|were) )?(?:itself )?(?:a |an )?"
    rf"(?:part of|unit of|subunit of|element of|subordinate to|under) (?:the )?{_CAPITALISED}"
)
_OWNING = re.compile(r"[’']s? ")


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A unit's country, and the mention of the unit that it is part of; ``None`` where the words do not tell."""

    unit: Span
    country: str | None
    part_of: Span | None


def affiliations(text: str, units: Sequence[UnitMention]) -> Iterator[Affiliation]:
    """Yield what is told of each unit, in the order of the units, which is that of the text."""
    parents = dict(_parents(text, [unit.span for unit in units]))
    countries = {unit.span: _country(text, unit) for unit in units}
    for unit in units:
        parent = parents.get(unit.span)
        country = countries[unit.span] or (countries[parent] if parent else None)
        yield Affiliation(unit.span, country, parent)


def affiliated(entities: Sequence[Entity], told: Iterable[Affiliation]) -> tuple[Entity, ...]:
    """Return an article's entities with what is told of its units; what is told first holds."""
    at = {mention: entity for entity in entities if entity.type == "MilitaryUnit" for mention in entity.mentions}
    starts = sorted(at)
    known = {entity.id: entity for entity in entities}
    for affiliation in told:
        unit = _meant(affiliation.unit, starts, at)
        whole = _meant(affiliation.part_of, starts, at) if affiliation.part_of else None
        if unit is not None:
            entity = known[unit.id]
            part_of = whole.id if whole is not None and whole.id != unit.id else None
            known[unit.id] = replace(
                entity, country=entity.country or affiliation.country, part_of=entity.part_of or part_of
            )
    return tuple(known.values())


def _meant(span: Span, starts: Sequence[Span], at: Mapping[Span, Entity]) -> Entity | None:
    """Return the unit that has a mention meeting a span."""
    position = bisect_right(starts, span[0], key=lambda mention: mention[1])
    return at[starts[position]] if position < len(starts) and starts[position][0] < span[1] else None


def _country(text: str, unit: UnitMention) -> str | None:
    start, end = unit.span
    before = _BEFORE.search(text, max(0, start - 60), start)
    behind = _BEHIND.match(text, end, end + 80)
    listed = gazetteer_country(text[start:end])
    told: list[list[str]] = [
        [listed] if listed else [],
        sorted(countries_in(text[start:end].partition(" in ")[0])),
        _last_country(before[1]) if before else [],
        sorted(countries_in(behind[1])) if behind else [],
    ]
    return next((countries[0] for countries in told if countries), None)


def _last_country(words: str) -> list[str]:
    """Return the country of the last one or two words of "On Monday South Korea’s"."""
    bare = [_POSSESSIVE.sub("", word) for word in words.split()]
    phrases = (" ".join(bare[-size:]) for size in (2, 1))
    return [country for phrase in phrases if (country := country_of(phrase))][:1]


def _parents(text: str, spans: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    for one, other in pairwise(spans):
        between = text[one[1] : other[0]]
        if len(between) > 60:
            continue
        if _OF.fullmatch(between) or _PART.fullmatch(between):
            yield one, other
        elif _OWNING.fullmatch(between):
            yield other, one
