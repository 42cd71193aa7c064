"""What an article's graph tells in one literal each."""

from __future__ import annotations

import pytest

from tests.record_builder import article_record, entity
from whosays.extract.records import ArticleRecord, Credit, Number
from whosays.graph.articles import article_graph, read_article
from whosays.graph.articles.compact import credits_in, numbers_in, of_credits, of_numbers, of_spans, spans_in


@pytest.mark.parametrize("spans", [(), ((0, 45),), ((0, 45), (47, 120))])
def test_places_come_back(spans: tuple[tuple[int, int], ...]) -> None:
    """None, one and several."""
    assert spans_in(of_spans(spans)) == spans


def test_numbers_come_back() -> None:
    """Whole ones, parts, large ones, and the sign of money."""
    found = (Number((0, 2), 41.0), Number((5, 9), 1.75, "$"), Number((9, 12), 2e18, "€"), Number((13, 14), 0.0))
    assert numbers_in(of_numbers(found)) == found
    assert numbers_in("") == ()


def test_credits_come_back() -> None:
    """With and without a name and a place; what parts them stands in no name."""
    found = (Credit("Norlan", "wire"), Credit("The Hill Courier", "taken", (3, 9), share=True), Credit("", "linked"))
    assert credits_in(of_credits(found)) == found
    assert credits_in(of_credits([Credit("A; B", "signed", (1, 2))])) == (Credit("A, B", "signed", (1, 2)),)
    assert credits_in("") == ()


def test_a_record_of_before_tells_less() -> None:
    """It still loads, and its graph is read: without sentences, numbers, credits and singulars."""
    text = "By Norlan\n\nTwo officials said that 41 homes were lost."
    record = article_record("a.txt", text, entities=(entity(text, "e1", "Person", "Two officials", named=False),))
    told = record.to_json()
    assert told["sentences"]
    assert told["numbers"]
    assert told["credits"]
    assert told["entities"][0]["singulars"]
    for name in ("sentences", "numbers", "credits"):
        del told[name]
    del told["entities"][0]["singulars"]
    graph = article_graph(ArticleRecord.from_json(told))
    read = read_article(str(graph.article), [(str(s), str(p), str(o)) for s, p, o in graph.triples])
    assert (read.told.sentences, read.told.numbers, read.credited, read.told.singulars) == ((), (), (), {})
    assert ArticleRecord.from_json(record.to_json()) == record
