"""Words of claims and figures made comparable: senses, terms, what is measured, over which time."""

from whosays.graph.wording.display import worded
from whosays.graph.wording.groups_of_people import (
    counted_words,
    head,
    is_subset,
    names_a_group,
    same_counted,
    singular,
    standing,
)
from whosays.graph.wording.marks import (
    CONVERTED,
    DENIED,
    EARLIER,
    EXPECTED,
    RATE,
    SENTENCE,
    SOME,
    SUPPOSED,
    VAGUE,
    days,
    marks,
    of_kind,
    other_time,
    setting,
)
from whosays.graph.wording.measures import Bearing, bearing, counting, is_amount, is_tabled, is_toll, measured
from whosays.graph.wording.surroundings import same_surroundings, surroundings
from whosays.graph.wording.terms import Token, Wording, is_clause, meanings, own_terms, wording
from whosays.graph.wording.units import base_unit, in_base_unit, predicate_of, unit_of
from whosays.graph.wording.word_senses import is_thing, senses

__all__ = [
    "CONVERTED",
    "DENIED",
    "EARLIER",
    "EXPECTED",
    "RATE",
    "SENTENCE",
    "SOME",
    "SUPPOSED",
    "VAGUE",
    "Bearing",
    "Token",
    "Wording",
    "base_unit",
    "bearing",
    "counted_words",
    "counting",
    "days",
    "head",
    "in_base_unit",
    "is_amount",
    "is_clause",
    "is_subset",
    "is_tabled",
    "is_thing",
    "is_toll",
    "marks",
    "meanings",
    "measured",
    "names_a_group",
    "of_kind",
    "other_time",
    "own_terms",
    "predicate_of",
    "same_counted",
    "same_surroundings",
    "senses",
    "setting",
    "singular",
    "standing",
    "surroundings",
    "unit_of",
    "worded",
    "wording",
]
