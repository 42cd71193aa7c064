"""Who wrote a page: persons, as it tells machines or shows to readers; organisations do not stand before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from whosays.extract.articles.credits.bylines import person_named, read_byline
from whosays.extract.articles.publishers import agency_like, outlet_named
from whosays.extract.articles.web.signals import Signals, is_beside, names, words_of

_TAGS: Final = ("author", "article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author", "sailthru.author",
                "citation_author", "twitter:data1")  # fmt: skip
_CLASSES: Final = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|writer|contributor)s?(?:[_-]?name)?(?:$|[\s_-])", re.IGNORECASE
)
_SEPARATOR: Final = re.compile(r"\s*(?:;|,\s+and\s+|\s+and\s+|\s+&\s+|,)\s*", re.IGNORECASE)
_NO_NAMES: Final = frozenset("admin administrator editor staff guest webmaster newsroom redaktion author".split())
_LONGEST: Final = 120


def authors_of(signals: Signals, sites: set[str]) -> tuple[str, ...]:
    """Return the persons who wrote it; where only others are told, and no byline names a person, what is told."""
    told = [name for name in told_authors(signals) if _is_author(name, sites)]
    persons = [name for name in told if person_named(name)]
    if persons:
        return tuple(dict.fromkeys(told if len(persons) == len(told) else persons))
    shown = tuple(dict.fromkeys(_shown(signals)))
    return shown or tuple(dict.fromkeys(name for name in told if not agency_like(name)))


def told_authors(signals: Signals) -> list[str]:
    """Return all that is named as an author to machines, agencies too."""
    linked = [*names(signals.linked.get("author")), *names(signals.linked.get("creator"))]
    tagged = next((list(signals.every(key)) for key in _TAGS if signals.tag(key)), [])
    return [re.sub(r"^[Bb]y\s+", "", name) for name in (linked or tagged)]


def _is_author(name: str, sites: set[str]) -> bool:
    plain = name.casefold()
    if name.startswith(("http", "@", "{", "/")) or plain in _NO_NAMES or plain in sites:
        return False
    return not outlet_named(name) and not agency_like(name)


def _shown(signals: Signals) -> Iterator[str]:
    """Yield the persons of the first byline that readers see."""
    for node in signals.page.iter("a", "span", "p", "div", "address", "h2", "h3", "h4", "h5", "cite", "strong", "em"):
        is_marked = (
            node.get("rel") == "author" or node.get("itemprop") == "author" or _CLASSES.search(node.get("class") or "")
        )
        starts = (node.text or "").lstrip()[:3].lower() == "by "
        if not (is_marked or starts) or is_beside(node):
            continue
        words = words_of(node)
        if not 4 < len(words) <= _LONGEST:
            continue
        if found := list(_persons(words)):
            yield from found
            return


def _persons(words: str) -> Iterator[str]:
    byline = read_byline(words if words[:3].lower() == "by " else f"By {words}")
    if byline and byline.authors:
        yield from byline.authors
        return
    for part in _SEPARATOR.split(re.sub(r"^by\s+", "", words, flags=re.IGNORECASE)):
        if person := person_named(part.strip()):
            yield person
