"""An article's record becomes the quads of one named graph, whatever its text and names hold."""

from __future__ import annotations

import dataclasses
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import ORG, RDF, SKOS, Graph, Literal, URIRef

from tests.graph_checks import validate_graph
from tests.record_builder import article_record, entity, hop
from tests.record_builder import at as place
from whosays.extract.records import ArticleRecord, Attribution, Claim, Entity, Figure, Outlet, Skipped, Span
from whosays.graph import RecordError
from whosays.graph.articles.writer import article_graph
from whosays.graph.rdf.iris import article_iri, graph_iri, slug, span_iri, voice_iri
from whosays.graph.rdf.literals import date, number, storable
from whosays.ontology import SCHEMA, WS

TEXT = (
    "At least 40 houses were flooded, the engineer told the Lowmark Interior Ministry (LIM), "
    "Mayor Tomas Ferrel said.\n"
    "“The gates,” said Mira Castellan, “had failed.” Reportedly the dam may burst. Some 12 trees fell."
)


def at(words: str, text: str = TEXT) -> Span:
    return place(text, words)


ENGINEER = entity(
    TEXT, "e1", "Person", "Mira Castellan", "the engineer", "Mira Castellan",
    aliases=("Mira Castellan", "Castellan"), role="engineer",
)  # fmt: skip
MINISTRY = entity(
    TEXT, "e2", "Organization", "Lowmark Interior Ministry", "the Lowmark Interior Ministry", "LIM",
    aliases=("Lowmark Interior Ministry", "LIM"),
)  # fmt: skip
MAYOR = entity(
    TEXT, "e3", "Person", "Tomas Ferrel", "Mayor Tomas Ferrel", aliases=("Tomas Ferrel",), role="mayor"
)  # fmt: skip
OUTER = hop(TEXT, 0, "Mayor Tomas Ferrel", "said", (0, 86), entity="e3", stance="reports", cue_lemma="say")
INNER = hop(
    TEXT, 1, "the engineer", "told", "At least 40 houses were flooded", entity="e1", inside=0, confidence=0.93,
    cue_lemma="tell",
)  # fmt: skip
SPLIT = hop(
    TEXT, 2, "Mira Castellan", "said|1", "“The gates,”", "“had failed.”", entity="e1", quote="direct", confidence=1.0,
    cue_lemma="say",
)  # fmt: skip
NOBODY = hop(
    TEXT, 3, None, "Reportedly", "the dam may burst", certainty="alleged", confidence=0.5, hedges=("may",)
)  # fmt: skip
RECORD = article_record(
    "clippings/dam breach.txt",
    TEXT,
    title="Dam breach",
    outlet="Harbour Courier",
    published="2024-12-19T10:00:00+09:00",
    wire="Northline News",
    language="en",
    entities=(ENGINEER, MINISTRY, MAYOR),
    attributions=(OUTER, INNER, SPLIT, NOBODY),
    figures=(
        Figure(at("At least 40"), 40, None, False, "flooded", "houses", 1, (0, 112)),
        Figure(at("Some 12"), 10.8, 13.2, True, "fell", "trees", None, at("Some 12 trees fell.")),
    ),
    skipped=(Skipped(at("fell"), "cue without content"),),
    notes=("decoded as cp1252",),
)
ARTICLE = article_iri(RECORD)


def graph_of(record: ArticleRecord) -> Graph:
    graph = Graph()
    for triple in article_graph(record).triples:
        graph.add(triple)
    return graph


@pytest.fixture(name="graph", scope="module")
def _graph() -> Graph:
    return graph_of(RECORD)


def stored(graph: Graph, cue: str) -> URIRef:
    (found,) = graph.subjects(WS.cue, Literal(cue))
    assert isinstance(found, URIRef)
    return found


def words(graph: Graph, span: Any) -> str:
    """Return what the article's text has where a span's IRI says."""
    start, end = map(int, str(span).partition("#char=")[2].split(","))
    return str(graph.value(URIRef(str(span).partition("#")[0]), WS.articleText))[start:end]


def test_the_graph_conforms_to_the_shapes(graph: Graph) -> None:
    """An article's graph is self-contained and conforms to the shapes."""
    assert validate_graph(graph) == ()


