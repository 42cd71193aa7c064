"""Docs made by hand, word by word: what a test of the extractors reads needs no model."""

from __future__ import annotations

import numpy as np
import spacy
from spacy.tokens import Doc, Span

from whosays.extract.attribution.kinds import KINDS, STANCES
from whosays.extract.pipeline.encoder import Encoded

BREAK = "¶"
BLANK = spacy.blank("en")  # a tokeniser and nothing else
_POS = {"N": "NOUN", "V": "VERB", "J": "ADJ", "P": "PRON", "D": "DET", "I": "ADP", "R": "ADV", "M": "AUX"}
_WHOLE = {"NNP": "PROPN", "CD": "NUM", "CC": "CCONJ"}
_CLINGING = frozenset(".,:;?!”’")


def parsed(text: str) -> Doc:
    """Return a Doc of words written as ``form|lemma/TAG/dependency/offset of the head``; ¶ is a paragraph's end.

    Names (NNP) are persons.  The lemma may be left out; so may the rest, for words that depend on nothing.
    """
    rows = [word.rsplit("/", 3) if word.count("/") > 2 else [word, "", "dep", "0"] for word in text.split()]
    forms = [row[0].split("|") for row in rows]
    words = ["\n\n" if form[0] == BREAK else form[0] for form in forms]
    following = [*words, "\n\n"][1:]
    return Doc(
        BLANK.vocab,
        words=words,
        spaces=[
            after not in _CLINGING and not after.isspace() and word not in ("“", "‘", "\n\n")
            for word, after in zip(words, following, strict=True)
        ],
        lemmas=[form[-1].lower() for form in forms],
        tags=[row[1] for row in rows],
        pos=["AUX" if "aux" in row[2] else _WHOLE.get(row[1]) or _POS.get(row[1][:1], "X") for row in rows],
        deps=[row[2] for row in rows],
        heads=[index + int(row[3]) for index, row in enumerate(rows)],
        ents=[
            "O" if row[1] != "NNP" else f"{'I' if index and rows[index - 1][1] == 'NNP' else 'B'}-Person"
            for index, row in enumerate(rows)
        ],
    )


def span(doc: Doc, words: str, role: str = "") -> Span:
    """Return the first place of some words in a Doc."""
    start = doc.text.index(words)
    found = doc.char_span(start, start + len(words), label=role)
    assert found is not None, f"{words!r} begins or ends inside a token"
    return found


def encoded(length: int, kinds: dict[int, str]) -> Encoded:
    """Return what an encoder says of some words that is sure of the kinds of a few, by their places."""
    scores = np.full((length, 1 + len(KINDS)), -5.0, dtype=np.float32)
    scores[:, 0] = 5.0
    for word, kind in kinds.items():
        scores[word] = -5.0
        scores[word, 1 + KINDS.index(kind)] = 5.0
    empty = np.zeros((length, 1), dtype=np.float32)
    stances = np.zeros((length, 1 + len(STANCES)), dtype=np.float32)
    roles = np.zeros((length, 7), dtype=np.float32)
    return Encoded({}, {"kind": scores, "stance": stances, "role": roles}, {}, empty, empty)
