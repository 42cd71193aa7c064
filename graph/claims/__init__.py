"""Which claims say the same: propositions."""

from whosays.graph.claims.matcher import (
    Node,
    Proposition,
    Said,
    frame,
    holders,
    said,
    same_claim,
    same_frame,
    telling,
)
from whosays.graph.claims.revisions import address, version_triples

__all__ = [
    "Node",
    "Proposition",
    "Said",
    "address",
    "frame",
    "holders",
    "said",
    "same_claim",
    "same_frame",
    "telling",
    "version_triples",
]
