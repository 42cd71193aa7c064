"""The names under which a story stands without a byline: alone in a bold paragraph right above it or right below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from whosays.extract.articles.credits.bylines import person_named
from whosays.extract.articles.publishers import agency_like, outlet_named
from whosays.extract.articles.web.signals import Signals, is_beside, words_of
from whosays.extract.lexicon import country_named, word_class

_BOLD: Final = frozenset(("strong", "b", "em", "i", "span", "u", "font", "br"))
_RIGHT: Final = re.compile(r"text-align:\s*right|\bright\b")
_BETWEEN: Final = re.compile(r"\s*[/,;&]\s*|\s+and\s+")
_LABELS: Final = word_class("label_words")  # "Key Points": what stands bold above a story, and is no name
_LONG: Final = 150  # characters of a paragraph of the story
_LONGEST: Final = 80
_FEWEST: Final = 3  # paragraphs of a story that has an end


def signed_authors(signals: Signals) -> tuple[str, ...]:
    """Return the persons who sign a story that does not speak of them; nobody where no paragraph is a signature."""
    paragraphs = [(words, node) for node in _below_headline(signals.page) if (words := words_of(node))]
    story = [at for at, (words, _) in enumerate(paragraphs) if len(words) > _LONG]
    if not story:
        return ()
    places = [story[0] - 1] + ([story[-1] + 1] if len(story) >= _FEWEST else [])
    told = " ".join(paragraphs[at][0] for at in story)
    for at in places:
        if not 0 <= at < len(paragraphs):
            continue
        words, node = paragraphs[at]
        if len(words) <= _LONGEST and _stands_out(node) and not is_beside(node):
            persons = _persons(words)
            if persons and not any(name.split()[-1] in told for name in persons):
                return persons
    return ()


def _below_headline(page: HtmlElement) -> Iterator[HtmlElement]:
    past = False
    for node in page.iter("h1", "p"):
        past = past or node.tag == "h1"
        if past and node.tag == "p":
            yield node


def _stands_out(node: HtmlElement) -> bool:
    """Tell whether all of a paragraph is bold or slanting, or stands at the right."""
    if _RIGHT.search(f"{node.get('style') or ''} {node.get('align') or ''}"):
        return True
    bare = (node.text or "", *(inner.tail or "" for inner in node))
    is_bare = any(map(str.strip, bare))
    return len(node) > 0 and not is_bare and all(inner.tag in _BOLD for inner in node.iterdescendants())


def _persons(words: str) -> tuple[str, ...]:
    """Return the persons of a line that holds nothing else."""
    names = [person_named(name) for name in _BETWEEN.split(words.strip(" .")) if name]
    if not names or not all(map(_can_sign, names)):
        return ()
    return tuple(dict.fromkeys(filter(None, names)))


def _can_sign(name: str | None) -> bool:
    if name is None or outlet_named(name) or agency_like(name) or country_named(name):
        return False
    return not _LABELS & {word.casefold() for word in name.split()}
