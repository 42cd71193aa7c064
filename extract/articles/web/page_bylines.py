"""The byline that readers of a page see: whom it names, without what stands beside the names.

A byline is an element that is marked as one, that links to an author's page, or that begins with "By".  Its names are
told piece by piece, as the page itself divides it: date, role and network stand in elements of their own.  Further
authors are those whose piece is marked like the first one's, or joined to it by "and" or a comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from lxml.etree import iterwalk  # type: ignore[import-untyped]
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from whosays.extract.articles.credits.bylines import person_named, read_byline
from whosays.extract.articles.web.signals import Signals, is_beside, name_marked, words_of
from whosays.extract.lexicon import phrases

_TAGS: Final = ("a", "span", "p", "div", "address", "h2", "h3", "h4", "h5", "h6", "cite", "strong", "em", "li", "ul",
                "section", "small", "b", "i", "td", "dd")  # fmt: skip
_SAID = phrases("web", "page_bylines")
_CLASSES: Final = re.compile(_SAID["CLASSES"])
_PROFILE: Final = re.compile(_SAID["PROFILE"], re.IGNORECASE)
_NETWORKS: Final = re.compile(_SAID["NETWORKS"], re.I)
_BY: Final = re.compile(_SAID["BY"], re.I)
_OTHER_PART: Final = re.compile(_SAID["OTHER_PART"], re.IGNORECASE)
_JOINT: Final = re.compile(r"[\s,;&]*(?:and|with)?[\s,;&]*", re.IGNORECASE)
_GOES_ON: Final = re.compile(r"(?:[,;&]|\b(?:and|with))\s*$", re.IGNORECASE)
_FOREIGN: Final = re.compile(_SAID["FOREIGN"], re.IGNORECASE)
_AROUND: Final = ("p", "div", "span", "ul", "li", "address", "h2", "h3", "h4", "h5", "h6", "a")
_NEAR: Final = 4
_HIDDEN: Final = ("h1", "script", "style", "time", "noscript", "template", "button", "svg", "figcaption")
_LONGEST: Final = 200
_LONGEST_LINE: Final = 120
_CARD, _LONGEST_CARD = 8, 400
_MOST: Final = 12  # authors; longer lists are of other things
_FEWEST: Final = 3  # words of a heading that can be the headline


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a byline's text, and what its page calls the element that holds it."""

    words: str
    label: tuple[str, str, bool]


def shown_authors(signals: Signals) -> tuple[str, ...]:
    """Return the persons of the first byline below the headline, of the first one above it where there is none.

    A mere link to somebody's page is a byline between the headline and the story alone: elsewhere pages list people.
    """
    above: tuple[str, ...] = ()
    past, paragraphs = False, 0
    for node in signals.page.iter("h1", *_TAGS):
        past = past or (node.tag == "h1" and len(words_of(node).split()) >= _FEWEST)
        paragraphs += past and node.tag == "p" and len(words_of(node)) > _LONGEST
        if node.tag == "h1" or (above and not past) or not _is_byline(node, by_link=past and paragraphs < _NEAR):
            continue
        found = _whole(node, tuple(dict.fromkeys(_persons(node))))
        if found and past:
            return found
        above = above or found
    return above


def shown_pseudonym(signals: Signals) -> str | None:
    """Return the one word by which a link marked as the author's names who wrote it."""
    for node in signals.page.iter("a"):
        words = words_of(node)
        if _is_authors_own(node) and re.fullmatch(r"[A-Z][^\W\d_]{2,20}", words) and not _is_foreign(node):
            return words
    return None


def marked_authors(signals: Signals) -> list[str]:
    """Return the names that microdata give for the author, those that readers do not see too."""
    found: list[str] = []
    for node in signals.marked("author"):
        if node.tag != "meta" and not _is_foreign(node) and not _is_on_card(node):
            name = name_marked(node)
            found += [name] if name and len(name) <= _LONGEST else []
    return found if len(found) <= _MOST else []


def _is_byline(node: HtmlElement, *, by_link: bool) -> bool:
    starts = node.tag != "a" and bool(_BY.match(node.text or ""))
    if not starts and not _is_marked(node) and not (by_link and _leads_to_profile(node)):
        return False
    return not is_beside(node) and not _is_foreign(node)


def _is_marked(node: HtmlElement) -> bool:
    return _is_authors_own(node) or bool(_CLASSES.search(node.get("class") or ""))


def _is_authors_own(node: HtmlElement) -> bool:
    marks = f"{node.get('rel') or ''} {node.get('itemprop') or ''}".split()
    return "author" in marks or "creator" in marks or "/author/" in (node.get("href") or "")


