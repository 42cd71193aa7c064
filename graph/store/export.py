"""The graph as a file, every line sorted: the same graph is the same bytes, whatever engine kept it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyoxigraph
from rdflib import Dataset

from whosays.graph.errors import GraphError
from whosays.graph.rdf import document
from whosays.graph.store.network import FORMATS as NETWORK_FORMATS
from whosays.ontology import PREFIXES

FORMATS: Final = {
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "trig": pyoxigraph.RdfFormat.TRIG,
}


def serialised(dataset: Dataset, format_: str) -> bytes:
    """Return the data set as ``nquads``, ``trig`` or ``jsonld``; raise ``GraphError`` for another format."""
    if format_ not in FORMATS:
        raise GraphError(f"unknown format {format_!r}: use one of {', '.join(sorted((*FORMATS, *NETWORK_FORMATS)))}")
    lines = dataset.serialize(format="ox-nq").split("\n")
    archive = "".join(f"{line}\n" for line in sorted(lines) if line).encode()
    if format_ == "nquads":
        return archive
    if format_ == "jsonld":
        return document(_by_graph(archive))
    data = pyoxigraph.serialize(_by_graph(archive), format=FORMATS[format_], prefixes=dict(PREFIXES))
    return data or b""


def write(data: bytes, path: Path) -> None:
    """Write the file whole or not at all."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise GraphError(f"{path}: cannot be written: {error.strerror or error}") from error


def _by_graph(archive: bytes) -> Iterator[pyoxigraph.Quad]:
    quads = pyoxigraph.parse(archive, format=pyoxigraph.RdfFormat.N_QUADS)
    return iter(sorted(quads, key=lambda q: tuple(map(str, (q.graph_name, q.subject, q.predicate, q.object)))))
