"""Words as the encoder sees them: word pieces, what spelling and quotation marks say beside them, and windows.

The pieces are lower case; how a word was written and whether it stands in quotation marks comes in as one small number
a word, its *trait*.  Training and reading both call this module, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

BREAK = 1  # the piece of white space: [unused0] of the vocabulary
UNKNOWN, FIRST, LAST, HIDDEN = 100, 101, 102, 103  # [UNK], [CLS], [SEP], [MASK]
LONGEST_WORD = 100  # characters; the rest of a longer one says nothing more
OUTSIDE, INSIDE, MARK = range(3)
LOWER, CAPITAL, UPPER, MIXED, OTHER = range(5)
TRAITS = 15  # case and quotation, each with each
HOMOGRAPHS = frozenset(["WHO", "IT"])  # the pieces are in small letters, and would be those of a pronoun
OPENING, CLOSING, EITHER = "“„«", "”»", '"‟'

Pieces = Callable[[str], tuple[int, ...]]


def load_pieces(tokenizer: Path) -> Pieces:
    """Return the function from a word to its pieces (at least one) of a tokenizer file."""
    known = Tokenizer.from_file(str(tokenizer))
    known.no_padding()
    known.no_truncation()

    @lru_cache(maxsize=100_000)
    def pieces(word: str) -> tuple[int, ...]:
        if word.isspace():
            return (BREAK,)
        return tuple(known.encode(word[:LONGEST_WORD], add_special_tokens=False).ids) or (UNKNOWN,)

    return pieces


def with_points(words: Sequence[str]) -> list[str]:
    """Return the words with points in acronyms that in small letters are another word: "W.H.O.", "I.T."."""
    return [
        ".".join(word) + "." if word in HOMOGRAPHS and _is_acronym(words, i) else word for i, word in enumerate(words)
    ]


def _is_acronym(words: Sequence[str], position: int) -> bool:
    """Tell whether a word in capitals stands among small letters and not in a shout."""
    around = [word for word in words[max(0, position - 2) : position + 3] if word.isalpha() and word not in HOMOGRAPHS]
    return any(map(str.islower, around)) and not any(len(word) > 1 and word.isupper() for word in around)


def traits(words: Sequence[str]) -> list[int]:
    """Return the trait of each word of a text, 0 to ``TRAITS`` - 1."""
    return [3 * case_of(word) + quoted for word, quoted in zip(words, _quoted(words), strict=True)]


@lru_cache(maxsize=100_000)
def case_of(word: str) -> int:
    """Return how a word is written."""
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else CAPITAL
    if word[:1].isupper() and word[1:].islower():
        return CAPITAL
    return MIXED if any(map(str.isalpha, word)) else OTHER


def _quoted(words: Sequence[str]) -> Iterator[int]:
    """Yield for each word whether double marks enclose it; a paragraph break closes what was left open."""
    inside = False
    for word in words:
        mark = word if len(word) == 1 else ""
        if word.isspace():
            inside = inside and "\n\n" not in word
        if mark and mark in OPENING:
            inside = True
            yield MARK
        elif mark and mark in CLOSING:
            inside = False
            yield MARK
        elif mark and mark in EITHER:
            inside = not inside
            yield MARK
        else:
            yield INSIDE if inside else OUTSIDE


@dataclass(frozen=True, slots=True)
class Window:
    """Words that the encoder sees in one pass (``first`` to ``last``) and answers for (``start`` to ``end``)."""

    first: int
    start: int
    end: int
    last: int


def windows(lengths: Sequence[int], ends: Sequence[int], core: int, context: int) -> list[Window]:
    """Cut words into windows of at most ``core`` pieces and up to ``context`` more on either side.

    ``lengths`` are the numbers of pieces of the words, ``ends`` where paragraphs end (word numbers, ascending, the
    last one the number of words): a window ends with one where it can.
    """
    found = []
    start = 0
    for end in _cuts(lengths, ends, core):
        first, last = start, end
        room = context
        while first > 0 and lengths[first - 1] <= room:
            first -= 1
            room -= lengths[first]
        room = context
        while last < len(lengths) and lengths[last] <= room:
            room -= lengths[last]
            last += 1
        found.append(Window(first, start, end, last))
        start = end
    return found


def _cuts(lengths: Sequence[int], ends: Sequence[int], core: int) -> Iterator[int]:
    """Yield where windows end: behind as many whole paragraphs as fit, inside one only where it alone is too long."""
    size, begin = 0, 0
    for end in ends:
        paragraph = sum(lengths[begin:end])
        if size and size + paragraph > core:
            yield begin
            size = 0
        for at in range(begin, end):
            if size and size + lengths[at] > core and paragraph > core:
                yield at
                size = 0
            size += lengths[at]
        begin = end
    if size:
        yield len(lengths)
