"""Annotated text as the encoder learns it: words with one label a task, or none where a corpus does not say.

A ``Text`` is a document; it may be cut between its units (sentences of a treebank, paragraphs of an article), so that
every pass over the corpora sees other neighbours together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random

import numpy as np

from whosays.extract.pipeline import Pieces

MASKED = -100
REWRITTEN = 1 / 8  # of the runs
# One label a word: tag, morph, lemma (edit tree), sentence start, dependency; roles and names as BIO.
# Of a cue: what kind of attribution it makes, and the stance of who is its source.
LABELS = ("tag", "morph", "lemma", "start", "relation", "role", "name", "kind", "stance")
# One other word a word: syntactic head, the cue of a content or source, the source of a cue; itself for "none".
HEADS = ("head", "cue", "source")
ROLES = ("O", "B-Source", "I-Source", "B-Cue", "I-Cue", "B-Content", "I-Content")
KINDS = ("none", "speech", "document", "thought", "showing", "hearsay", "refusal")
STANCES = ("none", "asserts", "confirms", "denies", "doubts", "unverified", "noComment", "asks", "retracts")
# Corpora draw the same spans otherwise: what is learned of one counts for it alone (Stymne et al. 2018).  The first,
# that of the press, is what the shipped model reads by; the treebanks and all invented texts keep to it.
CONVENTIONS = ("press", "polnear", "wikigold", "redocred", "crossner", "grobid", "discourse")
NAMES = ("O", *(f"{b}-{n}" for n in ("Person", "Organization", "Place", "Outlet") for b in "BI"))


@dataclass(slots=True)
class Text:
    """Words, where units end, labels and heads by task (arrays as long as the text), and who is meant where.

    ``antecedents`` are words (of a pronoun, the head of a description) with those that they take up, itself for
    somebody new; ``convention`` is a number of ``CONVENTIONS``.
    """

    words: list[str]
    ends: list[int]
    labels: dict[str, np.ndarray] = field(default_factory=dict)
    heads: dict[str, np.ndarray] = field(default_factory=dict)
    antecedents: dict[int, list[int]] = field(default_factory=dict)
    convention: int = 0


@dataclass(slots=True)
class Piece:
    """A run of words of a text that fits into one window, with its labels and heads relative to its first word."""

    words: list[str]
    labels: dict[str, np.ndarray]
    heads: dict[str, np.ndarray]
    antecedents: dict[int, list[int]]
    size: int
    convention: int = 0


def bio(length: int, spans: Iterable[tuple[int, int, str]], names: Sequence[str]) -> np.ndarray:
    """Return BIO labels of spans (first word, end word, class) as numbers."""
    labels = np.zeros(length, dtype=np.int16)
    for start, end, name in spans:
        labels[start] = names.index(f"B-{name}")
        labels[start + 1 : end] = names.index(f"I-{name}")
    return labels


def pieces_of(texts: Iterable[Text], pieces: Pieces, most: int, random: Random) -> Iterator[Piece]:
    """Cut texts into runs of whole units of at most ``most`` pieces, the first of a text shorter by chance."""
    for text in texts:
        sizes = [len(pieces(word)) for word in text.words]
        room = random.randint(most // 4, most)
        first = begin = size = 0
        for end in text.ends:
            unit = sum(sizes[begin:end])
            if size and size + unit > room:
                yield cut(text, first, begin, size)
                first, size, room = begin, 0, most
            if unit > most:
                for at in range(begin, end):
                    if size + sizes[at] > most:
                        yield cut(text, first, at, size)
                        first, size = at, 0
                    size += sizes[at]
            else:
                size += unit
            begin = end
        if size:
            yield cut(text, first, begin, size)


def cut(text: Text, first: int, end: int, size: int) -> Piece:
    """Return the words ``first`` to ``end``; a head outside is masked."""
    length = end - first
    heads = {}
    for task, found in text.heads.items():
        moved = found[first:end] - first
        moved[(moved < 0) | (moved >= length)] = MASKED
        heads[task] = moved

    antecedents = {}
    for pronoun, meant in text.antecedents.items():
        near = [word - first for word in meant if first <= word < end]
        if first <= pronoun < end and near:
            antecedents[pronoun - first] = near
    labels = {task: found[first:end] for task, found in text.labels.items()}
    return Piece(text.words[first:end], labels, heads, antecedents, size, text.convention)


def rewritten(piece: Piece, random: Random) -> Piece:
    """Return a piece, one in eight with some of its words in the case of a headline, a chat or a poster."""
    if random.random() >= REWRITTEN:
        return piece
    start = random.randrange(len(piece.words))
    end = start + random.randint(5, 40)
    write = random.choice((str.lower, _titled, _titled, str.upper))
    words = [*piece.words[:start], *map(write, piece.words[start:end]), *piece.words[end:]]
    labels = {task: values for task, values in piece.labels.items() if task != "lemma"}
    return replace(piece, words=words, labels=labels)


def _titled(word: str) -> str:
    return word if len(word) < 4 else word[:1].upper() + word[1:]


def batches(pieces: Sequence[Piece], size: int, random: Random) -> Iterator[list[Piece]]:
    """Yield batches of about ``size`` word pieces, padding included, of runs alike in length, in random order."""
    shuffled = list(pieces)
    random.shuffle(shuffled)
    pool = 1024
    found: list[list[Piece]] = []
    for at in range(0, len(shuffled), pool):
        batch: list[Piece] = []
        for piece in sorted(shuffled[at : at + pool], key=lambda p: p.size):
            if batch and (len(batch) + 1) * piece.size > size:
                found.append(batch)
                batch = []
            batch.append(piece)
        if batch:
            found.append(batch)
    random.shuffle(found)
    yield from found
