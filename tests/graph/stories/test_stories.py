"""Which articles tell of one event: by the rare words that they share, by their days, by what people said."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from rdflib import URIRef

from benchmarks.press import Press
from benchmarks.shuffling import as_they_are, at_once, shuffled
from tests.record_builder import article_record, built
from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph
from whosays.graph.rdf import article_iri
from whosays.graph.resolution.judgements import Judgements, pair, save
from whosays.graph.stories import Judged, clusters, likeness, rarity
from whosays.ontology import WS

FERRY = "The ferry Halvard ran aground off Skerrow with ninety passengers, the coastguard of Tarnish said."
SUNK = "All passengers left the Halvard by raft before the ferry broke up off Skerrow, Tarnish coastguards said."
VOTE = "Parliament in Lumholt passed the fisheries budget by two votes after Premier Oda Brask gave way on quotas."
QUOTAS = "Oda Brask, the premier, gave way on quotas; the fisheries budget passed in Lumholt by two votes."


def record(name: str, text: str, day: str | None = "2031-05-02") -> ArticleRecord:
    return article_record(f"{name}.txt", f"{text}\n", outlet=f"{name} Post", published=day, title=f"{name} news")


def stories(graph: KnowledgeGraph) -> set[frozenset[str]]:
    """Return the stories of a graph by the names of their files."""
    paths = {iri: path.removesuffix(".txt") for iri, path in graph.pairs(WS.path)}
    found: dict[str, set[str]] = {}
    for article, story in graph.pairs(WS.inStory):
        found.setdefault(story, set()).add(paths[article])
    return {frozenset(story) for story in found.values()}


def told(*records: ArticleRecord) -> set[frozenset[str]]:
    with KnowledgeGraph.in_memory() as graph:
        return stories(built(graph, records))


def alike(**likenesses: int) -> dict[str, dict[str, int]]:
    """Return rows of likeness; ``ab=500``: a and b are alike by 500 of 1000."""
    rows: dict[str, dict[str, int]] = {}
    for letters, much in likenesses.items():
        one, other = list(letters)
        rows.setdefault(one, {})[other] = much
        rows.setdefault(other, {})[one] = much
    return rows


def test_articles_that_share_rare_words_are_of_one_story() -> None:
    """Two on a ferry and two on a vote, of one day, are two stories."""
    found = told(record("a", FERRY), record("b", SUNK), record("c", VOTE), record("d", QUOTAS))
    assert found == {frozenset("ab"), frozenset("cd")}


def test_the_same_words_long_after_are_another_story() -> None:
    """What is much alike on one day is another event half a year later, unless it is the same text."""
    assert told(record("a", FERRY), record("b", SUNK, "2031-11-02")) == {frozenset("a"), frozenset("b")}
    assert told(record("a", FERRY), record("b", SUNK, None)) == {frozenset("ab")}
    assert told(record("a", FERRY), record("b", FERRY, "2031-11-02")) == {frozenset("ab")}


def test_a_word_that_every_article_has_ties_none() -> None:
    """Rarity goes over the corpus: what stands in all articles of a large one weighs next to nothing."""
    assert rarity(1, 1000) > rarity(30, 1000) > rarity(1000, 1000)
    assert rarity(4000, 4000) <= 1
    assert rarity(5, 5) > rarity(500, 5000)


def test_likeness_falls_with_the_days_between() -> None:
    """A few days do not matter; then it falls, and never rises again."""
    found = [likeness(50, 100, 100, days) for days in (0, 3, 4, 17, 60)]
    assert found[0] == found[1] == 500
    assert found[3] == 250
    assert all(sooner >= later for sooner, later in pairwise(found))


def test_articles_without_a_day_have_to_be_more_alike() -> None:
    """Where it is not known how far apart two were published they are hardly of one day; the same text is the same."""
    assert likeness(50, 100, 100, 3) > likeness(50, 100, 100, None) > likeness(50, 100, 100, 17)
    assert likeness(90, 100, 100, None) == likeness(90, 100, 100, 0)


def test_what_stands_between_the_sentences_ties_no_articles() -> None:
    """A page's furniture, the same on all pages of a house, is none of the words that an article is about."""
    note = "Subscribe for Skerrow Weekly, where Tarnish explorers unpack boardroom gossip, gardening, puzzles.\n\n"
    plain = [record("a", FERRY), record("b", VOTE)]
    noted = [
        replace(each, text=f"{note}{each.text}", sentences=tuple((s + len(note), e + len(note)) for s, e in spans))
        for each in plain
        for spans in [((0, len(each.text) - 1),)]
    ]
    assert told(*noted) == told(*plain) == {frozenset("a"), frozenset("b")}
    everything = [replace(each, sentences=((0, len(each.text)),)) for each in noted]
    assert told(*everything) == {frozenset("ab")}


