"""How the figures on one issue compare: what a figure is told with is read once, and not once for each pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple, TypeAlias

from rdflib import SKOS, URIRef
from rdflib.paths import Path

from whosays.graph import PathPairs
from whosays.ontology import WS
from whosays.queries.table import Cell

SHOWN: Final = 8  # figures that tell one count: of more the first alone is shown, as the query has it
_Values: TypeAlias = Mapping[str, str]


class _Figure(NamedTuple):
    """A figure as it is shown, with its count: the figure that stands for it, and how many there are."""

    iri: str
    article: str
    text: str
    sentence: str
    measure: str | None
    of: str | None
    issue: tuple[str, str] | None  # its name and its IRI
    alike: int


def figures_compared(pairs: PathPairs) -> list[tuple[Cell, ...]] | None:
    """Return the rows of ``figures-compared``, in no order; ``None`` where a thing has two values of a property."""
    read = {name: list(pairs(link)) for name, link in _LINKS.items()}
    told = {name: dict(found) for name, found in read.items()}
    if any(len(told[name]) != len(found) for name, found in read.items()):
        return None
    counts: defaultdict[str, list[str]] = defaultdict(list)
    for figure, first in told["count"].items():
        counts[first].append(figure)
    all_ = {first: list(_figures(figures, told)) for first, figures in counts.items()}
    shown = {
        first: [each for each in found if each.alike <= SHOWN or each.iri == first] for first, found in all_.items()
    }
    return [*_of_two_counts(shown, told), *_of_one_count(shown, all_)]


def _figures(figures: list[str], told: Mapping[str, _Values]) -> Iterator[_Figure]:
    """Yield the figures of one count that have all that is shown of one."""
    for iri in figures:
        text, sentence = told["words"].get(iri), told["sentence"].get(iri)
        path = told["path"].get(told["holder"].get(iri, "").partition("#")[0])  # an article's nodes begin as it does
        if path is not None and text is not None and sentence is not None:
            name, issue = told["name"].get(iri), told["issue"].get(iri)
            known = None if name is None or issue is None else (name, issue)
            measure, of = told["measure"].get(iri), told["of"].get(iri)
            yield _Figure(iri, path, text, sentence, measure, of, known, len(figures))


def _of_two_counts(shown: Mapping[str, list[_Figure]], told: Mapping[str, _Values]) -> Iterator[tuple[Cell, ...]]:
    for comparison, first in told["first"].items():
        second, relation, reason = (told[name].get(comparison) for name in ("second", "relation", "verdict"))
        if second is not None and relation is not None and reason is not None:
            for one in shown.get(first, ()):
                for other in shown.get(second, ()):
                    yield from _row(one, other, relation, reason)


def _of_one_count(shown: Mapping[str, list[_Figure]], all_: Mapping[str, list[_Figure]]) -> Iterator[tuple[Cell, ...]]:
    for first, figures in shown.items():
        for one in figures:
            for other in all_[first]:
                if one.iri < other.iri:
                    yield from _row(one, other, "equal", "the same count")


def _row(one: _Figure, other: _Figure, relation: str, reason: str) -> Iterator[tuple[Cell, ...]]:
    if one.issue is not None:
        name, issue = one.issue
        yield (
            *(name, one.article, one.text, other.article, other.text, relation, reason, one.measure, one.of),
            *(other.measure, other.of, one.sentence, other.sentence, issue, one.alike, other.alike),
            *(one.iri, other.iri),
        )


_LINKS: Final[Mapping[str, URIRef | Path]] = {
    "count": WS.countsAs,
    "holder": ~WS.hasFigure,
    "path": WS.path,
    "words": WS.words,
    "sentence": WS.sentence,
    "measure": WS.measure,
    "of": WS.of,
    "issue": WS.onIssue,
    "name": WS.onIssue / SKOS.prefLabel,
    "first": WS.firstFigure,
    "second": WS.secondFigure,
    "relation": WS.relation / SKOS.prefLabel,
    "verdict": WS.verdict,
}
