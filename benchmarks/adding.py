"""One article more with all that a person waits for, its summary too, and the page: graphs of two sizes compared."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.press import Press
from benchmarks.processes import spend
from whosays.building import BuildReport
from whosays.graph import KnowledgeGraph
from whosays.graph.view import draw, gather
from whosays.summary import summarise

PART = 4  # the smaller graph holds this part of the larger one's articles


def adding(folder: Path, articles: int) -> dict[str, Any]:
    """Return what one article more costs with its summary, and what reading it alone does, in whole processes too."""
    less, more = (_added(folder / f"kg-{count}", count) for count in (max(1, articles // PART), articles))
    processes = _processes(folder / f"kg-{articles}", folder / "more.txt", articles)
    told = ("add_and_relate", "summary_of_addition", "summary_of_whole")
    return {
        "smaller": less,
        "larger": more,
        "larger_to_smaller": {name: _ratio(more[name], less[name]) for name in told},
        "summary_of_addition_to_whole": _ratio(more["summary_of_addition"], more["summary_of_whole"]),
        "processes": processes,
    }


def paging(folder: Path, articles: int) -> dict[str, Any]:
    """Return what the page of a graph costs, gathered and drawn, and how that grows with what it shows."""
    less, more = (_paged(folder / f"kg-{count}", count) for count in (max(1, articles // PART), articles))
    return {
        "smaller": less,
        "larger": more,
        "cpu_a_statement_larger_to_smaller": _ratio(more["cpu_ms_a_statement"], less["cpu_ms_a_statement"]),
    }


def _added(kg: Path, articles: int) -> dict[str, Any]:
    *records, last = Press().articles(articles + 1)
    with KnowledgeGraph.open(kg, create=True) as graph:
        for record in records:
            graph.add(record)
        graph.relate()
        added, news = _spent(lambda: (graph.add(last), graph.relate())[1])
        part, _ = _spent(lambda: summarise(graph.dataset, BuildReport(1, 0, (), news)))
        whole, _ = _spent(lambda: summarise(graph.dataset))
    return {
        "articles": articles,
        "add_and_relate": added,
        "summary_of_addition": part,
        "summary_of_whole": whole,
    }


def _processes(kg: Path, text: Path, articles: int) -> dict[str, Any]:
    """Return the processor's seconds of ``whosays build`` of a text more, and of ``whosays extract`` of the same."""
    *_, unseen = Press().articles(articles + 2)
    text.write_text(unseen.text, encoding="utf-8")
    read = spend(["-m", "whosays", "extract", str(text)])
    built = spend(["-m", "whosays", "build", str(text), "--kg", str(kg)])
    return {
        "extract_cpu_seconds": round(read.cpu_seconds, 2),
        "build_cpu_seconds": round(built.cpu_seconds, 2),
        "build_besides_reading_cpu_seconds": round(max(0.0, built.cpu_seconds - read.cpu_seconds), 2),
        "build_to_extract": _ratio(built.cpu_seconds, read.cpu_seconds),
        "said": built.output.partition("\n")[0],
    }


def _paged(kg: Path, articles: int) -> dict[str, Any]:
    with KnowledgeGraph.open(kg, create=True) as graph:
        for record in Press().articles(articles):
            graph.add(record)
        graph.relate()
    with KnowledgeGraph.open(kg, read_only=True) as graph:
        gathering, data = _spent(lambda: gather(graph.dataset))
    drawing, page = _spent(lambda: draw(data).generate_html())
    return {
        "articles": articles,
        "statements": len(data.chains),
        "gather": gathering,
        "draw": drawing,
        "megabytes": round(len(page.encode("utf-8", "replace")) / 1e6, 2),
        "cpu_ms_a_statement": round(1000 * (gathering + drawing) / max(1, len(data.chains)), 3),
    }


def _spent(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the processor's seconds that some work takes, and what it gives."""
    begin = time.process_time()
    done = work()
    return round(time.process_time() - begin, 3), done


def _ratio(one: float, other: float) -> float | None:
    return round(one / other, 3) if other else None
