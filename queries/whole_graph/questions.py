"""The answers to the questions about a whole graph that have a row for each of its attributions, or pair of figures.

What each means is told by its ``.rq`` file, by which any engine gives the same rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from whosays.graph import Line, PathPairs, outwards
from whosays.ontology import SCHEMA, WS
from whosays.queries.table import Cell
from whosays.queries.whole_graph.compared import figures_compared
from whosays.queries.whole_graph.timeline import timeline
from whosays.queries.whole_graph.told import NOBODY, Told, every_article, innermost

Row: TypeAlias = tuple[Cell, ...]


def from_tables(question: str, pairs: PathPairs) -> list[Row] | None:
    """Return the rows of a question about the whole graph, in no order; ``None`` where its query has to be asked.

    Behind the columns of the question stands what its ORDER BY names besides.
    """
    if question == "figures-compared":
        return figures_compared(pairs)
    ask = _QUESTIONS.get(question)
    articles = every_article(pairs) if ask else None
    return list(ask(articles, pairs)) if ask and articles is not None else None


def _attributions(articles: Iterable[Told], _pairs: PathPairs) -> Iterator[Row]:
    for told in articles:  # the longest answer of all: each line is taken apart once
        path, wire, day, article, shown = told.path, told.wire, told.published, told.iri, told.shown
        for line in told.lines:
            iri, parent, _, at, to, stance, certainty, quote, kind, named, source, cue, content, *_ = line
            if parent is not None and at is not None:
                speaker, chain = shown.get(iri, NOBODY)
                start, end = (None, None) if content is None else (at, to)
                outlet = told.outlet if iri in shown else None
                yield (
                    path, outlet, wire, source, speaker, cue, content, start, end, stance, certainty, quote, chain,
                    named, day, kind, article + iri, at,
                )  # fmt: skip


def _who_says_what(articles: Iterable[Told], _: PathPairs) -> Iterator[Row]:
    for told in articles:
        for line in filter(_is_attributed, told.lines):
            yield (
                *(told.speaker(line), line.source, line.named, told.outlet_of(line), line.stance, line.certainty),
                *(line.shown, told.path, *_place(line), told.chain(line), line.kind, told.iri + line.iri),
            )


def _what_outlet_says(articles: Iterable[Told], _: PathPairs) -> Iterator[Row]:
    for told in articles:
        for line in innermost(told.lines):
            if line.start is not None:
                yield (
                    *(told.outlet_of(line), told.path, told.published, line.source, told.speaker(line), line.stance),
                    *(line.certainty, line.shown, *_place(line), told.chain(line), told.iri + line.iri),
                )


def _chain(articles: Iterable[Told], _: PathPairs) -> Iterator[Row]:
    for told in articles:
        lines = {line.iri: line for line in told.lines}
        parents = {iri: line.parent for iri, line in lines.items()}
        for last in lines.keys() - set(parents.values()):
            hops = list(outwards(last, parents))
            for depth, hop in enumerate(reversed(hops)):
                inner = hops[max(0, len(hops) - depth - 2)]
                yield _hop(told, lines[last], depth, lines[hop], lines[inner])


def _hop(told: Told, innermost: Line, depth: int, hop: Line, inner: Line) -> Row:
    """Return a row of a chain; the outlet's voice that says nothing itself has the words of the hop within."""
    outlet = told.outlet_of(innermost)
    voice = told.speaker(hop) or (outlet if depth == 0 else None) or hop.described or hop.source
    holder = inner if hop.content is None and depth == 0 else hop
    return (
        *(told.path, outlet, told.chain(innermost), depth, voice, hop.source, hop.cue, hop.stance, hop.certainty),
        *(holder.content, *_place(holder), told.iri + innermost.iri, told.iri + hop.iri, _place(innermost)[0]),
    )


def _same_claim(articles: Iterable[Told], pairs: PathPairs) -> Iterator[Row]:
    said = dict(pairs(SCHEMA.text))
    expressed: defaultdict[str, list[str]] = defaultdict(list)
    for claim, proposition in pairs(WS.expresses):
        expressed[claim].append(proposition)
    for told in articles:
        for claim, line in _claimed(told.lines).items():
            for proposition in expressed.get(told.iri + claim, ()):
                yield (
                    *(proposition, told.path, told.outlet_of(line), line.source, line.start, line.end),
                    *(_or(line.content, line.cue), _or(told.speaker(line), line.described), line.stance),
                    *(said[proposition], told.iri + claim),
                )


def _claimed(lines: Iterable[Line]) -> dict[str, Line]:
    """Return who makes each claim: the first of those that report nobody who makes it too."""
    makers: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.claim is not None:
            makers[line.claim].append(line)
    last = {claim: innermost(hops) for claim, hops in makers.items()}
    return {claim: min(hops, key=lambda line: line.iri) for claim, hops in last.items() if hops}


def _is_attributed(line: Line) -> bool:
    """Tell whether somebody is told to say it, with words: what the outlet says itself is nobody's report."""
    return line.parent is not None and line.start is not None


def _place(line: Line) -> tuple[int | None, int | None]:
    """Return where the words stand; nowhere where none are."""
    return (None, None) if line.content is None else (line.start, line.end)


def _or(first: str | None, second: str | None) -> str | None:
    return second if first is None else first


_QUESTIONS: Final[Mapping[str, Callable[[Iterable[Told], PathPairs], Iterator[Row]]]] = MappingProxyType(
    {
        "attributions": _attributions,
        "chain": _chain,
        "same-claim": _same_claim,
        "timeline": timeline,
        "what-outlet-says": _what_outlet_says,
        "who-says-what": _who_says_what,
    }
)
