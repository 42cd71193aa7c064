"""An article's record to the triples of its one named graph: pure, the same whatever else is in the store.

Everything in it comes from this article alone, so adding, keeping and removing an article never touches
another. What only a look across articles can tell (who somebody is, the publisher as an entity, chains by
name) is left to the shared graphs; here stand the outlet's and the wire service's names as they were read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import PROV, RDF, XSD, Literal, URIRef

from whosays.extract.records import ArticleRecord, Span
from whosays.graph.articles.attribution_table import written_table
from whosays.graph.articles.attributions import hop_triples, hops, term_triples
from whosays.graph.articles.compact import of_credits, of_numbers, of_spans
from whosays.graph.articles.quantities import figure_triples
from whosays.graph.articles.referents import Referents, referent_triples
from whosays.graph.articles.validation import check_record
from whosays.graph.rdf import REPLACEMENT, Triple, Words, date, iris, line, one_line, storable, string
from whosays.ontology import SCHEMA, WS


@dataclass(frozen=True, slots=True)
class ArticleGraph:
    """One article version: its IRI, its named graph and that graph's distinct triples."""

    article: URIRef
    name: URIRef
    triples: tuple[Triple, ...]


def article_graph(record: ArticleRecord, run: URIRef | None = None) -> ArticleGraph:
    """Return the named graph of a record; raise ``RecordError`` where the record contradicts itself.

    ``run`` is by which reading it came about.
    """
    check_record(record)
    words = Words.of(record)
    read = ((words.article, PROV.wasGeneratedBy, run),) if run is not None else ()
    triples = dict.fromkeys((*_triples(record, words), *read))
    table = words.article, WS.attributionTable, string(written_table(words.article, triples))
    return ArticleGraph(words.article, iris.graph_iri(words.article), (*triples, table))


def article_lines(record: ArticleRecord, run: URIRef | None = None) -> tuple[str, bytes]:
    """Return an article's IRI and its named graph as N-Quads, sorted.

    Raises ``RecordError`` as ``article_graph`` does.
    """
    mapped = article_graph(record, run)
    lines = sorted(f"{line(triple).removesuffix(' .')} <{mapped.name}> .\n" for triple in mapped.triples)
    return str(mapped.article), "".join(lines).encode()


def _triples(record: ArticleRecord, words: Words) -> Iterator[Triple]:
    referents = Referents.of(record, words.article)
    held = hops(record, words, referents)
    yield from _article(record, words)
    yield from referent_triples(record, words, referents)
    for hop in dict.fromkeys(held.values()):
        yield from hop_triples(hop, words)
    yield from figure_triples(record, words, held)
    yield from term_triples(record, words)
    yield from _ledger(record, words)


def _article(record: ArticleRecord, words: Words) -> Iterator[Triple]:
    article = words.article
    yield article, RDF.type, WS.Article
    yield article, WS.path, string(record.path)
    yield article, WS.articleText, Literal(words.text)
    yield article, SCHEMA.sha256, string(record.sha256)
    if record.url:
        yield article, SCHEMA.url, Literal(storable(record.url), datatype=XSD.anyURI)
    told = {
        SCHEMA.headline: record.title,
        SCHEMA.author: record.author,
        SCHEMA.creditText: record.wire,
        WS.language: record.language,
        WS.context: " ".join(record.context),
        WS.sentences: of_spans(record.sentences),
        WS.numbers: of_numbers(record.numbers),
        WS.credits: of_credits(record.credits),
    }
    yield from ((article, link, string(one_line(value))) for link, value in told.items() if value and value.strip())
    for link, stamp in ((SCHEMA.datePublished, record.published), (SCHEMA.dateModified, record.updated)):
        day = date(stamp) if stamp else None
        if day is not None:
            yield article, link, day
    yield from ((article, WS.given, string(name)) for name in record.given)
    yield from ((article, WS.note, string(note)) for note in (*record.notes, *_own_notes(record, words)))


def _own_notes(record: ArticleRecord, words: Words) -> Iterator[str]:
    replaced = sum(was != now for was, now in zip(record.text, words.text, strict=True))
    if replaced:
        yield f"characters that cannot be stored, shown as {REPLACEMENT}: {replaced}"
    if record.published and date(record.published) is None:
        yield f"not a date: {record.published}"


def _ledger(record: ArticleRecord, words: Words) -> Iterator[Triple]:
    taken: Counter[Span] = Counter()
    for skipped in sorted(set(record.skipped), key=lambda line: (line.span, line.why)):
        iri = iris.skipped_iri(words.article, skipped.span, taken[skipped.span])
        taken[skipped.span] += 1
        yield iri, WS.reason, string(skipped.why)
