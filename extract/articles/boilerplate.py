"""Which lines of an article are furniture and which are news; no sentence of news is to be dropped.

Furniture: advertising marks, sharing and comment forms, teasers ("See also ...", or a headline below "Related
article"), section names in capitals, lines of credits, repeats of a headline, caption or paragraph.  Captions stay,
with their picture credits: they make claims ("... can be seen burning (Picture: ...)").  The headline stays once,
without the section's or outlet's suffix.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from whosays.extract.articles.credits.insets import furniture, without_insets
from whosays.extract.articles.lines import Line, is_terminal, lines_of, paragraphs_of
from whosays.extract.articles.publishers import agency_named
from whosays.extract.records import Span

_LONGEST = 300
_CALL = re.compile(
    r"(?:see also|read more)\b(?:\s*[:|»>→-]|\s{2,}|\s+(?:at|on|about|from|here|in)\b)?\s*", re.IGNORECASE
)
_SUFFIX = re.compile(r" \| [^|]{1,40}$")
_SHORT_SECTION = 3
_LONGEST_HEADLINE = 160
_STOPS = (".", ".”", ".’", '."', ":")
_REPEAT = 25


def body_of(text: str, lines: list[Line], credited: frozenset[int], title: Span | None) -> tuple[Span, ...]:
    """Return the spans of ``text`` to be read as news prose, in order.

    ``credited`` are the starts of lines that only credit somebody; ``title`` is the headline's span, whose
    line is cut to it.
    """
    seen: set[str] = set()
    spans: list[Span] = []
    for stretch in _stretches(text, lines, credited):
        kept = [_cut(span, title) for span in _paragraphs(text, stretch) if not _is_repeat(text[slice(*span)], seen)]
        spans.extend(part for span in _merged(text, kept) for part in without_insets(text, span))
    return tuple(spans)


def is_furniture(words: str) -> bool:
    """Tell whether one line, by itself, is furniture and no news."""
    words = " ".join(words.split())
    if len(words) > _LONGEST:
        return False
    return _is_mark(words) or bool(_pattern("whole").fullmatch(words)) or _is_section(words) or is_open_furniture(words)


def is_label(words: str) -> bool:
    """Tell whether a line stands above other stories: "Most read in Sport", "More from the Lisk Gazette"."""
    return bool(_pattern("box").fullmatch(" ".join(words.split())))


def is_notice(title: str) -> bool:
    """Tell whether a page of this title stands in an article's place: "Just a moment...", "404 Not Found"."""
    return bool(_pattern("notice").fullmatch(" ".join(title.split())))


def _is_link(words: str) -> bool:
    """Tell whether a line stands above the headline of one other story: "Related article"."""
    return bool(_pattern("link").fullmatch(" ".join(words.split())))


def is_open_furniture(words: str) -> bool:
    """Tell whether a line is furniture that may go on in the next line: a teaser, an address to readers."""
    words = " ".join(words.split())
    return len(words) <= _LONGEST and (bool(_pattern("addressed").match(words)) or _is_teaser(words))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Compile the patterns of one kind; marks around them are allowed for."""
    end = r"\s*[.…!?»>→|:*]{0,3}" if kind in ("whole", "box", "link", "notice") else ""
    return re.compile(rf"\W{{0,3}}(?:{furniture(kind)}){end}", re.IGNORECASE)


def _is_mark(words: str) -> bool:
    return not re.search(r"\w", re.sub(r"</?[a-z][^<>]{0,300}>", "", words, flags=re.IGNORECASE).replace("_", ""))


def _is_section(words: str) -> bool:
    """Tell a section's or agency's name alone in its line: "WORLD NEWS", "Reuters"; shouts end in a mark."""
    if agency_named(words) and len(words.split()) <= _SHORT_SECTION:
        return True
    return words.isupper() and len(words.split()) <= _SHORT_SECTION and not re.search(r"[.!?\"“”‘’':\d]", words)


def _is_teaser(words: str) -> bool:
    """A teaser holds a headline, so it has no full stop, or is a bare call to read on."""
    match = _pattern("teaser").match(words)
    if not match:
        return False
    return not words.endswith((".", ".”", ".’", '."')) or bool(_CALL.match(words) and len(words) < 120)


def _stretches(text: str, lines: list[Line], credited: frozenset[int]) -> Iterator[list[Line]]:
    """Yield the runs of lines between lines of furniture."""
    stretch: list[Line] = []
    is_open = is_linked = False
    for line in lines:
        words = text[line.start : line.end] if line.end - line.start <= 4 * _LONGEST else ""
        is_open = bool(words) and is_open and not line.opens and _goes_on(words)
        is_headline = is_linked and 0 < len(words) <= _LONGEST_HEADLINE and not words.endswith(_STOPS)
        is_linked = bool(words) and _is_link(words)
        if is_open or is_headline or is_linked or line.start in credited or (words and is_furniture(words)):
            is_open = is_open or is_open_furniture(words)
            if stretch:
                yield stretch
            stretch = []
        else:
            stretch.append(line)
    if stretch:
        yield stretch


def _goes_on(words: str) -> bool:
    """Tell whether a line below open furniture belongs to it: a rest in lower case, or of a headline."""
    return len(words) <= 60 and (words[0].islower() or not is_terminal(words))


def _paragraphs(text: str, lines: list[Line]) -> Iterator[Span]:
    for paragraph in paragraphs_of(text, lines):
        yield paragraph[0].start, paragraph[-1].end


def _is_repeat(words: str, seen: set[str]) -> bool:
    key = _SUFFIX.sub("", " ".join(words.split())).casefold()
    if key in seen:
        return True
    if len(key) >= _REPEAT:
        seen.add(key)
    return False


def _cut(span: Span, title: Span | None) -> Span:
    return title if title and span[0] == title[0] and title[1] <= span[1] else span


def _merged(text: str, spans: list[Span]) -> Iterator[Span]:
    """Join neighbours with nothing but white space between them."""
    start, end = -1, -1
    for span in spans:
        if start >= 0 and next(lines_of(text, end, span[0]), None) is None:
            end = span[1]
            continue
        if start >= 0:
            yield start, end
        start, end = span
    if start >= 0:
        yield start, end
