"""Words of claims and figures made comparable: senses, terms, what is measured, over which time."""

from whosays.graph.wording.clauses import is_clause, worded
from whosays.graph.wording.groups_of_people import counted_words, is_subset, names_a_group, same_counted, standing
from whosays.graph.wording.measures import Bearing, bearing, counting, is_amount, is_tabled, measured
from whosays.graph.wording.periods import ALL, period
from whosays.graph.wording.settings import DENIED, EXPECTED, RATE, SOME, marks, of_kind, other_time
from whosays.graph.wording.terms import Token, Wording, meanings, wording
from whosays.graph.wording.word_senses import is_thing, senses, stem

__all__ = [
    "ALL",
    "DENIED",
    "EXPECTED",
    "RATE",
    "SOME",
    "Bearing",
    "Token",
    "Wording",
    "bearing",
    "counted_words",
    "counting",
    "is_amount",
    "is_clause",
    "is_subset",
    "is_tabled",
    "is_thing",
    "marks",
    "meanings",
    "measured",
    "names_a_group",
    "of_kind",
    "other_time",
    "period",
    "same_counted",
    "senses",
    "standing",
    "stem",
    "worded",
    "wording",
]
