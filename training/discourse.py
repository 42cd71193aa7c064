"""GUM's discourse trees (``.rsd``) laid over the same documents of the treebank: units, words, syntax, quotations.

A line of an ``.rsd`` file is an elementary unit: number, words, order of attachment, ..., features, the unit it
hangs on, relation, further edges, signals.  Tokens are those of the treebank, signals count them from 1 through the
document.

Source: Zeldes (2017), "The GUM Corpus", LRE 51; annotation CC BY 4.0, only genres with open texts are read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.ud import Sentence

SIGNAL = re.compile(r"(?P<kind>.+?)-(?P<tokens>\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)-[^-]*")
NEW_PARAGRAPH = re.compile(r"\b(?:para=para|heading=heading)\b")
STRAIGHT, OPENING, CLOSING = '"', "“", "”"


@dataclass(frozen=True, slots=True)
class Unit:
    """One elementary discourse unit: its tokens, the index of its head (or None), how and when it was attached."""

    tokens: range
    head: int | None
    relation: str
    order: int
    new_paragraph: bool
    signals: tuple[tuple[str, frozenset[int]], ...]

    @property
    def reports(self) -> bool:
        """Tell whether it attributes its head to somebody."""
        return self.relation.startswith("attribution")

    def signalled(self, kinds: tuple[str, ...]) -> set[int]:
        """Return the tokens of its signals of these kinds."""
        return {token for kind, tokens in self.signals if kind.startswith(kinds) for token in tokens}


@dataclass(slots=True)
class Tree:
    """One document: its units over the words of its sentences; ``heads`` point through the document."""

    units: list[Unit]
    words: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    quotation: list[int] = field(default_factory=list)
    children: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    dependents: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))


def read_units(path: Path) -> list[Unit]:
    """Return the units of an ``.rsd`` file."""
    units: list[Unit] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        start = units[-1].tokens.stop if units else 0
        head = int(fields[6]) - 1
        units.append(
            Unit(
                range(start, start + len(fields[1].split())),
                head if head >= 0 else None,
                fields[7],
                int(fields[2]),
                bool(NEW_PARAGRAPH.search(fields[5])),
                tuple(_signals(fields[9])),
            )
        )
    return units


def _signals(column: str) -> Iterator[tuple[str, frozenset[int]]]:
    for signal in column.split(";"):
        match = SIGNAL.fullmatch(signal)
        if match:
            ends = [[int(n) for n in part.split("-")] for part in match["tokens"].split(",")]
            yield match["kind"], frozenset(n - 1 for e in ends for n in range(e[0], e[-1] + 1))


def build(units: list[Unit], sentences: list[Sentence]) -> Tree:
    """Lay the units over the sentences of the treebank; raise ValueError where their tokens do not agree."""
    tree = Tree(units)
    for number, sentence in enumerate(sentences):
        offset = len(tree.words)
        tree.words += sentence.words
        tree.gaps += [" " if space else "" for space in sentence.spaces]
        tree.heads += [offset + head for head in sentence.heads]
        tree.deps += sentence.deps
        tree.pos += sentence.pos
        tree.sentence += [number] * len(sentence.words)
    if not units or units[-1].tokens.stop != len(tree.words):
        raise ValueError(f"{sentences[0].document}: the discourse tree and the treebank differ in their tokens")
    for token, head in enumerate(tree.heads):
        if head != token:
            tree.dependents[head].append(token)
    for index, unit in enumerate(units):
        if unit.head is not None:
            tree.children[unit.head].append(index)
        if unit.new_paragraph and unit.tokens.start:
            tree.gaps[unit.tokens.start - 1] = "\n\n"
    tree.quotation = list(_quotations(tree))
    return tree


def _quotations(tree: Tree) -> Iterator[int]:
    """Yield for each token the number of the quotation it stands in, or -1; none goes beyond its paragraph."""
    number, inside = 0, False
    for word, gap in zip(tree.words, tree.gaps, strict=True):
        opens = word == OPENING or (word == STRAIGHT and not inside)
        closes = inside and word in (CLOSING, STRAIGHT)
        if opens and not inside:
            number, inside = number + 1, True
        yield number if inside else -1
        if closes or gap == "\n\n":
            inside = False
