"""What is drawn: nodes in columns from the outlets to the claims, and the edges between them hop by hop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Literal

import networkx as nx

from whosays.graph.view.model.data import Article, Chain, Claim, PageData, Voice
from whosays.graph.wording import as_sentence, worded

NodeKind = Literal["outlet", "person", "organization", "unit", "place", "unnamed", "nobody", "claim"]

COLUMNS_OF_VOICES = 4  # a longer chain keeps its last four voices apart, the ones before share a column
SWEEPS = 9  # of the barycentre heuristic; odd, so that the claims come last, each beside its source
DISPUTING = frozenset({"denies", "doubts", "unverified"})
TELLING = 60  # characters of a claim: below this it says less and less


@dataclass(frozen=True, slots=True)
class Node:
    """An outlet, a voice or a claim.  ``column`` counts from the left; ``rank`` orders a column from the top.

    ``key`` is the IRI behind it (the article's for an outlet that nothing tells).
    """

    key: str
    kind: NodeKind
    name: str
    column: int = 0
    rank: int = 0
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """From one node to another under one stance; ``chains`` are the indices of those that run through it."""

    start: int
    end: int
    stance: str
    chains: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """``paths`` are the nodes of each chain, outlet first, claim last; ``order`` is what to show first.

    ``wrapping`` are the chains that say no more than another one inside them: they are drawn where that one is.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    paths: tuple[tuple[int, ...], ...]
    order: tuple[int, ...]
    wrapping: frozenset[int] = frozenset()


def composed(data: PageData) -> Picture:
    """Return everything there is to draw, each chain's way through it, and which chains matter most."""
    nodes, paths = _nodes(data)
    edges = _edges(data, paths)
    columns = _columns(nodes, edges, {path[0] for path in paths})
    ranks = _ranks(nodes, edges, columns)
    placed = (replace(node, column=columns[i], rank=ranks[i]) for i, node in enumerate(nodes))
    wrapping = frozenset(number for number, chain in enumerate(data.chains) if chain.wrapped)
    return Picture(tuple(placed), edges, paths, _order(data, nodes, paths), wrapping)


def chosen(drawing: Picture, most: int) -> tuple[int, ...]:
    """Return the most telling chains that together need at most ``most`` boxes in any column, most telling first."""
    columns: dict[int, set[int]] = {}
    picked = []
    for chain in drawing.order:
        wanted: dict[int, set[int]] = {}
        for node in drawing.paths[chain]:
            wanted.setdefault(drawing.nodes[node].column, set()).add(node)
        both = {column: columns.get(column, set()) | boxes for column, boxes in wanted.items()}
        fits = both.items() <= columns.items() if chain in drawing.wrapping else max(map(len, both.values())) <= most
        if fits:
            columns |= both
            picked.append(chain)
    return tuple(picked)


def edges_of(drawing: Picture, chains: Set[int]) -> tuple[Edge, ...]:
    """Return the edges that some of these chains run through."""
    return tuple(edge for edge in drawing.edges if not chains.isdisjoint(edge.chains))


def _nodes(data: PageData) -> tuple[list[Node], tuple[tuple[int, ...], ...]]:
    index: dict[tuple[str, str], int] = {}
    nodes: list[Node] = []
    voices = {voice.key: voice for voice in data.voices}
    articles = {article.key: article for article in data.articles}
    claims = {claim.key: claim for claim in data.claims}
    wordings = _wordings(data)
    paths = []
    for chain in data.chains:
        stops = [("outlet", _outlet(articles.get(chain.last.article), chain, voices))]
        stops += [("voice", _voice(voices[hop.voice])) for hop in chain.hops if hop.voice]
        if not chain.wrapped and chain.last.claim in claims:
            stops.append(("claim", _claim(claims[chain.last.claim], wordings)))
        for role, node in stops:
            if (role, node.key) not in index:
                index[role, node.key] = len(nodes)
                nodes.append(node)
        paths.append(tuple(index[role, node.key] for role, node in stops))
    return nodes, tuple(paths)


def _outlet(article: Article | None, chain: Chain, voices: Mapping[str, Voice]) -> Node:
    """An outlet that nothing tells is one node an article: unknown is not the same as unknown."""
    outlet = voices.get(article.outlet or "") if article else None
    if outlet:
        return Node(outlet.key, "outlet", outlet.name)
    path = article.path if article else None
    note = path.replace("\\", "/").rpartition("/")[2] if path else None
    return Node(chain.last.article, "outlet", "Unknown outlet", note=note)


def _voice(voice: Voice) -> Node:
    return Node(voice.key, voice.kind, voice.name, note=voice.role if voice.kind in ("person", "unnamed") else None)


def _claim(claim: Claim, wordings: Mapping[str, str]) -> Node:
    words = as_sentence(wordings.get(claim.proposition or "", claim.text))
    return Node(claim.proposition or claim.key, "claim", words or "(no words)")


def _wordings(data: PageData) -> dict[str, str]:
    """For each proposition the shortest claim that it is worded as: unlike it with quotation marks at both ends."""
    wordings: dict[str, str] = {}
    texts = {proposition.key: proposition.text for proposition in data.propositions}
    for claim in sorted(data.claims, key=lambda claim: (len(claim.text), claim.key)):
        text = texts.get(claim.proposition or "")
        if text is not None and (text in claim.text or text == worded(claim.text)):
            wordings.setdefault(claim.proposition or "", claim.text)
    return texts | wordings


def _edges(data: PageData, paths: Sequence[tuple[int, ...]]) -> tuple[Edge, ...]:
    """An edge carries the stance of the voice that it leaves: towards whom it cites, or the claim itself."""
    found: dict[tuple[int, int, str], list[int]] = {}
    for number, (chain, path) in enumerate(zip(data.chains, paths, strict=True)):
        for hop, start, end in zip(chain.hops, path, path[1:], strict=False):
            if start != end:
                found.setdefault((start, end, hop.stance), []).append(number)
    return tuple(Edge(*key, chains=tuple(numbers)) for key, numbers in found.items())


def _columns(nodes: Sequence[Node], edges: Sequence[Edge], outlets: Set[int]) -> list[int]:
    """Outlets left, claims right, each voice as near to its claims as whom it cites allows."""
    claims = {i for i, node in enumerate(nodes) if node.kind == "claim"}
    voices = set(range(len(nodes))) - outlets - claims
    behind = _behind({(edge.start, edge.end) for edge in edges if voices.issuperset((edge.start, edge.end))})
    deepest = max((behind.get(i, 0) for i in voices), default=0) + 1
    columns = {i: deepest - behind.get(i, 0) for i in sorted(voices)} | dict.fromkeys(claims, deepest + 1)
    return [columns.get(i, 0) for i in range(len(nodes))]


def _behind(citing: Set[tuple[int, int]]) -> dict[int, int]:
    """How many voices each one cites one after the other, at most; a circle of voices counts as one."""
    graph = nx.DiGraph(sorted(citing))
    circles = {node: n for n, group in enumerate(nx.strongly_connected_components(graph)) for node in group}
    behind = dict.fromkeys(graph.nodes, 0)
    for _ in range(COLUMNS_OF_VOICES):
        for start, end in sorted(citing):
            if circles[start] != circles[end]:
                behind[start] = max(behind[start], min(behind[end] + 1, COLUMNS_OF_VOICES - 1))
    return behind


def _ranks(nodes: Sequence[Node], edges: Sequence[Edge], columns: Sequence[int]) -> list[int]:
    """Order every column by the mean place of its neighbours, to and fro, so that few edges cross."""
    beside: list[list[int]] = [[] for _ in nodes]
    for edge in edges:
        beside[edge.start].append(edge.end)
        beside[edge.end].append(edge.start)
    within: dict[int, list[int]] = {}
    for i, column in enumerate(columns):
        within.setdefault(column, []).append(i)
    place = [0.0] * len(nodes)
    for boxes in within.values():
        _spread(boxes, place)
    order = sorted(within)
    for sweep in range(SWEEPS):
        for number in order if sweep % 2 == 0 else reversed(order):
            within[number].sort(key=lambda i: (_mean(beside[i], place), i))
            _spread(within[number], place)
    ranks = [0] * len(nodes)
    for boxes in within.values():
        for rank, i in enumerate(boxes):
            ranks[i] = rank
    return ranks


def _spread(column: Sequence[int], place: list[float]) -> None:
    for rank, i in enumerate(column):
        place[i] = (rank + 0.5) / len(column)


def _mean(neighbours: Sequence[int], place: Sequence[float]) -> float:
    return sum(place[i] for i in neighbours) / len(neighbours) if neighbours else 0.0


def _order(data: PageData, nodes: Sequence[Node], paths: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """First what is disputed and what is widely carried, whole claims at a time; then the articles take turns.

    In its turn each has its most telling chain left: no long article fills the picture.  What is only spoken of
    ("the suit", "800") comes after all that is said of it.
    """
    outlets = _outlets_by_node(paths)
    clauses = {claim.proposition or claim.key for claim in data.claims if claim.clause}
    topics = {path[-1] for path in paths if nodes[path[-1]].key not in clauses}
    interest = _interest(data, nodes, paths)
    queues: dict[str, list[int]] = {}
    for number, chain in enumerate(data.chains):
        queues.setdefault(chain.last.article, []).append(number)
    weights = [_weight(chain, path, outlets) for chain, path in zip(data.chains, paths, strict=True)]

    def telling(number: int) -> tuple[bool, float, int]:
        return paths[number][-1] in topics, -weights[number], number

    turns = [
        (data.chains[number].wrapped, paths[number][-1] in topics, turn, -weights[number], number)
        for queue in queues.values()
        for turn, number in enumerate(sorted(queue, key=telling))
    ]
    front = {number for number, path in enumerate(paths) if interest.get(path[-1]) and path[-1] not in topics}
    first = sorted(front, key=lambda number: (-interest[paths[number][-1]], paths[number][-1], *telling(number)))
    return (*first, *(number for *_, number in sorted(turns) if number not in front))


def _interest(data: PageData, nodes: Sequence[Node], paths: Sequence[tuple[int, ...]]) -> dict[int, int]:
    """How much of an issue each claim is: some say so and others dispute it, several outlets or articles carry it."""
    stances: dict[int, set[bool]] = {}
    outlets: dict[int, set[int]] = {}
    articles: dict[int, set[str]] = {}
    for chain, path in zip(data.chains, paths, strict=True):
        if nodes[path[-1]].kind == "claim":
            stances.setdefault(path[-1], set()).add(chain.last.stance in DISPUTING)
            outlets.setdefault(path[-1], set()).add(path[0])
            articles.setdefault(path[-1], set()).add(chain.last.article)
    return {
        claim: 4 * (len(found) > 1) + 2 * (True in found) + 2 * len(outlets[claim]) + len(articles[claim]) - 3
        for claim, found in stances.items()
    }


def _outlets_by_node(paths: Sequence[tuple[int, ...]]) -> dict[int, set[int]]:
    outlets: dict[int, set[int]] = {}
    for path in paths:
        for node in path[1:]:
            outlets.setdefault(node, set()).add(path[0])
    return outlets


def _weight(chain: Chain, path: tuple[int, ...], outlets: Mapping[int, set[int]]) -> float:
    """Told by many outlets, through several voices, in dispute: that is what a reader comes for."""
    spread = max((len(outlets[node]) for node in path[1:]), default=1)
    disputed = sum(hop.stance in DISPUTING for hop in chain.hops)
    words = min(sum(end - start for start, end in chain.last.contents) / TELLING, 1.0)
    sure = chain.last.confidence if chain.last.confidence is not None else 0.5
    return 2 * spread + len(chain.hops) + 1.5 * disputed + 2 * words + sure
