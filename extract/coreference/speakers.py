"""Who speaks where in an article: around a word, and just before it."""

from __future__ import annotations

import re
from bisect import bisect_left, insort_left
from collections.abc import Iterator, Sequence
from itertools import islice

from spacy.tokens import Doc, Token

from whosays.extract.coreference.referent import Referent
from whosays.extract.pipeline import columns, find_quotations
from whosays.extract.records import Span
from whosays.extract.syntax import merged

REMEMBERED = 4
CAPTION = re.compile(  # a paragraph that ends with who took the picture, or says that it tells of one
    r"^(?:(?i:(?:file |archive )?(?:(?:photo(?:graph)?|picture|image|caption)s?:"
    r"|(?:photo|picture|image|media|video) caption[:,]?))"
    r" [^\n]{10,500}"
    r"|[^\n]{20,500}(?:\b(?:Photograph|Photo|Picture|Image)s?(?: (?:credit|courtesy|by))?: ?[^\n.]{2,60}"
    r"|[\[(](?:File|Photo|Image|Picture|Photograph)s?\b[^\])\n]{2,60}[\])])[ .]*)$",
    re.MULTILINE,
)
OPENING_QUOTES = "\"“‘'„«"


class Speakers:
    """The sources of an article that are resolved so far, with the words that are attributed to them."""

    def __init__(self, doc: Doc, contents: Sequence[tuple[Span, Span]]) -> None:
        self.resolved: dict[Span, Referent] = {}
        self.spoken: list[tuple[int, Referent]] = []  # in text order, of one place the first resolved last
        self._doc, self._text = doc, columns(doc).whole
        self._contents = sorted(contents, key=lambda pair: pair[0][1] - pair[0][0])
        captions = [match.span() for match in CAPTION.finditer(self._text)]
        self._attributed = merged([*(content for content, _ in contents), *captions])
        self._quoted = sorted([*(part for q in find_quotations(self._text) for part in q.parts), *captions])

    def add(self, source: Span, token: int, referent: Referent) -> None:
        """Record whom a source stands for, and that they speak from this token on."""
        self.resolved[source] = referent
        referent.spoke.append(token)
        insort_left(self.spoken, (token, referent), key=_position)

    def before(self, token: int, quoted: Sequence[Span] = ()) -> tuple[Referent, ...]:
        """Return the last few who spoke before a token, most recent first; not in these quotations."""
        at = bisect_left(self.spoken, token, key=_position)
        outside = (r for i, r in reversed(self.spoken[:at]) if not quoted or not self._is_in(quoted, i))
        return tuple(islice(outside, REMEMBERED))

    def around(self, token: Token, *, own: bool) -> list[Referent]:
        """Return who is being quoted around a token, innermost first; for ``own`` words also in indirect speech."""
        sources = (source for span, source in self._around(token) if own or self._opens_quotation(span[0]))
        beside = (source for source in sources if not source[0] <= token.idx < source[1])
        return [self.resolved[source] for source in beside if source in self.resolved]

    def is_quoted(self, token: Token) -> bool:
        """Tell whether a token stands in words that are attributed to somebody."""
        return any(True for _ in self._around(token))

    def other_quotations(self, token: Token) -> list[Span]:
        """Return the quotations that a token does not stand in, and the captions, of which nobody goes on to tell."""
        return [(start, end) for start, end in self._quoted if not start <= token.idx < end]

    def quotations_in(self, spans: Sequence[Span]) -> dict[Span, str]:
        """Return the quotations that stand within some stretches, with their texts."""
        return {(a, b): self._text[a:b] for a, b in self._quoted if any(x < b and a < y for x, y in spans)}

    def other_words(self, token: Token) -> list[Span]:
        """Return the stretches of attributed words that a token does not stand in, in text order."""
        return [(start, end) for start, end in self._attributed if not start <= token.idx < end]

    def own_words(self, token: Token) -> list[Span]:
        """Return what is attributed to the source that a token stands in."""
        return [content for content, source in self._contents if source[0] <= token.idx < source[1]]

    def _is_in(self, spans: Sequence[Span], token: int) -> bool:
        start = self._doc[token].idx
        return any(first <= start < last for first, last in spans)

    def _around(self, token: Token) -> Iterator[tuple[Span, Span]]:
        return (pair for pair in self._contents if pair[0][0] <= token.idx < pair[0][1])

    def _opens_quotation(self, start: int) -> bool:
        edge = self._text[max(0, start - 1) : start + 1]
        return edge.strip(OPENING_QUOTES) != edge


def _position(spoken: tuple[int, Referent]) -> int:
    return spoken[0]