def test_the_day_of_an_update_is_kept() -> None:
    """Beside the day of publication, and only where there is one."""
    record = ArticleRecord("a.txt", "0" * 64, "Nothing burned.", updated="2024-12-20T10:00:00+00:00")
    days = {str(day) for _, link, day in article_graph(record).triples if link == SCHEMA.dateModified}
    assert days == {"2024-12-20"}
    plain = article_graph(dataclasses.replace(record, updated=None)).triples
    assert not [day for _, link, day in plain if link == SCHEMA.dateModified]


def test_metadata_and_text_are_kept(graph: Graph) -> None:
    """Path as given, title, day, wire credit, language, notes and the whole text stand on the article."""
    assert graph.value(ARTICLE, WS.path) == Literal("clippings/dam breach.txt")
    assert graph.value(ARTICLE, WS.articleText) == Literal(TEXT)
    assert graph.value(ARTICLE, SCHEMA.headline) == Literal("Dam breach")
    assert str(graph.value(ARTICLE, SCHEMA.datePublished)) == "2024-12-19"
    assert graph.value(ARTICLE, SCHEMA.creditText) == Literal("Northline News")
    assert graph.value(ARTICLE, WS.note) == Literal("decoded as cp1252")


def test_what_a_user_gave_stands_on_the_article() -> None:
    """By name, apart from the notes, whose words are for people; nothing where nobody gave anything."""
    record = ArticleRecord("a.txt", "0" * 64, "Nothing burned.")
    told = [article_graph(dataclasses.replace(record, given=given)).triples for given in (("outlet", "url"), ())]
    assert [{str(name) for _, link, name in each if link == WS.given} for each in told] == [{"outlet", "url"}, set()]


def test_an_inner_hop_is_reported_by_the_outer_and_that_by_the_outlet(graph: Graph) -> None:
    """ws:parent leads from the innermost voice to the outlet's own, which has none."""
    outer = graph.value(stored(graph, "told"), WS.parent)
    assert outer == graph.value(None, WS.source, graph.value(graph.value(outer, WS.sourceSpan), WS.refersTo))
    voice = graph.value(outer, WS.parent)
    assert graph.value(voice, WS.source) == voice_iri(ARTICLE)
    assert graph.value(voice, WS.stance) == WS.reports
    assert graph.value(voice, WS.certainty) == WS.unspecified
    assert graph.value(voice, WS.parent) is None


def test_each_voice_has_its_own_claim_and_the_outlet_reports_all(graph: Graph) -> None:
    """A hop has one claim; the outlet's voice has none, one node in an article, and reports every outermost hop."""
    inner = stored(graph, "told")
    outer = graph.value(inner, WS.parent)
    assert len(set(graph.objects(inner, WS.claim))) == len(set(graph.objects(outer, WS.claim))) == 1
    (voice,) = {outermost for outermost in graph.objects(None, WS.parent) if (outermost, WS.parent, None) not in graph}
    assert voice == graph.value(outer, WS.parent)
    assert list(graph.objects(voice, WS.claim)) == []


def test_nothing_is_said_of_a_span_but_whom_it_means(graph: Graph) -> None:
    """A span is an IRI that tells where its words stand, and the words of an attribution are literals of it."""
    spans = {s for triple in graph for s in (triple[0], triple[2]) if "#char=" in str(s)}
    assert {link for span in spans for link in graph.predicates(span)} == {WS.refersTo}
    told = stored(graph, "told")
    assert (
        str(graph.value(told, WS.content))
        == TEXT[int(str(graph.value(told, WS.start))) : int(str(graph.value(told, WS.end)))]
    )
    assert str(graph.value(told, WS.sourceWords)) == words(graph, graph.value(told, WS.sourceSpan))


def test_a_split_quotation_is_one_claim_of_two_spans(graph: Graph) -> None:
    """The claim runs from the first span to the last, and the attribution has both."""
    (split,) = graph.subjects(WS.quoteType, WS.direct)
    (claim,) = graph.objects(split, WS.claim)
    assert graph.value(split, WS.content) == Literal("“The gates,” … “had failed.”")
    assert {words(graph, span) for span in graph.objects(split, WS.contentSpan)} == {
        "“The gates,”",
        "“had failed.”",
    }
    assert str(claim).endswith(f"#claim={at('“The gates,”')[0]},{at('“had failed.”')[1]}")


def test_no_source_is_an_unnamed_referent_of_its_own(graph: Graph) -> None:
    """ "Reportedly" has a source that no words mention and that has no name."""
    source = graph.value(stored(graph, "Reportedly"), WS.source)
    assert graph.value(source, WS.named) == Literal(False)
    assert graph.value(source, SKOS.prefLabel) is None
    assert list(graph.subjects(WS.refersTo, source)) == []
    assert words(graph, graph.value(stored(graph, "Reportedly"), WS.hedgeSpan)) == "may"


