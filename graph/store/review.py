"""What a person decides: about merges, about one article's referent in an entity, about two articles in a story."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import RDF, Dataset, URIRef

from whosays.graph.errors import GraphError
from whosays.graph.names import read_names
from whosays.graph.resolution import ARTICLE, MERGES, Pair, Verdict, load, pair, pair_id, read_key, save
from whosays.graph.store.knowledge_graph import KnowledgeGraph
from whosays.ontology import WS


@dataclass(frozen=True, slots=True)
class Merge:
    """Two names that may be one: ``id`` is what a person calls the pair, ``names`` as articles write them."""

    id: str
    status: str
    score: float
    names: tuple[str, str]
    because: str


def merges(graph: KnowledgeGraph) -> tuple[Merge, ...]:
    """Return the merges of a graph: first what waits for a person, then what is held apart, judged, and merged."""
    order = ("proposed", "held apart", "rejected", "accepted", "merged")
    found = (_merge(graph.dataset, iri) for iri in graph.dataset.subjects(RDF.type, WS.Merge))
    return tuple(sorted(found, key=lambda merge: (order.index(merge.status), -merge.score, merge.id)))


def judge_merge(graph: KnowledgeGraph, merge: str, verdict: Verdict | None) -> None:
    """Keep a person's verdict on a merge, ``None`` takes it back, and relate the articles anew.

    Raises ``GraphError`` where there is no such merge.
    """
    known = load(graph.path)
    judged = {pair_id(names): names for names in known.verdicts}
    names = judged.get(merge) or (_names(graph.dataset, merge) if verdict else None)
    if names is None:
        what = "no such merge" if verdict else "nobody judged it"
        raise GraphError(f"{merge}: {what}; list them with: whosays review --kg {graph.path}")
    _keep(graph, names, verdict)


def split_off(graph: KnowledgeGraph, name: str, article: str) -> str:
    """Take who bears a name in one article out of the entity of that name; return the id to undo it by.

    Raises ``GraphError`` where the article, given by IRI, path or URL, names nobody so.
    """
    for bearer in read_names(name for iri in graph.called(article) for name in graph.read(iri).names):
        if name in bearer.name.surfaces:
            names = pair(bearer.preferred, ("one article", bearer.name.referent))
            _keep(graph, names, "rejected")
            return pair_id(names)
    raise GraphError(f"{article}: names nobody {name!r}; see: whosays query spellings --kg {graph.path}")


def judge_story(graph: KnowledgeGraph, one: str, other: str, verdict: Verdict) -> str:
    """Put two articles into one story, or hold them apart; return the id to undo it by.

    Raises ``GraphError`` where an article, given by IRI, path or URL, is not there, or both are the same.
    """
    found = [_the_one(graph, article) for article in (one, other)]
    if found[0] == found[1]:
        raise GraphError(f"{other}: is the same article as {one}; give two")
    names = pair(*((ARTICLE, iri) for iri in found))
    _keep(graph, names, verdict)
    return pair_id(names)


def _the_one(graph: KnowledgeGraph, article: str) -> str:
    """Return an article's IRI, of several versions the first."""
    found = graph.called(article)
    if not found:
        raise GraphError(f"{article}: no such article; see: whosays query articles --kg {graph.path}")
    return found[0]


def _keep(graph: KnowledgeGraph, names: Pair, verdict: Verdict | None) -> None:
    if graph.path is None:
        raise GraphError("the graph in memory: keeps no judgements; build it in a folder")
    save(load(graph.path).with_verdict(names, verdict), graph.path)
    graph.relate()


def _names(dataset: Dataset, merge: str) -> Pair | None:
    if not (merge.isalnum() and merge.isascii()):
        return None
    iri = URIRef(f"{MERGES}{merge}")
    forms = [dataset.value(iri, link) for link in (WS.oneForm, WS.otherForm)]
    return None if None in forms else pair(read_key(str(forms[0])), read_key(str(forms[1])))


def _merge(dataset: Dataset, iri: object) -> Merge:
    told = {link: str(value) for _, link, value in dataset.triples((URIRef(str(iri)), None, None))}
    return Merge(
        id=str(iri).removeprefix(MERGES),
        status=told[WS.status],
        score=float(told[WS.score]),
        names=(told[WS.oneName], told[WS.otherName]),
        because=told[WS.because],
    )
