"""The vocabulary: documented, free of contradictions, and the only one that the code speaks."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, XSD, BNode, Graph, Namespace, URIRef

import whosays
import whosays.ontology
from whosays.extract.records import Certainty, QuoteType, Stance
from whosays.graph.figures.pair import Relation
from whosays.ontology import (
    OA,
    SCHEMA,
    WS,
    check_consistency,
    classes,
    declared,
    label,
    labels,
    load_schema,
    properties,
    schema_graph,
    short_name,
)

ROOT = Path(__file__).parents[2]
ONTOLOGY = URIRef("https://w3id.org/whosays/ns")
VANN = Namespace("http://purl.org/vocab/vann/")
DAYS = ("storySince", "storyUntil")  # HermiT takes no dates
SET_BY_NAME = ("Person", "Organization", "MilitaryUnit", "Place", "Outlet")  # WS[entity.type]
CODE = ("graph", "queries", "whosays", "notebooks")
SUFFIXES = {".py", ".rq", ".ipynb", ".html", ".jinja", ".j2", ".js"}
VOCABULARIES = {"ws": WS, "oa": OA, "schema": SCHEMA}
# ws:Term in queries and page scripts, WS.Term and WS["Term"] in Python; the same for oa and schema
TERM = re.compile(r"""\b(ws|oa|schema):([A-Za-z]\w*)|\b(WS|OA|SCHEMA)(?:\.([A-Za-z]\w*)|\[["'](\w+)["']\])""")


def own_terms() -> list[URIRef]:
    subjects = {s for s in schema_graph().subjects(RDF.type) if isinstance(s, URIRef)}
    return sorted(term for term in subjects if str(term).startswith(str(WS)))


def local(term: URIRef, namespace: str) -> str:
    return str(term).removeprefix(namespace)


@pytest.mark.parametrize("term", own_terms(), ids=short_name)
def test_every_term_says_what_it_is(term: URIRef) -> None:
    """Each own term has one label, one definition that is not the label, and an example."""
    schema = schema_graph()
    label, definition, example = (
        [str(o) for o in schema.objects(term, p)] for p in (RDFS.label, SKOS.definition, SKOS.example)
    )
    assert len(label) == len(definition) == 1
    assert example
    assert definition[0].strip(".") != label[0]


@pytest.mark.parametrize("prefix", VOCABULARIES)
def test_the_constants_are_those_of_the_file(prefix: str) -> None:
    """The constants are exactly the terms that whosays.ttl declares as a reader of Turtle finds them."""
    namespace = str(VOCABULARIES[prefix])
    terms = {s for s in schema_graph().subjects(RDF.type) if isinstance(s, URIRef) and namespace in str(s)}
    assert sorted(local(term, namespace) for term in terms) == sorted(declared(prefix))


@pytest.mark.parametrize(
    ("scheme", "literal"),
    [("stances", Stance), ("certainties", Certainty), ("quoteTypes", QuoteType), ("figureRelations", Relation)],
)
def test_the_types_of_the_code_are_the_concepts_of_the_schemes(scheme: str, literal: object) -> None:
    """What a record or a comparison may say is what the ontology has, no more and no less."""
    assert set(get_args(literal)) == set(labels(scheme))


def test_a_term_is_called_by_its_label() -> None:
    """People read "could not verify" where the graph says ws:unverified."""
    assert labels("stances")["unverified"] == label("unverified") == "could not verify"
    assert label("MilitaryUnit") == "military unit"
    with pytest.raises(KeyError):
        label("nothing")


def test_a_concept_is_labelled_once() -> None:
    """Its preferred label, by which the graph knows it, is its label."""
    schema = schema_graph()
    for concept in schema.subjects(RDF.type, SKOS.Concept):
        assert schema.value(concept, SKOS.prefLabel) == schema.value(concept, RDFS.label)


def test_a_term_that_is_not_there_raises() -> None:
    """A misspelt term is an error where it is written, not an odd triple later."""
    with pytest.raises(AttributeError, match="Atribution"):
        _ = WS.Atribution


def used_terms(text: str) -> set[str]:
    found = ([part for part in match.groups() if part] for match in TERM.finditer(text))
    return {f"{prefix.lower()}:{term}" for prefix, term in found}


def test_terms_are_found_in_any_spelling() -> None:
    """The scan below sees a term in a query, as an attribute and as a key."""
    text = '?a ws:cue ?c ; oa:exact ?x } WS.claim SCHEMA["url"] "news:x"'
    assert used_terms(text) == {"ws:cue", "oa:exact", "ws:claim", "schema:url"}


@pytest.mark.parametrize("folder", CODE)
def test_code_uses_no_term_that_the_ontology_lacks(folder: str) -> None:
    """Every ws:, oa: and schema: term in code, queries and pages is declared; exports use others' vocabularies too."""
    known = {f"{prefix}:{term}" for prefix in VOCABULARIES for term in declared(prefix)}
    files = [path for path in (ROOT / folder).rglob("*") if path.suffix in SUFFIXES and path.is_file()]
    files = [path for path in files if path.parent.name != "constructing"]
    unknown = {
        f"{path.relative_to(ROOT)}: {term}"
        for path in files
        for term in used_terms(path.read_text("utf-8")) - known
        if path.parent.name != "constructing" or term.startswith("ws:")  # these speak other vocabularies
    }
    assert not unknown


def test_nothing_is_fetched_to_understand_it() -> None:
    """The schema imports nothing, and every class and property it builds on is declared in it."""
    schema = schema_graph()
    assert not list(schema.objects(None, OWL.imports))
    used = {o for p in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range) for o in schema.objects(None, p)}
    outside = {term for term in used if isinstance(term, URIRef) and not short_name(term).startswith("xsd:")}
    assert outside <= set(schema.subjects(RDF.type))


def test_it_says_what_a_catalogue_of_vocabularies_asks() -> None:
    """Title, description, creator, licence, version and preferred prefix stand on the ontology, once each."""
    schema = schema_graph()
    for link in (DCTERMS.title, DCTERMS.description, DCTERMS.creator, DCTERMS.license, OWL.versionIRI, OWL.versionInfo):
        assert len(list(schema.objects(ONTOLOGY, link))) == 1, link
    told = {
        str(value)
        for link in (VANN.preferredNamespacePrefix, VANN.preferredNamespaceUri)
        for value in schema[ONTOLOGY:link]
    }
    assert told == {"ws", str(WS)}
    assert str(schema.value(ONTOLOGY, OWL.versionIRI)).endswith(str(schema.value(ONTOLOGY, OWL.versionInfo)))


@pytest.mark.parametrize("term", own_terms(), ids=short_name)
def test_every_term_says_where_it_is_defined(term: URIRef) -> None:
    """Each own term is defined by this ontology."""
    assert list(schema_graph().objects(term, RDFS.isDefinedBy)) == [ONTOLOGY]


def own_properties() -> list[URIRef]:
    schema = schema_graph()
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    return [term for term in own_terms() if set(schema[term : RDF.type]) & set(kinds)]


@pytest.mark.parametrize("term", own_properties(), ids=short_name)
def test_every_property_says_from_what_to_what(term: URIRef) -> None:
    """OOPS! P11: each property has one domain and one range, which is a class or a datatype as its kind asks."""
    schema = schema_graph()
    (domain,) = schema[term : RDFS.domain]
    assert (domain, RDF.type, OWL.Class) in schema
    if local(term, str(WS)) in DAYS:
        return
    (range_,) = schema[term : RDFS.range]
    is_object = (term, RDF.type, OWL.ObjectProperty) in schema
    assert ((range_, RDF.type, OWL.Class) in schema) if is_object else str(range_).startswith(str(XSD))


def test_no_pitfall_of_naming_or_hierarchy() -> None:
    """OOPS! P05, P06, P22, P25: no circle, no property its own inverse, classes capitalised, properties not."""
    schema = schema_graph()
    for kind, link in ((OWL.Class, RDFS.subClassOf), (OWL.ObjectProperty, RDFS.subPropertyOf)):
        for term in schema.subjects(RDF.type, kind):
            assert term not in {
                above for first in schema[term:link] for above in schema.transitive_objects(first, link)
            }
    for term in own_terms():
        name, is_class = local(term, str(WS)), (term, RDF.type, OWL.Class) in schema
        assert name[0].isupper() == is_class, term
    assert not [term for term in schema.subjects(OWL.inverseOf) if schema.value(term, OWL.inverseOf) == term]


def test_no_term_stands_alone() -> None:
    """OOPS! P04: each class is the domain or range of a property, or above or below another class."""
    schema = schema_graph()
    links = (RDFS.domain, RDFS.range, RDFS.subClassOf)
    tied = {end for link in links for pair in schema.subject_objects(link) for end in pair}
    assert not [short_name(term) for term in own_terms() if (term, RDF.type, OWL.Class) in schema and term not in tied]


def test_no_blank_node_is_in_it() -> None:
    """The vocabulary stands in every graph, which has none."""
    assert not [node for triple in schema_graph() for node in triple if isinstance(node, BNode)]


def test_no_term_is_unused() -> None:
    """Each own property and class is written or asked for, or is above one that is; each concept is in a scheme."""
    schema = schema_graph()
    text = "\n".join(path.read_text("utf-8") for room in ("graph", "queries") for path in (ROOT / room).rglob("*.*q*"))
    text += "\n".join(path.read_text("utf-8") for path in (ROOT / "graph").rglob("*.py"))
    used = {f"ws:{name}" for name in SET_BY_NAME} | used_terms(text)
    for term in own_terms():
        if (term, RDF.type, SKOS.Concept) in schema:
            assert schema.value(term, SKOS.inScheme) is not None
        elif (term, RDF.type, SKOS.ConceptScheme) in schema:
            assert list(schema.subjects(SKOS.inScheme, term))
        else:
            below = {
                name
                for link in (RDFS.subClassOf, RDFS.subPropertyOf)
                for name in schema.transitive_subjects(link, term)
            }
            assert {short_name(str(name)) for name in below} & used, short_name(term)


def test_no_iri_of_the_draft_is_left() -> None:
    """Nothing in the shipped files points at example.org."""
    for name in ("whosays.ttl", "shapes.ttl"):
        assert "example.org" not in (ROOT / "ontology" / name).read_text("utf-8")


def test_owlready2_sees_the_classes() -> None:
    """Introspection gives every declared class, with what is above it."""
    found = {info.name: info for info in classes()}
    assert set(found) == {short_name(c) for c in own_terms() if (c, RDF.type, OWL.Class) in schema_graph()}
    assert found["ws:MilitaryUnit"].parents == ("ws:Organization",)
    assert found["ws:Outlet"].parents == ("schema:NewsMediaOrganization", "ws:Organization")
    assert found["ws:Claim"].label == "claim as worded"


def test_owlready2_sees_domain_and_range() -> None:
    """Introspection gives every property with its kind, domain, range, and whether it has one value."""
    found = {info.name: info for info in properties()}
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    assert set(found) == {short_name(p) for p in own_terms() if set(schema_graph()[p : RDF.type]) & set(kinds)}
    parent, approximate = found["ws:parent"], found["ws:approximate"]
    assert (parent.kind, parent.domain, parent.range) == ("object", ("ws:Attribution",), ("ws:Attribution",))
    assert (approximate.kind, approximate.range) == ("datatype", ("xsd:boolean",))
    assert parent.functional
    assert not found["ws:expresses"].functional


def test_an_article_is_objects() -> None:
    """What triples speak of can be walked through in Python, by the classes and properties of the vocabulary."""
    text = """@prefix ws: <https://w3id.org/whosays/ns#> . @prefix : <urn:a#> .
    :says a ws:Attribution ; ws:content "The gates failed" ; ws:start 4 ; ws:source :mira .
    :mira a ws:Referent , ws:Person ; ws:named true ."""
    ontology = load_schema(Graph().parse(data=text, format="turtle"))
    (says,) = ontology.Attribution.instances()
    assert (says.content, says.start) == ("The gates failed", 4)
    assert isinstance(says.source, ontology.Person)
    assert [person.named for person in ontology.Person.instances()] == [True]


def test_the_package_is_called_like_what_it_holds() -> None:
    """whosays.ontology() is the vocabulary in a world of its own."""
    one, other = whosays.ontology(), whosays.ontology()  # type: ignore[operator]
    assert one.Attribution in set(one.classes())
    assert one.world is not other.world


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("whosays.ontology().Attribution.name", "Attribution"),
        ("whosays.ontology() is not whosays.ontology()", "True"),
        ("whosays.ontology.short_name('https://w3id.org/whosays/ns#Claim')", "ws:Claim"),
        ("'rdflib' in sys.modules", "False"),  # nobody has asked for it
        ("hasattr(whosays, 'ontologies')", "False"),
    ],
)
def test_importing_the_front_door_is_enough(asked: str, told: str) -> None:
    """In a process that imported whosays and nothing else, whosays.ontology is there once somebody asks for it."""
    command = [sys.executable, "-c", f"import sys, whosays; print({asked})"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - this Python
    assert done.stdout.strip() == told


needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java")


@needs_java
def test_hermit_finds_no_contradiction() -> None:
    """The schema is consistent, and every class can have members."""
    report = check_consistency()
    assert report.consistent, report.statement
    assert report.unsatisfiable == ()


@needs_java
def test_hermit_takes_data_and_leaves_what_it_refuses() -> None:
    """Individuals with dates and addresses are checked without these, and what they are is still seen."""
    text = """@prefix ws: <https://w3id.org/whosays/ns#> . @prefix schema: <https://schema.org/> . @prefix : <urn:a#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    :a a ws:Article ; schema:datePublished "2024-12-19"^^xsd:date ; schema:url "https://x.example/"^^xsd:anyURI .
    :says a ws:Attribution ; ws:inArticle :a ; ws:source :mira ; ws:claim :c . :mira a ws:Referent . :c a ws:Claim ."""
    sample = Graph().parse(data=text, format="turtle")
    assert check_consistency(sample).consistent, check_consistency(sample).statement
    wrong = sample.parse(data="<urn:a#says> <https://w3id.org/whosays/ns#source> <urn:a#c> .", format="turtle")
    assert check_consistency(wrong).consistent is False


@needs_java
def test_hermit_finds_a_contradiction() -> None:
    """A person that is an organisation is found, so that the clean answer means something."""
    broken = Graph().parse(
        data="""@prefix ws: <https://w3id.org/whosays/ns#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
        <urn:x> a owl:NamedIndividual , ws:Person , ws:Organization .""",
        format="turtle",
    )
    assert check_consistency(broken).consistent is False


def test_without_java_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no Java the answer is unknown, in words."""
    monkeypatch.setenv("PATH", "")
    report = check_consistency()
    assert report.consistent is None
    assert "Java" in report.statement


def test_the_documented_tables_are_those_of_the_file() -> None:
    """docs/ontology.md lists every class and property with its definition, as the file has them."""
    page = (ROOT / "docs" / "ontology.md").read_text("utf-8")
    documented = {info.name: info.definition for info in classes()} | {
        info.name: info.definition for info in properties()
    }
    rows = dict(re.findall(r"^\| `(ws:\w+)` \|.*\| ([^|]+) \|$", page, re.MULTILINE))
    assert rows == documented
    assert all(f"`{short_name(concept)}`" in page for concept in schema_graph()[: RDF.type : SKOS.Concept])
