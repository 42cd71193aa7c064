"""Propositions, origins and comparisons in the graph, and the questions about them, on both engines."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from spacy.language import Language

from benchmarks.deriving import propositions
from benchmarks.rough import rough_terms
from corpus import GoldArticle, sample_gold
from tests.record_builder import article_record, at, built, entity, figure, hop
from whosays.extract.claims import compared, count_names, known_by, read_claims
from whosays.extract.pipeline import load_model
from whosays.extract.records import ArticleRecord, Attribution, Entity, Figure, Span, Stance
from whosays.graph import KnowledgeGraph
from whosays.graph.articles.reader import read_article
from whosays.graph.articles.writer import article_graph
from whosays.graph.claims.matcher import Proposition, said
from whosays.graph.origins.writer import label
from whosays.graph.rdf.iris import article_iri, claim_iri, graph_iri
from whosays.graph.wording import DENIED
from whosays.ontology import WS, validate_dataset
from whosays.queries import run

# pairs of claims of the sample's gold that were annotated with a proposition, both or one of them
PRECISION, RECALL = 0.95, 0.77
QUESTIONS = (
    "conflicts",
    "figures-compared",
    "origins",
    "outlets-compared",
    "same-claim",
    "single-origin",
    "timeline",
)
PLACE = "In Sarn, where Lowmark meets the Quill below Mount Harrow, rain fell on Tuesday.\n\n"


def article(
    path: str, outlet: str, *said_: tuple[str, str, Stance, str | None], day: str | None = None
) -> ArticleRecord:
    """Return a record in which each source holds a stance to a content; with a number, that is a figure of killed."""
    text = PLACE + " ".join(f"{source} said that {content}." for source, content, *_ in said_) + f"\n\n{path}\n"
    figures = []
    for number, (_, content, _, count) in enumerate(said_):
        if count:
            low = float("".join(filter(str.isdigit, count)))
            high = None if count.startswith("at least") else low
            killed = {"approximate": False, "measure": "killed", "of": "people", "sentence": at(text, content)}
            figures.append(figure(text, count, low, high, number, **killed))
    return article_record(
        path, text, outlet=outlet, published=day, language="en", figures=tuple(figures),
        entities=tuple(
            entity(text, source, "Person", source, named=not source.startswith("an "))
            for source in dict.fromkeys(source for source, *_ in said_)
        ),
        attributions=tuple(
            hop(text, number, source, "", content, entity=source, stance=stance)
            for number, (source, content, stance, _) in enumerate(said_)
        ),
    )  # fmt: skip


ARTICLES = (
    article(
        "one.txt", "Harbour Courier",
        ("Mira Castellan", "the flood killed at least 40 people", "asserts", "at least 40"),
        ("Tomas Ferrel", "the upper gate had been stuck since May", "asserts", None),
        day="2031-05-01",
    ),
    article(
        "two.txt", "Sarn Herald",
        ("Mira Castellan", "at least 40 people died in the flood", "asserts", "at least 40"),
        ("Ruta Sehnal", "the upper gate was stuck", "denies", None),
        day="2031-05-02",
    ),
    article(
        "three.txt", "Northline",
        ("an engineer", "12 people died in the flood", "asserts", "12"),
        day="2031-05-02",
    ),
)  # fmt: skip


@pytest.fixture(name="graph")
def _graph(new_graph: Callable[[], KnowledgeGraph]) -> KnowledgeGraph:
    return built(new_graph(), ARTICLES)


def rows(graph: KnowledgeGraph, question: str, **params: object) -> list[dict[str, object]]:
    table = run(graph.dataset, question, params)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_a_figure_that_is_denied_is_marked_so() -> None:
    """Whether a figure is somebody's own is told by the stance of the attribution that holds it."""
    for stance, denied in (("denies", True), ("doubts", True), ("asserts", False), ("confirms", False)):
        said_ = ("Mira Castellan", "the figure of 40 people", cast("Stance", stance), "40")
        graph = article_graph(article("one.txt", "Harbour Courier", said_))
        read = read_article(str(graph.article), [(str(s), str(p), str(o)) for s, p, o in graph.triples])
        (figure,) = (figure for claim in read.told.claims for figure in claim.figures)
        assert (DENIED in figure.marks, figure.name) == (denied, "Mira Castellan")