def test_words_that_belong_to_no_entity_describe_their_source() -> None:
    """A source span without an entity becomes an unnamed referent described by its words."""
    lone = dataclasses.replace(NOBODY, source=at("the dam"))
    graph = graph_of(dataclasses.replace(RECORD, attributions=(lone,), figures=()))
    source = graph.value(stored(graph, "Reportedly"), WS.source)
    assert graph.value(source, SKOS.prefLabel) == Literal("the dam")
    assert graph.value(source, WS.named) == Literal(False)


def test_mentions_refer_to_their_referent(graph: Graph) -> None:
    """Every mention span, role and pronoun too, refers to the one referent, which has its names and role."""
    (referent,) = graph.subjects(SKOS.prefLabel, Literal("Mira Castellan"))
    assert {words(graph, span) for span in graph.subjects(WS.refersTo, referent)} == {
        "the engineer",
        "Mira Castellan",
    }
    assert graph.value(referent, SKOS.altLabel) == Literal("Castellan")
    assert graph.value(referent, SCHEMA.roleName) == Literal("engineer")
    assert (referent, RDF.type, WS.Person) in graph


def test_a_figure_hangs_on_the_claim_of_its_attribution(graph: Graph) -> None:
    """An open bound is absent; measure and of-whom are kept; the innermost hop has the figure."""
    (quantity,) = graph.objects(stored(graph, "told"), WS.hasFigure)
    assert graph.value(quantity, SCHEMA.minValue) == Literal("40", datatype=URIRef(f"{_XSD}integer"))
    assert graph.value(quantity, SCHEMA.maxValue) is None
    assert graph.value(quantity, WS.measure) == Literal("flooded")
    assert graph.value(None, WS.quantity, quantity) == graph.value(stored(graph, "told"), WS.claim)


_XSD = "http://www.w3.org/2001/XMLSchema#"


def test_a_figure_in_the_outlets_own_words_is_asserted_by_the_outlet(graph: Graph) -> None:
    """Its claim is the sentence, and the outlet's voice asserts it."""
    (voice,) = (a for a in graph.subjects(WS.source, voice_iri(ARTICLE)) if (a, WS.stance, WS.asserts) in graph)
    (claim,) = graph.objects(voice, WS.claim)
    assert graph.value(voice, WS.content) == Literal("Some 12 trees fell.")
    assert str(graph.value(graph.value(claim, WS.quantity), SCHEMA.minValue)) == "10.8"


def test_a_unit_hangs_on_the_unit_that_it_is_part_of() -> None:
    """What the record says a unit is part of is written between the two referents."""
    part = dataclasses.replace(ENGINEER, part_of=MINISTRY.id)
    graph = graph_of(dataclasses.replace(RECORD, entities=(part, MINISTRY, MAYOR)))
    ((one, other),) = graph.subject_objects(ORG.subOrganizationOf)
    assert graph.value(one, SKOS.prefLabel) == Literal(ENGINEER.name)
    assert graph.value(other, SKOS.prefLabel) == Literal(MINISTRY.name)


def test_several_who_speak_together_are_members() -> None:
    """Each of those who speak as one is written as a member of them."""
    several = dataclasses.replace(MINISTRY, members=(MAYOR.id, ENGINEER.id))
    graph = graph_of(dataclasses.replace(RECORD, entities=(ENGINEER, several, MAYOR)))
    found = {str(graph.value(member, SKOS.prefLabel)) for member in graph.objects(None, ORG.hasMember)}
    assert found == {MAYOR.name, ENGINEER.name}


def test_an_unknown_member_is_refused() -> None:
    """A record whose members lead nowhere is none."""
    several = dataclasses.replace(MINISTRY, members=("nobody",))
    with pytest.raises(RecordError, match="unknown member 'nobody'"):
        graph_of(dataclasses.replace(RECORD, entities=(ENGINEER, several, MAYOR)))


def test_the_ledger_is_kept(graph: Graph) -> None:
    """What was skipped stands in the graph with the reason, and nothing that its IRI tells."""
    (line,) = graph.subjects(WS.reason, Literal("cue without content"))
    assert words(graph, URIRef(str(line).replace("#skip=", "#char="))) == "fell"
    assert len(list(graph.predicate_objects(line))) == 1


