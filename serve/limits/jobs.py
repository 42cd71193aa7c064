"""What the command line has a process do for it."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

from whosays.graph import KnowledgeGraph
from whosays.queries import answer
from whosays.serve.limits.limits import Limits
from whosays.serve.limits.reply import Job, Reply


def ask(
    graph: KnowledgeGraph, limits: Limits, question: str, params: dict[str, Any], form: str | None, width: int
) -> Reply:
    """Answer a question in a format of ``whosays query``."""
    body = answer(graph.dataset, question, params, form, rows=limits.rows, size=limits.size, width=width)
    return Reply(body, {})


JOBS: Final = MappingProxyType[str, Job]({"ask": ask})
