"""What a summary of a large graph is told from: rows of the questions' columns, counted in one pass over each property.

A question joins all of an attribution's properties, which takes minutes where there are tens of thousands of them.
Here nothing is joined that is not told, and no row has the words of a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from rdflib import URIRef

    Pairs: TypeAlias = Callable[[URIRef], Iterator[tuple[str, str]]]

Row: TypeAlias = dict[str, Any]
Answers: TypeAlias = dict[str, list[Row]]


@dataclass(slots=True)
class _Heard:
    """One entity's attributions and articles, and the names of the outlets."""

    attributions: int = 0
    articles: set[str] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)


def counts(pairs: Pairs) -> Answers:
    """Return rows by question; ``pairs`` gives subject and object of every triple of a property."""
    from rdflib import SKOS  # noqa: PLC0415 - heavy, and the command line imports this module

    from whosays.ontology import SCHEMA, WS  # noqa: PLC0415 - as above

    parents = dict(pairs(WS.parent))
    sources = {hop: who for hop, who in pairs(WS.source) if hop in parents}
    unnamed = {who for who, named in pairs(WS.named) if named == "false"}
    resolved = dict(pairs(WS.resolvesTo))
    publishers = dict(pairs(SCHEMA.publisher))
    merges = dict(pairs(WS.status))
    one = dict(pairs(WS.oneEntity))
    wanted = {*resolved.values(), *publishers.values(), *one.values(), *unnamed}
    labels = {subject: label for subject, label in pairs(SKOS.prefLabel) if subject in wanted}
    outlets = {article: labels[publisher] for article, publisher in publishers.items() if publisher in labels}
    heard = {hop: resolved[who] for hop, who in sources.items() if who in resolved}
    wires, texts, origins = dict(pairs(SCHEMA.creditText)), pairs(SCHEMA.text), dict(pairs(WS.originCount))
    several = {claim: int(count) for claim, count in pairs(WS.outletCount) if int(count) > 1}
    quotes = dict(pairs(WS.quoteType))
    names, others = dict(pairs(WS.oneName)), dict(pairs(WS.otherName))
    return {
        "articles": [
            {"outlet": outlets.get(article), "wire": wires.get(article), "language": language}
            for article, language in pairs(WS.language)
        ],
        "attributions": [
            {"stance": _name(stance), "quote": _name(quotes.get(hop))}
            for hop, stance in pairs(WS.stance)
            if hop in parents
        ],
        "sources": list(_sources(heard, outlets, labels)),
        "unnamed-sources": [{"entity": labels.get(who)} for who in sources.values() if who in unnamed],
        "what-outlet-says": _innermost(pairs(WS.chain), set(parents.values())),
        "origins": [
            {"text": text, "outlets": several[claim], "origins": int(origins[claim]), "which": None}
            for claim, text in texts
            if claim in several
        ],
        "merges": [
            {
                "status": status,
                "name": names[merge],
                "other_name": others[merge],
                "entity": labels.get(one[merge], names[merge]),
            }
            for merge, status in merges.items()
        ],
        "wire-copies": [{"copy": copy} for _, copy in pairs(WS.copy)],
        "figures": [{"measure": measure} for _, measure in pairs(WS.measure)],
        "skipped": [{"why": why} for _, why in pairs(WS.reason)],
    }


def _sources(heard: Mapping[str, str], outlets: Mapping[str, str], labels: Mapping[str, str]) -> Iterator[Row]:
    found: dict[str, _Heard] = {}
    for hop, entity in heard.items():
        article, one = hop.partition("#")[0], found.setdefault(entity, _Heard())
        one.attributions += 1
        one.articles.add(article)
        one.outlets.update({outlets[article]} if article in outlets else ())
    for entity, one in found.items():
        yield {
            "entity": labels[entity],
            "attributions": one.attributions,
            "articles": len(one.articles),
            "outlets": len(one.outlets),
            "outlet_names": "; ".join(sorted(one.outlets)),
        }


def _innermost(chains: Iterable[tuple[str, str]], around: set[str]) -> list[Row]:
    return [{"chain": chain, "content": None, "outlet": None} for hop, chain in chains if hop not in around]


def _name(iri: str | None) -> str | None:
    return iri.partition("#")[2] if iri else None