def test_an_unknown_outlet_is_an_unnamed_voice() -> None:
    """Without an outlet the article's voice is unnamed, and everything else is there."""
    graph = graph_of(dataclasses.replace(RECORD, outlet=None))
    article = article_iri(dataclasses.replace(RECORD, outlet=None))
    assert graph.value(voice_iri(article), WS.named) == Literal(False)
    assert graph.value(voice_iri(article), SKOS.prefLabel) is None
    assert validate_graph(graph) == ()


def test_three_readings_of_the_same_words_stay_three() -> None:
    """Figures on the same span, and entities first mentioned at the same span, get IRIs of their own."""
    figures = tuple(Figure(at("At least 40"), n, None, False, "flooded", None, None, (0, 112)) for n in (1, 2, 3))
    twin = dataclasses.replace(ENGINEER, id="e9", type="Organization", name="Castellan Ltd", aliases=())
    graph = graph_of(dataclasses.replace(RECORD, figures=figures, attributions=(), entities=(*RECORD.entities, twin)))
    assert len(set(graph.subjects(RDF.type, WS.Quantity))) == 3
    assert len(set(graph.subjects(SKOS.prefLabel, None))) == 5
    assert validate_graph(graph) == ()


def test_ids_and_order_in_the_record_do_not_matter() -> None:
    """Renaming the ids and shuffling entities, attributions and figures gives the same quads."""
    entities = [dataclasses.replace(entity, id=f"x{entity.id}") for entity in RECORD.entities]
    hops = [
        dataclasses.replace(
            a,
            id=a.id + 7,
            entity=f"x{a.entity}" if a.entity else None,
            inside=None if a.inside is None else a.inside + 7,
        )
        for a in RECORD.attributions
    ]
    figures = [
        dataclasses.replace(f, attribution=None if f.attribution is None else f.attribution + 7) for f in RECORD.figures
    ]
    for shuffled in (entities, hops, figures):
        random.Random(3).shuffle(shuffled)
    other = dataclasses.replace(RECORD, entities=tuple(entities), attributions=tuple(hops), figures=tuple(figures))
    assert set(article_graph(other).triples) == set(article_graph(RECORD).triples)


def test_the_folder_an_article_lies_in_is_not_its_identity() -> None:
    """The same file reached by another path is the same article; another text, name, outlet or URL is not."""
    moved = dataclasses.replace(RECORD, path="/home/ana/clippings/dam breach.txt")
    assert article_iri(moved) == ARTICLE
    others = [
        dataclasses.replace(RECORD, text=TEXT + " "),
        dataclasses.replace(RECORD, path="clippings/dam.txt"),
        dataclasses.replace(RECORD, outlet=Outlet("Sarn Herald")),
        dataclasses.replace(RECORD, url="https://courier.example/1"),
        dataclasses.replace(RECORD, url="https://courier.example/2"),
    ]
    assert len({ARTICLE, *map(article_iri, others)}) == 6


def test_composed_and_decomposed_text_are_one_version() -> None:
    """The text's half of the IRI is made of the NFC text, as the ontology says."""
    composed = ArticleRecord("a.txt", "0" * 64, "caf\u00e9")
    assert article_iri(composed) == article_iri(ArticleRecord("a.txt", "0" * 64, "cafe\u0301"))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"entities": (dataclasses.replace(MAYOR, mentions=((0, 999),)),)}, "999"),
        ({"attributions": (dataclasses.replace(OUTER, source=(5, 5)),)}, "5"),
        ({"attributions": (dataclasses.replace(OUTER, entity="e77"),)}, "e77"),
        ({"attributions": (dataclasses.replace(OUTER, inside=0),), "figures": ()}, "inside"),
        ({"attributions": (OUTER, dataclasses.replace(INNER, inside=9)), "figures": ()}, "inside"),
        ({"entities": (ENGINEER, MINISTRY, dataclasses.replace(MAYOR, part_of="e78"))}, "e78"),
        ({"attributions": (OUTER, OUTER)}, "twice"),
        ({"claims": (Claim((), "gate/N/s"),)}, "no words"),
        ({"claims": (Claim(((3, 999),), "gate/N/s"),)}, "999"),
        ({"figures": (dataclasses.replace(RECORD.figures[0], attribution=9),)}, "9"),
    ],
)
def test_a_record_that_contradicts_itself_is_refused(change: dict[str, Any], why: str) -> None:
    """An offset beyond the text, a missing id or a circle of voices is named together with the article."""
    with pytest.raises(RecordError, match=why) as caught:
        article_graph(dataclasses.replace(RECORD, **change))
    assert RECORD.path in str(caught.value)