def test_two_outlets_one_origin(graph: KnowledgeGraph) -> None:
    """What two outlets have from one person has two outlets, two articles and one origin, and is marked."""
    (dead,) = rows(graph, "origins", content="40 people")
    assert (dead["outlets"], dead["articles"], dead["origins"], dead["which"]) == (2, 2, 1, "Mira Castellan")
    assert dead["shortest"] == "Harbour Courier > Mira Castellan | Sarn Herald > Mira Castellan"
    assert [row["proposition"] for row in rows(graph, "single-origin")] == [dead["proposition"]]


def test_asserted_and_denied(graph: KnowledgeGraph) -> None:
    """A conflict names who asserts, who denies, and the articles of both."""
    (gate,) = rows(graph, "conflicts")
    assert (gate["asserting"], gate["denying"], gate["stance"]) == ("Tomas Ferrel", "Ruta Sehnal", "denies")
    assert gate["articles"] == "one.txt | two.txt"


def test_a_flat_denial_is_a_conflict() -> None:
    """Who is quoted as saying that it is not so stands against those who say that it is."""
    with KnowledgeGraph.in_memory() as graph:
        graph.add(
            article("a.txt", "Harbour Courier", ("Tomas Ferrel", "the upper gate had been stuck", "asserts", None))
        )
        graph.add(article("b.txt", "Sarn Herald", ("Ruta Sehnal", "there was no stuck gate", "asserts", None)))
        graph.relate()
        (gate,) = rows(graph, "conflicts")
        assert (gate["asserting"], gate["denying"], gate["stance"]) == ("Tomas Ferrel", "Ruta Sehnal", "denies")
        assert (gate["text"], gate["denial"]) == ("the upper gate had been stuck", "there was no stuck gate")
        assert {row["stance"] for row in rows(graph, "timeline")} == {"asserts", "denies"}
        (row,) = rows(graph, "origins", articles=1)
        assert (row["articles"], row["origins"], row["disputed"]) == (1, 1, 1)


def test_figures_on_one_issue(graph: KnowledgeGraph) -> None:
    """Each two figures on an issue stand beside each other with the relation and the reason."""
    found = {(row["text1"], row["text2"], row["relation"]) for row in rows(graph, "figures-compared")}
    assert ("at least 40", "at least 40", "equal") in found
    assert {relation for _, _, relation in found} == {"equal", "contradicts"}


def test_same_claim_lists_every_wording(graph: KnowledgeGraph) -> None:
    """There is one row for each claim of a proposition that has two."""
    found = rows(graph, "same-claim", content="killed")
    assert [(row["article"], row["source"]) for row in found] == [
        ("one.txt", "Mira Castellan"),
        ("two.txt", "Mira Castellan"),
    ]


def test_what_an_outlet_has_alone(graph: KnowledgeGraph) -> None:
    """Only what no other outlet carries is listed."""
    assert {(row["outlet"], row["text"]) for row in rows(graph, "outlets-compared")} == {
        ("Harbour Courier", "the upper gate was stuck"),
        ("Northline", "12 people died in the flood"),
    }


def test_the_graph_conforms(graph: KnowledgeGraph) -> None:
    """Every shape holds, and no triple stands in two graphs."""
    assert list(validate_dataset(graph.dataset)) == []


def test_engines_agree_whatever_the_order(tmp_path: Path) -> None:
    """Rows and bytes are the same from memory and disk, first to last and last to first."""
    archives, answers = [], []
    with KnowledgeGraph.in_memory() as memory, KnowledgeGraph.open(tmp_path / "kg", create=True) as disk:
        for graph, records in ((memory, ARTICLES), (disk, ARTICLES[::-1])):
            for record in records:
                graph.add(record)
                graph.relate()
            graph.export("nquads", tmp_path / "out.nq")
            archives.append((tmp_path / "out.nq").read_bytes())
            answers.append([run(graph.dataset, question) for question in QUESTIONS])
    assert archives[0] == archives[1]
    assert answers[0] == answers[1]


