"""What the service says of itself: SPARQL 1.1 Service Description, and VoID about the data."""

from __future__ import annotations

from typing import Final, cast

from rdflib import DCTERMS, RDF, VOID, XSD, Dataset, Graph, Literal, Namespace, URIRef
from rdflib.query import ResultRow

from whosays.ontology import PREFIXES, WS

SD: Final = Namespace("http://www.w3.org/ns/sparql-service-description#")
FORMATS: Final = Namespace("http://www.w3.org/ns/formats/")
_RESULTS: Final = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_RDF: Final = ("Turtle", "JSON-LD", "N-Triples", "RDF_XML", "TriG", "N-Quads")
_COUNTS: Final = """SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects) (COUNT(DISTINCT ?o) AS ?objects)
WHERE { ?s ?p ?o }"""
_CLASSES: Final = "SELECT ?term (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a ?term } GROUP BY ?term"
_PROPERTIES: Final = "SELECT ?term (COUNT(*) AS ?n) WHERE { ?s ?term ?o } GROUP BY ?term"
_GRAPHS: Final = "SELECT ?term (COUNT(*) AS ?n) WHERE { GRAPH ?term { ?s ?p ?o } } GROUP BY ?term"


def service_description(endpoint: str) -> Graph:
    """Return what the endpoint at this address can do."""
    graph = _graph()
    service, data, default = (URIRef(endpoint + part) for part in ("", "#data", "#default"))
    graph.add((service, RDF.type, SD.Service))
    graph.add((service, SD.endpoint, service))
    graph.add((service, SD.supportedLanguage, SD.SPARQL11Query))
    graph.add((service, SD.feature, SD.UnionDefaultGraph))
    for name in (*_RESULTS, *_RDF):
        graph.add((service, SD.resultFormat, FORMATS[name]))
    graph.add((service, SD.defaultDataset, data))
    graph.add((data, RDF.type, SD.Dataset))
    graph.add((data, SD.defaultGraph, default))
    graph.add((default, RDF.type, SD.Graph))
    return graph


def void_description(dataset: Dataset, endpoint: str) -> Graph:
    """Return how much of what is in the data: triples, graphs, classes, properties."""
    graph = _graph()
    data = URIRef(endpoint.removesuffix("/sparql") + "/.well-known/void#data")
    graph.add((data, RDF.type, VOID.Dataset))
    graph.add((data, VOID.sparqlEndpoint, URIRef(endpoint)))
    graph.add((data, VOID.vocabulary, URIRef(str(WS))))
    graph.add((data, DCTERMS.title, Literal("Who says what: attributions of news articles")))
    links = (VOID.triples, VOID.distinctSubjects, VOID.distinctObjects)
    for counts in dataset.query(_COUNTS):
        for link, value in zip(links, cast("ResultRow", counts), strict=True):
            graph.add((data, link, _whole(value)))
    _add_parts(graph, data, dataset, _CLASSES, (VOID.classPartition, VOID["class"], VOID.entities))
    _add_parts(graph, data, dataset, _PROPERTIES, (VOID.propertyPartition, VOID.property, VOID.triples))
    graphs = len(list(dataset.query(_GRAPHS)))
    graph.add((data, VOID.documents, _whole(graphs)))
    return graph


def _add_parts(graph: Graph, data: URIRef, dataset: Dataset, query: str, links: tuple[URIRef, URIRef, URIRef]) -> None:
    part_of, about, counts = links
    counted = {str(term): n for term, n in (cast("ResultRow", row) for row in dataset.query(query))}
    for place, term in enumerate(sorted(counted)):
        part = URIRef(f"{data}-{str(about).rpartition('#')[2]}-{place}")
        graph.add((data, part_of, part))
        graph.add((part, about, URIRef(term)))
        graph.add((part, counts, _whole(counted[term])))


def _whole(value: object) -> Literal:
    return Literal(int(str(value)), datatype=XSD.integer)


def _graph() -> Graph:
    graph = Graph()
    for prefix, namespace in {**PREFIXES, "sd": str(SD), "void": str(VOID)}.items():
        graph.bind(prefix, namespace)
    return graph
