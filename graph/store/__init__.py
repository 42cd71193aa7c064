"""The knowledge graph: open it, add, remove, review, export; a copy of it that stays as it is."""

from whosays.graph.store.knowledge_graph import KnowledgeGraph, StoredArticle
from whosays.graph.store.review import Merge, judge_merge, merges, split_off
from whosays.graph.store.snapshot import copied, state_of

__all__ = ["KnowledgeGraph", "Merge", "StoredArticle", "copied", "judge_merge", "merges", "split_off", "state_of"]
