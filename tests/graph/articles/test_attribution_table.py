"""An article's attributions in one text: what the triples beside it tell, and nothing else."""

from __future__ import annotations

from rdflib import RDF

from tests.record_builder import article_record, entity, hop
from whosays.graph.articles import article_graph, read_shown, table_lines, written_shown
from whosays.ontology import WS

TEXT = "Oda Brandt said the weir held. Workers doubt it."
RECORD = article_record(
    "weir.txt",
    TEXT,
    outlet="Sluice Gazette",
    entities=(entity(TEXT, "e1", "Person", "Oda Brandt"),),
    attributions=(
        hop(TEXT, 0, "Oda Brandt", "said", "the weir held", entity="e1"),
        hop(TEXT, 1, "Workers", "doubt", "it", stance="doubts", kind="thought"),
    ),
)


def test_each_attribution_is_a_line_of_what_its_triples_tell() -> None:
    """Words, places and concepts; who it is in the article; the outlet's voice, which says nothing itself, too."""
    graph = article_graph(RECORD)
    (table,) = [str(value) for subject, link, value in graph.triples if link == WS.attributionTable]
    lines = table_lines(table)
    iris = {str(subject) for subject, link, kind in graph.triples if (link, kind) == (RDF.type, WS.Attribution)}
    assert {f"{graph.article}{line.iri}" for line in lines} == iris
    by_words = {line.content: line for line in lines}
    held, doubted, voice = by_words["the weir held"], by_words["it"], by_words[None]
    assert (held.source, held.cue, held.described, held.named) == ("Oda Brandt", "said", "Oda Brandt", True)
    assert TEXT[held.start : held.end] == "the weir held"
    assert (held.stance, held.certainty, held.quote, held.kind) == ("asserts", "certain", "indirect", "speech")
    assert (doubted.stance, doubted.kind, doubted.named, doubted.described) == ("doubts", "thought", False, "Workers")
    assert held.parent == doubted.parent == voice.iri == "#attr=voice"
    assert held.claim == f"#claim={held.start},{held.end}"
    assert (voice.parent, voice.claim, voice.start, voice.cue, voice.described) == (None,) * 4 + ("Sluice Gazette",)


def test_who_speaks_comes_back() -> None:
    """The outlet, and each one's speaker and chain, by IRIs without the article's."""
    written = written_shown("urn:a", "Sluice Gazette", {"urn:a#attr=x": ("Oda “B.” Brandt", None)})
    outlet, shown = read_shown(written)
    assert (outlet, {iri: tuple(names) for iri, names in shown.items()}) == (
        "Sluice Gazette",
        {"#attr=x": ("Oda “B.” Brandt", None)},
    )
