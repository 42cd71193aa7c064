"""What lineage needs to know of the articles, read back out of their graphs."""

from __future__ import annotations

import base64
from array import array
from collections.abc import Mapping
from urllib.parse import urlsplit

from rdflib import SKOS, URIRef

from whosays.extract.records import ArticleRecord, Span
from whosays.graph.names import body_form
from whosays.graph.rdf import Pairs, article_iri, date, storable, voice_iri
from whosays.graph.reuse.credit_lines import admits_a_source, signing_agency, taken_from
from whosays.graph.reuse.fingerprint_index import LineageArticle
from whosays.graph.reuse.fingerprints import fingerprint, read_text
from whosays.ontology import SCHEMA, WS


def read_lineage(pairs: Pairs, hashes: Mapping[str, tuple[int, ...]] | None = None) -> tuple[LineageArticle, ...]:
    """Read the articles of a store, sorted by IRI; ``hashes`` are fingerprints that are known already."""
    known = hashes or {}
    contents = _contents(pairs)
    outlets = dict(_starting_with_voice(pairs))
    told = {link: dict(pairs(link)) for link in (SCHEMA.url, SCHEMA.datePublished, SCHEMA.creditText, SCHEMA.author)}
    return tuple(
        _article(
            iri,
            text,
            known.get(iri),
            contents=contents.get(iri, ()),
            site=site(outlets.get(str(voice_iri(URIRef(iri)))), told[SCHEMA.url].get(iri)),
            published=told[SCHEMA.datePublished].get(iri),
            agency=told[SCHEMA.creditText].get(iri),
            author=told[SCHEMA.author].get(iri),
        )
        for iri, text in sorted(pairs(WS.articleText))
    )


def lineage_article(record: ArticleRecord) -> LineageArticle:
    """Return what lineage needs to know of a record, the same as ``read_lineage`` gives once it is stored."""
    day = date(record.published) if record.published else None
    return _article(
        str(article_iri(record)),
        storable(record.text),
        None,
        contents=tuple(sorted({tuple(sorted(set(hop.content))) for hop in record.attributions if hop.content})),
        site=site(record.outlet.name if record.outlet else None, record.url),
        published=None if day is None else str(day),
        agency=_label(record.wire),
        author=_label(record.author),
    )


def site(outlet: str | None, url: str | None) -> str | None:
    """Return what articles of one outlet share: its name in normal form, or the host of their address."""
    if outlet and (form := body_form(outlet)):
        return form
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def packed(hashes: tuple[int, ...]) -> str:
    """Return a fingerprint as a short text to keep: base64 of 32-bit numbers, the lowest byte first."""
    return base64.b64encode(b"".join(value.to_bytes(4, "little") for value in hashes)).decode("ascii")


def unpacked(text: str) -> tuple[int, ...]:
    """Return the fingerprint that ``packed`` wrote."""
    values = array("I")
    values.frombytes(base64.b64decode(text))
    return tuple(values)


def _article(
    iri: str,
    text: str,
    hashes: tuple[int, ...] | None,
    agency: str | None,
    author: str | None,
    **told: object,
) -> LineageArticle:
    signed = agency or signing_agency(text)
    return LineageArticle(
        iri=iri,
        text=text,
        hashes=fingerprint(read_text(text).words) if hashes is None else hashes,
        agency=signed,
        author=None if author == signed else author,
        address=iri.rpartition("-")[0],
        taken_from=taken_from(text),
        admits=admits_a_source(text),
        **told,  # type: ignore[arg-type]
    )


def _label(value: str | None) -> str | None:
    return " ".join(storable(value).split()) or None if value else None


def _starting_with_voice(pairs: Pairs) -> list[tuple[str, str]]:
    return [(subject, name) for subject, name in pairs(SKOS.prefLabel) if subject.endswith("#voice")]


def _contents(pairs: Pairs) -> dict[str, tuple[tuple[Span, ...], ...]]:
    """Return the contents of all hops but the outlet's own voice, by article."""
    hops = {hop for hop, _ in pairs(WS.parent)}
    spans: dict[str, list[Span]] = {}
    for hop, span in pairs(WS.contentSpan):
        if hop in hops:
            start, _, end = span.rpartition("#char=")[2].partition(",")
            spans.setdefault(hop, []).append((int(start), int(end)))
    contents: dict[str, set[tuple[Span, ...]]] = {}
    for hop, found in spans.items():
        contents.setdefault(hop.partition("#")[0], set()).add(tuple(sorted(found)))
    return {article: tuple(sorted(found)) for article, found in contents.items()}
