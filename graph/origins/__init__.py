"""From how many independent roots a proposition comes."""

from whosays.graph.origins.counting import Voices, origins
from whosays.graph.origins.roots import rooted
from whosays.graph.origins.writer import comparison_triples, expressing, issue_triples, proposition_triples

__all__ = [
    "Voices",
    "comparison_triples",
    "expressing",
    "issue_triples",
    "origins",
    "proposition_triples",
    "rooted",
]
