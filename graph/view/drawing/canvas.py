"""The picture as a pyvis network that writes a safe page: nothing fetched, no text of an article ever run."""

from __future__ import annotations

import html
from collections.abc import Mapping, Set

from pyvis.network import Network  # type: ignore[import-untyped]

from whosays.graph.view.drawing.layout import WIDTHS, Point, label, shape_of
from whosays.graph.view.drawing.picture import Picture, edges_of


class AttributionNetwork(Network):  # type: ignore[misc]
    """A pyvis ``Network`` of the outlets, voices and claims that a page shows first.

    ``nodes`` and ``edges`` are pyvis's own, with positions; ``generate_html`` writes the page instead of
    pyvis's template, which runs texts as scripts and loads files from the network.
    """

    def __init__(self, page: str, drawing: Picture, places: Mapping[int, Point], chains: Set[int]) -> None:
        super().__init__(height="100%", width="100%", directed=True, cdn_resources="in_line")
        self.page = page
        self.toggle_physics(False)
        self._draw(drawing, places, chains)

    def _draw(self, drawing: Picture, places: Mapping[int, Point], chains: Set[int]) -> None:
        for i, (x, y) in places.items():
            node = drawing.nodes[i]
            width = WIDTHS[shape_of(node.kind)]
            self.add_node(i, label=label(node), shape="box", group=node.kind, x=x, y=y, widthConstraint=width)
        for edge in edges_of(drawing, chains):
            weight = len(chains & set(edge.chains))
            self.edges.append({"from": edge.start, "to": edge.end, "stance": edge.stance, "value": weight})

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:
        """Return the whole page; the arguments are pyvis's and change nothing."""
        del name, local, notebook
        self.html = self.page
        return self.page

    def _repr_html_(self) -> str:
        """Show the page inside a notebook, shut in a frame that may run its own script and nothing else."""
        source = html.escape(self.page, quote=True)
        frame = 'sandbox="allow-scripts allow-downloads allow-popups" style="width:100%;height:760px;border:0"'
        return f'<iframe title="whosays" {frame} srcdoc="{source}"></iframe>'
