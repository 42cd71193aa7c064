"""The vocabulary: documented, free of contradictions, and the only one that the code speaks."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import get_args

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from whosays.extract.records import Certainty, QuoteType, Stance
from whosays.graph.figures.comparator import Relation
from whosays.ontology import (
    OA,
    SCHEMA,
    WS,
    check_consistency,
    classes,
    label,
    labels,
    properties,
    schema_graph,
    short_name,
)

ROOT = Path(__file__).parents[2]
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


@pytest.mark.parametrize("vocabulary", [WS, OA, SCHEMA], ids=["ws", "oa", "schema"])
def test_the_constants_are_those_of_the_file(vocabulary: type[WS]) -> None:
    """terms.py lists exactly the terms that whosays.ttl declares, in each namespace."""
    namespace = str(vocabulary)
    declared = {s for s in schema_graph().subjects(RDF.type) if isinstance(s, URIRef) and namespace in str(s)}
    assert {local(term, namespace) for term in declared} == set(vocabulary.__annotations__)


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
    """Every ws:, oa: and schema: term in code, queries and pages is declared."""
    declared = {f"{prefix}:{term}" for prefix, names in VOCABULARIES.items() for term in names.__annotations__}
    files = [path for path in (ROOT / folder).rglob("*") if path.suffix in SUFFIXES and path.is_file()]
    unknown = {
        f"{path.relative_to(ROOT)}: {term}" for path in files for term in used_terms(path.read_text("utf-8")) - declared
    }
    assert not unknown


def test_nothing_is_fetched_to_understand_it() -> None:
    """The schema imports nothing, and every class and property it builds on is declared in it."""
    schema = schema_graph()
    assert not list(schema.objects(None, OWL.imports))
    used = {o for p in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range) for o in schema.objects(None, p)}
    outside = {term for term in used if isinstance(term, URIRef) and not short_name(term).startswith("xsd:")}
    assert outside <= set(schema.subjects(RDF.type))


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
    assert not found["ws:claim"].functional


needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java")


@needs_java
def test_hermit_finds_no_contradiction() -> None:
    """The schema is consistent, and every class can have members."""
    report = check_consistency()
    assert report.consistent, report.statement
    assert report.unsatisfiable == ()


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
