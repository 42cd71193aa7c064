"""All attributions of a graph, read from the two texts that each article has of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from whosays.graph import Line, Pairs, read_shown, table_lines
from whosays.ontology import SCHEMA, WS

NOBODY: Final = (None, None)  # speaker and chain of the outlet's voice that only reports


@dataclass(frozen=True, slots=True)
class Told:
    """One article with its attributions; ``shown`` has the speaker and the chain of each."""

    iri: str
    path: str
    published: str | None
    wire: str | None
    outlet: str | None
    lines: list[Line]
    shown: dict[str, tuple[str | None, str | None]]

    def outlet_of(self, line: Line) -> str | None:
        """Who published it; nothing of the outlet's voice that only reports."""
        return self.outlet if line.iri in self.shown else None

    def speaker(self, line: Line) -> str | None:
        """Who the source is, across articles."""
        return self.shown.get(line.iri, NOBODY)[0]

    def chain(self, line: Line) -> str | None:
        """The voices from the outlet in."""
        return self.shown.get(line.iri, NOBODY)[1]


def innermost(hops: list[Line]) -> list[Line]:
    """Return those that report none of the others."""
    reporting = {hop.parent for hop in hops}
    return [hop for hop in hops if hop.iri not in reporting]


def every_article(pairs: Pairs) -> Iterator[Told] | None:
    """Return all articles; ``None`` where one has no table, as it was read by an older version."""
    tables, paths = dict(pairs(WS.attributionTable)), dict(pairs(WS.path))
    return _articles(pairs, tables, paths) if tables.keys() == paths.keys() else None


def _articles(pairs: Pairs, tables: dict[str, str], paths: dict[str, str]) -> Iterator[Told]:
    shown, days, wires = (dict(pairs(link)) for link in (WS.shownTable, SCHEMA.datePublished, SCHEMA.creditText))
    for iri, table in tables.items():
        outlet, names = read_shown(shown[iri]) if iri in shown else (None, {})
        yield Told(iri, paths[iri], days.get(iri), wires.get(iri), outlet, table_lines(table), names)
