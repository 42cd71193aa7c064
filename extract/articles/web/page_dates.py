"""When a page was published and updated: told to machines, otherwise shown to readers, at last in its address.

A date that is shown counts where a page shows its own: marked as one, labelled ("Published On ..."), or alone in its
line near the headline.  Dates of comments, lists and other articles stand elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from whosays.extract.articles.credits.bylines import read_byline
from whosays.extract.articles.dates import (
    has_only_date,
    is_after,
    iso_date,
    machine_date,
    noted_late,
    url_date,
    without_date,
)
from whosays.extract.articles.web.signals import Signals, is_beside, tags, text_of, words_of
from whosays.extract.lexicon import phrases

_DATE_TAGS: Final = tags("published")
_UPDATE_TAGS: Final = tags("updated")
_LINKED: Final = ("datePublished", "dateCreated", "uploadDate")
_AROUND: Final = ("article", "header", "main")
_SAID = phrases("web", "page_dates")
_NOT_OWN: Final = re.compile(_SAID["NOT_OWN"], re.IGNORECASE)
_DATED: Final = re.compile(_SAID["DATED"], re.IGNORECASE)
_PUBLISHED: Final = re.compile(_SAID["PUBLISHED"], re.I)
_UPDATED: Final = re.compile(r"\b(?:last )?(?:updated|modified|edited)(?: on| at)?\s*[:|]?\s*", re.I)
_SCRIPTED: Final = re.compile(_SAID["SCRIPTED"], re.I)
_LONGEST: Final = 160
_LONGEST_LINE: Final = 60


def published_of(signals: Signals, address: str | None, saved: str | None = None) -> tuple[str | None, tuple[str, ...]]:
    """Return when a page was published, and notes: what could not be read, what had to stand for it.

    No page was published after it was ``saved``: such a date is an event's, or a mistake, and the next one is asked.
    """
    told = [*_told(signals)]
    places: tuple[Callable[[], str | None], ...] = (
        *(partial(machine_date, words) for words in told),
        *(partial(_marked, signals), partial(_shown, signals), partial(_scripted, signals.page)),
        partial(url_date, address or ""),
    )
    late: dict[str, None] = {}  # notes, each once
    for day in (day for place in places if (day := place())):
        if not is_after(day, saved):
            return day, tuple(late)
        late[noted_late(day)] = None
    updated = updated_of(signals)
    if updated and not is_after(updated, saved):
        return updated, (*late, "publishing date not given, that of the last update stands for it")
    if late:
        return None, tuple(late)
    return None, (f"publishing date not understood: {told[0][:60]}",) if told else ()


def updated_of(signals: Signals) -> str | None:
    """Return when a page says that it was changed last."""
    told = [text_of(signals.linked.get("dateModified")), *signals.every(*_UPDATE_TAGS)]
    marked = (_stamp(node) for node in signals.marked("dateModified"))
    shown = (iso_date(words[at.end() :]) for words in _lines_of_date(signals.page) if (at := _UPDATED.search(words)))
    return next((day for words in told if words and (day := machine_date(words))), None) or next(
        (day for found in (marked, shown) for day in found if day), None
    )


def _told(signals: Signals) -> Iterator[str]:
    """Yield what may be the publishing date, the surest first: JSON-LD, meta tags."""
    yield from (text for key in _LINKED if (text := text_of(signals.linked.get(key))))
    yield from signals.every(*_DATE_TAGS)


def _marked(signals: Signals) -> str | None:
    """Return the date of an element that is marked as one: microdata, ``pubdate``, a time at the head of an article."""
    nodes = [node for node in signals.marked("datePublished") if node.tag != "meta" and not _is_foreign(node)]
    times = [time for time in signals.page.iter("time") if not _is_foreign(time)]
    nodes += [time for time in times if time.get("pubdate") is not None]
    nodes += [node for node in signals.page.iter("abbr", "span") if "published" in (node.get("class") or "").split()]
    nodes += [time for time in times if _is_at_the_head(time)][:1]
    return next((day for node in nodes if (day := _stamp(node))), None)


def _stamp(node: HtmlElement) -> str | None:
    values = (node.get("datetime"), node.get("content"), node.get("title"))
    told = next((day for value in values if value and (day := machine_date(value))), None)
    words = words_of(node)
    return told or (machine_date(words) if len(words) <= _LONGEST else None)


def _shown(signals: Signals) -> str | None:
    """Return the date that readers see: labelled, or alone in its line, the first below the headline."""
    lines = list(_lines_of_date(signals.page))
    for words in lines:
        if (at := _PUBLISHED.search(words)) and (day := iso_date(words[at.end() :])):
            return day
    return next((day for words in lines if not _UPDATED.search(words) and (day := iso_date(words))), None)


def _lines_of_date(page: HtmlElement) -> Iterator[str]:
    """Yield the short texts that hold a date and are the page's own, those below the headline first."""
    below: list[str] = []
    above: list[str] = []
    past = False
    for node in page.iter("*"):
        past = past or node.tag == "h1"
        if node.tag in ("script", "style", "a", "li", "option", "blockquote", "h3") or len(node) > 8:
            continue
        own = "".join((node.text or "", *((child.tail or "") for child in node)))
        if not any(map(str.isdigit, own)) and not (len(node) and _DATED.search(_label(node))):
            continue
        words = words_of(node)
        if not 6 <= len(words) <= _LONGEST or not any(map(str.isdigit, words)) or _is_foreign(node) or is_beside(node):
            continue
        if iso_date(words) and (_is_labelled(words) or _is_date(words) or _DATED.search(_label(node))):
            (below if past else above).append(words)
        if len(below) > 10:
            break
    yield from (*below, *above)


