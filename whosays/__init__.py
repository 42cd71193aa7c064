"""whosays reads news articles and builds a knowledge graph of which outlet attributes what to whom.

    import whosays
    whosays.build(["clippings"], "kg")
    with whosays.open("kg") as findings:
        findings.attributions()

The same as a command line: ``whosays --help``.  Importing this loads no heavy library.
"""

from importlib import import_module
from typing import Any

from whosays.api import Findings, open_graph
from whosays.building import BuildReport, build
from whosays.serve import Limits

open = open_graph  # noqa: A001 - read as whosays.open

__all__ = ["BuildReport", "Findings", "Limits", "build", "open"]


def __getattr__(name: str) -> Any:
    """Return the package ``ontology``, which can be called (``whosays.ontology()``), once somebody asks for it."""
    if name != "ontology":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module("whosays.ontology")
