"""The graph in the terms of others, by CONSTRUCT: annotations, claims and reviews, factuality, provenance."""

from __future__ import annotations

import json
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from rdflib import Dataset

from whosays.graph import answered, written
from whosays.queries.errors import QueryError

# name of the query in ``constructing/`` -> the format that its readers take
TERMS_OF_OTHERS: Final = MappingProxyType(
    {"web-annotation": "jsonld", "schema-org": "jsonld", "grasp": "turtle", "prov": "turtle"}
)
ALL: Final = 1 << 62


def constructed(dataset: Dataset, name: str, form: str | None = None) -> bytes:
    """Return the graph as one of ``TERMS_OF_OTHERS`` has it, sorted; ``form`` is one of ``RDF_FORMATS``.

    JSON-LD has the names that readers of it know, where a context beside the query tells them.
    """
    if name not in TERMS_OF_OTHERS:
        raise QueryError(f"no export {name!r}; there are: {', '.join(TERMS_OF_OTHERS)}")
    folder = files("whosays.queries").joinpath("constructing")
    query, names = folder.joinpath(f"{name}.rq").read_text(encoding="utf-8"), folder.joinpath(f"{name}.context.json")
    context = json.loads(names.read_text(encoding="utf-8")) if names.is_file() else None
    return written(answered(dataset, query), form or TERMS_OF_OTHERS[name], ALL, ALL, context)
