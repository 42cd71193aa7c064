"""The prose of an article as clean text, with an exact way back to the article's offsets.

Paragraphs are separated by a blank line; a line break inside a sentence is a space; white space is collapsed; a word
that a hyphen breaks at the end of a line is whole again (its hyphen stays where the article has the word with one
elsewhere, and before a capital); stray mark-up and invisible characters are gone; a space before a possessive (``Kyiv
‘s``) is repaired, and one stands between sentences that a page has run together (``“a fraud”.That``).  A lone
surrogate or a NUL never reaches the tokeniser.  Everything takes time linear in the length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from whosays.extract.articles.article import Article
from whosays.extract.articles.lines import INVISIBLE, Line, continues, lines_of, paragraphs_of
from whosays.extract.records import Span

_SEPARATOR = "\n\n"
_LONGEST_WORD = 40
_COMPOUND = re.compile(r"[a-zA-Z]+-[a-zA-Z]+")
_LAST_WORD, _FIRST_WORD = re.compile(r"[a-zA-Z]+$"), re.compile(r"[a-zA-Z]+")
_INLINE_TAGS = "u|b|i|s|em|strong|span|a|font|sup|sub|small|mark|cite|q|abbr|time"
_BLOCK_TAGS = "br|p|div|li|ul|ol|h[1-6]|blockquote|figure|figcaption|img|hr"
# Two sentences with no space between them, where a page lost the break: “a fraud”.That, “a vote.”In, won.The
_OPENERS = "A|After|And|As|At|But|By|For|He|Her|His|If|In|It|On|She|That|The|There|They|This|To|We|When|While|With"
_GLUED = rf"(?<=[a-z][.?!]”|[a-z]”[.?!])(?=[A-Z][a-z]* [a-z])|(?<=[a-z]{{3}}[.?!])(?=(?:{_OPENERS}) [a-z])"
# What is not copied as it stands.  Single spaces are, so the pattern finds little in ordinary prose.
_REPAIR = re.compile(
    r"(?P<hyphen>(?<=[a-z])-[ \t]*\r?\n[ \t]*(?=[a-z]))"
    rf"|(?P<space>(?:[ \t]*[^\S ]|[ ]{{2}})[\s{INVISIBLE}]*)"
    r"|(?P<possessive>(?<=[^\W\d_])[ \xa0][‘’'](?=s(?![\w’'‘-])))"
    rf"|(?P<block></?(?:{_BLOCK_TAGS})(?:\s[^<>]{{0,300}})?/?>)"
    rf"|(?P<inline></?(?:{_INLINE_TAGS})(?:\s[^<>]{{0,300}})?/?>)"
    rf"|(?P<glued>(?-i:{_GLUED}))"
    rf"|(?P<invisible>[{INVISIBLE}]+)"
    r"|(?P<surrogate>[\ud800-\udfff])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Prose:
    """Clean text and where it came from.

    ``text`` is made of runs copied from the article: the run that begins at ``starts[i]`` of the prose began
    at ``origins[i]`` of the article and goes on, one to one, until the next one.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the article's span of ``text[start:end]``; an empty span stays empty."""
        first = self.offset(start)
        return first, (self.offset(end - 1) + 1 if end > start else first)

    def offset(self, position: int) -> int:
        """Return the article's offset of one position of the prose; the end of the prose has one too."""
        if not 0 <= position <= len(self.text):
            raise IndexError(f"position {position} in a prose of {len(self.text)} characters")
        if position == len(self.text) and position:
            return self.offset(position - 1) + 1
        run = bisect_right(self.starts, position) - 1
        return self.origins[run] + position - self.starts[run] if run >= 0 else 0


def prose_of(article: Article) -> Prose:
    """Return the prose of an article's body."""
    builder = _Builder(article.text)
    end = -1
    for start, stop in _paragraphs(article):
        builder.open_paragraph(start, continuing=end >= 0 and _goes_on(article.text, end, start))
        builder.copy(start, stop)
        end = stop
    return builder.prose()


def _paragraphs(article: Article) -> Iterator[Span]:
    for start, end in article.body:
        lines: list[Line] = list(lines_of(article.text, start, end))
        for paragraph in paragraphs_of(article.text, lines):
            yield paragraph[0].start, paragraph[-1].end


def _goes_on(text: str, end: int, start: int) -> bool:
    return continues(text[max(0, end - 40) : end], text[start : start + 40])


class _Builder:
    """Collects runs; a run is begun only where prose and article stop going side by side."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._pieces: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._origins: list[int] = []
        self._space_at: int | None = None
        self._hyphenated: frozenset[str] | None = None

    def open_paragraph(self, start: int, *, continuing: bool) -> None:
        self._space_at = None
        if self._length:
            origin = self._origins[-1] + self._length - self._starts[-1]
            self._add(" " if continuing else _SEPARATOR, min(origin, start))

    def copy(self, start: int, end: int) -> None:
        at = start
        for match in _REPAIR.finditer(self._source, start, end):
            self._copy_run(at, match.start())
            self._repair(match)
            at = match.end()
        self._copy_run(at, end)
        self._space_at = None

    def prose(self) -> Prose:
        return Prose("".join(self._pieces), tuple(self._starts), tuple(self._origins))

    def _repair(self, match: re.Match[str]) -> None:
        if match.lastgroup in ("space", "block", "glued"):
            self._space_at = match.start()
        elif match.lastgroup == "possessive":
            self._add("’", match.end() - 1)
        elif match.lastgroup == "hyphen":
            if self._is_hyphenated(match):
                self._add("-", match.start())
        elif match.lastgroup == "surrogate":
            self._flush_space()
            self._add("\ufffd", match.start())

    def _is_hyphenated(self, match: re.Match[str]) -> bool:
        """Tell whether the word that is broken here stands elsewhere with its hyphen in the middle of a line.

        "Rolls-" before "Royce" is two words anyway.
        """
        if self._source[match.end()].isupper() and self._source[match.start() - 1].islower():
            return True
        if self._hyphenated is None:
            self._hyphenated = frozenset(found.lower() for found in _COMPOUND.findall(self._source))
        before = _LAST_WORD.search(self._source, max(0, match.start() - _LONGEST_WORD), match.start())
        after = _FIRST_WORD.match(self._source, match.end())
        return before is not None and after is not None and f"{before[0]}-{after[0]}".lower() in self._hyphenated

    def _copy_run(self, start: int, end: int) -> None:
        if start == end:
            return
        if self._source[start] == " " and (self._space_at is not None or self._at_boundary()):
            start += 1  # beside a dropped tag a second space would stand
        self._flush_space()
        if start < end:
            self._add(self._source[start:end], start)

    def _flush_space(self) -> None:
        if self._space_at is not None and not self._at_boundary():
            self._add(" ", self._space_at)
        self._space_at = None

    def _at_boundary(self) -> bool:
        return not self._pieces or self._pieces[-1][-1:] in (" ", "\n")

    def _add(self, piece: str, origin: int) -> None:
        if not self._starts or self._origins[-1] + self._length - self._starts[-1] != origin:
            self._starts.append(self._length)
            self._origins.append(origin)
        self._pieces.append(piece)
        self._length += len(piece)
