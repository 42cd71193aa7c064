"""The paragraphs of a Doc with the mark of a list or of a block quotation that they begin with.

The readers keep such marks in the text ("- ", "> "), as people write them in plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from whosays.extract.lexicon import word_class
from whosays.extract.pipeline import columns
from whosays.extract.syntax import trimmed

QUOTED, LISTED = ">", "•"
_MARK = re.compile(r"(?P<quoted>(?:>\s*)+)|(?P<listed>(?:[•▪●◦‣*·-]|\(?(?:\d{1,2}|[a-z])[.)])\s+)")
_FIRST_PERSON = word_class("first_person")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: ``words`` are all of it but its mark, ``mark`` is QUOTED, LISTED or empty."""

    words: Span
    mark: str = ""

    @property
    def text(self) -> str:
        """The words as they stand."""
        return _text(self.words)

    @property
    def leads_in(self) -> bool:
        """Tell whether it ends with a colon, so that what follows is said in it."""
        return self.words[-1].text == ":"

    @property
    def is_quotation(self) -> bool:
        """Tell whether it opens with a quotation mark."""
        return self.words[0].is_quote

    @property
    def is_question(self) -> bool:
        """Tell whether it ends as a question does."""
        return self.text.rstrip('”"’)').endswith("?")

    @property
    def in_first_person(self) -> bool:
        """Tell whether somebody speaks of themselves in it, outside quotation marks."""
        bare = re.sub(r"“[^”]*”|\"[^\"]*\"", " ", self.text)
        return any(word in _FIRST_PERSON for word in re.findall(r"[\w’']+", bare.lower()))

    def part(self, start: int, end: int) -> Span | None:
        """Return the words between two offsets of ``text``, white space left out."""
        at = self.words.start_char
        return self.words.doc.char_span(at + start, at + end, alignment_mode="expand") if start < end else None

    def from_offset(self, start: int) -> Span | None:
        """Return the words from an offset of ``text`` on, without the punctuation of the sentence around them."""
        found = self.part(start, len(self.text))
        return trimmed(found.doc, found.start, found.end) if found is not None else None


def paragraphs_of(doc: Doc) -> Sequence[Paragraph]:
    """Return the paragraphs of a Doc in order; one that is nothing but a mark is none."""
    return list(_paragraphs(doc))


def _paragraphs(doc: Doc) -> Iterator[Paragraph]:
    read, start = columns(doc), 0
    breaks = [i for i, space in enumerate(read.is_space) if space and "\n" in read.text[i]]
    for end in (*breaks, len(doc)):
        if start < end:
            paragraph = _paragraph(doc[start:end])
            if paragraph is not None:
                yield paragraph
        start = end + 1


def _paragraph(whole: Span) -> Paragraph | None:
    text = _text(whole)
    match = _MARK.match(text)
    if match is None:
        return Paragraph(whole) if any(map(str.isalnum, text)) else None
    at = whole.start_char + match.end()
    words = whole.doc.char_span(at, whole.end_char, alignment_mode="contract") if at < whole.end_char else None
    if words is None or not any(map(str.isalnum, _text(words))):
        return None
    return Paragraph(words, QUOTED if match["quoted"] else LISTED)


def _text(words: Span) -> str:
    return columns(words.doc).whole[words.start_char : words.end_char]
