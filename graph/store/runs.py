"""By which program, model and options an article was read: the provenance of its graph.

The IRI of a run is made of these and of nothing else, so that the same articles read by the same program are the same
bytes.  When it was stands beside the graph, in ``runs.jsonl``.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rdflib import RDF, URIRef

from whosays.graph.rdf import ID, Triple, digest, string
from whosays.ontology import SCHEMA, WS

FILE: Final = "runs.jsonl"


@dataclass(frozen=True, slots=True)
class Run:
    """One reading of articles: version of the program, digest of its model, options that differ from what is usual."""

    program: str
    model: str
    options: str = ""

    @property
    def iri(self) -> URIRef:
        """The same for every reading that cannot give another record."""
        return URIRef(f"{ID}run/{digest(self.program, self.model, self.options)}")

    def triples(self) -> Iterator[Triple]:
        """Yield what the graph tells of the run."""
        yield self.iri, RDF.type, WS.ExtractionRun
        yield self.iri, SCHEMA.softwareVersion, string(self.program)
        yield self.iri, WS.model, string(self.model)
        if self.options:
            yield self.iri, WS.options, string(self.options)


def note_run(folder: Path | None, run: Run, articles: int, begun: dt.datetime) -> None:
    """Note in the folder of a graph when a run was, and how many articles it added; a graph in memory keeps no note."""
    if folder is not None and articles:
        now = dt.datetime.now(dt.UTC)
        times = {"begun": begun.isoformat(timespec="seconds"), "ended": now.isoformat(timespec="seconds")}
        with (folder / FILE).open("a", encoding="utf-8") as file:
            file.write(json.dumps({"run": str(run.iri), **times, "articles": articles}) + "\n")
