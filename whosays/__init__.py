"""whosays reads news articles and builds a knowledge graph of which outlet attributes what to whom.

    import whosays
    whosays.build(["clippings"], "kg")
    with whosays.open("kg") as findings:
        findings.attributions()

The same as a command line: ``whosays --help``.  Importing this loads no heavy library.
"""

from whosays.api import Findings, open_graph
from whosays.building import BuildReport, build
from whosays.serve import Limits

open = open_graph  # noqa: A001 - read as whosays.open

__all__ = ["BuildReport", "Findings", "Limits", "build", "open"]
