"""What the shapes accept, and that each broken copy of a small valid article is found."""

from __future__ import annotations

from pathlib import Path

import pytest
import urllib3
from rdflib import Dataset, Graph, URIRef

from tests.graph_checks import validate_graph
from tests.record_builder import article_record, built, hop
from tests.sparql_servers import oxigraph
from whosays.graph import KnowledgeGraph
from whosays.ontology import WS, Finding, validate_dataset

A = "https://w3id.org/whosays/id/article/aaaa-bbbb"
TEXT = "The gates reportedly failed, engineer Mira Castellan said, adding at least 40 houses were flooded."
PREFIXES = f"""
@prefix ws: <https://w3id.org/whosays/ns#> . @prefix oa: <http://www.w3.org/ns/oa#> .
@prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix : <{A}#> .
"""
VALID = f"""
<{A}> a ws:Article ; ws:path "clippings/gates.txt" ; ws:articleText "{TEXT}" ; ws:language "en" ;
  schema:sha256 "{"0a" * 32}" ; schema:publisher :courier ; schema:datePublished "2024-12-19"^^xsd:date .
:voice a ws:Referent ; ws:named true .
:mira a ws:Referent , ws:Person ; ws:named true ; schema:roleName "engineer" .
:nobody a ws:Referent ; ws:named false .
<{A}#char=29,52> ws:refersTo :mira .
:failed a ws:Claim .
:flooded a ws:Claim ; ws:quantity :forty .
:forty a ws:Quantity ; ws:words "at least 40" ; ws:start 66 ; ws:end 77 ; ws:approximate false ;
  schema:minValue 40 ; ws:measure "flooded" ; ws:of "houses" ; ws:sentence "{TEXT}" ; ws:sentenceSpan <{A}#char=0,98> .
:outer a ws:Attribution ; ws:inArticle <{A}> ; ws:source :voice ;
  ws:stance ws:reports ; ws:certainty ws:unspecified .
:says a ws:Attribution ; ws:inArticle <{A}> ; ws:source :mira ; ws:claim :failed ; ws:parent :outer ;
  ws:stance ws:asserts ; ws:certainty ws:certain ; ws:quoteType ws:indirect ; ws:confidence 0.9 ;
  ws:cueLemma "say" ; ws:sourceWords "{TEXT[29:52]}" ; ws:sourceSpan <{A}#char=29,52> ;
  ws:cue "said" ; ws:cueSpan <{A}#char=53,57> ; ws:content "{TEXT[0:27]}" ; ws:start 0 ; ws:end 27 .
:reportedly a ws:Attribution ; ws:inArticle <{A}> ; ws:source :nobody ; ws:claim :failed ; ws:parent :says ;
  ws:stance ws:asserts ; ws:certainty ws:alleged ; ws:quoteType ws:indirect ; ws:confidence 0.5 ;
  ws:cue "reportedly" ; ws:cueSpan <{A}#char=10,20> ; ws:start 0 ; ws:end 27 .
:adds a ws:Attribution ; ws:inArticle <{A}> ; ws:source :mira ; ws:claim :flooded ; ws:parent :outer ;
  ws:stance ws:asserts ; ws:certainty ws:certain ; ws:quoteType ws:direct ; ws:confidence 0.7 ;
  ws:content "at least 40 … were flooded" ; ws:contentSpan <{A}#char=66,77> , <{A}#char=85,97> ;
  ws:start 66 ; ws:end 97 ; ws:hasFigure :forty .
<{A}#skip=59,65> ws:reason "cue without content" .
"""


def findings(turtle: str) -> tuple[Finding, ...]:
    return validate_graph(Graph().parse(data=PREFIXES + turtle, format="turtle"))


def test_a_sound_article_conforms() -> None:
    """A named voice, "reportedly" inside it, a floating quotation, a figure, a ledger entry are accepted."""
    assert findings(VALID) == ()


