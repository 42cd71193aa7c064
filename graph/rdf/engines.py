"""Two places to keep quads behind one rdflib ``Dataset``: memory, and Oxigraph on disk, or read from there.

Each write here is one call that the engine does whole or not at all, even when the process is killed;
rdflib's own ``add`` and ``remove`` are not, on disk, and must not be used for writing.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Protocol, TypeAlias

import pyoxigraph
from oxrdflib import OxigraphStore
from rdflib import XSD, Dataset, Graph, Literal, URIRef, paths

from whosays.graph.rdf.evidence import Triple

LARGE: Final = 50_000  # triples
LOGGED: Final = 4_000_000  # bytes
Term: TypeAlias = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple
Link: TypeAlias = URIRef | paths.Path
# subject and object, as plain text, of every triple with this link, whatever graph it is in
Pairs: TypeAlias = Callable[[URIRef], Iterator[tuple[str, str]]]
PathPairs: TypeAlias = Callable[[Link], Iterator[tuple[str, str]]]  # the same of what a path of links leads to


def is_address(given: object) -> bool:
    """Tell whether somebody names a SPARQL server instead of a folder."""
    return isinstance(given, str) and given.startswith(("http://", "https://"))


def pairs_of(dataset: Dataset) -> PathPairs:
    """Return what yields the pairs of a link, or path of them, of any data set; without rdflib's terms if it can."""
    if isinstance(dataset.store, StoreOnDisk):
        return dataset.store.pairs
    return lambda link: ((str(subject), str(value)) for subject, _, value in dataset.triples((None, link, None)))


class Engine(Protocol):
    """What a graph needs from where it is kept."""

    dataset: Dataset

    def pairs(self, link: Link) -> Iterator[tuple[str, str]]:
        """Yield subject and object of every triple with this link, as plain text."""

    def statements(self, graph: URIRef) -> Iterator[tuple[str, str, str]]:
        """Yield subject, link and object of every triple of a named graph, as plain text."""

    def insert(self, graph: URIRef, triples: Iterable[Triple]) -> None:
        """Add the triples to a named graph."""

    def drop(self, graphs: Iterable[URIRef]) -> None:
        """Remove named graphs, there or not."""

    def subjects(self, link: URIRef, value: URIRef) -> Iterator[str]:
        """Yield the subject of every triple with this link and object, as plain text."""

    def change(self, removed: Mapping[URIRef, Sequence[str]], added: Mapping[URIRef, Sequence[str]]) -> None:
        """Remove and add triples, given as ``line`` writes them, of several named graphs."""

    def replace(self, graphs: Iterable[URIRef], lines: Iterable[tuple[URIRef, Sequence[str]]]) -> None:
        """Empty the named graphs, then fill them with triples as ``line`` writes them; may stop half way."""

    def load(self, file: Path) -> None:
        """Add the quads of a file of N-Quads; may stop half way."""

    def flush(self) -> None:
        """Have everything written survive a power cut."""

    def close(self) -> None:
        """Let go of the files."""


def inner_store(dataset: Dataset) -> pyoxigraph.Store | None:
    """Return Oxigraph's own store behind a data set, ``None`` where rdflib keeps it; for reading alone."""
    return dataset.store._inner if isinstance(dataset.store, StoreOnDisk) else None


def is_on_disk(dataset: Dataset) -> bool:
    """Tell whether Oxigraph keeps a data set, in a folder or read from one."""
    return isinstance(dataset.store, StoreOnDisk)


def is_snapshot(dataset: Dataset) -> bool:
    """Tell whether a data set stays as it is: one on disk that was opened for reading alone."""
    return isinstance(dataset.store, StoreOnDisk) and dataset.store.is_snapshot


class StoreOnDisk(OxigraphStore):
    """Oxigraph behind rdflib, which can also be read past it: a term that becomes rdflib's costs ten times as much."""

    is_snapshot = False

    def pairs(self, link: Link) -> Iterator[tuple[str, str]]:
        """Yield subject and object of every triple with this link, as plain text."""
        query = f"SELECT ?s ?o WHERE {{ ?s {link.n3()} ?o }}"  # half the time that quads take
        found = self._inner.query(query, use_default_graph_as_union=True)
        assert isinstance(found, pyoxigraph.QuerySolutions)  # noqa: S101 - narrows the type: a SELECT gives rows
        for subject, value in found:
            yield _text(subject), _text(value)


class MemoryEngine:
    """rdflib's own store, for tests and small collections."""

    def __init__(self) -> None:
        self.dataset = Dataset(default_union=True)

    def pairs(self, link: Link) -> Iterator[tuple[str, str]]:
        """Yield subject and object of every triple with this link, as plain text."""
        return pairs_of(self.dataset)(link)

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

    def subjects(self, link: URIRef, value: URIRef) -> Iterator[str]:
        """Yield the subject of every triple with this link and object, as plain text."""
        for subject, _, _ in self.dataset.triples((None, link, value)):
            yield str(subject)

    def change(self, removed: Mapping[URIRef, Sequence[str]], added: Mapping[URIRef, Sequence[str]]) -> None:
        """Remove and add triples, given as ``line`` writes them, of several named graphs."""
        for graph, lines in removed.items():
            context = Graph(self.dataset.store, graph)
            for triple in _triples(lines):
                context.remove(triple)
        for graph, lines in added.items():
            _add(self.dataset, graph, _triples(lines))

    def replace(self, graphs: Iterable[URIRef], lines: Iterable[tuple[URIRef, Sequence[str]]]) -> None:
        """Empty the named graphs, then fill them with triples as ``line`` writes them; may stop half way."""
        self.drop(graphs)
        for graph, written in lines:
            _add(self.dataset, graph, _triples(written))

    def load(self, file: Path) -> None:
        """Add the quads of a file of N-Quads."""
        for quad in pyoxigraph.parse(path=file, format=pyoxigraph.RdfFormat.N_QUADS):
            context = Graph(self.dataset.store, URIRef(_text(quad.graph_name)))
            context.add((URIRef(_text(quad.subject)), URIRef(_text(quad.predicate)), _term(quad.object)))

    def flush(self) -> None:
        """Do nothing: memory does not outlive the process."""

    def close(self) -> None:
        """Do nothing: there are no files."""


