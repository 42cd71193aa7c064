"""The kinds of faults that real collections showed across articles: of each what holds, and three more of its sort.

The cases are in ``tests/data/press_kinds_across.toml``; ``fails`` says what does not hold yet.

- ``figures``: two sentences with a figure between stars and whom it counts, and the ``relation`` between them;
- ``claims``: wordings of articles on one event, with pairs that are one (``same``) or are not (``apart``);
- ``voices``: who says one and the same claim, article by article, "words, entity"; ``origins``: how many they are;
- ``names``: two names of persons with one role in two articles, and whether they are ``one``;
- ``copies``: two texts, and whether the one is ``copied`` from the other;
- ``said``: who says what in which stance, article by article; ``reversal``: who stands on both sides.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.deriving import propositions
from tests.graph.claims.test_claim_matcher import CONTEXT, pipeline
from tests.graph.claims.test_claims_graph import article as telling
from tests.graph.claims.test_claims_graph import rows
from tests.graph.figures.test_contradictions import figure, relation
from tests.graph.origins.test_counting import article as voicing
from tests.graph.origins.test_counting import found as origins_of
from tests.graph.resolution.test_entity_matcher import around, one, person
from tests.graph.reuse.test_detector import article as printed
from tests.graph.reuse.test_detector import lineage
from whosays.extract.syntax import claim_terms
from whosays.graph import KnowledgeGraph
from whosays.graph.articles.statements import Claim, Hop, Told

PATH = Path(__file__).parents[1] / "data" / "press_kinds_across.toml"
TABLE = tomllib.loads(PATH.read_text(encoding="utf-8"))
Case = dict[str, Any]


def cases(key: str) -> Iterator[Any]:
    """Yield the cases that have a key, those that fail so far marked with what is wrong."""
    for number, case in enumerate(TABLE["case"]):
        if key in case:
            reason = f"kind {case['kind']}, {TABLE['kinds'][str(case['kind'])]}: {case.get('fails')}"
            marks = [pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)] if "fails" in case else []
            yield pytest.param(case, id=f"{case['kind']}.{number}", marks=marks)


@pytest.mark.parametrize("case", list(cases("figures")))
def test_figures_are_compared_where_they_count_the_same(case: Case) -> None:
    """What two figures count, and when, is told by their sentences."""
    told = [row.split(" | ") for row in case["figures"]]
    assert relation(*(figure(sentence, of=of) for sentence, of in told)) == case["relation"]


def told_in(name: str, text: str) -> Told:
    """Return an article in which somebody says one thing, read as the pipeline does."""
    iri = f"{name}#claim=0,{len(text)}"
    claim = Claim(iri, 0, len(text), text, (), claim_terms(pipeline()(text), [(0, len(text))]))
    hop = Hop(f"{name}#attr=0", f"{name}#ref=0", None, "asserts", iri)
    return Told(name, None, CONTEXT, (claim,), (hop,), {f"{name}#ref=0": f"Voice {name}"})


@pytest.mark.model
@pytest.mark.parametrize("case", list(cases("claims")))
def test_claims_are_one_where_they_say_the_same(case: Case) -> None:
    """Each article's claim is in the group of those, and of none else, that say it too."""
    articles = [told_in(f"a{number}", text) for number, text in enumerate(case["claims"])]
    joined = [{node.iri.split("#")[0] for node in proposition.nodes} for proposition in propositions(articles)]
    assert [
        pair for pair in case.get("same", ()) if not any({f"a{n}" for n in pair} <= group for group in joined)
    ] == []
    assert [pair for pair in case.get("apart", ()) if any({f"a{n}" for n in pair} <= group for group in joined)] == []


@pytest.mark.parametrize("case", list(cases("voices")))
def test_origins_are_counted_once(case: Case) -> None:
    """Whoever is the same, or only leads to another, is one origin."""
    articles = []
    for number, voices in enumerate(case["voices"]):
        read = [[*voice.split(", "), None][:2] for voice in voices]
        articles.append(voicing(f"a{number}", *((words, entity, None) for words, entity in read)))
    assert len(origins_of(*articles)) == case["origins"]


@pytest.mark.parametrize("case", list(cases("names")))
def test_names_of_one_person_are_one(case: Case) -> None:
    """Short forms of given names and initials are the same person, another given name is not."""
    first, second = case["names"]
    pair = [person("x", first, role=case["role"]), person("y", second, role=case["role"])]
    assert one([*pair, *around("x", "y")]) is case["one"]


@pytest.mark.parametrize("case", list(cases("copies")))
def test_copies_are_told_from_what_is_printed_alike(case: Case) -> None:
    """Forms with other names in them, statements and datelines are copied from nobody."""
    first, second = case["copies"]
    found = lineage([printed("a", first, published="2031-05-02"), printed("b", second, published="2031-05-03")])
    assert [reuse.kind for reuse in found if reuse.original is not None] == (
        [] if case["copied"] == "none" else [case["copied"]]
    )


@pytest.mark.parametrize("case", list(cases("said")))
def test_who_takes_it_back_stands_on_both_sides(case: Case) -> None:
    """A person who asserts and denies the same is named among the asserting and as the one who denies."""
    with KnowledgeGraph.in_memory() as graph:
        for number, lines in enumerate(case["said"]):
            told = [(*line.split(" | "), None) for line in lines]
            graph.add(telling(f"{number}.txt", f"Courier {number}", *told, day=f"2031-05-0{number + 1}"))
        graph.relate()
        sides = [(str(row["asserting"]).split(" | "), row["denying"]) for row in rows(graph, "conflicts")]
    both = [denying for asserting, denying in sides if denying in asserting]
    assert both == ([case["reversal"]] if case["reversal"] else [])


def test_every_kind_has_four_cases() -> None:
    """Each kind of fault across articles is there with its neighbours."""
    numbers = [case["kind"] for case in TABLE["case"]]
    assert {kind: numbers.count(kind) for kind in numbers} == dict.fromkeys(range(33, 43), 4)