def test_an_article_of_an_unknown_outlet_conforms() -> None:
    """The publisher may be absent; the outermost voice is then unnamed."""
    turtle = VALID.replace(" schema:publisher :courier ;", "")
    known = ":voice a ws:Referent ; ws:named true"
    assert known in turtle
    assert findings(turtle.replace(known, known.replace("true", "false"))) == ()


BREAKS = {
    "no source": ("ws:source :mira ; ws:claim :failed", "ws:claim :failed", ":says", WS.source),
    "no claim": ("ws:source :nobody ; ws:claim :failed", "ws:source :nobody", ":reportedly", None),
    "misspelt stance": ("ws:stance ws:reports", "ws:stance ws:repotrs", ":outer", WS.stance),
    "two certainties": (
        "ws:certainty ws:alleged",
        "ws:certainty ws:alleged , ws:certain",
        ":reportedly",
        WS.certainty,
    ),
    "confidence above one": ("ws:confidence 0.9", "ws:confidence 1.9", ":says", WS.confidence),
    "two claims": ("ws:claim :flooded", "ws:claim :flooded , :failed", ":adds", WS.claim),
    "nobody claims it": ("ws:claim :failed", "ws:claim :flooded", ":failed", None),
    "a voice that reports nobody": ("ws:parent :outer", "ws:parent :reportedly", ":outer", None),
    "nobody gives the figure": (" ; ws:hasFigure :forty", "", ":forty", None),
    "a circle of voices": ("ws:stance ws:reports", "ws:parent :says ; ws:stance ws:reports", ":outer", None),
    "no words introduce it": (f"ws:sourceSpan <{A}#char=29,52> ;", "", ":says", None),
    "nothing of a silent voice": (
        f"ws:cueSpan <{A}#char=10,20> ; ",
        "",
        ":reportedly",
        None,
    ),
    "content off by one": (
        "ws:start 0 ; ws:end 27 .\n:reportedly",
        "ws:start 1 ; ws:end 27 .\n:reportedly",
        ":says",
        None,
    ),
    "a piece that is not in it": (f"<{A}#char=85,97>", f"<{A}#char=78,84>", ":adds", None),
    "source off by one": (f"ws:sourceSpan <{A}#char=29,52>", f"ws:sourceSpan <{A}#char=30,53>", ":says", None),
    "behind the text": (f"ws:sentenceSpan <{A}#char=0,98>", f"ws:sentenceSpan <{A}#char=0,99>", A, None),
    "backwards": ("#skip=59,65", "#skip=65,59", A, None),
    "no place": (f"ws:cueSpan <{A}#char=53,57>", f"ws:cueSpan <{A}#54>", "#54", None),
    "end before start": ("ws:start 66 ; ws:end 77", "ws:start 66 ; ws:end 60", ":forty", WS.start),
    "no bounds": ("schema:minValue 40 ; ", "", ":forty", None),
    "bounds crossed": (
        "schema:minValue 40",
        "schema:minValue 40 ; schema:maxValue 12",
        ":forty",
        "https://schema.org/minValue",
    ),
    "approximate unsaid": ("ws:approximate false ;", "", ":forty", WS.approximate),
    "no text to point into": (f'ws:articleText "{TEXT}" ;', "", A, WS.articleText),
    "no path": ('ws:path "clippings/gates.txt" ;', "", A, WS.path),
    "hash cut short": ("0a" * 32, "0a" * 31, A, "https://schema.org/sha256"),
    "two outlets": (
        "schema:publisher :courier",
        "schema:publisher :courier , :herald",
        A,
        "https://schema.org/publisher",
    ),
    "skipped without a reason": ('ws:reason "cue without content"', 'ws:reason ""', "#skip=59,65", WS.reason),
    "skipped nowhere": ("#skip=59,65", "#skip", "#skip", None),
    "unnamed but merged": (
        ":nobody a ws:Referent ; ws:named false",
        ":nobody a ws:Referent ; ws:named false ; ws:resolvesTo :anybody",
        ":nobody",
        None,
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_each_break_is_found(name: str) -> None:
    """One thing broken gives a finding at the node that is broken, about the property that is wrong."""
    old, new, focus, path = BREAKS[name]
    assert old in VALID
    node = A + focus.replace(":", "#") if focus.startswith((":", "#")) else focus
    found = findings(VALID.replace(old, new))
    hits = [f for f in found if f.focus == node and (path is None or f.path in {"", str(path)})]
    assert hits, found
    assert all(f.message for f in found)


def test_evidence_of_another_article_is_found() -> None:
    """A voice may not be proved by another article's words."""
    other = f'<{A}2> a ws:Article ; ws:path "b.txt" ; ws:articleText "said" ; schema:sha256 "{"1b" * 32}" .\n'
    turtle = VALID.replace(f"<{A}#char=29,52> ;", f"<{A}2#char=0,4> ;", 1).replace(TEXT[29:52], "the gates", 1) + other
    assert f"evidence lies in another article: {A}2#char=0,4" in {f.message for f in findings(turtle)}


def dataset(shared: str = "", store: str = "default") -> Dataset:
    data = Dataset(store=store, default_union=True)
    data.graph(URIRef(f"{A}#graph")).parse(data=PREFIXES + VALID, format="turtle")
    data.graph(URIRef("https://w3id.org/whosays/id/graph/entities")).parse(data=PREFIXES + shared, format="turtle")
    return data


@pytest.mark.parametrize("store", ["default", "Oxigraph"])
def test_rules_hold_across_graphs(store: str) -> None:
    """What only the union shows is found: a merge made in a shared graph, and a triple in two graphs."""
    entity = ':anybody a ws:Entity ; skos:prefLabel "Anybody" .\n'
    assert list(validate_dataset(dataset(entity + ":mira ws:resolvesTo :anybody .", store))) == []
    merged = list(validate_dataset(dataset(entity + ":nobody ws:resolvesTo :anybody .", store)))
    assert [f.message for f in merged] == [f"an unnamed source is merged with an entity: {A}#anybody"]
    repeated = list(validate_dataset(dataset(":mira ws:named true .", store)))
    assert [(f.focus, f.path) for f in repeated] == [(f"{A}#mira", str(WS.named))]


def test_an_entity_without_a_name_is_found_in_its_own_graph() -> None:
    """Shared graphs are checked too, each by itself."""
    found = list(validate_dataset(dataset(":anybody a ws:Entity .")))
    assert [f.focus for f in found] == [f"{A}#anybody"]


def test_a_graph_on_a_server_is_checked_like_any_other(tmp_path: Path) -> None:
    """A sound one has no findings; what is wrong in one of its graphs, or in two of them, is found there as well."""
    said = hop(TEXT, 0, "engineer Mira Castellan", "said", "The gates reportedly failed")
    with oxigraph(tmp_path) as address:
        with built(
            KnowledgeGraph.open(address, create=True), [article_record("gates.txt", TEXT, attributions=(said,))]
        ):
            pass
        with KnowledgeGraph.open(address, read_only=True) as graph:
            assert list(validate_dataset(graph.dataset)) == []
        wrong = f"GRAPH <urn:a> {{ <{A}> a ws:Article ; ws:path 'a' }} GRAPH <urn:b> {{ <{A}> ws:path 'a' }}"
        update = f"PREFIX ws: <{WS}> INSERT DATA {{ {wrong} }}"
        headers = {"content-type": "application/sparql-update"}
        assert urllib3.request("POST", address.replace("/query", "/update"), body=update, headers=headers).status < 300
        with KnowledgeGraph.open(address, read_only=True) as graph:
            found = list(validate_dataset(graph.dataset))
    assert {finding.focus for finding in found} == {A}
    assert "the same triple is in two graphs" in {finding.message for finding in found if finding.path == str(WS.path)}
    assert str(WS.articleText) in {finding.path for finding in found}  # which it lacks
