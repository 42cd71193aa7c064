"""Answers of SPARQL in the formats of the W3C, written by Oxigraph itself: rows and ASK as results, triples as RDF.

Whatever keeps the quads, what is asked of memory is read into Oxigraph's own answer and written by the same hand.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import IO, Final, Literal, TypeAlias, cast

import pyoxigraph
from rdflib import Dataset

from whosays.graph.errors import TooMuchError
from whosays.graph.rdf.engines import inner_store
from whosays.graph.rdf.jsonld import document
from whosays.graph.rdf.shaped import Context, shaped
from whosays.ontology import PREFIXES

Kind: TypeAlias = Literal["rows", "boolean", "triples"]
Answer: TypeAlias = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples

RESULTS: Final = MappingProxyType(
    {
        "sparql-json": pyoxigraph.QueryResultsFormat.JSON,
        "sparql-xml": pyoxigraph.QueryResultsFormat.XML,
        "sparql-csv": pyoxigraph.QueryResultsFormat.CSV,
        "sparql-tsv": pyoxigraph.QueryResultsFormat.TSV,
    }
)
RDF_FORMATS: Final = MappingProxyType(
    {
        "turtle": pyoxigraph.RdfFormat.TURTLE,
        "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
        "jsonld": pyoxigraph.RdfFormat.JSON_LD,
        "trig": pyoxigraph.RdfFormat.TRIG,
        "nquads": pyoxigraph.RdfFormat.N_QUADS,
        "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
    }
)
# what stands at the end of rows, and how much more often than there are rows: a header ends like one, and JSON has it
# between them; only in JSON and CSV may a literal hold it too, and then rows are counted high
_ROW_ENDS: Final = MappingProxyType(
    {
        "sparql-json": (b"}},{", -1),
        "sparql-xml": (b"</result>", 0),
        "sparql-csv": (b"\n", 1),
        "sparql-tsv": (b"\n", 1),
    }
)


@dataclass(frozen=True, slots=True)
class Scope:
    """The graphs that a question sees; where both are ``None`` all of them, united in the default graph."""

    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    united: bool = True


EVERYTHING: Final = Scope()


def answered(dataset: Dataset, text: str, scope: Scope = EVERYTHING) -> Answer:
    """Ask a question and return Oxigraph's answer, which reads on as it is written.

    Raises ``SyntaxError`` or ``OSError`` as Oxigraph does, ``ValueError`` for a scope of a data set in memory.
    """
    store = inner_store(dataset)
    if store is None:
        return _from_memory(dataset, text, scope)
    prefixes = {prefix: str(iri) for prefix, iri in dataset.namespaces()}
    if scope.default is None and scope.named is None:
        return store.query(text, prefixes=prefixes, use_default_graph_as_union=scope.united)
    return store.query(
        text,
        prefixes=prefixes,
        default_graph=[pyoxigraph.NamedNode(iri) for iri in scope.default or ()],
        named_graphs=[pyoxigraph.NamedNode(iri) for iri in scope.named or ()],
    )


def kind_of(answer: Answer) -> Kind:
    """Return what an answer is made of."""
    if isinstance(answer, pyoxigraph.QueryBoolean):
        return "boolean"
    return "rows" if isinstance(answer, pyoxigraph.QuerySolutions) else "triples"


def written(answer: Answer, form: str, rows: int, size: int, context: Context | None = None) -> bytes:
    """Return an answer in a format of ``RESULTS`` or ``RDF_FORMATS``; triples are sorted.

    JSON-LD has the names of ``context``, where one is given.

    Raises ``TooMuchError`` for more than ``rows`` rows or triples, or ``size`` bytes, before they are all there.
    """
    row_end, more = _ROW_ENDS.get(form, (None, 0))
    out = _Capped(row_end, rows + more, size, rows)
    if isinstance(answer, pyoxigraph.QueryTriples):
        triples = _sorted(answer, rows)
        if form == "jsonld":
            out.write(document(triples) if context is None else shaped(triples, context))
        else:
            pyoxigraph.serialize(triples, cast("IO[bytes]", out), RDF_FORMATS[form], prefixes=dict(PREFIXES))
    else:
        answer.serialize(cast("IO[bytes]", out), RESULTS[form])
    return out.getvalue()


def _sorted(answer: Iterable[pyoxigraph.Triple], rows: int) -> Sequence[pyoxigraph.Triple]:
    found = list(islice(answer, rows + 1))
    if len(found) > rows:
        raise TooMuchError("rows", rows)
    return sorted(set(found), key=str)


def _from_memory(dataset: Dataset, text: str, scope: Scope) -> Answer:
    if scope != EVERYTHING:
        raise ValueError("only a graph on disk is asked about some of its graphs")
    result = dataset.query(text)
    if result.type in {"SELECT", "ASK"}:
        data = result.serialize(format="json")
        return pyoxigraph.parse_query_results(data or b"", pyoxigraph.QueryResultsFormat.JSON)
    held = pyoxigraph.Store()
    held.load((result.serialize(format="nt") or b""), pyoxigraph.RdfFormat.N_TRIPLES)
    return held.query("CONSTRUCT WHERE { ?s ?p ?o }")


class _Capped(io.BytesIO):
    """Takes so many rows and bytes and not one more."""

    def __init__(self, row_end: bytes | None, ends: int, size: int, rows: int) -> None:
        super().__init__()
        self._row_end, self._ends, self._size, self._rows = row_end, ends, size, rows
        self._ended = 0
        self._carried = b""

    def write(self, data: bytes) -> int:  # type: ignore[override]  # Oxigraph writes bytes alone
        """Keep a piece of the answer, or raise ``TooMuchError``."""
        if self.tell() + len(data) > self._size:
            raise TooMuchError("size", self._size)
        if self._row_end is not None:
            self._ended += (self._carried + data).count(self._row_end)
            kept = len(self._row_end) - 1
            self._carried = (self._carried + data)[-kept:] if kept else b""
            if self._ended > self._ends:
                raise TooMuchError("rows", self._rows)
        return super().write(data)