def _leads_to_profile(node: HtmlElement) -> bool:
    """Tell whether an element links to the page of somebody who writes; in a paragraph's midst it is the story's."""
    href = node.get("href") or "" if node.tag == "a" else ""
    if not _PROFILE.search(href) or _NETWORKS.search(href):
        return False
    around = next((above for above in node.iterancestors("p", "blockquote", "td")), None)
    return around is None or len(words_of(around)) <= _LONGEST_LINE


def _is_foreign(node: HtmlElement) -> bool:
    """Tell whether an element is one of a menu, a comment, a list or another article, as its page calls it."""
    around = (above for above in (node, *node.iterancestors()) if above.tag not in ("body", "html", "main", "article"))
    labels = (f"{above.get('class') or ''} {above.get('id') or ''}" for above in around)
    return any(_FOREIGN.match(name) for label in labels for name in label.split())


def _is_on_card(node: HtmlElement) -> bool:
    """Tell whether an element stands with the headline of another page, which a heading links to."""
    for above in islice(node.iterancestors(), _CARD):
        if above.tag in ("body", "main") or len(words_of(above)) > _LONGEST_CARD:
            return False
        if any(next(heading.iter("a"), None) is not None for heading in above.iter("h2", "h3", "h4", "h5")):
            return True
    return False


def _persons(node: HtmlElement) -> Iterator[str]:
    """Yield the persons whom a byline names."""
    pieces, length = list[_Piece](), 0
    for piece in _pieces(node):
        length += len(piece.words)
        if length > _LONGEST:  # what is so long holds a byline, and is none
            return
        pieces.append(piece)
    yield from list(islice(_named(pieces), _MOST)) or _divided(pieces)


def _whole(node: HtmlElement, found: tuple[str, ...]) -> tuple[str, ...]:
    """Return the persons of a byline and of those beside it: a page may mark each author apart."""
    for above in islice(node.iterancestors(*_AROUND), _NEAR) if found else ():
        more = tuple(dict.fromkeys(_persons(above)))
        if more[: len(found)] != found:
            break
        found = more
    return found


def _divided(pieces: list[_Piece]) -> tuple[str, ...]:
    """Return the person whose names are pieces of their own; a link is a whole name or none of one."""
    bare = [piece for piece in pieces if _BY.sub("", f"{piece.words} ").strip()]
    if any(" " in piece.words or piece.label[0] == "a" for piece in bare):
        return ()
    return _read(" ".join(piece.words for piece in bare))


def _named(pieces: list[_Piece]) -> Iterator[str]:
    first: _Piece | None = None
    joined = False
    before = ""
    for piece in pieces:
        persons = () if _OTHER_PART.search(before) else _read(piece.words)
        if persons and (first is None or joined or piece.label == first.label):
            yield from persons
            first = first or piece
            joined = bool(_GOES_ON.search(piece.words))
        else:
            joined = bool(_JOINT.fullmatch(piece.words))
        before = piece.words


def _read(words: str) -> tuple[str, ...]:
    """Return the persons of a piece of text; it may hold several, and what they are."""
    bare = _BY.sub("", words).strip(" ,;:|–—-•·")
    if not bare or _OTHER_PART.search(words):
        return ()
    byline = read_byline(f"By {bare}")
    if byline and byline.authors:
        return byline.authors
    person = person_named(bare)
    return (person,) if person else ()


def _pieces(node: HtmlElement) -> Iterator[_Piece]:
    """Yield the texts of an element, each with the element that holds it, in document order, without recursion."""
    hidden: HtmlElement | None = None
    for event, inner in iterwalk(node, events=("start", "end")):
        if hidden is not None and inner is not hidden:
            continue
        if event == "start" and inner is not node and (inner.tag in _HIDDEN or _is_hidden(inner)):
            hidden = inner
            continue
        hidden = None
        holder, text = (inner, inner.text) if event == "start" else (inner.getparent(), inner.tail)
        if (event == "start" or inner is not node) and (words := " ".join((text or "").split())):
            yield _Piece(words, _label(holder))


def _label(node: HtmlElement) -> tuple[str, str, bool]:
    names = " ".join(name for name in (node.get("class") or "").split() if not name.endswith(("--last", "--first")))
    return node.tag, names, _is_authors_own(node) or _leads_to_profile(node)


def _is_hidden(node: HtmlElement) -> bool:
    return node.tag == "meta" or "display:none" in (node.get("style") or "").replace(" ", "")
