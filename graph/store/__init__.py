"""The knowledge graph: open it, add, remove, review, export.

The names load on first use: reviewing merges knows all of how names are matched.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from whosays.graph.store.knowledge_graph import KnowledgeGraph
from whosays.graph.store.runs import Run, note_run
from whosays.graph.store.snapshot import copied, state_of
from whosays.graph.store.stored_article import StoredArticle

if TYPE_CHECKING:
    from whosays.graph.store.review import Merge, judge_merge, judge_story, merges, split_off

__all__ = [
    "KnowledgeGraph",
    "Merge",
    "Run",
    "StoredArticle",
    "copied",
    "judge_merge",
    "judge_story",
    "merges",
    "note_run",
    "split_off",
    "state_of",
]

_REVIEW = ("Merge", "judge_merge", "judge_story", "merges", "split_off")


def __getattr__(name: str) -> Any:
    if name not in _REVIEW:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.review"), name)
