"""The same as the command line, in Python: open a graph, ask it, tabulate it, draw it."""
# ruff: noqa: PLC0415 - every heavy library waits until it is needed: `whosays --help` passes through here

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

    import networkx as nx
    import pandas as pd
    from pyvis.network import Network  # type: ignore[import-untyped]
    from rdflib import Dataset

    from whosays.graph import KnowledgeGraph


def open_graph(kg: Path | str) -> Findings:
    """Open the graph in the folder ``kg`` for reading; raises ``GraphError`` where there is none."""
    from whosays.graph import KnowledgeGraph

    return Findings(KnowledgeGraph.open(kg, read_only=True))


class Findings:
    """A graph that was opened: questions give data frames, ``view`` a picture.  Close it, or use ``with``."""

    def __init__(self, kg: KnowledgeGraph) -> None:
        self._kg = kg

    @property
    def graph(self) -> Dataset:
        """The quads as an rdflib ``Dataset``; the default graph is the union of all."""
        return self._kg.dataset

    def query(self, name: str | Path, **params: object) -> pd.DataFrame:
        """Ask a question of the catalogue (``whosays queries`` lists it) or of a ``.rq`` file.

        Raises ``QueryError`` for an unknown question or parameter.
        """
        import pandas as pd

        from whosays.queries import run

        table = run(self.graph, name, params)
        return pd.DataFrame(list(table.rows), columns=list(table.columns))

    def attributions(self, **params: object) -> pd.DataFrame:
        """Return every hop: who says what, with which words, through whom."""
        return self.query("attributions", **params)

    def claims(self, **params: object) -> pd.DataFrame:
        """Return what each article has somebody say, with the innermost voice that holds it."""
        return self.query("what-outlet-says", **params)

    def figures(self, **params: object) -> pd.DataFrame:
        """Return every figure with its bounds, measure and whom it counts, and who gives it."""
        return self.query("figures", **params)

    def network(self, **filters: str | None) -> nx.MultiDiGraph[str]:
        """Return outlets, sources, claims and the attributions between them as a networkx graph.

        ``filters``: outlet, source, entity, since, until.
        """
        return self._kg.network(**filters)

    def view(self, **filters: str | None) -> Network:
        """Return the page as a pyvis network: shown inline in a notebook, ``generate_html`` gives its text.

        ``filters``: outlet, source, entity, proposition, since, until.
        """
        from whosays.graph.view import Filters, network

        return network(self.graph, Filters(**filters))

    def close(self) -> None:
        """Let go of the graph's files."""
        self._kg.close()

    def __enter__(self) -> Findings:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
