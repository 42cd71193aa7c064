"""Two places to keep quads behind one rdflib ``Dataset``: memory, and Oxigraph on disk.

Each write here is one call that the engine does whole or not at all, even when the process is killed;
rdflib's own ``add`` and ``remove`` are not, on disk, and must not be used for writing.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol, TypeAlias

import pyoxigraph
from oxrdflib import OxigraphStore
from rdflib import Dataset, Graph, Literal, URIRef

from whosays.graph.words import Triple

# subject and object, as plain text, of every triple with this link, whatever graph it is in
Pairs: TypeAlias = Callable[[URIRef], Iterator[tuple[str, str]]]


class Engine(Protocol):
    """What a graph needs from where it is kept."""

    dataset: Dataset

    def pairs(self, link: URIRef) -> Iterator[tuple[str, str]]:
        """Yield subject and object of every triple with this link, as plain text."""

    def statements(self, graph: URIRef) -> Iterator[tuple[str, str, str]]:
        """Yield subject, link and object of every triple of a named graph, as plain text."""

    def insert(self, graph: URIRef, triples: Iterable[Triple]) -> None:
        """Add the triples to a named graph."""

    def drop(self, graphs: Iterable[URIRef]) -> None:
        """Remove named graphs, there or not."""

    def change(self, removed: Mapping[URIRef, set[Triple]], added: Mapping[URIRef, set[Triple]]) -> None:
        """Remove and add triples of several named graphs."""

    def flush(self) -> None:
        """Have everything written survive a power cut."""

    def close(self) -> None:
        """Let go of the files."""


class MemoryEngine:
    """rdflib's own store, for tests and small collections."""

    def __init__(self) -> None:
        self.dataset = Dataset(default_union=True)

    def pairs(self, link: URIRef) -> Iterator[tuple[str, str]]:
        """Yield subject and object of every triple with this link, as plain text."""
        for subject, _, value in self.dataset.triples((None, link, None)):
            yield str(subject), str(value)

    def statements(self, graph: URIRef) -> Iterator[tuple[str, str, str]]:
        """Yield subject, link and object of every triple of a named graph, as plain text."""
        for subject, link, value in Graph(self.dataset.store, graph):
            yield str(subject), str(link), str(value)

    def insert(self, graph: URIRef, triples: Iterable[Triple]) -> None:
        """Add the triples to a named graph."""
        _add(self.dataset, graph, triples)

    def drop(self, graphs: Iterable[URIRef]) -> None:
        """Remove named graphs, there or not."""
        for graph in graphs:
            self.dataset.remove_graph(graph)

    def change(self, removed: Mapping[URIRef, set[Triple]], added: Mapping[URIRef, set[Triple]]) -> None:
        """Remove and add triples of several named graphs."""
        for graph, triples in removed.items():
            context = Graph(self.dataset.store, graph)
            for triple in triples:
                context.remove(triple)
        for graph, triples in added.items():
            _add(self.dataset, graph, triples)

    def flush(self) -> None:
        """Do nothing: memory does not outlive the process."""

    def close(self) -> None:
        """Do nothing: there are no files."""


class DiskEngine:
    """Oxigraph's store in a folder of its own; one writer at a time."""

    def __init__(self, folder: Path, read_only: bool) -> None:
        self._store = pyoxigraph.Store.read_only(str(folder)) if read_only else pyoxigraph.Store(str(folder))
        self._read_only = read_only
        self.dataset = Dataset(store=OxigraphStore(store=self._store), default_union=True)

    def pairs(self, link: URIRef) -> Iterator[tuple[str, str]]:
        """Yield subject and object of every triple with this link, as plain text."""
        for quad in self._store.quads_for_pattern(None, pyoxigraph.NamedNode(link), None, None):
            yield _text(quad.subject), _text(quad.object)

    def statements(self, graph: URIRef) -> Iterator[tuple[str, str, str]]:
        """Yield subject, link and object of every triple of a named graph, as plain text."""
        for quad in self._store.quads_for_pattern(None, None, None, pyoxigraph.NamedNode(graph)):
            yield _text(quad.subject), _text(quad.predicate), _text(quad.object)

    def insert(self, graph: URIRef, triples: Iterable[Triple]) -> None:
        """Add the triples to a named graph in one transaction."""
        node = functools.cache(pyoxigraph.NamedNode)
        name = node(graph)
        quads = [
            pyoxigraph.Quad(
                node(subject), node(link), node(value) if isinstance(value, URIRef) else to_oxigraph(value), name
            )
            for subject, link, value in triples
        ]
        self._store.extend(quads)

    def drop(self, graphs: Iterable[URIRef]) -> None:
        """Remove named graphs, there or not, in one transaction."""
        self._store.update(";\n".join(f"DROP SILENT GRAPH {pyoxigraph.NamedNode(graph)}" for graph in graphs))

    def change(self, removed: Mapping[URIRef, set[Triple]], added: Mapping[URIRef, set[Triple]]) -> None:
        """Remove and add triples of several named graphs in one transaction."""
        self._store.update(f"DELETE DATA {{\n{_quads(removed)}}} ;\nINSERT DATA {{\n{_quads(added)}}}")

    def flush(self) -> None:
        """Sync to the disk."""
        if not self._read_only:
            self._store.flush()

    def close(self) -> None:
        """Sync and give the lock back; the data set is of no use afterwards."""
        self.flush()
        self.dataset.close()
        del self._store


def _text(term: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple) -> str:
    if isinstance(term, pyoxigraph.Triple):
        raise TypeError(f"a triple as a term: {term}")
    return term.value


def to_oxigraph(term: URIRef | Literal) -> pyoxigraph.NamedNode | pyoxigraph.Literal:
    """Return the term as Oxigraph's, whose ``str`` is its escaped N-Triples form."""
    if isinstance(term, URIRef):
        return pyoxigraph.NamedNode(term)
    if isinstance(term, Literal):
        datatype = None if term.datatype is None else pyoxigraph.NamedNode(term.datatype)
        return pyoxigraph.Literal(str(term), language=term.language, datatype=datatype)
    raise TypeError(f"neither an IRI nor a literal: {term!r}")


def _add(dataset: Dataset, graph: URIRef, triples: Iterable[Triple]) -> None:
    context = Graph(dataset.store, graph)
    dataset.addN((*triple, context) for triple in triples)


def _quads(graphs: Mapping[URIRef, set[Triple]]) -> str:
    return "".join(
        f"GRAPH {to_oxigraph(graph)} {{\n{''.join(sorted(map(_line, triples)))}}}\n"
        for graph, triples in sorted(graphs.items())
    )


def _line(triple: Triple) -> str:
    return " ".join(str(to_oxigraph(term)) for term in triple) + " .\n"
