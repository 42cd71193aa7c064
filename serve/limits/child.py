"""The process that answers: it opens the graph for reading, and ends with whoever started it.

A question that needs more memory than was allowed ends it, and so does one that the engine recurses too deep on: both
are seen from the other side.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, Final

from whosays.graph import GraphError, KnowledgeGraph, TooMuchError
from whosays.queries import FormatError, LimitError, QueryError
from whosays.serve.limits.limits import Limits
from whosays.serve.limits.reply import Job, received, send

STACK: Final = 256 << 20  # bytes: parsers and optimisers of queries recurse, on long flat ones too
BEHIND: Final = 10  # of the system's degrees of giving way: a tenth of the time where others want all of it
WATCH: Final = 0.5  # seconds between two looks whether the other side is still there


def main() -> None:
    """Answer until nobody asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_watch, args=(os.getppid(),), daemon=True).start()
    threading.stack_size(STACK)
    worker = threading.Thread(target=_run)
    worker.start()
    worker.join()
    os._exit(0)  # nothing is left to save


def _run() -> None:
    with os.fdopen(os.dup(0), "rb") as questions, os.fdopen(os.dup(1), "wb") as replies:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(2, 1)  # what a library prints stays out of the replies
        try:
            _serve(questions, replies)
        except OSError:  # nobody listens any more
            os._exit(1)


def _serve(questions: BinaryIO, replies: BinaryIO) -> None:
    setup = received(questions)
    if setup is None:
        return
    folder, limits = setup[0]["folder"], Limits(**setup[0]["limits"])
    jobs: Mapping[str, Job] = import_module(setup[0]["jobs"]).JOBS
    try:
        graph = KnowledgeGraph.open(folder, read_only=True, in_memory=setup[0]["in_memory"])
    except GraphError as error:
        send(replies, {"error": "graph", "message": str(error)})
        return
    _allow(limits.memory)
    if setup[0]["gives_way"] and hasattr(os, "nice"):
        os.nice(BEHIND)
    send(replies, {"ready": True})
    while (question := received(questions)) is not None:
        about, body = _answered(graph, limits, jobs, question[0])
        send(replies, about, body)


def _answered(
    graph: KnowledgeGraph, limits: Limits, jobs: Mapping[str, Job], question: Mapping[str, Any]
) -> tuple[dict[str, Any], bytes]:
    try:
        reply = jobs[question["job"]](graph, limits, **question["arguments"])
    except (LimitError, TooMuchError) as error:
        limit = error.limit if isinstance(error, LimitError) else error.what
        return {"error": "limit", "limit": limit, "message": str(error)}, b""
    except MemoryError:
        return {"error": "limit", "limit": "memory", "message": ""}, b""
    except (QueryError, GraphError) as error:
        kind = "format" if isinstance(error, FormatError) else "query" if isinstance(error, QueryError) else "graph"
        return {"error": kind, "message": str(error)}, b""
    except Exception as error:  # a defect: told, and the next question is answered
        return {"error": "defect", "message": f"{type(error).__name__}: {error}"}, b""
    if len(reply.body) > limits.size:
        return {"error": "limit", "limit": "size", "message": str(TooMuchError("size", limits.size))}, b""
    return {"about": dict(reply.about)}, reply.body


def _allow(memory: int) -> None:
    """Keep this process from taking more memory than it has and ``memory`` bytes; where the system can do that."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on every system

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + memory,) * 2)
    except (OSError, ValueError):  # no such file, or the system allows less anyway
        return


def _watch(parent: int) -> None:
    """End with whoever started this process: a question in the engine would go on without them."""
    while os.getppid() == parent:
        time.sleep(WATCH)
    os._exit(1)
