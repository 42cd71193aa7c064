"""Which accounts of one story contradict each other: accusations that are denied, rival accounts, opposite states."""

from whosays.graph.conflicts.disputes import Dispute, disputes
from whosays.graph.conflicts.reading import sides
from whosays.graph.conflicts.side import Party, Side, State
from whosays.graph.conflicts.writer import dispute_triples, why

__all__ = ["Dispute", "Party", "Side", "State", "dispute_triples", "disputes", "sides", "why"]
