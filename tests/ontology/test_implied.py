"""Classes of which no triple tells: a property makes a member of whatever has it."""

from __future__ import annotations

import pytest
from rdflib import OWL, RDF, RDFS, SH, URIRef

from whosays.ontology import IMPLIED, WS, implied_types, schema_graph
from whosays.ontology.shacl import shapes_graph


@pytest.mark.parametrize("class_", sorted(IMPLIED))
def test_a_reasoner_finds_the_members(class_: URIRef) -> None:
    """The property that makes a member has the class as its domain, and one value."""
    schema, link = schema_graph(), IMPLIED[class_]
    assert set(schema.objects(link, RDFS.domain)) == {class_}
    assert {OWL.DatatypeProperty, OWL.FunctionalProperty} <= set(schema.objects(link, RDF.type))


@pytest.mark.parametrize("class_", sorted(IMPLIED))
def test_each_member_is_checked(class_: URIRef) -> None:
    """Shapes are about what has the property, and want just one value; none is about the class, which nobody states."""
    shapes, link = shapes_graph(), IMPLIED[class_]
    (shape,) = shapes.subjects(SH.targetSubjectsOf, link)
    (told,) = (each for each in shapes.objects(shape, SH.property) if shapes.value(each, SH.path) == link)
    assert [int(str(shapes.value(told, each))) for each in (SH.minCount, SH.maxCount)] == [1, 1]
    assert not list(shapes.triples((None, SH["class"], class_))) + list(shapes.triples((None, SH.targetClass, class_)))


def test_the_class_is_told_where_it_is_wanted() -> None:
    """Of what has such a property, and of nothing else."""
    line, article = URIRef("urn:a#skip=1,4"), URIRef("urn:a")
    found = list(implied_types([(line, WS.reason, "no verb"), (article, WS.path, "a.txt")]))
    assert found == [(line, RDF.type, WS.Skipped)]
