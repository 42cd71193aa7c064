"""By which program, model and options an article was read: the provenance of its graph.

The IRI of a run is made of these and of nothing else, so that the same articles read by the same program are the same
bytes.  When it was stands beside the graph, in ``runs.jsonl``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

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


def note_run(folder: Path | None, told: Mapping[str, object]) -> None:
    """Add a line to the log of a graph's folder; a graph in memory keeps none.  ``OSError`` where it cannot be written.

    One call of the system writes the line, so that two that write at one time do not mix theirs.
    """
    if folder is not None:
        line = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
        with (folder / FILE).open("ab", buffering=0) as file:
            file.write(line + b"\n")


def run_log(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the lines of the log, those that make no sense left out: a full disk may cut one off."""
    path = folder / FILE
    lines = path.read_bytes().splitlines() if path.is_file() else []
    for line in lines:
        with suppress(ValueError):
            if isinstance(told := json.loads(line), dict):
                yield told
