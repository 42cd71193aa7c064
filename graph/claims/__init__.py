"""Which claims say the same: propositions."""

from whosays.graph.claims.cores import cores
from whosays.graph.claims.matcher import (
    Node,
    Proposition,
    Said,
    evidence,
    frame,
    holders,
    said,
    same_claim,
    same_frame,
)
from whosays.graph.claims.paraphrase import FIRST, LAST, LONGEST, SURELY, WEIGHED, readable
from whosays.graph.claims.revisions import address, version_triples

__all__ = [
    "FIRST",
    "LAST",
    "LONGEST",
    "SURELY",
    "WEIGHED",
    "Node",
    "Proposition",
    "Said",
    "address",
    "cores",
    "evidence",
    "frame",
    "holders",
    "readable",
    "said",
    "same_claim",
    "same_frame",
    "version_triples",
]
