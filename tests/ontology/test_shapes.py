"""What the shapes accept, and that each broken copy of a small valid article is found."""

from __future__ import annotations

import pytest
from rdflib import Dataset, Graph, URIRef

from whosays.ontology import WS, Finding, validate_dataset, validate_graph

A = "https://w3id.org/whosays/id/article/aaaa-bbbb"
TEXT = "The gates reportedly failed, engineer Mira Castellan said, adding at least 40 houses were flooded."
PREFIXES = f"""
@prefix ws: <https://w3id.org/whosays/ns#> . @prefix oa: <http://www.w3.org/ns/oa#> .
@prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix : <{A}#> .
"""
NODES = f"""
<{A}> a ws:Article ; ws:path "clippings/gates.txt" ; ws:articleText "{TEXT}" ; ws:language "en" ;
  schema:sha256 "{"0a" * 32}" ; schema:publisher :courier ; schema:datePublished "2024-12-19"^^xsd:date .
:voice a ws:Referent ; ws:inArticle <{A}> ; ws:named true .
:mira a ws:Referent , ws:Person ; ws:inArticle <{A}> ; ws:named true ; schema:roleName "engineer" .
:nobody a ws:Referent ; ws:inArticle <{A}> ; ws:named false .
:failed a ws:Claim ; ws:inArticle <{A}> ; ws:evidence <{A}#char=0,27> .
:flooded a ws:Claim ; ws:inArticle <{A}> ; ws:evidence <{A}#char=66,97> ; ws:quantity :forty .
:forty a ws:Quantity ; ws:inArticle <{A}> ; ws:evidence <{A}#char=66,77> ; ws:approximate false ;
  schema:minValue 40 ; ws:measure "flooded" ; ws:of "houses" ; ws:sentenceSpan <{A}#char=0,98> .
:outer a ws:Attribution ; ws:inArticle <{A}> ; ws:source :voice ; ws:claim :failed , :flooded ;
  ws:stance ws:reports ; ws:certainty ws:unspecified .
:says a ws:Attribution ; ws:inArticle <{A}> ; ws:source :mira ; ws:claim :failed ; ws:parent :outer ;
  ws:stance ws:asserts ; ws:certainty ws:certain ; ws:quoteType ws:indirect ; ws:confidence 0.9 ;
  ws:cue "say" ; ws:sourceSpan <{A}#char=29,53> ; ws:cueSpan <{A}#char=54,58> ;
  ws:contentSpan <{A}#char=0,27> .
:reportedly a ws:Attribution ; ws:inArticle <{A}> ; ws:source :nobody ; ws:claim :failed ; ws:parent :says ;
  ws:stance ws:asserts ; ws:certainty ws:alleged ; ws:quoteType ws:indirect ; ws:confidence 0.5 ;
  ws:cueSpan <{A}#char=10,20> ; ws:contentSpan <{A}#char=0,27> .
:adds a ws:Attribution ; ws:inArticle <{A}> ; ws:source :mira ; ws:claim :flooded ; ws:parent :outer ;
  ws:stance ws:asserts ; ws:certainty ws:certain ; ws:quoteType ws:direct ; ws:confidence 0.7 ;
  ws:contentSpan <{A}#char=66,97> ; ws:hasFigure :forty .
:skip a ws:Skipped ; ws:inArticle <{A}> ; ws:evidence <{A}#char=59,65> ; ws:reason "cue without content" .
"""


def span(start: int, end: int, more: str = "") -> str:
    words = f'oa:start {start} ; oa:end {end} ; oa:exact "{TEXT[start:end]}"'
    return f"<{A}#char={start},{end}> a ws:Span ; ws:inArticle <{A}> ; {words} {more} .\n"


SPANS = [(0, 27), (0, 98), (10, 20), (54, 58), (59, 65), (66, 77), (66, 97)]
VALID = NODES + "".join(span(*ends) for ends in SPANS) + span(29, 53, "; ws:refersTo :mira")


def findings(turtle: str) -> tuple[Finding, ...]:
    return validate_graph(Graph().parse(data=PREFIXES + turtle, format="turtle"))


def test_a_sound_article_conforms() -> None:
    """A named voice, "reportedly" inside it, a floating quotation, a figure, a ledger entry are accepted."""
    assert findings(VALID) == ()


def test_an_article_of_an_unknown_outlet_conforms() -> None:
    """The publisher may be absent; the outermost voice is then unnamed."""
    turtle = VALID.replace(" schema:publisher :courier ;", "")
    known = f":voice a ws:Referent ; ws:inArticle <{A}> ; ws:named true"
    assert known in turtle
    assert findings(turtle.replace(known, known.replace("true", "false"))) == ()


BREAKS = {
    "no source": ("ws:source :mira ; ws:claim :failed", "ws:claim :failed", ":says", WS.source),
    "no claim": ("ws:source :nobody ; ws:claim :failed", "ws:source :nobody", ":reportedly", WS.claim),
    "misspelt stance": ("ws:stance ws:reports", "ws:stance ws:repotrs", ":outer", WS.stance),
    "two certainties": (
        "ws:certainty ws:alleged",
        "ws:certainty ws:alleged , ws:certain",
        ":reportedly",
        WS.certainty,
    ),
    "confidence above one": ("ws:confidence 0.9", "ws:confidence 1.9", ":says", WS.confidence),
    "not the voice around it": ("ws:claim :failed , :flooded", "ws:claim :failed", ":adds", None),
    "nobody claims it": ("ws:claim :failed", "ws:claim :flooded", ":failed", None),
    "a circle of voices": ("ws:stance ws:reports", "ws:parent :says ; ws:stance ws:reports", ":outer", None),
    "no words introduce it": (f"ws:sourceSpan <{A}#char=29,53> ; ", "", ":says", None),
    "nothing of a silent voice": (
        f"ws:cueSpan <{A}#char=10,20> ; ws:contentSpan <{A}#char=0,27>",
        "ws:cue 'reportedly'",
        ":reportedly",
        None,
    ),
    "offset off by one": ("oa:start 29 ;", "oa:start 30 ;", "#char=29,53", None),
    "end before start": (
        "oa:start 66 ; oa:end 77",
        "oa:start 66 ; oa:end 60",
        "#char=66,77",
        "http://www.w3.org/ns/oa#start",
    ),
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
    "skipped without a reason": (' ; ws:reason "cue without content"', "", ":skip", WS.reason),
    "unnamed but merged": (
        f":nobody a ws:Referent ; ws:inArticle <{A}> ; ws:named false",
        f":nobody a ws:Referent ; ws:inArticle <{A}> ; ws:named false ; ws:resolvesTo :anybody",
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
    foreign = f'<{A}2#char=0,4> a ws:Span ; ws:inArticle <{A}2> ; oa:start 0 ; oa:end 4 ; oa:exact "said" .\n'
    turtle = VALID.replace(f"<{A}#char=54,58> ;", f"<{A}2#char=0,4> ;", 1) + other + foreign
    assert [f.message for f in findings(turtle)] == [f"evidence lies in another article: {A}2#char=0,4"]


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
