"""The article in a page, told from the page around it.

trafilatura tells it; this module puts right what it is known to lose.  A page of which it finds a few lines only is
read again for the most, and where the page itself gives the article's body to machines, from there.  The standfirst
between headline and story is put in front where it is missing.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice
from typing import Any, Final

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from whosays.extract.articles.web.decoded_twice import repaired
from whosays.extract.articles.web.pruning import pruned, without_scripts
from whosays.extract.articles.web.signals import Signals, is_beside, words_of
from whosays.extract.articles.web.structure import extent_of, mark_quotations
from whosays.extract.lexicon import phrases

FEW: Final = 700  # characters below which a story is looked for once more
_LARGE: Final = 5_000  # elements above which justext, which takes time with their square, is not asked
_SAID = phrases("web", "main_text")
_STANDFIRST: Final = re.compile(_SAID["STANDFIRST"], re.IGNORECASE)
_ADDRESSED: Final = re.compile(_SAID["ADDRESSED"], re.IGNORECASE)
_TAG: Final = re.compile(r"<[^<>]{1,300}>")
_SENTENCE: Final = re.compile(r"[.!?…][\"'’”)]?$")
_PICTURE: Final = re.compile(r"(?:^|[\s_-])(?:caption|credits?|photo-?credit)s?(?:$|[\s_-])", re.IGNORECASE)
# what says of an author who he is, and not what he reported ("Ann Lee reported from Lisk")
_WHO_IS: Final = re.compile(r"\s+(?!report|contribut|spoke|said|told|and\b|with\b)[^\W\d_A-Z]")
_ENDING: Final = 4  # lines at the end
_SHORTEST, _LONGEST = 40, 600
_PARAGRAPH: Final = 150  # characters of a paragraph that begins the story
_SENTENCE_WORDS: Final = 8
_NEAR: Final = 4  # elements around one that may call it a caption


def main_text_of(signals: Signals, address: str | None = None) -> str | None:
    """Return the text of the article, a line a paragraph, or ``None`` where none is found.

    ``address`` is the page's own, by which links to other pages of its site are known.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415 - slow to import
    from trafilatura.xml import xmltotxt  # noqa: PLC0415

    def found(page: HtmlElement, *, most: bool) -> str:
        told: Any = bare_extraction(
            page,
            include_comments=False,
            include_tables=False,
            with_metadata=False,
            favor_recall=most,
            fast=is_large,
        )
        if told is None:
            return ""
        mark_quotations(told.body)
        return unicodedata.normalize("NFC", xmltotxt(told.body, False)).strip()

    is_large = extent_of(signals.page)[0] > _LARGE
    page = pruned(signals.page, address)
    text = found(page, most=False)
    if len(text) < FEW:
        text = max((text, found(without_scripts(page), most=True), _told_body(signals)), key=len)
    text = text or found(without_scripts(deepcopy(signals.page)), most=True)
    return repaired(_with_standfirst(text, signals)) if text else None


def without_biographies(text: str, authors: tuple[str, ...]) -> str:
    """Return a text without the lines at its end that tell who its authors are; who reported from where is told too."""
    lines = text.split("\n")
    end = next((at for at, line in enumerate(lines[-_ENDING:]) if _is_biography(line, authors)), None)
    if end is None or len(lines) <= _ENDING:
        return text
    first = len(lines) - _ENDING + end
    kept = (line for line in lines[first:] if not (_is_biography(line, authors) or line[:1].islower()))
    return "\n".join([*lines[:first], *kept]).rstrip()


def _is_biography(line: str, authors: tuple[str, ...]) -> bool:
    name = next((name for name in authors if line.startswith(f"{name} ")), None)
    return name is not None and bool(_WHO_IS.match(line, len(name)))


def _told_body(signals: Signals) -> str:
    """Return the body that the page's JSON-LD holds, a line a paragraph."""
    body = signals.linked.get("articleBody")
    if not isinstance(body, str):
        return ""
    lines = re.split(r"\s*\n\s*|<br\s*/?>|</p>", html.unescape(body))
    return "\n".join(filter(None, (" ".join(_TAG.sub("", line).split()) for line in lines)))


def _with_standfirst(text: str, signals: Signals) -> str:
    """Return a text with the standfirst of the page in front where it has lost it."""
    known = _squeezed(text)
    for words in _standfirsts(signals):
        if _squeezed(words)[:60] not in known:
            return f"{words}\n{text}"
    return text


def _standfirsts(signals: Signals) -> Iterator[str]:
    """Yield what stands below the headline and says what the description says, then what is marked as a standfirst."""
    described = [_squeezed(told)[:60] for told in signals.every("og:description", "description", "twitter:description")]
    marked: list[str] = []
    past, begun = False, False
    for node in signals.page.iter("h1", "h2", "h3", "p", "div", "span", "strong"):
        past = past or node.tag == "h1"
        begun = begun or (past and node.tag == "p" and len(words_of(node)) > _PARAGRAPH)
        if not past or node.tag == "h1" or len(node) > 4:
            continue
        words = words_of(node)
        if not _SHORTEST <= len(words) <= _LONGEST or is_beside(node):
            continue
        if _squeezed(words)[:60] in described:
            yield words
            return
        names = f"{node.get('class') or ''} {node.get('itemprop') or ''}"
        if _is_of_picture(node) or _ADDRESSED.search(words):
            continue
        is_marked = _STANDFIRST.search(names) and (_SENTENCE.search(words) or not begun)
        if is_marked or (not begun and _is_below_headline(node)):
            marked.append(words)
    yield from marked[:1]


def _is_below_headline(node: HtmlElement) -> bool:
    """Tell whether an element is a heading right below the headline, and as long as a sentence is."""
    above = node.getprevious()
    return (
        node.tag in ("h2", "h3")
        and above is not None
        and above.tag == "h1"
        and next(node.iter("a"), None) is None
        and len(words_of(node).split()) >= _SENTENCE_WORDS
    )


def _is_of_picture(node: HtmlElement) -> bool:
    """Tell whether an element is what stands below a picture, as its page calls what is around it."""
    around = (node, *islice(node.iterancestors(), _NEAR))
    return any(above.tag == "figcaption" or _PICTURE.search(above.get("class") or "") for above in around)


def _squeezed(words: str) -> str:
    return re.sub(r"\W+", "", words.casefold())
