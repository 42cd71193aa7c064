"""Claims that say the same, across articles: the propositions.

A claim is joined to another by its frame where it counts something (measure, of whom, how many, over which
time), by its words otherwise.  In both cases the two articles must be about the same: they share names.  Same
topic is not same claim, so every rule would rather keep two apart.

Whether two claims are joined depends on those two and their articles alone.  Candidates come out of inverted
indexes; nothing compares all with all.  The result depends on the set of articles, not on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from whosays.graph.comparing_measures import counted_words, is_tabled, same_counted
from whosays.graph.groups import find, unite
from whosays.graph.propositions_reading import Claim, Counted, Hop, Told
from whosays.graph.propositions_references import meant, points
from whosays.graph.propositions_words import Wording, weight, wording

SHARED_NAMES: Final = 3  # of those that two articles are known by
CONTAINED: Final = 0.75  # of the shorter wording's weight stands in the longer
ALIKE: Final = 0.33  # of the weight of both together is shared
WITHIN: Final = 0.27  # suffices where the shorter stands in the longer whole
PLAIN: Final = 3  # and has so many content words
LOOSELY: Final = 0.6  # of the shorter suffices
MANY: Final = 4  # where so many content words are shared
COVERED: Final = 0.3  # of a go-between's words are those of the voice that it reports
INTRODUCED: Final = 80  # characters: "the union's leader says the same"
SAME_TIME: Final = 1.5


@dataclass(frozen=True, slots=True)
class Node:
    """What can be joined: a claim by its words (``figure`` is ``None``), or by one of its figures."""

    iri: str
    claim: Claim
    words: Wording
    figure: Counted | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One article made ready: its nodes, and which nodes each of its claims stands for."""

    told: Told
    nodes: tuple[Node, ...]
    stands_for: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Proposition:
    """What several claims share: the nodes that are joined, in order, the first of them gives it its name."""

    nodes: tuple[Node, ...]

    @property
    def key(self) -> str:
        """Return what its IRI is made of."""
        return self.nodes[0].iri

    @property
    def quantities(self) -> tuple[str, ...]:
        """Return its figures: those that nodes are joined by, and all of a claim that is joined by its words."""
        figures = (node.claim.figures if node.figure is None else (node.figure,) for node in self.nodes)
        return tuple(figure.quantity for found in figures for figure in found)


def said(told: Told) -> Said:
    """Make an article ready: depends on nothing but that article."""
    reported = _reported(told)
    speaking = [claim for claim in told.claims if claim.iri not in reported and not points(claim)]
    own = {claim.iri: tuple(_nodes(claim, told)) for claim in speaking if _says_something(claim, told)}
    stands_for = {iri: tuple(node.iri for node in nodes) for iri, nodes in own.items()}
    whose = _whose(told)
    for claim in told.claims:
        if claim.iri not in stands_for and claim.iri not in reported:
            pointed_at = meant(claim, [(other, whose.get(other.iri, "")) for other in speaking if other.iri in own])
            stands_for[claim.iri] = stands_for[pointed_at.iri] if pointed_at else ()
    for outer, inner in reported.items():
        stands_for[outer] = stands_for.get(_innermost(inner, reported), ())
    return Said(told, tuple(node for iri in sorted(own) for node in own[iri]), stands_for)


def propositions(articles: Iterable[Said]) -> tuple[Proposition, ...]:
    """Return the propositions, sorted by key; every node belongs to exactly one."""
    ordered = sorted(articles, key=lambda article: article.told.article)
    leader: dict[str, str] = {}
    for one, other in links(ordered):
        unite(leader, one, other)
    groups: dict[str, list[Node]] = defaultdict(list)
    for article in ordered:
        for node in article.nodes:
            groups[find(leader, node.iri)].append(node)
    found = (Proposition(tuple(sorted(nodes, key=lambda node: node.iri))) for nodes in groups.values())
    return tuple(sorted(found, key=lambda proposition: proposition.key))