def _is_labelled(words: str) -> bool:
    return bool(_PUBLISHED.search(words) or _UPDATED.search(words))


def _is_date(words: str) -> bool:
    """Tell whether a line is a date and at most a category or a name beside it."""
    first = re.split(r"\s+[|•·]\s+", words)[0]
    return (len(words) <= _LONGEST_LINE and (has_only_date(words) or _is_signed(words))) or has_only_date(first)


def _is_signed(words: str) -> bool:
    """Tell whether a line holds a date and who wrote the article: "Jane Doe, April 19, 2031"."""
    bare = " ".join(without_date(words).split()).strip(" ,;|•·–—-")
    byline = read_byline(bare if bare[:3].lower() == "by " else f"By {bare}") if bare else None
    return bool(byline and byline.authors) and has_only_date(words.replace(bare, " "))


def _label(node: HtmlElement) -> str:
    return f"{node.get('class') or ''} {node.get('id') or ''}"


def _is_foreign(node: HtmlElement) -> bool:
    """Tell whether an element is one of a comment, a list or another article, as its page calls what is around it.

    Only what a name begins with counts: ``content-sidebar-wrap`` is around the article, ``widget`` around a whole blog.
    """
    around = (above for above in (node, *node.iterancestors()) if above.tag not in ("body", "html", "main", "article"))
    names = (name for above in around for name in _label(above).split())
    return any(_NOT_OWN.match(name) and name not in ("widget", "Blog") for name in names)


def _is_at_the_head(time: HtmlElement) -> bool:
    """Tell whether a time stands in an article or a header, and not in a list or beside it: others are of comments."""
    around = [node.tag for node in time.iterancestors()]
    if "li" in around and "header" not in around[around.index("li") :]:  # a header may list what it tells
        return False
    return any(tag in around for tag in _AROUND) and not is_beside(time)


def _scripted(page: HtmlElement) -> str | None:
    """Return the date that a script of the page is told; one that lists other pages tells theirs."""
    for script in page.iter("script"):
        text = script.text or ""
        if ("ublish" in text or "osted" in text) and '"ItemList"' not in text:
            found = (machine_date(match[1].replace("\\/", "/")) for match in _SCRIPTED.finditer(text[:500_000]))
            if day := next(filter(None, found), None):
                return day
    return None
