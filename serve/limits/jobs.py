"""What the command line, and Python where it is asked to, has a process do."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import Any, Final

from whosays.graph import KnowledgeGraph
from whosays.queries import Shape, counted_answer, run, why_nothing, why_poor
from whosays.serve.limits.limits import Limits
from whosays.serve.limits.reply import Job, Reply


def ask(graph: KnowledgeGraph, limits: Limits, question: str, params: dict[str, Any], **how: Any) -> Reply:
    """Answer a question of ``whosays query``; ``how`` are its ``form`` and the ``width`` of the terminal."""
    shape = Shape(rows=limits.rows, size=limits.size, **how)
    body, found = counted_answer(graph.dataset, question, params, shape)
    poor = "" if found == 0 else why_poor(graph.dataset, question)
    return Reply(body, {"poor": poor} if found is None else {"rows": str(found), "poor": poor})


def nothing(graph: KnowledgeGraph, limits: Limits, question: str, params: dict[str, Any]) -> Reply:  # noqa: ARG001 - a job's
    """Say why a question has no rows."""
    return Reply(why_nothing(graph.dataset, question, params).encode("utf-8", "backslashreplace"), {})


def rows(graph: KnowledgeGraph, limits: Limits, question: str, params: dict[str, Any]) -> Reply:
    """Answer a question with its columns and rows as data."""
    table = run(graph.dataset, question, params, most=limits.rows)
    return Reply(json.dumps([table.columns, table.rows]).encode(), {})


JOBS: Final = MappingProxyType[str, Job]({"ask": ask, "nothing": nothing, "rows": rows})
