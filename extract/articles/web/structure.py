"""What a page says of the structure of its text, kept as people write it in plain text: "- " and "> " before a line.

Lists and block quotations, embedded posts among them, are told by their mark-up alone; without these marks nobody could
tell where they begin and end.  A quotation inside a paragraph has marks of its own.

Line breaks of a page's source are spaces, as browsers show them, and what is preformatted is wrapped lines, or else
a sentence that somebody wrapped would be two paragraphs.  Embedded posts become the block quotations that they are,
without the names that make them look like buttons for sharing.  An article in several containers is put together, and
what is hidden and told in sight too is left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain, islice, takewhile
from typing import Any, Final

from lxml.etree import SubElement, iterwalk  # type: ignore[import-untyped]
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from whosays.extract.articles.lines import lines_of, paragraphs_of

ITEM: Final = "- "
QUOTED: Final = "> "
OPENING: Final = "\"“‘«'"
_AS_WRITTEN: Final = frozenset(("pre", "textarea", "script", "style", "template", "xmp", "listing", "plaintext"))
_INLINE: Final = frozenset(("a", "b", "i", "em", "strong", "span", "font", "u", "code", "tt", "small", "br"))
_SPACE: Final = re.compile(r"[ \t\r\n]+")
_BREAK: Final = re.compile(r"\r\n|[\r\n]")
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # in XML; a page may have it
_POST: Final = re.compile(
    r"(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|text-post-media"
    r"|reddit-(?:card|embed-bq)|fb-(?:post|xfbml-parse-ignore)|telegram-post)(?:$|\s)"
)
ARTICLE_BODY: Final = re.compile(
    r"(?:^|[\s_-])(?:article|story|post|entry)(?:-|__|_)?(?:body|content|text)(?:$|\s)|articleBody|ArticleBody"
)
_CLOSED: Final = re.compile(r"(?:^|;)\s*(?:visibility\s*:\s*hidden|display\s*:\s*none)", re.IGNORECASE)
_COPIED: Final = 60
_NEARLY: Final = 0.9  # of the characters of a hidden part, all but which stand in sight
_AROUND: Final = 4  # elements around a post that hold nothing else


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


def as_shown(page: HtmlElement) -> None:
    """Change a page, as it was parsed, to what its readers see of its lines: ``two\\nferries`` is ``two ferries``."""
    for written in list(page.iter("pre", "xmp", "listing")):
        _unwrap(written)
    _join_lines(page)
    for quote in page.iter("blockquote"):
        if _POST.search(quote.get("class") or ""):
            _free(quote)


def _join_lines(page: HtmlElement) -> None:
    within: HtmlElement | None = None  # what is shown as it was written
    for event, node in iterwalk(page, events=("start", "end")):
        if event == "end":
            within = None if node is within else within
            if within is None and node.tail:
                node.tail = _joined(node.tail)
        elif within is None and node.tag in _AS_WRITTEN:
            within = node
        elif within is None and node.text:
            node.text = _joined(node.text)


def _joined(text: str) -> str:
    return _UNWRITABLE.sub(" ", _SPACE.sub(_as_space, text)) if not text.isspace() else text


def _as_space(white: re.Match[str]) -> str:
    """Return a space for one line break; what an empty line is to be is left to who reads the paragraphs."""
    return " " if len(_BREAK.findall(white[0])) == 1 else white[0]


def _unwrap(written: HtmlElement) -> None:
    """Make paragraphs of preformatted prose, as those of a text file are told, and leave what holds more than words."""
    if written.getparent() is None or any(inner.tag not in _INLINE for inner in written.iterdescendants()):
        return
    text = written.text_content()
    paragraphs = paragraphs_of(text, list(lines_of(text)))
    if all(len(paragraph) == 1 for paragraph in paragraphs):
        return
    for child in list(written):
        written.remove(child)
    written.tag, written.text = "div", None
    for paragraph in paragraphs:
        made = SubElement(written, "p")
        made.text = _UNWRITABLE.sub(" ", " ".join(text[paragraph[0].start : paragraph[-1].end].split()))


def _free(quote: HtmlElement) -> None:
    """Take the names off a post and off what holds nothing but the post."""
    inner = quote
    for node in (quote, *islice(quote.iterancestors("div", "figure", "section", "center"), _AROUND)):
        if node is not quote and _says_more(node, inner):
            break
        inner = node
        for name in ("class", "id"):
            node.attrib.pop(name, None)


def _says_more(node: HtmlElement, inner: HtmlElement) -> bool:
    """Tell whether a node holds words outside an element that lies within it, whatever lies between the two."""
    around = [*takewhile(lambda above: above is not node, inner.iterancestors()), node]
    path = {inner, *around}
    beside = (text for above in around for child in above if child not in path for text in child.itertext())
    loose = (text for above in around for text in (above.text, *(child.tail for child in above)))
    return any(text and text.strip() for text in chain(beside, loose))


def put_together(page: HtmlElement) -> None:
    """Move what stands in further containers of an article, called alike, into the first one."""
    first: dict[str, HtmlElement] = {}
    last: dict[str, HtmlElement] = {}
    moves: list[tuple[HtmlElement, HtmlElement]] = []
    for node in page.iter("h1", "div", "section"):
        name = node.get("class") or ""
        if node.tag == "h1":  # another article begins
            first.clear()
        elif not ARTICLE_BODY.search(name) or node.find(".//p") is None:
            continue
        elif name not in first:
            first[name] = last[name] = node
        elif not any(above is last[name] for above in node.iterancestors()):
            moves.append((first[name], node))
            last[name] = node
    for container, further in moves:
        container.extend(list(further))


def drop_copies(page: HtmlElement) -> None:
    """Take out what no reader sees where nearly all that it says stands in sight too."""
    closed = [
        node for node in page.iter("div", "section", "article", "span", "p") if _CLOSED.search(node.get("style") or "")
    ]
    outermost = set(closed) - {inner for node in closed for inner in node.iterdescendants()}
    hidden = {inner for node in outermost for inner in node.iter()}
    if not hidden:
        return
    parts = [text for node in page.iter() if node not in hidden for text in (node.text, node.tail) if text]
    seen = " ".join(" ".join(parts).split())
    known = {" ".join(part.split()) for part in parts}
    for node in closed:
        if node in outermost and _is_copy(node, seen, known):
            node.drop_tree()


def _is_copy(node: HtmlElement, seen: str, known: Collection[str]) -> bool:
    """Tell whether a node says something of some length, and hardly anything that is not in sight."""
    texts = [plain for text in node.itertext() if (plain := " ".join(text.split()))]
    shown = [text for text in texts if text in known or (len(text) >= _COPIED and text in seen)]
    return max(map(len, shown), default=0) >= _COPIED and sum(map(len, shown)) >= _NEARLY * sum(map(len, texts))
