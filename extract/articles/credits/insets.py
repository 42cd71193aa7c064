"""What a page sets into a story's lines, found where its text runs on: picture credits, links to other articles.

"... on Monday. Jo Roe/AP The council said ...": the credit is left out, and parts the caption from the story, in which
else "AP The council" speaks.  "Related article Harbour master quits over the lights The council said ..." is left out
up to where the story goes on; where that is not plain, all of it stays, so that no sentence of news is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from whosays.extract.articles.publishers import agency_named, newspaper_like, outlet_named
from whosays.extract.lexicon import word_class
from whosays.extract.records import Span
from whosays.resources import read_rows

_STOP: Final = r"[.!?…][”’\"')\]]*"
_WORD: Final = r"[A-Z](?:[\w’'&-]|\.(?=\w)){0,30}(?:(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z][a-z])\.)?"
_NAME: Final = rf"(?:-|{_WORD}(?: (?:{_WORD}|al-\w{{1,20}}|bin|de|del|der|la|of|the|van|von)){{0,5}})"
_CHAIN: Final = re.compile(  # behind a caption's full stop, another credit or the year of a picture
    rf"(?:{_STOP}|[)\]]|\b\d{{4}}) (?P<credit>{_NAME}(?:(?:/| via ){_NAME}){{1,6}})"
)
_GIVEN: Final = re.compile(rf"{_STOP} (?P<credit>(?:Obtained by|Courtesy(?: of)?) {_NAME})")
_BRACKETED: Final = re.compile(
    r"(?<=\S )(?P<credit>[(\[](?:[A-Z]\w{1,12} )?(?:File )?(?:Photo|Image|Picture|Photograph|Source)"
    r"(?:(?:s?:|/| (?:by|via|courtesy|credits?)\b)(?:[^()\[\]\n.!?]|(?<=[A-Z])\.){1,80})?[)\]])"
    r"(?= [A-Z\d“‘\"'(\[$£€])"
)
_HOUSE_FROM: Final = re.compile(r"/| via |^(?:Obtained by|Courtesy(?: of)?) ")
_GOES_ON: Final = re.compile(r"\s+[A-Z\d“‘\"'(\[$£€]|\s*$")
_LONGEST_NAME: Final = 4  # words of an agency's or outlet's name
_ALONE: Final = re.compile(rf"(?:(?:{_WORD}|video|via|by|of|the)[ /]){{1,8}}")
_ENDS: Final = re.compile(rf"(?:{_STOP}|[)\]]) ")
_BEFORE_LABEL: Final = 80  # characters in which a credit stands before a label
_FEWEST, _MOST, _LONGEST = 4, 30, 240  # words of a headline, and its characters
_COMMON: Final = len("into")  # letters of a word that is in small letters even where a headline has capitals
_TOKEN: Final = re.compile(r"\S+")
_QUOTED: Final = re.compile(r"[“\"]")
_QUOTATION: Final = 30  # characters of a quotation that a headline has no room for


def without_insets(text: str, span: Span) -> Iterator[Span]:
    """Yield what is left of a stretch of the body without what is set into its lines."""
    at, stop = span
    for start, end in sorted({*_credits(text, span), *_links(text, span)}):
        if text[at:start].strip():
            yield at, start
        at = max(at, end)
    if text[at:stop].strip():
        yield at, stop


def _credits(text: str, span: Span) -> Iterator[Span]:
    """Yield the credits of pictures: "Jo Roe/AFP/Getty Images", "Obtained by CNN", "(AP Photo)", a video player."""
    for pattern in (_CHAIN, _GIVEN):
        for match in pattern.finditer(text, *span):
            *_, last = _HOUSE_FROM.finditer(match["credit"])
            end = _house_end(text, match.start("credit") + last.end(), match.end())
            if end is not None:
                yield match.start("credit"), end
    yield from (match.span("credit") for match in _BRACKETED.finditer(text, *span))
    yield from (match.span() for match in _pattern("player").finditer(text, *span))


def _house_end(text: str, start: int, end: int) -> int | None:
    """Return where the name of an agency or outlet ends that begins there: of "Getty Images" before "The council"."""
    ends = [start + match.end() for match in _TOKEN.finditer(text[start:end])][:_LONGEST_NAME]
    houses = (behind for behind in reversed(ends) if _is_house(text[start:behind]))
    return next((behind for behind in houses if _GOES_ON.match(text, behind)), None)


def _is_house(name: str) -> bool:
    """Tell whether pictures come from who is called so."""
    known = agency_named(name) or agency_named(name.title()) or outlet_named(name)
    return bool(known or _pattern("house").fullmatch(name))


def _links(text: str, span: Span) -> Iterator[Span]:
    """Yield the labels of links to other articles, each with the credit before it and the headline behind it."""
    for match in _pattern("inset").finditer(text, *span):
        if match.start() > span[0] and text[match.start() - 1] == " ":
            end = _headline_end(text, match.end(), span[1])
            yield _credit_start(text, span[0], match.start()), end if end > match.end() else match.start()


def _credit_start(text: str, first: int, label: int) -> int:
    """Return where the credit begins that stands alone before a label: "... at the port. UNICEF | Related article"."""
    window = max(first, label - _BEFORE_LABEL)
    ends = [match.end() for match in _ENDS.finditer(text, window, label)]
    return ends[-1] if ends and _ALONE.fullmatch(text, ends[-1], label) else label


def _headline_end(text: str, start: int, stop: int) -> int:
    """Return where the story goes on behind a label: at a word or quotation that stands in no headline.

    In headlines only names have capitals.  Where all words have them, or the story goes on with a name, nothing tells
    where that is: then it is where the label ends, and the link stays.
    """
    before, low, asked = "", False, start
    for number, match in enumerate(_TOKEN.finditer(text, start, _headline_limit(text, start, stop))):
        word = match[0]
        if number > _MOST or _pattern("inset").match(text, match.start()):
            break
        if low and word.lower() in word_class("told_in_the_past"):
            return start  # as the story tells, and no headline: who has said it stands somewhere before
        if number >= _FEWEST and low and _opens(text, match, before):
            if word == "The" and _names_outlet(text, match.end()):
                break
            if not before.endswith((".", "!", "?")):
                return match.start()
            asked = match.start() if before.endswith("?") and asked == start else asked
        if _QUOTED.search(word):
            break
        before, low = word, low or (word.islower() and len(word) > _COMMON)
    return asked


def _headline_limit(text: str, start: int, stop: int) -> int:
    """Return how far a headline may reach: to the end of its line at most."""
    line = text.find("\n", start, stop)
    return min(line if line >= 0 else stop, start + _LONGEST)


def _opens(text: str, match: re.Match[str], before: str) -> bool:
    """Tell whether a word opens a sentence, whatever it says: "While", "He", "“We will not go"."""
    word = match[0].rstrip(",")
    if before.endswith((",", ":", ";")) or before.lower() in word_class("leads_to_a_name"):
        return False
    if _QUOTED.match(word):
        closed = any(mark in text[match.start() + 1 : match.start() + _QUOTATION] for mark in '”"')
        return word[1:2].isupper() and not closed
    return word.istitle() and word.lower() in word_class("opens_sentences")


def _names_outlet(text: str, at: int) -> bool:
    """Tell the paper of "told The Marl Gazette" from "The council said"."""
    words = text[at + 1 : at + 60].split()
    names = [" ".join(words[:end]).rstrip(".,:;") for end in range(1, _LONGEST_NAME + 1)]
    return any(_is_house(name) or (newspaper_like(name) and name.istitle()) for name in names)


def furniture(kind: str) -> str:
    """Return the patterns of one kind of ``data/furniture.tsv``, any of which may match."""
    return "|".join(pattern for sort, pattern in read_rows("extract", "furniture.tsv") if sort == kind)


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(furniture(kind))