def links(articles: Iterable[Said]) -> Iterator[tuple[str, str]]:
    """Yield every two nodes that say the same, by IRI."""
    by_frame: dict[object, list[tuple[Node, Told]]] = defaultdict(list)
    by_word: dict[str, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
    context = _Contexts()
    ready = list(articles)
    for article in ready:
        context.add(article.told)
        for node in article.nodes:
            if node.figure is None:
                for word in node.words.words:
                    by_word[word][article.told.article].append(node)
    for article in ready:
        for node in article.nodes:
            if node.figure is None:
                yield from _same_words(node, article.told, by_word, context)
            else:
                yield from _same_frame(node, article.told, by_frame, context)


def same_words(one: Wording, other: Wording) -> bool:
    """Tell whether two wordings say the same: the shorter stands in the longer, and nothing speaks against it."""
    small, large = sorted((one, other), key=lambda w: (weight(w.words), sorted(w.words)))
    shared = small.words & large.words
    if small.negated != large.negated or len(shared) < 2 or Wording(shared, shared, shared, False).solid < 2:
        return False
    if small.numbers != large.numbers and (small.numbers and large.numbers):
        return False
    if _differ(one.names, other.names) and _differ(other.names, one.names):
        return False
    held = weight(shared)
    needed = LOOSELY if Wording(shared, shared, shared, False).solid >= MANY else CONTAINED
    alike = WITHIN if small.words <= large.words and small.solid >= PLAIN else ALIKE
    return held >= needed * weight(small.words) and held >= alike * weight(small.words | large.words)


def same_frame(one: Counted, other: Counted) -> bool:
    """Tell whether two figures of one measure and one interval count the same, over the same time."""
    mine, theirs = counted_words(one.of), counted_words(other.of)
    times = [days for days in (one.days, other.days) if days is not None]
    return (
        same_counted(mine, theirs)
        and one.supposed == other.supposed
        and (len(times) < 2 or max(times) <= SAME_TIME * min(times))
    )


class _Contexts:
    """Which articles are about the same: those that share names."""

    def __init__(self) -> None:
        self._known: dict[str, frozenset[str]] = {}
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._last: tuple[str, frozenset[str]] = ("", frozenset())

    def add(self, told: Told) -> None:
        self._known[told.article] = told.context
        for name in told.context:
            self._by_name[name].add(told.article)

    def near(self, one: str, other: str) -> bool:
        return one == other or len(self._known[one] & self._known[other]) >= SHARED_NAMES

    def among(self, article: str, others: Mapping[str, object]) -> Iterator[str]:
        """Yield those of ``others`` that are about the same as the article, the cheaper way round."""
        if len(others) <= 64:
            yield from (other for other in sorted(others) if self.near(article, other))
        else:
            yield from sorted(self._neighbours(article) & others.keys())

    def _neighbours(self, article: str) -> frozenset[str]:
        if self._last[0] != article:
            counts: dict[str, int] = defaultdict(int)
            for name in self._known[article]:
                for other in self._by_name[name]:
                    counts[other] += 1
            near = frozenset(other for other, count in counts.items() if count >= SHARED_NAMES)
            self._last = (article, near | {article})
        return self._last[1]


def _same_words(
    node: Node, told: Told, by_word: Mapping[str, Mapping[str, list[Node]]], context: _Contexts
) -> Iterator[tuple[str, str]]:
    """Yield the links of a node to wordings that hold it: one of its rarest words is in each of them."""
    tried: set[str] = {node.iri}
    for word in telling(node.words.words, lambda word: len(by_word[word])):
        for article in context.among(told.article, by_word[word]):
            for other in by_word[word][article]:
                if other.iri not in tried:
                    tried.add(other.iri)
                    if same_words(node.words, other.words):
                        yield node.iri, other.iri


def telling(words: frozenset[str], frequency: Callable[[str], int]) -> list[str]:
    """Return so many of the rarest words that a wording without any of them cannot hold enough of the rest.

    ``frequency`` only makes the choice a cheap one.
    """
    rarest = sorted(words, key=lambda word: (frequency(word), word))
    needed, missing = [], 0.0
    for word in rarest:
        if missing > (1 - LOOSELY) * weight(words):
            break
        needed.append(word)
        missing += weight(frozenset({word}))
    return needed


def _same_frame(
    node: Node, told: Told, by_frame: dict[object, list[tuple[Node, Told]]], context: _Contexts
) -> Iterator[tuple[str, str]]:
    """Yield the links of a figure to the same figures of articles that came before."""
    figure = node.figure
    if figure is None:
        return
    tried: set[str] = set()
    for name in sorted(told.context) or [told.article]:
        key = (*frame(figure), name)
        for other, its in by_frame[key]:
            if other.iri not in tried and other.figure is not None:
                tried.add(other.iri)
                if context.near(told.article, its.article) and same_frame(figure, other.figure):
                    yield node.iri, other.iri
        by_frame[key].append((node, told))


def frame(figure: Counted) -> tuple[str, float | None, float | None]:
    """Return what two figures share that tell the same number: "70" and "at least 70" do, "about 70" does not."""
    return (figure.measure, figure.low, None if figure.high == figure.low else figure.high)


def _nodes(claim: Claim, told: Told) -> Iterator[Node]:
    words = _stated_positively(wording(claim.text), claim, told)
    framed = [figure for figure in claim.figures if is_tabled(figure.measure)]
    if framed:
        yield from (Node(figure.quantity, claim, words, figure) for figure in framed)
    else:
        yield Node(claim.iri, claim, words)


def _stated_positively(words: Wording, claim: Claim, told: Told) -> Wording:
    """Return the wording of a denied claim without the "no" by which the quotation itself denies."""
    denied = any(hop.claim == claim.iri and hop.stance == "denies" for hop in told.hops)
    return Wording(words.words, words.numbers, words.names, False) if denied else words


def _says_something(claim: Claim, told: Told) -> bool:
    """Tell whether a claim can be compared: not where somebody only kept silent about something."""
    stances = {hop.stance for hop in told.hops if hop.claim == claim.iri}
    return bool(stances - {"noComment"}) or bool(claim.figures)


def _reported(told: Told) -> dict[str, str]:
    """Return the claims of go-betweens ("the mayor said that the engineer had warned ...") with what they pass on.

    Of several, the first: the others stand for themselves.
    """
    claims = {claim.iri: claim for claim in told.claims}
    inner: dict[str, set[str]] = defaultdict(set)
    own = {hop.iri: hop.claim for hop in told.hops}
    for hop in told.hops:
        outer = own.get(hop.parent or "")
        if outer and hop.claim and outer != hop.claim:
            inner[outer].add(hop.claim)
    first = {outer: min(found, key=lambda iri: (claims[iri].start, iri)) for outer, found in inner.items()}
    return {outer: iri for outer, iri in first.items() if _covers([claims[i] for i in inner[outer]], claims[outer])}


def _covers(inner: list[Claim], outer: Claim) -> bool:
    passed_on = sum(len(claim.text) for claim in inner) >= COVERED * len(outer.text)
    return passed_on or (any(map(points, inner)) and len(outer.text) < INTRODUCED)


def _whose(told: Told) -> dict[str, str]:
    """Return claim to the names and roles of whoever holds it in the end."""
    return {hop.claim: told.voices.get(hop.source, "") for hop in innermost_hops(told) if hop.claim}


def _innermost(claim: str, reported: Mapping[str, str]) -> str:
    seen = {claim}
    while (inner := reported.get(claim)) is not None and inner not in seen:
        seen.add(inner)
        claim = inner
    return claim


def _differ(names: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether some name has no counterpart; spellings that begin alike are counterparts."""
    starts = {name[:4] for name in others}
    return any(name not in others and name[:4] not in starts for name in names)


def innermost_hops(told: Told) -> tuple[Hop, ...]:
    """Return the hops that report nobody: each is the root of a chain."""
    parents = {hop.parent for hop in told.hops}
    return tuple(hop for hop in told.hops if hop.iri not in parents)


def holders(article: Said) -> Iterator[tuple[Hop, tuple[str, ...]]]:
    """Yield the hops at which chains end, with the nodes that they hold: whoever only passes on is left out."""
    held = {hop.iri: article.stands_for.get(hop.claim or "", ()) for hop in article.told.hops}
    inside: dict[str, set[str]] = defaultdict(set)
    for hop in article.told.hops:
        inside[hop.parent or ""].update(held[hop.iri])
    for hop in article.told.hops:
        own = tuple(node for node in held[hop.iri] if node not in inside[hop.iri])
        if own:
            yield hop, own
