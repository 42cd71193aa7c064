"""The knowledge graph: open it, add, remove, review, export."""

from whosays.graph.store.knowledge_graph import KnowledgeGraph, StoredArticle
from whosays.graph.store.review import Merge, judge_merge, judge_story, merges, split_off

__all__ = ["KnowledgeGraph", "Merge", "StoredArticle", "judge_merge", "judge_story", "merges", "split_off"]
