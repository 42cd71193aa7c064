"""The tables of docs/scaling.md that ``python -m benchmarks --only scale`` measured, written from what it printed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "docs" / "scaling.md"
MEASURED: Final = ROOT / "docs" / "scale.json"
_TABLES: Final = re.compile(r"(?<=<!-- of scale\.json -->\n).*?(?=<!-- end -->)", re.DOTALL)


def renewed(page: str) -> str:
    """Return the page with the tables of what was measured; raises ``ValueError`` where it has no place for them."""
    text, found = _TABLES.subn(lambda _: tables(measured()), page)
    if found != 1:
        raise ValueError("docs/scaling.md: there is no place for the tables of scale.json")
    return text


def measured() -> list[dict[str, Any]]:
    """Return what was measured, the smallest graph first."""
    sizes: list[dict[str, Any]] = json.loads(MEASURED.read_text(encoding="utf-8"))["scale"]
    return sizes


def tables(sizes: Sequence[dict[str, Any]]) -> str:
    """Return two tables: what loading costs, and what each question does."""
    return "\n".join((*_loading(sizes), "", *_asking(sizes), ""))


def _loading(sizes: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield _row("quads", [f"{size['quads']:,}" for size in sizes])
    yield _row("---", ["---"] * len(sizes))
    yield _row("as N-Quads, MB", [f"{size['file_mb']:,}" for size in sizes])
    yield _row("on disk, MB", [f"{size['disk_mb']:,}" for size in sizes])
    for name, key in (("`load`, seconds", "whosays"), ("bare Oxigraph's bulk load", "oxigraph"), ("rdflib", "rdflib")):
        yield _row(name, [_seconds(size["load"].get(key)) for size in sizes])
    yield _row("from the disk into memory, seconds", [_seconds(size.get("into_memory")) for size in sizes])
    yield _row("`load` to bare Oxigraph", [str(size["load_against_oxigraph"]) for size in sizes])


def _asking(sizes: Sequence[dict[str, Any]]) -> Iterator[str]:
    heads = [f"{size['quads']:,} quads" for size in sizes]
    yield _row("milliseconds: cold, warm, from memory, bare Oxigraph, rdflib", heads)
    yield _row("---", ["---"] * len(sizes))
    for question in sizes[0]["questions"]:
        yield _row(f"`{question}`", [_answer(size["questions"], question) for size in sizes])


def _answer(asked: dict[str, Any], question: str) -> str:
    if question not in asked:
        return ""
    if asked[question] is None:
        return "stopped"
    told = asked[question]
    keys = ("cold", "warm", "from_memory", "oxigraph_warm")
    times = [_milliseconds(told[key]) if key in told else "–" for key in keys]
    if "rdflib" in told:
        times.append("stopped" if told["rdflib"] is None else _milliseconds(told["rdflib"]))
    return ", ".join(times)


def _row(name: str, cells: Sequence[str]) -> str:
    return f"| {name} | {' | '.join(cells)} |"


def _seconds(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:,.0f}"
