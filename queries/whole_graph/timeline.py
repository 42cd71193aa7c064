"""Who said what when: a row for each article's part in a proposition, and for each claim that is no other's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from rdflib import SKOS

from whosays.graph import Line, PathPairs
from whosays.ontology import SCHEMA, WS
from whosays.queries.table import Cell
from whosays.queries.whole_graph.told import Told, innermost

AFFIRMING: Final = frozenset({"asserts", "confirms", "reports"})  # of what is disputed: that is to deny it
_Several: TypeAlias = Mapping[str, Sequence[str]]


class _Said(NamedTuple):
    """A proposition, or a claim that is no other's; a row for each issue, one without where there is none."""

    iri: str
    text: str
    articles: int
    issues: Sequence[str | None]


def timeline(articles: Iterable[Told], pairs: PathPairs) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of the question ``timeline``, in no order."""
    propositions, parts = _propositions(pairs), _parts(pairs)
    shared = {claim for claim, _ in pairs(WS.expresses)}
    quantities, issues = _several(pairs(WS.quantity)), _several(pairs(WS.onIssue / SKOS.prefLabel))
    for told in articles:
        for line in told.lines:
            for proposition, is_disputed in parts.get(told.iri + line.iri, ()):
                if proposition in propositions:
                    stance = "denies" if is_disputed and line.stance in AFFIRMING else line.stance
                    yield from _rows(told, line, stance, propositions[proposition])
        for line in innermost(told.lines):
            claim = None if line.claim is None else told.iri + line.claim
            if claim is not None and line.content is not None and claim not in shared:
                own = [issue for figure in quantities.get(claim, ()) for issue in issues.get(figure, ())]
                yield from _rows(told, line, line.stance, _Said(claim, line.content, 1, own or (None,)))


def _rows(told: Told, line: Line, stance: str, said: _Said) -> Iterator[tuple[Cell, ...]]:
    if stance:
        for issue in said.issues:
            yield (
                *(told.published, told.path, told.outlet_of(line), told.chain(line), stance, said.text, issue),
                *(said.articles, said.iri, told.iri + line.iri),
            )


def _propositions(pairs: PathPairs) -> dict[str, _Said]:
    counts, issues = dict(pairs(WS.articleCount)), _several(pairs(WS.addresses / SKOS.prefLabel))
    return {
        iri: _Said(iri, text, int(counts[iri]), issues.get(iri) or (None,))
        for iri, text in pairs(SCHEMA.text)
        if iri in counts
    }


def _parts(pairs: PathPairs) -> Mapping[str, list[tuple[str, bool]]]:
    """Return in which propositions each attribution has a part, and whether it disputes them."""
    asserted, disputed = list(pairs(WS.assertedBy)), list(pairs(WS.disputedBy))
    disputing = set(disputed)
    found = defaultdict(list)
    for proposition, iri in (*asserted, *disputed):
        found[iri].append((proposition, (proposition, iri) in disputing))
    return found


def _several(pairs: Iterable[tuple[str, str]]) -> _Several:
    found = defaultdict(list)
    for subject, value in pairs:
        found[subject].append(value)
    return found
