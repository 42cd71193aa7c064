"""What a page says of the structure of its text, kept as people write it in plain text: "- " and "> " before a line.

Lists and block quotations, embedded posts among them, are told by their mark-up alone; without these marks nobody could
tell where they begin and end.  A quotation inside a paragraph has marks of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from lxml.etree import iterwalk  # type: ignore[import-untyped]

ITEM: Final = "- "
QUOTED: Final = "> "
OPENING: Final = "\"“‘«'"


def extent_of(tree: Any) -> tuple[int, int]:
    """Return how many elements a tree has and how many stand within each other: ``<p><b>…</b></p>`` has two and two."""
    elements = depth = deepest = 0
    for event, _ in iterwalk(tree, events=("start", "end")):
        elements += event == "start"
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return elements, deepest


def mark_quotations(body: Any) -> None:
    """Put a mark before each line of the block quotations of the tree that trafilatura makes of a page."""
    for quote in list(body.iter("quote")):
        if quote.getparent() is not None and quote.getparent().tag in ("p", "quote", "item"):
            _run_in(quote)
            continue
        quote.text = _marked(quote.text)
        for node in quote.iterdescendants():
            if node.tag in ("p", "item", "head"):
                node.text = _marked(node.text)
            if node.tag == "lb" or (node.getparent() is quote and node.tag in ("p", "list")):
                node.tail = _marked(node.tail)


def _run_in(quote: Any) -> None:
    """Make words that a page quotes within a paragraph part of it, in the marks that readers see."""
    if len(quote) == 0 and quote.text and quote.text.strip()[:1] not in OPENING:
        quote.text = f"“{quote.text.strip()}”"
    quote.tag = "hi"


def _marked(words: str | None) -> str | None:
    return f"{QUOTED}{words.lstrip()}" if words and words.strip() else words


class Marks:
    """The mark of the paragraph at a place of a page, as its blocks begin and end."""

    def __init__(self) -> None:
        self._quotes = 0
        self._items = 0
        self._fresh = False

    def begin(self, tag: object) -> None:
        """Go into an element."""
        self._quotes += tag == "blockquote"
        self._items += tag == "li"
        self._fresh = self._fresh or tag == "li"

    def end(self, tag: object) -> None:
        """Go out of an element."""
        self._quotes -= tag == "blockquote"
        self._items -= tag == "li"
        self._fresh = self._fresh and tag != "li"

    def take(self) -> str:
        """Return the mark of a paragraph that begins here; an item's first paragraph alone has one."""
        fresh, self._fresh = self._fresh and self._items > 0, False
        return QUOTED if self._quotes else ITEM if fresh else ""


def paragraphs(events: Iterator[tuple[str, bool, object, str]]) -> Iterator[str]:
    """Yield the paragraphs of a page with their marks.

    An event is "start" or "end", whether a block begins or ends there, the tag, and the text that follows.
    """
    marks, mark, words, begun = Marks(), "", list[str](), False
    for event, block, tag, text in events:
        if block:
            if paragraph := " ".join("".join(words).split()):
                yield mark + paragraph
            words, begun = [], False
        (marks.begin if event == "start" else marks.end)(tag)
        if not begun and text.strip():
            mark, begun = marks.take(), True
        words.append(text)
    if paragraph := " ".join("".join(words).split()):
        yield mark + paragraph
