"""What makes two claims one, and one voice the word of another, holds too where articles come and go one by one."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import networkx as nx
import pytest
from rdflib import RDF, Graph

from benchmarks.deriving import Derived
from benchmarks.press import Draft, Voice, hop
from benchmarks.rough import as_read
from benchmarks.shuffling import as_they_are, at_once, read, shuffled
from whosays.extract.records import ArticleRecord, Entity, Figure, Outlet
from whosays.graph import KnowledgeGraph
from whosays.graph.claims import cores
from whosays.graph.rdf.namespaces import PROPOSITIONS
from whosays.graph.resolution.judgements import Judgements
from whosays.ontology import WS

PLACE = "In Sarn, where Lowmark meets the Quill below Mount Harrow, rain fell on Tuesday.\n\n"
# the same in other words, its denial, others of the same words, and words too few to tell
CLAIMS = (
    "the upper gate had been stuck since May", "the upper gate could not be moved", "the gate upstream was jammed",
    "there was no stuck gate", "the upper gate was not stuck", "the mayor had blamed the engineer for the flood",
    "the engineer had blamed the mayor for the flood", "the mayor was blamed by the engineer for the flood",
    "a leak was reported in April", "an April report told of a leak", "the report had been false", "false",
    "the levee had been repaired. It would hold. Nobody need leave", "the levee was repaired last week",
    "it was unclear why the levee failed", "the engineer had said that the upper gate was jammed",
)  # fmt: skip
# what is counted under names that no table has, of things of the same number
COUNTS = (
    ("handed out", "loaves of bread"), ("given away", "loaves"), ("sold", "loaves of bread"), ("killed", "villagers"),
    ("died", "people"), ("razed", "houses"), ("flooded", "homes"), ("baked", "loaves"), ("handed out", "blankets"),
)  # fmt: skip
VOICES = (
    ("Mira Castellan", True, "mayor"), ("Castellan", True, None), ("Ola Brandt", True, "engineer"),
    ("Harrow Water Authority", True, None), ("a spokesman for the Harrow Water Authority", False, "spokesman"),
    ("lawmakers", False, None), ("an official", False, "official"), ("the account", False, None),
)  # fmt: skip
OUTLETS = ("Sarn Herald", "Quill Gazette", "Norlan")


def records(seed: int, count: int) -> list[ArticleRecord]:
    """Return articles that say the same in many ways; some take whole passages of those before them."""
    random_ = random.Random(f"claims {seed}")
    found: list[ArticleRecord] = []
    for number in range(count):
        copied = random_.choice(found) if found and random_.random() < 0.3 else None
        found.append(_copy(random_, number, copied) if copied else _record(random_, number))
    return found


def _copy(random_: random.Random, number: int, original: ArticleRecord) -> ArticleRecord:
    outlet, day = random_.choice(OUTLETS), random_.choice((None, "2031-03-04", "2033-08-01"))
    text = original.text + f"\nAnd {number} more.\n"
    sha = hashlib.sha256(text.encode()).hexdigest()
    return replace(
        original, path=f"{number}.txt", sha256=sha, text=text, url=None, outlet=Outlet(outlet), published=day
    )


def _record(random_: random.Random, number: int) -> ArticleRecord:
    draft = Draft()
    title = f"Engineer: {random_.choice(CLAIMS)}"
    draft.write(f"{title}\n\n{PLACE}")
    entities = []
    for order in range(random_.randint(2, 5)):
        name, named, role = random_.choice(VOICES)
        low = random_.choice((None, None, 3, 40))
        measure, of = random_.choice(COUNTS)
        words = f" {of} were {measure}" if low else random_.choice(CLAIMS)
        span, cue = draft.write(name), draft.write(random_.choice((" said", " said", " denied")))
        draft.write(" that ")
        begin = len(draft.text)
        figure = draft.write(str(low)) if low else None
        draft.write(words)
        content = (begin, len(draft.text))
        draft.write(f". {random_.choice(('', 'Rain fell on Lowmark. '))}")
        entities.append(Entity(f"e{order}", "Person", name, named, (span,), (name,) if named else (), role))
        inside = order - 1 if order and random_.random() < 0.3 and draft.hops[-1].inside is None else None
        stance = "denies" if "denied" in draft.text[slice(*cue)] else "asserts"
        draft.hops.append(hop(order, Voice(f"e{order}", "Person"), span, cue, content, inside, stance))
        if figure and low:
            draft.figures.append(Figure(figure, low, low, False, measure, of, order, content))
    return as_read(
        ArticleRecord(
            path=f"{number}.txt",
            sha256=hashlib.sha256(draft.text.encode()).hexdigest(),
            text=draft.text,
            title=title,
            outlet=Outlet(random_.choice(OUTLETS)),
            published=random_.choice((None, "2031-03-01", "2031-03-02")),
            wire=random_.choice((None, None, "Norlan")),
            language="en",
            entities=tuple(entities),
            attributions=tuple(draft.hops),
            figures=tuple(draft.figures),
        )
    )


@pytest.mark.parametrize("seed", range(4))
def test_claims_that_came_and_went_leave_no_trace(seed: int, tmp_path: Path) -> None:
    """After any additions and removals claims, issues and origins are those worked out in one go."""
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        for _ in shuffled(graph, records(seed, 24), random.Random(seed), 10):
            graph.relate()
            assert as_they_are(graph) == at_once(graph, Judgements())
        shared = Graph(graph.dataset.store, PROPOSITIONS)
        assert list(shared.subjects(RDF.type, WS.Comparison))
        assert len(set(shared.subjects(WS.expresses))) > len(set(shared.objects(None, WS.expresses)))


def test_every_two_claims_that_say_the_same_are_found() -> None:
    """The indexes miss none of the pairs that comparing all with all finds; so it is with figures on one issue."""
    with KnowledgeGraph.in_memory() as graph:
        for record in records(9, 30):
            graph.add(record)
        derived = Derived("numbers", "topics", "stories", "claims", "issues")
        derived.follow(read(graph))
    claims, issues = derived.parts["claims"], derived.parts["issues"]
    nodes = [node for group in claims.now for node in group]
    connected = groups_of(nodes, claims._joined)
    assert {core for group in connected for core in cores(group, claims._same)} == set(claims.now)
    classes = [class_ for found in map(issues._figures.__getitem__, issues._figures.keys()) for class_ in found]
    assert groups_of(classes, issues._joined) == set(map(issues._groups.group, issues._counts.keys()))


def groups_of(members: list[str], joined: Callable[[str, str], bool]) -> set[tuple[str, ...]]:
    """Return the groups that pairs make, every two members compared."""
    pairs: nx.Graph[str] = nx.Graph()
    pairs.add_nodes_from(members)
    pairs.add_edges_from((one, other) for one, other in permutations(members, 2) if joined(one, other))
    return {tuple(sorted(group)) for group in nx.connected_components(pairs)}
