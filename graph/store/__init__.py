"""The knowledge graph: open it, add, remove, review, export.

The names load on first use: reviewing merges knows all of how names are matched.
"""

from typing import TYPE_CHECKING

from whosays.graph.store.folder import is_graph
from whosays.graph.store.knowledge_graph import KnowledgeGraph
from whosays.graph.store.runs import Run, note_run, run_log
from whosays.graph.store.snapshot import copied, place_for_copy, state_of, sweep
from whosays.graph.store.stored_article import StoredArticle
from whosays.lazily import lazily

if TYPE_CHECKING:
    from whosays.graph.store.compaction import Compacted, compact, compact_after
    from whosays.graph.store.examination import Examined, examined
    from whosays.graph.store.review import Merge, judge_merge, judge_story, merges, split_off

__all__ = [
    "Compacted",
    "Examined",
    "KnowledgeGraph",
    "Merge",
    "Run",
    "StoredArticle",
    "compact",
    "compact_after",
    "copied",
    "examined",
    "is_graph",
    "judge_merge",
    "judge_story",
    "merges",
    "note_run",
    "place_for_copy",
    "run_log",
    "split_off",
    "state_of",
    "sweep",
]

__getattr__ = lazily(
    __name__,
    {
        "compaction": "Compacted compact compact_after",
        "examination": "Examined examined",
        "review": "Merge judge_merge judge_story merges split_off",
    },
)
