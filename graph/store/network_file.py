"""The network as a file for Gephi and its like: how heavy each node is, when it was there, where and how it is drawn.

Whoever opens it sees columns of outlets, sources and claims, the heaviest on top, and may lay it out anew.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    import networkx as nx

    Network: TypeAlias = nx.MultiDiGraph[str]

_OF_THE_RUN: Final = re.compile(r' lastmodifieddate="[^"]*"|(?<=<creator>NetworkX) [^<]*(?=</creator>)')
COLUMNS: Final = ("outlet", "source", "claim")
APART: Final = 1000.0  # of columns, in the units of a drawing
BELOW: Final = 30.0  # one node under the other
SMALLEST: Final = 5.0
# red, green, blue: those of the page in light
COLOURS: Final[Mapping[str, tuple[int, int, int]]] = MappingProxyType(
    {"outlet": (31, 58, 95), "source": (63, 143, 95), "claim": (185, 180, 164)}
)


def network_file(network: Network, format_: str) -> bytes:
    """Return the network as ``graphml`` or ``gexf``, without the day and the library's version.

    An edge weighs 1, so that programs that join parallel ones count them; a node as much as its edges.  ``start`` and
    ``end`` of an edge are the day of its article, those of a node the first and last of its edges' days.
    """
    import networkx as nx  # noqa: PLC0415 - slow to import, and most uses of the graph never need it

    drawn = _drawn(network, format_)
    lines = nx.generate_gexf(drawn) if format_ == "gexf" else nx.generate_graphml(drawn)
    return _OF_THE_RUN.sub("", "\n".join(lines) + "\n").encode()


def _drawn(network: Network, format_: str) -> Network:
    drawn: Network = network.__class__()
    days = _days(network)
    rows = {kind: count() for kind in COLUMNS}
    weights = dict(network.degree())
    for node in sorted(network, key=lambda node: (-weights[node], node)):
        told = network.nodes[node]
        place = (COLUMNS.index(told["kind"]) * APART, -next(rows[told["kind"]]) * BELOW)
        look = _look(told["kind"], place, SMALLEST + weights[node] ** 0.5, format_)
        drawn.add_node(node, **told, weight=weights[node], **_span(days.get(node, ())), **look)
    for one, other, key, told in network.edges(keys=True, data=True):
        drawn.add_edge(one, other, key=key, **told, weight=1.0, **_span([told["published"]]))
    return drawn


def _days(network: Network) -> Mapping[str, list[str]]:
    days: defaultdict[str, list[str]] = defaultdict(list)
    for one, other, told in network.edges(data=True):
        for node in (one, other):
            days[node].append(told["published"])
    return days


def _span(days: list[str] | tuple[str, ...]) -> dict[str, str]:
    """Return the first and the last of the days that are known; nothing where none is."""
    known = [day for day in days if day]
    return {"start": min(known), "end": max(known)} if known else {}


def _look(kind: str, place: tuple[float, float], size: float, format_: str) -> dict[str, Any]:
    """Return what each format calls colour, size and position: GEXF has its module viz, GraphML Gephi's own names."""
    red, green, blue = COLOURS[kind]
    x, y = place
    if format_ == "gexf":
        position = {"x": x, "y": y, "z": 0.0}
        return {"viz": {"color": {"r": red, "g": green, "b": blue, "a": 1.0}, "size": size, "position": position}}
    return {"r": red, "g": green, "b": blue, "size": size, "x": x, "y": y}