def test_a_chain_makes_no_story() -> None:
    """Each is like the next; but the first is not like the last, so not all are put together."""
    chain = alike(ab=90, bc=90, cd=90, de=90)
    assert len(clusters("abcde", chain)) > 1
    everyone = alike(**{one + other: 90 for one, other in combinations("abcde", 2)})
    assert clusters("abcde", everyone) == [tuple("abcde")]


def test_the_order_of_articles_does_not_matter() -> None:
    """The same likenesses give the same stories, whichever article is given first."""
    random_ = random.Random(3)
    rows = alike(**{one + other: random_.randint(0, 200) for one, other in combinations("abcdefghij", 2)})
    orders = [random_.sample("abcdefghij", k=10) for _ in range(20)]
    assert len({tuple(clusters(order, rows)) for order in orders}) == 1


def test_people_have_the_last_word() -> None:
    """What people put together stays together, and what they hold apart never meets, not even through a third."""
    everyone = alike(ab=900, ac=900, bc=900)
    assert clusters("abcd", everyone) == [("a", "b", "c"), ("d",)]
    assert clusters("abcd", everyone, Judged(together=[("c", "d")])) == [("a", "b", "c", "d")]
    held = clusters("abcd", everyone, Judged(apart=[("a", "b")]))
    assert not any({"a", "b"} <= set(group) for group in held)


@pytest.mark.parametrize("verdict", ["accepted", "rejected"])
def test_a_judgement_outlives_rebuilding(verdict: str, tmp_path: Path) -> None:
    """A judgement in the file of a graph changes its stories, and taking it back undoes it."""
    one, other = record("a", FERRY), record("b", SUNK if verdict == "rejected" else VOTE)
    together = {"accepted": {frozenset("ab")}, "rejected": {frozenset("a"), frozenset("b")}}
    names = pair(*(("article", str(article_iri(each))) for each in (one, other)))
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        before = stories(built(graph, [one, other]))
        assert before != together[verdict]
        save(Judgements({names: verdict}), graph.path or tmp_path)  # type: ignore[dict-item]
        graph.relate()
        assert stories(graph) == together[verdict]
        save(Judgements(), graph.path or tmp_path)
        graph.relate()
        assert stories(graph) == before


def test_a_story_says_what_it_is_and_why() -> None:
    """A story has the title of its middle article, its words, its days, and for each article the words it shares."""
    with KnowledgeGraph.in_memory() as graph:
        built(graph, [record("a", FERRY), record("b", SUNK, "2031-05-03"), record("c", VOTE)])
        story = dict(graph.pairs(WS.inStory))[str(article_iri(record("a", FERRY)))]
        of = {link: str(value) for _, link, value in graph.dataset.triples((URIRef(story), None, None))}
        assert of[WS.storySize] == "2"
        assert (of[WS.storySince], of[WS.storyUntil]) == ("2031-05-02", "2031-05-03")
        assert "halvard" in of[WS.knownBy].split(", ")
        because = dict(graph.pairs(WS.inStoryBecause))
        assert because[str(article_iri(record("b", SUNK, "2031-05-03")))].startswith("shares ferry, halvard,")
        assert because[str(article_iri(record("c", VOTE)))] == "no other article tells of it"


@pytest.mark.parametrize("seed", range(2))
def test_stories_that_came_and_went_leave_no_trace(seed: int, tmp_path: Path) -> None:
    """After any additions and removals stories and all that is compared inside them are those worked out at once."""
    records = list(Press(seed).articles(30))
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        for _ in shuffled(graph, records, random.Random(seed), 6):
            graph.relate()
            assert as_they_are(graph) == at_once(graph, Judgements())
        assert any(len(story) > 1 for story in stories(graph))
