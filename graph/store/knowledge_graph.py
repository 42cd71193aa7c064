"""The knowledge graph of many articles: open it, add to it, relate, remove, export."""
# ruff: noqa: PLC0415 - what builds, relates and draws waits until it is used: a question needs none of it

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from rdflib import RDF, Dataset, Graph, Literal, URIRef
from rdflib.term import Node

from whosays.extract.records import ArticleRecord
from whosays.graph.errors import GraphError
from whosays.graph.rdf import (
    RUNS,
    VOCABULARY,
    Engine,
    MemoryEngine,
    article_iri,
    graph_iri,
    is_address,
    storable,
    vocabulary,
)
from whosays.graph.store import folder, loading
from whosays.graph.store.individuals import told_of
from whosays.graph.store.runs import Run
from whosays.graph.store.stored_article import StoredArticle, stored
from whosays.ontology import SCHEMA, WS

if TYPE_CHECKING:
    from whosays.graph.articles import Article
    from whosays.graph.incremental import Corpus, News
    from whosays.graph.store.network import Network

FLUSH_EVERY: Final = 60  # seconds: what a power cut (not a crash) can cost; a flush costs more the more there is


class KnowledgeGraph:
    """Articles as named graphs, and the shared graphs that relate them.

    Adding or removing articles leaves the shared graphs as they were until ``relate`` is called.  One
    writer at a time; readers (``read_only``) may look while it writes and see the state at their opening.
    Every method can raise ``GraphError``; use it as a context manager or ``close`` it.
    """

    def __init__(self, engine: Engine, path: Path | None = None, read_only: bool = False) -> None:
        self._engine: Engine | None = engine
        self._path = path
        self._read_only = read_only
        self._flushed = time.monotonic()
        self._derived: Corpus | None = None
        self._runs: set[URIRef] = set()

    @staticmethod
    def try_out(path: str | os.PathLike[str]) -> Path | None:
        """Return the folder; ``GraphError`` where no graph could be made or written in it.  The try leaves nothing.

        ``None`` for the address of a server, which says what it has to say when it is opened.
        """
        if is_address(path):
            return None
        where = folder.of(path)
        folder.try_out(where)
        return where

    @classmethod
    def open(
        cls, path: str | os.PathLike[str], create: bool = False, read_only: bool = False, in_memory: bool = False
    ) -> KnowledgeGraph:
        """Open the graph in a folder; with ``create``, make the folder where it is missing or empty.

        ``path`` may be the address of a SPARQL server (``http://HOST:PORT/sparql``), which has the graph to itself.
        ``in_memory`` has a reader load the whole folder first: dear to open, and most questions are faster.
        """
        if in_memory and (not read_only or is_address(path)):
            raise GraphError(f"{path}: only a folder's graph that is opened for reading alone can be put into memory")
        if is_address(path):
            from whosays.graph.rdf import RemoteEngine

            return cls(RemoteEngine(str(path), read_only), None, read_only)._begun()
        where = folder.of(path)
        engine = folder.opened(where, create, read_only, in_memory)
        with folder.explained(where):
            return cls(engine, where, read_only)._begun()

    @classmethod
    def in_memory(cls) -> KnowledgeGraph:
        """Return an empty graph that lives as long as the process."""
        return cls(MemoryEngine())._begun()

    @property
    def dataset(self) -> Dataset:
        """The quads, for reading: all named graphs are united in the default graph."""
        return self._open_engine().dataset

    def pairs(self, link: URIRef) -> Iterator[tuple[str, str]]:
        """Yield subject and object of every triple with this property, as plain text."""
        return self._open_engine().pairs(link)

    @property
    def path(self) -> Path | None:
        """The folder, ``None`` for a graph in memory."""
        return self._path

    def add(self, record: ArticleRecord, run: Run | None = None) -> bool:
        """Add an article, whole or not at all; ``False``: this version is in already.

        ``run`` is the reading that it comes from.
        Raises ``RecordError`` where the record contradicts itself: skip that article and go on.
        """
        if self.has(record):
            return False
        from whosays.graph.articles import article_graph

        mapped = article_graph(record, run.iri if run else None)
        with folder.explained(self._path):
            if run is not None:
                self.note(run)
            self._writable().insert(mapped.name, mapped.triples)
            self._flush_now_and_then()
        return True

    def note(self, run: Run) -> None:
        """Tell of a reading that articles come from, once."""
        if run.iri not in self._runs:
            with folder.explained(self._path):
                self._writable().insert(RUNS, run.triples())
            self._runs.add(run.iri)

    def load(self, file: Path, articles: Iterable[str] = ()) -> None:
        """Add the quads of a file of N-Quads, as fast as the engine can; ``articles`` are those whose graphs it holds.

        Where this is killed half way, none of them is in once the graph is opened for writing again.
        """
        engine = self._writable()
        with folder.explained(self._path), loading.marked(self._path, articles):
            engine.load(file)

    def has(self, article: ArticleRecord | str) -> bool:
        """Return whether this version of an article is in, given by IRI or by a record.

        Path, URL, outlet and text of the record tell, findings do not.
        """
        iri = URIRef(article) if isinstance(article, str) else article_iri(article)
        with folder.explained(self._path):
            return any(True for _ in self.dataset.triples((iri, RDF.type, WS.Article)))

    def relate(self) -> News:
        """Bring the shared graphs up to date with the articles; where nothing changed, nothing is written.

        Return which articles came since the last time, and which merges are new or otherwise.
        """
        from whosays.graph.resolution import judgements

        engine = self._writable()
        with folder.explained(self._path):
            news = self._corpus.relate(judgements.load(self._path))
            engine.flush()
        return news

    def remove(self, articles: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> int:
        """Remove every version of one or more articles, given by IRI, path or URL; return how many there were."""
        engine = self._writable()
        given = [articles] if isinstance(articles, str | os.PathLike) else articles
        with folder.explained(self._path):
            found = [URIRef(iri) for iri in sorted({iri for name in given for iri in self.called(os.fspath(name))})]
            if found:
                self._corpus.forget({iri: self._names(iri) for iri in found})
                engine.drop(graph_iri(iri) for iri in found)
                engine.flush()
        return len(found)

    def called(self, name: str) -> list[str]:
        """Return the articles of that IRI, URL or path, sorted; of a file that held several, all of them."""
        engine = self._open_engine()
        found = {iri for iri, url in engine.pairs(SCHEMA.url) if url == storable(name)}
        return sorted(found | {iri for iri, path in engine.pairs(WS.path) if folder.is_called(name, iri, path)})

    def half_removed(self, name: str) -> list[str]:
        """Return the articles of that name whose removal was stopped before what looks across articles followed."""
        self._writable()
        with folder.explained(self._path):
            gone = {iri: names for iri, names in self._corpus.leaving().items() if iri not in self.called(iri)}
        return sorted(iri for iri, (path, *urls) in gone.items() if folder.is_called(name, iri, path, *urls))

    def read(self, article: str) -> Article:
        """Return what an article's own graph tells."""
        from whosays.graph.articles import read_article

        return read_article(article, self._open_engine().statements(graph_iri(URIRef(article))))

    def told_of(self, articles: Iterable[str]) -> set[tuple[Node, Node, Node]]:
        """Return all that the graph tells of some articles, given by IRI, and of what they lead to."""
        return told_of(self.dataset, articles)

    def articles(self) -> tuple[StoredArticle, ...]:
        """Return the articles, sorted by path and then by IRI."""
        with folder.explained(self._path):
            iris = [iri for iri in self.dataset.subjects(RDF.type, WS.Article) if isinstance(iri, URIRef)]
            return tuple(sorted((stored(self.dataset, iri) for iri in iris), key=lambda one: (one.path, one.iri)))

    def articles_at(self, path: str) -> tuple[StoredArticle, ...]:
        """Return the versions of articles that were read at just this path, sorted by IRI."""
        with folder.explained(self._path):
            iris = [iri for iri in self.dataset.subjects(WS.path, Literal(path)) if isinstance(iri, URIRef)]
            return tuple(sorted((stored(self.dataset, iri) for iri in iris), key=lambda one: one.iri))

    def network(
        self,
        *,
        outlet: str | None = None,
        source: str | None = None,
        entity: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Network:
        """Return outlets, sources, claims and the attributions between them as a networkx graph.

        The filters are those of ``Selection``: names in any spelling known, ISO days both inclusive.
        """
        from whosays.graph.store.network import Selection, attribution_network

        with folder.explained(self._path):
            return attribution_network(self._open_engine().pairs, Selection(outlet, source, entity, since, until))

    def export(self, format_: str, path: str | os.PathLike[str]) -> None:
        """Write the graph to a file; same graph, same bytes.

        ``nquads`` is the archive, ``trig`` and ``jsonld`` say the same; ``graphml`` and ``gexf`` are the
        network.
        """
        from whosays.graph.store import export
        from whosays.graph.store.network import FORMATS, attribution_network
        from whosays.graph.store.network_file import network_file

        with folder.explained(self._path):
            if format_ in FORMATS:
                data = network_file(attribution_network(self._open_engine().pairs), format_)
            else:
                data = export.serialised(self.dataset, format_)
        export.write(data, Path(path))

    def close(self) -> None:
        """Write everything to the disk and let others in; closing twice does nothing."""
        if self._engine is not None:
            engine, self._engine = self._engine, None
            with folder.explained(self._path):
                if self._derived is not None:
                    self._derived.close()
                engine.close()

    def __enter__(self) -> KnowledgeGraph:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _begun(self) -> KnowledgeGraph:
        if self._path is not None and not self._read_only:
            loading.tidy(self._writable(), self._path)
        if not self._read_only and not len(Graph(self.dataset.store, VOCABULARY)):
            self._writable().insert(VOCABULARY, sorted(vocabulary()))
        return self

    @property
    def _corpus(self) -> Corpus:
        """What the shared graphs are made of; known no sooner than something changes."""
        if self._derived is None:
            from whosays.graph.incremental import Corpus

            self._derived = Corpus(self._writable(), self._path)
        return self._derived

    def _open_engine(self) -> Engine:
        if self._engine is None:
            raise GraphError(f"{self._path or 'the graph in memory'}: was closed")
        return self._engine

    def _writable(self) -> Engine:
        if self._read_only:
            raise GraphError(f"{self._path}: is open for reading only")
        return self._open_engine()

    def _flush_now_and_then(self) -> None:
        if time.monotonic() - self._flushed > FLUSH_EVERY:
            self._writable().flush()
            self._flushed = time.monotonic()

    def _names(self, iri: URIRef) -> tuple[str, ...]:
        """Return path and, where there is one, URL of an article."""
        found = (self.dataset.value(iri, link) for link in (WS.path, SCHEMA.url))
        return tuple(str(name) for name in found if name is not None)
