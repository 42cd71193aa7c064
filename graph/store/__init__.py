"""The knowledge graph: open it, add, remove, review, export.

The names load on first use: reviewing merges knows all of how names are matched.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from whosays.graph.store.folder import is_graph
from whosays.graph.store.knowledge_graph import KnowledgeGraph
from whosays.graph.store.runs import Run, note_run, run_log
from whosays.graph.store.snapshot import copied, state_of
from whosays.graph.store.stored_article import StoredArticle

if TYPE_CHECKING:
    from whosays.graph.store.examination import Examined, examined
    from whosays.graph.store.review import Merge, judge_merge, judge_story, merges, split_off

__all__ = [
    "Examined",
    "KnowledgeGraph",
    "Merge",
    "Run",
    "StoredArticle",
    "copied",
    "examined",
    "is_graph",
    "judge_merge",
    "judge_story",
    "merges",
    "note_run",
    "run_log",
    "split_off",
    "state_of",
]

_LAZY = {
    **dict.fromkeys(("Examined", "examined"), "examination"),
    **dict.fromkeys(("Merge", "judge_merge", "judge_story", "merges", "split_off"), "review"),
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LAZY[name]}"), name)
