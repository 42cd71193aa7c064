"""Which claims say the same: propositions."""

from whosays.graph.claims.apart import are_apart, in_other_regions, ways
from whosays.graph.claims.common_words import overlap, trees, worth_weighing
from whosays.graph.claims.cores import LIKELY, cores
from whosays.graph.claims.likeness import (
    frame,
    in_the_same_words,
    likely_same,
    other_numbers,
    same_claim,
    same_figure,
    same_frame,
)
from whosays.graph.claims.matcher import (
    Node,
    Proposition,
    Said,
    holders,
    said,
)
from whosays.graph.claims.neighbours import Standing, among_neighbours, standings
from whosays.graph.claims.paraphrase import LONGEST, laid_side_by_side, log_odds, read_together, readable
from whosays.graph.claims.revisions import address, version_triples
from whosays.graph.claims.similarity import laid_out, negates_what_is_shared, says_not

__all__ = [
    "LIKELY",
    "LONGEST",
    "Node",
    "Proposition",
    "Said",
    "Standing",
    "address",
    "among_neighbours",
    "are_apart",
    "cores",
    "frame",
    "holders",
    "in_other_regions",
    "in_the_same_words",
    "laid_out",
    "laid_side_by_side",
    "likely_same",
    "log_odds",
    "negates_what_is_shared",
    "other_numbers",
    "overlap",
    "read_together",
    "readable",
    "said",
    "same_claim",
    "same_figure",
    "same_frame",
    "says_not",
    "standings",
    "trees",
    "version_triples",
    "ways",
    "worth_weighing",
]
