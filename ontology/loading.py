"""The schema as owlready2 sees it: its classes and properties, and whether it is free of contradictions.

owlready2 reads no Turtle and corrupts N-Quads silently, so the file goes through rdflib and N-Triples, and
always into a world of its own: the library's default world is shared by everything in the process.
"""

from __future__ import annotations

import functools
import io
import shutil
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, SKOS, XSD

from whosays.ontology.terms import ONTOLOGY, WS, short_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_REASONED = frozenset({XSD.string, XSD.integer, XSD.decimal, XSD.boolean})
# owlready2 answers a datatype range with the Python type that it maps the datatype to
_DATATYPES = {"bool": "xsd:boolean", "float": "xsd:decimal", "int": "xsd:integer", "str": "xsd:string"}


@dataclass(frozen=True, slots=True)
class ClassInfo:
    """An own class, and the classes right above it; all names are short ("ws:Outlet")."""

    name: str
    label: str
    definition: str
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PropertyInfo:
    """An own property: ``kind`` is "object" or "datatype"; ``domain`` and ``range``: short names, or none."""

    name: str
    label: str
    definition: str
    kind: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    functional: bool


@dataclass(frozen=True, slots=True)
class Consistency:
    """What the reasoner found: ``consistent`` is ``None`` where it could not run, and ``statement`` says why.

    ``unsatisfiable`` are the classes that nothing can belong to.
    """

    consistent: bool | None
    unsatisfiable: tuple[str, ...]
    statement: str


@functools.cache
def schema_graph() -> Graph:
    """Return ``whosays.ttl`` as an rdflib graph, parsed once; treat it as read-only."""
    text = files(__package__).joinpath("whosays.ttl").read_text("utf-8")
    return Graph().parse(data=text, format="turtle", publicID=str(ONTOLOGY))


def load_schema(extra: Iterable[tuple[Any, Any, Any]] = ()) -> Any:
    """Return the schema as an owlready2 ontology in a world of its own, with ``extra`` triples added.

    What these speak of are its individuals, found by class (``ontology.Attribution.instances()``) and read by property
    (``attribution.source``).  Nothing is fetched: the schema imports nothing.  ``oa:start`` and ``oa:end``
    are left out, as owlready2 would take them for the own properties of these names.
    """
    from owlready2 import World  # type: ignore[import-untyped]  # noqa: PLC0415 - slow, and seldom needed

    graph = Graph()
    left_out = _called_as_own()
    for triple in (*schema_graph(), *extra):
        if left_out.isdisjoint(triple[:2]):
            graph.add(triple)
    triples = graph.serialize(format="nt", encoding="utf-8")
    return World().get_ontology(f"{ONTOLOGY}#").load(fileobj=io.BytesIO(triples))


def _called_as_own() -> set[URIRef]:
    """Return the foreign properties that are called as own ones: a name of Python's can mean only one."""
    schema = schema_graph()
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    named = {URIRef(str(term)) for kind in kinds for term in schema[: RDF.type : kind]}
    own = {str(term).removeprefix(str(WS)) for term in named if str(term).startswith(str(WS))}
    return {term for term in named if not term.startswith(str(WS)) and short_name(term).partition(":")[2] in own}


def classes() -> tuple[ClassInfo, ...]:
    """Return the own classes, by name."""
    found = (_class_info(item) for item in load_schema().classes() if _own(item))
    return tuple(sorted(found, key=lambda info: info.name))


def properties() -> tuple[PropertyInfo, ...]:
    """Return the own properties, by name."""
    found = (_property_info(item) for item in load_schema().properties() if _own(item))
    return tuple(sorted(found, key=lambda info: info.name))


def reasoned(triples: Iterable[tuple[Any, Any, Any]]) -> Iterator[tuple[Any, Any, Any]]:
    """Yield the triples that a reasoner takes: HermiT refuses dates and addresses in data."""
    for triple in triples:
        datatype = getattr(triple[2], "datatype", None)
        if datatype is None or datatype in _REASONED:
            yield triple


def check_consistency(extra: Iterable[tuple[Any, Any, Any]] = ()) -> Consistency:
    """Ask HermiT (in owlready2) whether the schema, with ``extra`` triples, can be true at all.

    Needs Java; without it the answer is ``None`` and says so.  Of ``extra`` goes in what ``reasoned`` leaves.
    """
    if shutil.which("java") is None:
        return Consistency(None, (), "not checked: HermiT needs Java, and there is no java on the PATH")
    from owlready2 import OwlReadyInconsistentOntologyError, sync_reasoner_hermit  # noqa: PLC0415

    world = load_schema(reasoned(extra)).world
    try:
        sync_reasoner_hermit(world, debug=0)
    except OwlReadyInconsistentOntologyError:
        return Consistency(False, (), "HermiT: the ontology contradicts itself")
    empty = tuple(sorted(short_name(c.iri) for c in world.inconsistent_classes() if c.name != "Nothing"))
    if empty:
        return Consistency(False, empty, f"HermiT: nothing can belong to {', '.join(empty)}")
    return Consistency(True, (), "HermiT: consistent, every class can have members")


def _own(item: Any) -> bool:
    return str(item.iri).startswith(str(WS))


def _class_info(item: Any) -> ClassInfo:
    parents = (parent for parent in item.is_a if parent.name != "Thing")
    return ClassInfo(short_name(item.iri), _text(item.label), _text(_definition(item)), _names(parents))


def _property_info(item: Any) -> PropertyInfo:
    from owlready2 import FunctionalProperty, ObjectPropertyClass  # noqa: PLC0415

    return PropertyInfo(
        name=short_name(item.iri),
        label=_text(item.label),
        definition=_text(_definition(item)),
        kind="object" if isinstance(item, ObjectPropertyClass) else "datatype",
        domain=_names(item.domain),
        range=_names(item.range),
        functional=issubclass(item, FunctionalProperty),
    )


def _definition(item: Any) -> Any:
    return item.namespace.world.get_namespace(str(SKOS)).definition[item]


def _text(values: Iterable[Any]) -> str:
    return str(next(iter(values), ""))


def _names(types: Iterable[Any]) -> tuple[str, ...]:
    return tuple(sorted(_type_name(item) for item in types))


def _type_name(item: Any) -> str:
    return short_name(item.iri) if hasattr(item, "iri") else _DATATYPES[item.__name__]
