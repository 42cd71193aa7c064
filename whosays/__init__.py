"""whosays reads news articles and builds a knowledge graph of which outlet attributes what to whom.

    import whosays
    whosays.build(["clippings"], "kg")
    with whosays.open("kg") as findings:
        findings.attributions()

The same as a command line: ``whosays --help``.  Importing this loads no heavy library.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from whosays.api import Findings, open_graph
from whosays.lazily import lazily
from whosays.serve import Limits

if TYPE_CHECKING:
    from whosays.building import BuildReport, build

open = open_graph  # noqa: A001 - read as whosays.open

__all__ = ["BuildReport", "Findings", "Limits", "build", "open"]
_later = lazily(__name__, {"building": "BuildReport build"})


def __getattr__(name: str) -> Any:
    """Return what builds, or the package ``ontology``, which can be called, once somebody asks for it."""
    return import_module("whosays.ontology") if name == "ontology" else _later(name)