def test_removing_an_article_takes_what_it_alone_supported(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """After adding and removing an article the bytes are those of before."""
    graph.export("nquads", tmp_path / "before.nq")
    graph.add(
        article("four.txt", "Far Post", ("Osk Lindal", "at least 40 people were killed", "asserts", "at least 40"))
    )
    graph.relate()
    assert rows(graph, "origins", content="40 people")[0]["origins"] == 2
    graph.remove("four.txt")
    graph.relate()
    graph.export("nquads", tmp_path / "after.nq")
    assert (tmp_path / "after.nq").read_bytes() == (tmp_path / "before.nq").read_bytes()


def test_an_edited_article_revises_the_old_one(graph: KnowledgeGraph) -> None:
    """The new version is linked to the old, with the claims that it gained and dropped."""
    edited = article(
        "one.txt", "Harbour Courier", ("Mira Castellan", "at least 41 people were killed", "asserts", "at least 41"),
        day="2031-05-03",
    )  # fmt: skip
    graph.add(edited)
    graph.relate()
    new, old = article_iri(edited), article_iri(ARTICLES[0])
    assert set(graph.dataset.subject_objects(WS.revises)) == {(new, old)}
    assert len(set(graph.dataset.objects(new, WS.gained))) == 1
    assert len(set(graph.dataset.objects(new, WS.dropped))) == 2


def test_a_file_of_one_name_in_another_folder_is_no_version(graph: KnowledgeGraph) -> None:
    """Every day's folder may have its 1.txt; without an address only the same file is an article anew."""
    before = rows(graph, "sources", entity="Castellan")[0]["articles"]
    graph.add(article("later/one.txt", "Harbour Courier", ("Mira Castellan", "the quay is shut", "asserts", None)))
    graph.relate()
    assert not set(graph.dataset.subject_objects(WS.revises))
    assert rows(graph, "sources", entity="Castellan")[0]["articles"] == int(str(before)) + 1


def as_extracted(gold: GoldArticle, nlp: Language) -> ArticleRecord:
    entities = tuple(Entity(e.id, e.type, e.name, e.named, e.mentions) for e in gold.entities if e.mentions)
    hops = tuple(
        Attribution(
            a.id, a.source, a.entity, (a.cue,) if a.cue else (), a.content, a.inside, a.quote, a.stance, a.certainty, 1
        )
        for a in gold.attributions
    )
    figures = [
        Figure(f.span, f.low, f.high, f.approximate, f.measure, f.of, f.attribution, _around(gold.text, f.span))
        for f in gold.figures
    ]
    doc = nlp(gold.text)
    return ArticleRecord(
        gold.article,
        "0" * 64,
        gold.text,
        published=gold.published,
        entities=entities,
        attributions=hops,
        figures=tuple(compared(doc, figures)),
        claims=tuple(read_claims(doc, hops, figures, entities)),
        context=known_by(count_names(doc), ""),
    )


def _around(text: str, span: Span) -> Span:
    starts = [
        text.rfind(stop, 0, span[0]) + len(stop) for stop in (". ", "\n", ".” ", ".’ ") if stop in text[: span[0]]
    ]
    ends = [place for stop in (". ", "\n") if (place := text.find(stop, span[1])) >= 0]
    return max(starts, default=0), min(ends, default=len(text))


@pytest.mark.model
def test_propositions_of_the_sample() -> None:
    """On the sample's gold pairs of claims are joined with high precision; what recall that leaves is held."""
    articles, claims, nlp = [], [], load_model()
    for gold in sample_gold().articles:
        graph = article_graph(as_extracted(gold, nlp))
        statements = [(str(s), str(p), str(o)) for s, p, o in graph.triples]
        assert graph.name == graph_iri(graph.article)
        articles.append(read_article(str(graph.article), statements).told)
        for said_ in gold.attributions:
            if said_.content:
                words = min(s for s, _ in said_.content), max(e for _, e in said_.content)
                nodes = said(articles[-1]).stands_for.get(str(claim_iri(graph.article, words)), ())
                claims.append((said_.proposition, nodes))
    keys = {node.iri: found.key for found in propositions(articles) for node in found.nodes}
    labelled = [(wanted, {keys[node] for node in nodes}) for wanted, nodes in claims]
    joined = [(a == b, bool(p & q)) for (a, p), (b, q) in combinations(labelled, 2) if a or b]
    right = sum(wanted and found for wanted, found in joined)
    assert right / sum(found for _, found in joined) >= PRECISION
    assert right / sum(wanted for wanted, _ in joined) >= RECALL


def saying(texts: list[str]) -> Proposition:
    claims = (SimpleNamespace(text=text, terms=rough_terms(text)) for text in texts)
    nodes = [SimpleNamespace(iri=str(number), claim=claim) for number, claim in enumerate(claims)]
    return cast(Proposition, SimpleNamespace(nodes=nodes, denials=()))


def _node(number: int, text: str, clause: str = "") -> SimpleNamespace:
    return SimpleNamespace(
        iri=str(number), claim=SimpleNamespace(text=text, terms=rough_terms(clause or text), clause=clause)
    )


def test_a_claim_that_is_no_clause_is_worded_by_the_one_that_it_stands_for() -> None:
    """What "is said to have" happened has happened."""
    node = _node(0, "The dam … to have leaked", "The dam has leaked")
    assert label(cast(Proposition, SimpleNamespace(nodes=[node], denials=()))) == "The dam has leaked"


def test_a_proposition_is_worded_by_a_claim_that_is_whole() -> None:
    """The shortest wording wins, unless it leans on its sentence or stops inside a quotation."""
    texts = ["the figure of 70 dead as “tales for children.", "that it lost 70 men", "“At least 70 men have died.”"]
    nodes = [_node(i, text) for i, text in enumerate(texts)]
    proposition = cast(Proposition, SimpleNamespace(nodes=nodes, denials=()))
    assert label(proposition) == "At least 70 men have died."


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (["a cracked tank", "a cracked tank", "that the old tank was cracked"], "the old tank was cracked"),
        (["800", "“about 800 people are sick”"], "about 800 people are sick"),
        (
            ["Ann Roe speaks of 70 dead.", "that at least 70 men of the 2nd have died"],
            "at least 70 men of the 2nd have died",
        ),
        (["the suit", "an old suit"], "the suit"),
        (["its tanks leaked", "its tanks leaked", "that the firm’s tanks leaked"], "the firm’s tanks leaked"),
        (["“We saw it,” … “Then it was gone.”"], "We saw it … Then it was gone."),
        (["“We saw it fall.", "that somebody saw it fall then"], "We saw it fall."),
        (["Six men died “in an accident,”"], "Six men died “in an accident”"),
        (
            ["At Least Nine Boats Lost Off Sarn", "that nine boats had been lost off Sarn"],
            "nine boats had been lost off Sarn",
        ),
    ],
)
def test_a_clause_words_a_proposition_before_a_noun_phrase_does(texts: list[str], wanted: str) -> None:
    """However many say only "a cracked tank"; and before a sentence about the one who says so.

    Its quotation marks are closed or gone.
    """
    nodes = [_node(i, text) for i, text in enumerate(texts)]
    assert label(cast(Proposition, SimpleNamespace(nodes=nodes, denials=()))) == wanted


