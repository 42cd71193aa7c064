"""Which claims say the same: propositions."""

from whosays.graph.claims.cores import cores
from whosays.graph.claims.matcher import (
    Node,
    Proposition,
    Said,
    evidence,
    frame,
    holders,
    in_the_same_words,
    said,
    same_claim,
    same_frame,
)
from whosays.graph.claims.paraphrase import LONGEST, WEIGHED, laid_side_by_side, log_odds, readable
from whosays.graph.claims.revisions import address, version_triples

__all__ = [
    "LONGEST",
    "WEIGHED",
    "Node",
    "Proposition",
    "Said",
    "address",
    "cores",
    "evidence",
    "frame",
    "holders",
    "in_the_same_words",
    "laid_side_by_side",
    "log_odds",
    "readable",
    "said",
    "same_claim",
    "same_frame",
    "version_triples",
]
