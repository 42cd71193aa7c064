"""Reports made from one template: the same words around another place, other people, another day, other numbers.

A forecast, a match, a court list or a quarter's figures are told in the same sentences again and again.  Who fills the
blanks otherwise copies nobody: both have the sentences from the same form, and what they tell is of two things.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from whosays.graph.reuse.alignment import Passage
from whosays.graph.reuse.fingerprints import Text

BLANKS: Final = 3  # filled with different names: a slip or a correction changes fewer
MOST_SHARED: Final = 0.5  # of the names in the shared passages; a copy that was brought up to date keeps nearly all
_LETTERS: Final = 2  # of a name
_FAR: Final = 20  # characters: more space than stands before any word
_ENDS: Final = frozenset('.!?:"“”\n')


def is_template(copy: tuple[str, Text], original: tuple[str, Text], found: Sequence[Passage]) -> bool:
    """Tell whether what two texts share is a form that each fills with names of its own; both as text and words."""
    pairs = [pair for passage in found for pair in _blanks(passage)]
    filled = [
        (mine, theirs)
        for first, second in pairs
        if (mine := _named(copy, first)) and (theirs := _named(original, second)) and mine.isdisjoint(theirs)
    ]
    if len(filled) < BLANKS:
        return False
    shared = {name for passage in found for name in _named(copy, passage.copied)}
    own = frozenset[str]().union(*(mine for mine, _ in filled))
    return len(shared - own) <= MOST_SHARED * len(shared | own)


def _blanks(passage: Passage) -> Iterator[tuple[range, range]]:
    """Yield the words between two runs of a passage, in the copy and in the original, where both have some."""
    for run, after in zip(passage.runs, passage.runs[1:], strict=False):
        mine = range(run.copy + run.length, after.copy)
        theirs = range(run.original + run.length, after.original)
        if mine and theirs:
            yield mine, theirs


def _named(side: tuple[str, Text], words: Sequence[int]) -> frozenset[str]:
    """Return those of some words that are names: capitalised, and not at the beginning of a sentence."""
    text, read = side
    return frozenset(read.words[word] for word in words if _is_name(text, read, word))


def _is_name(text: str, read: Text, word: int) -> bool:
    start, end = read.spans[word]
    before = text[max(0, start - _FAR) : start].rstrip()[-1:]
    return text[start:end][:1].isupper() and end - start >= _LETTERS and bool(before) and before not in _ENDS
