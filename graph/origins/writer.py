"""Propositions, issues, comparisons and origins as triples of ``graph/propositions``."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from rdflib import RDF, SKOS, Literal, URIRef

from whosays.graph.claims import Node, Proposition, Said
from whosays.graph.figures import Comparison, Issue
from whosays.graph.origins.counting import Origins
from whosays.graph.rdf import BETWEEN, ID, Triple, boolean, digest, integer, one_line, string
from whosays.graph.wording import is_clause, worded
from whosays.ontology import SCHEMA, WS
from whosays.resources import word_classes

_WORD: Final = re.compile(r"\w+")
_LEANING: Final = word_classes("graph")["leaning"]
_TELLING: Final = word_classes("graph")["of_telling"]
_SPEAKING: Final = word_classes("graph")["speaking"]  # of something


def proposition_iri(key: str) -> URIRef:
    """Return the IRI of the proposition of this key."""
    return URIRef(f"{ID}proposition/{digest(key)}")


def issue_iri(key: str) -> URIRef:
    """Return the IRI of the issue of this key."""
    return URIRef(f"{ID}issue/{digest(key)}")


def proposition_triples(
    proposition: Proposition, claims: Iterable[str], origins: Origins, issues: Iterable[str]
) -> Iterator[Triple]:
    """Yield a proposition with the claims that express it, the issues it addresses, and where it comes from."""
    iri = proposition_iri(proposition.key)
    yield iri, RDF.type, WS.Proposition
    yield iri, SCHEMA.text, string(label(proposition))
    yield from ((URIRef(quantity), WS.figureOf, iri) for quantity in proposition.quantities)
    yield from ((URIRef(claim), WS.expresses, iri) for claim in claims)
    yield from ((iri, WS.addresses, issue_iri(key)) for key in issues)
    yield from _origin_triples(iri, origins)


def expressing(article: Said) -> dict[str, list[str]]:
    """Return the claims that stand for each node of an article."""
    claims: defaultdict[str, list[str]] = defaultdict(list)
    for claim, nodes in article.stands_for.items():
        for node in nodes:
            claims[node].append(claim)
    return dict(claims)


def label(proposition: Proposition) -> str:
    """Return the wording that most claims have, a clause before all others.

    One that is whole, tells of no telling, and says something by itself comes before others, then the shortest.
    """
    nodes = [node for node in proposition.nodes if node.iri not in proposition.denials]
    texts = Counter(map(_worded, nodes))
    clauses = {_worded(node) for node in nodes if is_clause(node.claim.terms)}
    return min(texts, key=lambda text: (text not in clauses, _is_piece(text), -texts[text], len(text), text))


def _worded(node: Node) -> str:
    return worded(one_line(node.claim.clause or node.claim.text))


def _is_piece(text: str) -> bool:
    """Tell whether a wording leans on what stands around it, or stops inside a quotation."""
    marks = (text.count("“") - text.count("”"), text.count("‘") > text.count("’"), text.count('"') % 2)
    words = _WORD.findall(text.lower())
    speaks = any(verb in _SPEAKING and behind == "of" for verb, behind in itertools.pairwise(words))
    leans = BETWEEN in text or (text[:1].isalnum() and words[0] in _LEANING)
    return leans or speaks or not _TELLING.isdisjoint(words) or any(marks) or _is_headline(text)


def _is_headline(text: str) -> bool:
    """Tell "Dam Breaks Over Sarn": capitals that tell no name."""
    words = [word for word in text.split()[1:] if len(word) > 3]
    return len(words) > 2 and all(word[:1].isupper() or not word[:1].isalpha() for word in words)


def issue_triples(issue: Issue) -> Iterator[Triple]:
    """Yield an issue with its figures."""
    iri = issue_iri(issue.key)
    yield iri, RDF.type, WS.Issue
    yield iri, SKOS.prefLabel, Literal(one_line(issue.question), lang="en")
    for count in issue.counts:
        for quantity in count.quantities:
            yield URIRef(quantity), WS.countsAs, URIRef(count.quantities[0])
            yield URIRef(quantity), WS.onIssue, iri


def comparison_triples(comparison: Comparison) -> Iterator[Triple]:
    """Yield how two counts compare."""
    node = URIRef(f"{ID}comparison/{digest(comparison.one, comparison.other)}")
    yield node, RDF.type, WS.Comparison
    yield node, WS.firstFigure, URIRef(comparison.one)
    yield node, WS.secondFigure, URIRef(comparison.other)
    yield node, WS.relation, WS[comparison.verdict.relation]
    yield node, WS.verdict, string(comparison.verdict.reason)


def _origin_triples(iri: URIRef, origins: Origins) -> Iterator[Triple]:
    yield from ((iri, WS.assertedBy, URIRef(hop)) for hop in origins.asserted_by)
    yield from ((iri, WS.disputedBy, URIRef(hop)) for hop in origins.disputed_by)
    yield from ((iri, WS.origin, URIRef(origin)) for origin in origins.origins)
    yield from ((iri, WS.shortestChain, string(chain)) for chain in origins.shortest)
    yield iri, WS.articleCount, integer(len(origins.works))
    yield iri, WS.outletCount, integer(len(origins.outlets))
    yield iri, WS.originCount, integer(len(origins.origins))
    yield iri, WS.originsAtLeast, integer(origins.interval.low)
    yield iri, WS.originsAtMost, integer(origins.interval.high)
    if origins.interval.why:
        yield iri, WS.originsBecause, string(one_line(origins.interval.why))
    yield iri, WS.singleOrigin, boolean(len(origins.origins) == 1)
