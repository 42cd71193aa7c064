"""Articles' records made by hand, each span told by its words, and graphs of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from benchmarks.rough import as_read
from whosays.extract.records import ArticleRecord, Attribution, Entity, Figure, Outlet, Span
from whosays.graph import KnowledgeGraph

Place = str | Span  # words, with ``|1`` behind them where not their first place is meant; or the span itself


def at(text: str, place: Place) -> Span:
    """Return where some words stand in a text."""
    if not isinstance(place, str):
        return place
    words, _, passed = place.partition("|")
    start = text.index(words)
    for _ in range(int(passed or 0)):
        start = text.index(words, start + 1)
    return start, start + len(words)


def entity(text: str, key: str, kind: Any, name: str, *mentions: Place, named: bool = True, **more: Any) -> Entity:
    """Return an entity with its mentions; without any it is mentioned once, by its name."""
    return Entity(key, kind, name, named, tuple(sorted(at(text, each) for each in mentions or (name,))), **more)


def hop(text: str, number: int, source: Place | None, cue: Place, *content: Place, **more: Any) -> Attribution:
    """Return an attribution, asserted for certain unless told otherwise; an empty cue is none."""
    told = {"entity": None, "inside": None, "quote": "indirect", "stance": "asserts", "certainty": "certain"}
    return Attribution(
        id=number,
        source=None if source is None else at(text, source),
        cue=(at(text, cue),) if cue else (),
        content=tuple(at(text, each) for each in content),
        hedges=tuple(at(text, each) for each in more.pop("hedges", ())),
        **{"confidence": 0.9, **told, **more},
    )


def figure(text: str, words: Place, low: float | None, high: float | None, by: int | None, **more: Any) -> Figure:
    """Return a figure in the sentence around it."""
    span = at(text, words)
    sentence = (text.rfind(". ", 0, span[0]) + 2, text.index(".", span[1]) + 1)
    return Figure(**{"span": span, "low": low, "high": high, "attribution": by, "sentence": sentence, **more})


def article_record(path: str, text: str, *, outlet: str | Outlet | None = None, **more: Any) -> ArticleRecord:
    """Return the record of a text, read as far as that goes without a model."""
    named = Outlet(outlet) if isinstance(outlet, str) else outlet
    sha = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
    return as_read(ArticleRecord(path, sha, text, outlet=named, **more))


def built(graph: KnowledgeGraph, records: Iterable[ArticleRecord]) -> KnowledgeGraph:
    """Return the graph with the records in it and related to each other."""
    for record in records:
        graph.add(record)
    graph.relate()
    return graph
