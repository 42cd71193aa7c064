"""The attributes of a Doc's tokens as plain lists, read once: asking token after token costs many times as much.

For what looks at every token of a Doc.  What looks at a few tokens asks them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy import attrs
from spacy.tokens import Doc

_WORDS = (attrs.ORTH, attrs.LEMMA, attrs.TAG, attrs.POS)
_FLAGS = (attrs.IDX, attrs.IS_ALPHA, attrs.IS_SPACE, attrs.IS_QUOTE, attrs.LIKE_NUM, attrs.SPACY)


@dataclass(frozen=True, slots=True)
class Columns:
    """One list an attribute, one item a token; named as spaCy names them, flags as 0 and 1."""

    text: Sequence[str]
    lemma: Sequence[str]
    tag: Sequence[str]
    pos: Sequence[str]
    idx: Sequence[int]
    is_alpha: Sequence[int]
    is_space: Sequence[int]
    is_quote: Sequence[int]
    like_num: Sequence[int]
    is_sent_start: Sequence[bool]
    lower: Sequence[str]
    whole: str  # the Doc's text

    def words(self, start: int, end: int) -> str:
        """Return the words of a stretch of tokens, at least one, with single spaces between them."""
        return " ".join(self.whole[self.idx[start] : self.idx[end - 1] + len(self.text[end - 1])].split())


@lru_cache(maxsize=1)
def columns(doc: Doc) -> Columns:
    """Return the columns of a Doc that the pipeline is done with; later changes of its tokens are not seen."""
    read = doc.to_array([*_WORDS, *_FLAGS, attrs.SENT_START]).T.tolist()
    spelled = {number: doc.vocab.strings[number] for numbers in read[: len(_WORDS)] for number in set(numbers)}
    text, lemma, tag, pos = ([spelled[number] for number in numbers] for numbers in read[: len(_WORDS)])
    idx, alpha, space, quote, numeric, spaced, starts = read[len(_WORDS) :]
    sent_start = [number == 1 for number in starts]
    lower = [word.lower() for word in text]
    whole = "".join(word + " " * after for word, after in zip(text, spaced, strict=True))
    return Columns(text, lemma, tag, pos, idx, alpha, space, quote, numeric, sent_start, lower, whole)