def test_characters_that_cannot_be_stored_keep_their_place() -> None:
    """NUL and lone surrogates become one U+FFFD each, so that offsets stay right; a note says so."""
    text = "\x00\ud800" + TEXT[2:]
    graph = graph_of(dataclasses.replace(RECORD, text=text))
    article = article_iri(dataclasses.replace(RECORD, text=text))
    assert str(graph.value(article, WS.articleText)) == "\ufffd\ufffd" + TEXT[2:]
    (referent,) = graph.subjects(SKOS.prefLabel, Literal("Mira Castellan"))
    assert "Mira Castellan" in {words(graph, span) for span in graph.subjects(WS.refersTo, referent)}
    assert any("2" in str(note) for note in graph.objects(article, WS.note) if "\ufffd" in str(note))


@given(
    name=st.text(st.characters(codec=None), max_size=20),
    path=st.text(st.characters(codec=None), min_size=1, max_size=20),
    text=st.text(st.characters(codec=None), min_size=1, max_size=40),
)
@settings(max_examples=150, deadline=None)
def test_any_text_survives_the_round_trip(name: str, path: str, text: str) -> None:
    """Whatever characters names, paths and texts are made of, the quads can be written and read back."""
    whole = (0, len(text))
    record = ArticleRecord(
        path,
        "0" * 64,
        text,
        title=name,
        outlet=Outlet(name),
        entities=(Entity("e", "Person", name, True, (whole,), (name, "x"), name),),
        attributions=(Attribution(0, whole, "e", (whole,), (whole,), None, "direct", "asserts", "certain", 0.1, name),),
    )
    graph = graph_of(record)
    again = Graph().parse(data=graph.serialize(format="ox-nt"), format="ox-nt")
    assert len(again) == len(graph)
    assert str(again.value(article_iri(record), WS.articleText)) == storable(text)
    told = [*again.objects(None, WS.content), *again.objects(None, WS.cue), *again.objects(None, WS.sourceWords)]
    assert list(map(str, told)) == [storable(text)] * 3
    assert (span_iri(article_iri(record), whole), WS.refersTo, None) in again


@pytest.mark.parametrize(
    ("value", "written"),
    [(40, "40"), (10.8, "10.8"), (1e20, "100000000000000000000"), (-0.0, "0"), (0.1 + 0.2, "0.3")],
)
def test_numbers_are_written_in_one_form(value: float, written: str) -> None:
    """Whole numbers are integers, others decimals without trailing digits."""
    assert str(number(value)) == written


def test_no_number_is_no_literal() -> None:
    """Infinity and NaN are no figure."""
    assert number(float("inf")) is None
    assert number(float("nan")) is None


@pytest.mark.parametrize("value", ["2024-02-30", "yesterday", "2024", "2024-12-19 or so", ""])
def test_what_is_not_a_day_is_no_date(value: str) -> None:
    """Only an ISO day, alone or before a time, becomes a date."""
    assert date(value) is None


def test_the_graphs_name_follows_from_the_article() -> None:
    """One named graph an article version."""
    assert article_graph(RECORD).name == graph_iri(ARTICLE) == URIRef(f"{ARTICLE}#graph")


def test_long_names_have_short_slugs_that_differ() -> None:
    """A slug is cut, and its end tells apart what was cut off."""
    one, other = slug("a" * 300 + " b"), slug("a" * 300 + " c")
    assert one != other
    assert len(one) < 100


@pytest.mark.parametrize(
    ("name", "kind", "named"),
    [
        ("Norway's defence ministry", "Organization", True),
        ("UN nuclear agency", "Organization", True),
        ("defence ministry", "Organization", False),
        ("Norwegian defence ministry officials", "Organization", False),
        ("Norwegian military", "Person", False),
    ],
)
def test_a_body_of_a_state_has_a_name_without_capitals(name: str, kind: Any, named: bool) -> None:
    """ "Norway's defence ministry" is one and no other; "the defence ministry" and its officials are described."""
    described = entity(TEXT, "e1", kind, name, "the engineer", named=False)
    graph = graph_of(dataclasses.replace(RECORD, entities=(described,), attributions=(), figures=()))
    (referent,) = graph.subjects(SKOS.prefLabel, Literal(name))
    assert graph.value(referent, WS.named) == Literal(named)
