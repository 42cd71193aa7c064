"""The quads of a SPARQL server behind the same engine as those on disk: what is read and written goes over HTTP.

``_Server`` stands where Oxigraph's own store stands otherwise, and does of it what the engine and rdflib use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final, cast

import pyoxigraph
from rdflib import Dataset, Graph

from whosays.graph.errors import GraphError
from whosays.graph.rdf.endpoint import Endpoint
from whosays.graph.rdf.engines import DiskEngine, StoreOnDisk, Term
from whosays.graph.rdf.namespaces import VOCABULARY

AT_ONCE: Final = 2_000_000  # characters of one request, about: servers have limits, and an article has 0.1 million
# how servers are told that a question is about all graphs; the first that finds what stands in one of them
UNITING: Final[tuple[Mapping[str, str], ...]] = (
    {},  # Virtuoso, GraphDB, Blazegraph, QLever, and others that were started so
    {"union-default-graph": "true"},  # Oxigraph
    {"default-graph-uri": "urn:x-arq:UnionGraph"},  # Jena
)
_PREFIX: Final = re.compile(r"\bPREFIX\s+([\w-]*):", re.IGNORECASE)


class RemoteEngine(DiskEngine):
    """A server that others may write to as well, so nothing of it is kept here.

    One write of an article is one request, which servers carry out wholly or not at all.
    """

    def __init__(self, address: str, read_only: bool) -> None:
        self._server = _Server(Endpoint(address))
        self._server.find_union(read_only)
        self._store = cast("pyoxigraph.Store", self._server)
        self._read_only = read_only
        self.dataset = Dataset(store=_RemoteStore(store=self._store), default_union=True)

    def flush(self) -> None:
        """Do nothing: a server keeps what it has said yes to."""

    def close(self) -> None:
        """Let go of the connections; the data set is of no use afterwards."""
        self._server.endpoint.close()


class _RemoteStore(StoreOnDisk):
    def __len__(self, context: Graph | None = None) -> int:
        graph = "?g" if context is None else str(pyoxigraph.NamedNode(str(context.identifier)))
        query = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
        (row,) = cast("pyoxigraph.QuerySolutions", self._inner.query(query))
        return int(cast("pyoxigraph.Literal", row[0]).value)


class _Server:
    """What ``pyoxigraph.Store`` does, as far as it is asked here."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint
        self._uniting: Mapping[str, str] = {}

    def find_union(self, read_only: bool) -> None:
        """Learn how the server unites its graphs: by the vocabulary, which stands in one of them."""
        name = pyoxigraph.NamedNode(VOCABULARY)
        there = f"ASK {{ GRAPH {name} {{ ?s ?p ?o }} }}"
        if not self._is_so(there, {}):
            if read_only:
                raise GraphError(f"{self.endpoint.address}: nothing has been built in it yet")
            self.update(f"INSERT DATA {{ GRAPH {name} {{ {name} <http://purl.org/dc/terms/identifier> {name} }} }}")
            try:
                self.find_union(read_only=True)
            finally:
                self.update(f"DROP SILENT GRAPH {name}")
            return
        for way in UNITING:
            if self._is_so("ASK { ?s ?p ?o }", way):
                self._uniting = way
                return
        raise GraphError(
            f"{self.endpoint.address}: does not unite its graphs; have its default graph be the union of all"
        )

    def query(  # noqa: PLR0913 - as the store's own
        self,
        query: str,
        *,
        use_default_graph_as_union: bool = False,
        default_graph: Any = None,
        named_graphs: Any = None,
        prefixes: Mapping[str, str] | None = None,
        substitutions: Mapping[Any, Any] | None = None,
    ) -> pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples:
        """Ask the server; raises ``ValueError`` where it says that the query is wrong."""
        if default_graph is not None or named_graphs or substitutions:
            raise NotImplementedError("a server is asked about all of its graphs")
        text = f"{_declared(query, prefixes or {})}{query}"
        kind, data = self.endpoint.ask(text, self._uniting if use_default_graph_as_union else {})
        if "sparql-results+json" in kind or kind == "application/json":
            return pyoxigraph.parse_query_results(data, pyoxigraph.QueryResultsFormat.JSON)
        if (form := pyoxigraph.RdfFormat.from_media_type(kind)) is None:
            raise GraphError(f"{self.endpoint.address}: answers with {kind or 'something'} instead of results")
        held = pyoxigraph.Store()
        held.load(data, form)
        return held.query("CONSTRUCT WHERE { ?s ?p ?o }")

    def update(self, update: str, *, prefixes: Mapping[str, str] | None = None) -> None:
        """Have the server carry out an update."""
        self.endpoint.update(f"{_declared(update, prefixes or {})}{update}")

    def quads_for_pattern(
        self, subject: Term | None, predicate: Term | None, object_: Term | None, graph: Any = None
    ) -> Iterator[pyoxigraph.Quad]:
        """Yield the quads of named graphs that fit."""
        if isinstance(graph, pyoxigraph.DefaultGraph):
            return
        given = {"s": subject, "p": predicate, "o": object_, "g": graph}
        s, p, o, g = (f"?{name}" if term is None else str(term) for name, term in given.items())
        wanted = [f"?{name}" for name, term in given.items() if term is None]
        if not wanted:
            if self._is_so(f"ASK {{ GRAPH {g} {{ {s} {p} {o} }} }}", {}):
                yield _quad(given)
            return
        rows = self.query(f"SELECT {' '.join(wanted)} WHERE {{ GRAPH {g} {{ {s} {p} {o} }} }}")
        for row in cast("pyoxigraph.QuerySolutions", rows):
            yield _quad({name: row[name] if term is None else term for name, term in given.items()})

    def named_graphs(self) -> Iterator[pyoxigraph.NamedNode | pyoxigraph.BlankNode]:
        """Yield the names of the graphs."""
        rows = self.query("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
        return (cast("pyoxigraph.NamedNode", row[0]) for row in cast("pyoxigraph.QuerySolutions", rows))

    def extend(self, quads: Iterable[pyoxigraph.Quad]) -> None:
        """Write quads in one request."""
        self.update(_insert([(str(quad.graph_name), f"{quad.triple} .") for quad in quads]))

    def bulk_extend(self, quads: Iterable[pyoxigraph.Quad]) -> None:
        """Write any number of quads, in several requests."""
        several = iter(quads)
        while some := list(islice(several, AT_ONCE // 250)):
            self.extend(some)

    def bulk_load(self, *, path: str, format: pyoxigraph.RdfFormat) -> None:  # noqa: A002 - as the store's own
        """Write the quads of a file, in several requests."""
        self.bulk_extend(pyoxigraph.parse(path=Path(path), format=format))

    def dump(self, output: Any, format: pyoxigraph.RdfFormat, **_: Any) -> None:  # noqa: A002 - as the store's own
        """Write all quads of named graphs to a stream."""
        pyoxigraph.serialize(self.quads_for_pattern(None, None, None), output, format)

    def _is_so(self, query: str, scope: Mapping[str, str]) -> bool:
        _, data = self.endpoint.ask(query, scope)
        return bool(pyoxigraph.parse_query_results(data, pyoxigraph.QueryResultsFormat.JSON))


def _declared(text: str, prefixes: Mapping[str, str]) -> str:
    """Return the declarations of prefixes that a text uses and does not declare."""
    own = {prefix.lower() for prefix in _PREFIX.findall(text)}
    missing = {prefix: iri for prefix, iri in prefixes.items() if prefix.lower() not in own and f"{prefix}:" in text}
    return "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in sorted(missing.items()))


def _insert(triples: Sequence[tuple[str, str]]) -> str:
    graphs: dict[str, list[str]] = {}
    for graph, line in triples:
        graphs.setdefault(graph, []).append(line)
    return (
        "INSERT DATA {\n" + "".join(f"GRAPH {g} {{\n" + "\n".join(lines) + "\n}\n" for g, lines in graphs.items()) + "}"
    )


def _quad(terms: Mapping[str, Any]) -> pyoxigraph.Quad:
    return pyoxigraph.Quad(terms["s"], terms["p"], terms["o"], terms["g"])