class DiskEngine:
    """Oxigraph's store in a folder of its own; one writer at a time.  A reader may have it all in memory."""

    def __init__(self, folder: Path, read_only: bool, in_memory: bool = False) -> None:
        store = pyoxigraph.Store.read_only(str(folder)) if read_only else pyoxigraph.Store(str(folder))
        self._store = _copy_in_memory(store) if in_memory else store
        self._folder = folder
        self._read_only = read_only
        kept = StoreOnDisk(store=self._store)
        kept.is_snapshot = read_only
        self.dataset = Dataset(store=kept, default_union=True)

    def pairs(self, link: Link) -> Iterator[tuple[str, str]]:
        """Yield subject and object of every triple with this link, as plain text."""
        return pairs_of(self.dataset)(link)

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

    def subjects(self, link: URIRef, value: URIRef) -> Iterator[str]:
        """Yield the subject of every triple with this link and object, as plain text."""
        link_, value_ = pyoxigraph.NamedNode(link), pyoxigraph.NamedNode(value)
        for quad in self._store.quads_for_pattern(None, link_, value_, None):
            yield _text(quad.subject)

    def change(self, removed: Mapping[URIRef, Sequence[str]], added: Mapping[URIRef, Sequence[str]]) -> None:
        """Remove and add triples, given as ``line`` writes them, of several named graphs.

        All in one transaction, unless there is so much to add that it would take long and much memory.
        """
        if sum(map(len, added.values())) <= LARGE:
            self._store.update(f"DELETE DATA {{\n{_quads(removed)}}} ;\nINSERT DATA {{\n{_quads(added)}}}")
            return
        self._store.update(f"DELETE DATA {{\n{_quads(removed)}}}")
        self._store.bulk_extend(quad for graph, lines in added.items() for quad in _parsed(graph, lines))

    def replace(self, graphs: Iterable[URIRef], lines: Iterable[tuple[URIRef, Sequence[str]]]) -> None:
        """Empty the named graphs, then fill them with triples as ``line`` writes them; may stop half way."""
        self.drop(graphs)
        self._store.bulk_extend(quad for graph, written in lines for quad in _parsed(graph, written))

    def load(self, file: Path) -> None:
        """Add the quads of a file of N-Quads, in bulk; may stop half way."""
        self._store.bulk_load(path=str(file), format=pyoxigraph.RdfFormat.N_QUADS)

    def flush(self) -> None:
        """Sync to the disk."""
        if not self._read_only:
            self._store.flush()

    def close(self) -> None:
        """Sync and give the lock back; the data set is of no use afterwards."""
        self.flush()
        self.dataset.close()
        del self._store
        if not self._read_only and sum(log.stat().st_size for log in self._folder.glob("*.log")) > LOGGED:
            del self.dataset  # holds the store
            pyoxigraph.Store(str(self._folder))  # opening lets the log of all that was written go


def _copy_in_memory(store: pyoxigraph.Store) -> pyoxigraph.Store:
    copy = pyoxigraph.Store()
    copy.bulk_extend(store)
    return copy


def _text(term: Term) -> str:
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


def line(triple: Triple) -> str:
    """Return a triple as a line of N-Triples, without the line break."""
    return " ".join(str(to_oxigraph(term)) for term in triple) + " ."


def _add(dataset: Dataset, graph: URIRef, triples: Iterable[Triple]) -> None:
    context = Graph(dataset.store, graph)
    dataset.addN((*triple, context) for triple in triples)


def _triples(lines: Iterable[str]) -> Iterator[Triple]:
    for quad in pyoxigraph.parse("\n".join(lines), pyoxigraph.RdfFormat.N_TRIPLES):
        yield URIRef(_text(quad.subject)), URIRef(_text(quad.predicate)), _term(quad.object)


def _term(term: Term) -> URIRef | Literal:
    if isinstance(term, pyoxigraph.NamedNode):
        return URIRef(term.value)
    if isinstance(term, pyoxigraph.Literal):
        datatype = None if term.language or term.datatype.value == str(XSD.string) else URIRef(term.datatype.value)
        return Literal(term.value, lang=term.language, datatype=datatype)
    raise TypeError(f"neither an IRI nor a literal: {term}")


def _parsed(graph: URIRef, lines: Iterable[str]) -> Iterator[pyoxigraph.Quad]:
    name = pyoxigraph.NamedNode(graph)
    for quad in pyoxigraph.parse("\n".join(lines), pyoxigraph.RdfFormat.N_TRIPLES):
        yield pyoxigraph.Quad(quad.subject, quad.predicate, quad.object, name)


def _quads(graphs: Mapping[URIRef, Sequence[str]]) -> str:
    return "".join(f"GRAPH {to_oxigraph(graph)} {{\n{chr(10).join(graphs[graph])}\n}}\n" for graph in sorted(graphs))
