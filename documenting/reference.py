"""The parts of the documents that repeat what files of the program say: the vocabulary's tables and the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rdflib import RDF, RDFS, SKOS

from whosays.ontology import classes, properties, schema_graph, short_name
from whosays.queries import Query, catalogue, grouped

QUESTIONS = "## The questions"


def vocabulary_page(page: str) -> str:
    """Return docs/ontology.md with the tables of classes, properties and concepts as the vocabulary has them."""
    tables = {
        "Classes": (
            "| class | above it | what it is |",
            (f"| `{each.name}` | {_listed(each.parents)} | {each.definition} |" for each in classes()),
        ),
        "Properties": (
            "| property | from | to | one | what it says |",
            (
                f"| `{each.name}` | {_listed(each.domain) or 'any'} | {_listed(each.range) or 'any'}"
                f" | {'yes' if each.functional else ''} | {each.definition} |"
                for each in properties()
            ),
        ),
        "Concepts": ("| scheme | concepts |", _schemes()),
    }
    for title, (head, rows) in tables.items():
        page = _with_table(page, title, head, rows)
    return page


def questions_page(page: str) -> str:
    """Return docs/queries.md with a table of the groups and a section for each question, as its header tells."""
    before, _, rest = page.partition(f"{QUESTIONS}\n")
    after = rest[rest.index("\n## ") + 1 :]
    sections = "\n".join(map(_section, catalogue().values()))
    groups = "\n".join(f"| {group} | {_listed(query.name for query in those)} |" for group, those in grouped().items())
    return f"{before}{QUESTIONS}\n\n| about | questions |\n|---|---|\n{groups}\n\n{sections}\n{after}"


def _section(query: Query) -> str:
    lines = [f"### `{query.name}`", "", query.question, ""]
    if query.parameters:
        lines += ["Parameters:", ""]
    for parameter in query.parameters:
        default = f", default {parameter.default}" if parameter.default else ""
        kind = ", ".join(parameter.choices) or parameter.type
        required = ", required" if parameter.required else ""
        lines.append(f"- `{parameter.name}` ({kind}{required}{default}): {parameter.meaning}")
    columns = ", ".join(f"`{column.name}`" for column in query.columns)
    return "\n".join([*lines, *([""] if query.parameters else []), f"Columns: {columns}.", ""])


def _with_table(page: str, title: str, head: str, rows: Iterable[str]) -> str:
    """Return a page with the first table of a section written anew."""
    start = page.index(f"## {title}\n")
    table = re.compile(r"\| .*\n(?:\|.*\n)*")
    rule = "|" + "---|" * (head.count("|") - 1)
    new = "\n".join((head, rule, *rows)) + "\n"
    return page[:start] + table.sub(lambda _: new, page[start:], count=1)


def _schemes() -> Iterator[str]:
    schema = schema_graph()
    for scheme in sorted(
        schema.subjects(RDF.type, SKOS.ConceptScheme), key=lambda each: str(schema.value(each, RDFS.label))
    ):
        concepts = sorted(short_name(str(concept)) for concept in schema.subjects(SKOS.inScheme, scheme))
        yield f"| `{short_name(str(scheme))}` | {_listed(concepts)} |"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