def test_what_could_not_be_verified_conflicts_though_it_only_points(new_graph: Callable[[], KnowledgeGraph]) -> None:
    """ "The Post could not verify the claim" is of the claim before it; who had no comment on it says nothing of it."""
    text = (
        "Ada Brodo said that the upper gate was stuck since May. The Inland Post could not verify the claim. "
        "The operator Veltra had no comment on the claim.\n"
    )
    record = article_record(
        "post.txt",
        text,
        outlet="Inland Post",
        entities=(
            entity(text, "brodo", "Person", "Ada Brodo"),
            entity(text, "post", "Outlet", "The Inland Post"),
            entity(text, "veltra", "Organization", "Veltra"),
        ),
        attributions=(
            hop(text, 0, "Ada Brodo", "said", "the upper gate was stuck since May", entity="brodo"),
            hop(text, 1, "The Inland Post", "could not verify", "the claim", entity="post", stance="unverified"),
            hop(text, 2, "Veltra", "had no comment", "the claim|1", entity="veltra", stance="noComment"),
        ),
    )
    graph = built(new_graph(), [record])
    found = run(graph.dataset, "conflicts")
    told = [dict(zip(found.columns, map(str, row), strict=True)) for row in found.rows]
    assert [(row["asserting"], row["denying"], row["stance"], row["denial"]) for row in told] == [
        ("Ada Brodo", "The Inland Post", "unverified", "the claim")
    ]
    assert not run(graph.dataset, "conflicts", {"stance": "noComment"}).rows
