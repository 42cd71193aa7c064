"""What the command line has a process do for it."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

from whosays.graph import KnowledgeGraph
from whosays.queries import Shape, answer
from whosays.serve.limits.limits import Limits
from whosays.serve.limits.reply import Job, Reply


def ask(graph: KnowledgeGraph, limits: Limits, question: str, params: dict[str, Any], **how: Any) -> Reply:
    """Answer a question of ``whosays query``; ``how`` are its ``form`` and the ``width`` of the terminal."""
    shape = Shape(rows=limits.rows, size=limits.size, **how)
    return Reply(answer(graph.dataset, question, params, shape), {})


JOBS: Final = MappingProxyType[str, Job]({"ask": ask})
