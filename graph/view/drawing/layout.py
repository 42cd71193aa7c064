"""Where each box goes: columns from left to right, the boxes level with what they are connected to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from whosays.graph.view.drawing.labels import fitted
from whosays.graph.view.drawing.picture import Edge, Node, NodeKind, Picture

FONT = 15  # all lengths are units of the canvas: pixels at 100 %
LINE = 17
PADDING = 9
GAP_BELOW = 11
GAP_BESIDE = 68
WIDTHS: Mapping[str, int] = {"outlet": 158, "voice": 176, "claim": 352}
LINES: Mapping[str, int] = {"outlet": 2, "voice": 2, "claim": 2}

Point = tuple[int, int]


def shape_of(kind: NodeKind) -> str:
    """Which of the three boxes a kind of node is drawn as."""
    return kind if kind in WIDTHS else "voice"


def label(node: Node) -> str:
    """The lines in a node's box; the name of the file stands in where nothing tells the outlet."""
    shape = shape_of(node.kind)
    width = (WIDTHS[shape] - 2 * PADDING) / FONT
    if node.kind == "outlet" and node.note:
        return f"{fitted(node.name, width, 1)}\n{fitted(node.note, width, 1)}"
    return fitted(node.name, width, LINES[shape]) or "?"


def height(text: str) -> int:
    """The height of a box around the lines of ``text``."""
    return LINE * (text.count("\n") + 1) + 2 * PADDING


def across(drawing: Picture, shown: Iterable[int]) -> dict[int, int]:
    """The x of the centre of every column that ``shown`` nodes need."""
    widths = {drawing.nodes[i].column: WIDTHS[shape_of(drawing.nodes[i].kind)] for i in sorted(shown)}
    centres, edge = {}, 0
    for column in sorted(widths):
        centres[column] = edge + widths[column] // 2
        edge += widths[column] + GAP_BESIDE
    return centres


def positions(drawing: Picture, shown: Set[int], edges: Sequence[Edge]) -> dict[int, Point]:
    """Return the centre of each shown node's box; no two boxes overlap."""
    columns: dict[int, list[int]] = {}
    for i in sorted(shown, key=lambda i: drawing.nodes[i].rank):
        columns.setdefault(drawing.nodes[i].column, []).append(i)
    heights = {i: height(label(drawing.nodes[i])) + GAP_BELOW for i in shown}
    beside: dict[int, list[int]] = {i: [] for i in shown}
    for edge in edges:
        beside[edge.start].append(edge.end)
    down: dict[int, float] = {}
    for column in sorted(columns, reverse=True):
        boxes = columns[column]
        wanted = {i: _mean([down[n] for n in beside[i] if n in down]) for i in boxes}
        boxes.sort(key=lambda i: (wanted[i] if wanted[i] is not None else 0.0, drawing.nodes[i].rank))
        if column == 0:
            wanted = _spread(boxes, wanted, list(down.values()))
        down.update(_stacked(boxes, [wanted[i] for i in boxes], heights))
    x = across(drawing, shown)
    return {i: (x[drawing.nodes[i].column], round(down[i])) for i in sorted(down)}


def _spread(
    boxes: Sequence[int], wanted: Mapping[int, float | None], levels: Sequence[float]
) -> dict[int, float | None]:
    """Outlets that cite everybody would all stand in the middle: half of it is an even distance."""
    low, high = min(levels, default=0.0), max(levels, default=0.0)
    even = {i: low + (high - low) * (n + 0.5) / len(boxes) for n, i in enumerate(boxes)}
    return {i: None if place is None else (place + even[i]) / 2 for i, place in wanted.items()}


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _stacked(boxes: Sequence[int], wanted: Sequence[float | None], heights: Mapping[int, int]) -> dict[int, float]:
    """Stack boxes in their order, each as near to where it is wanted as the others allow.

    Least squares under the order: blocks of touching boxes are merged until no two overlap (pool adjacent
    violators).  A box that is wanted nowhere follows the one before.
    """
    blocks: list[tuple[float, float, float, list[int]]] = []  # top, height, number wanted, boxes
    for box, place in zip(boxes, wanted, strict=True):
        end = blocks[-1][0] + blocks[-1][1] if blocks else 0.0
        block = (place - heights[box] / 2 if place is not None else end, float(heights[box]), 1.0, [box])
        while blocks and blocks[-1][0] + blocks[-1][1] > block[0]:
            block = _merged(blocks.pop(), block)
        blocks.append(block)
    down = {}
    for top, _, _, members in blocks:
        for box in members:
            down[box] = top + heights[box] / 2
            top += heights[box]  # noqa: PLW2901 - runs down the block
    return down


def _merged(
    upper: tuple[float, float, float, list[int]], lower: tuple[float, float, float, list[int]]
) -> tuple[float, float, float, list[int]]:
    weight = upper[2] + lower[2]
    top = (upper[0] * upper[2] + (lower[0] - upper[1]) * lower[2]) / weight
    return top, upper[1] + lower[1], weight, upper[3] + lower[3]
