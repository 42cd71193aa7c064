"""The headline of a page: as readers see it, where that can be told, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from whosays.extract.articles.web.signals import Signals, is_beside, squeezed, tags, text_of, words_of

_TITLE_TAGS: Final = tags("title")
_MARKS: Final = re.compile(
    r"\s+[|–—•·»«:-]{1,2}\s+|\s*[|»]\s*|:\s+(?=\S+$)"
    r"|(?<=[\u3040-\u30ff\u3400-\u9fff])\s*(?:--+|[_｜])\s*(?=[\u3040-\u30ff\u3400-\u9fff])"  # no spaces there
)
_BETWEEN: Final = ("|", "–", "—", "•", "·", "»", "«", ":", "-")
_CUT: Final = re.compile(r"(?:\.\.\.|…)$")
_HEADLINE: Final = re.compile(r"(?:^|[\s_-])(?:head-?line|hed)(?:$|[\s_-])", re.IGNORECASE)
_STEM: Final = 7  # letters by which "compliment" and "compliments" are one word
_SHORTEST, _LONGEST = 3, 300
_LONGEST_SITE: Final = 5  # words: "Lisk Gazette Sport" is of the site, what goes on longer tells of something it sells


def title_of(signals: Signals, sites: Iterable[str]) -> str | None:
    """Return the headline.

    ``sites`` are names of the outlet, which titles end or begin with.  The heading that readers see is preferred where
    it shares words with the title that the page tells machines: systems shorten that one, and write it for searches.
    """
    told = [
        text_of(signals.linked.get("headline")),
        *(signals.tag(key) for key in _TITLE_TAGS),
        title_element(signals.page),
    ]
    names = [squeezed(name) for name in sites if squeezed(name)]
    names += _beside(list(filter(None, told)))
    stated = [bare for title in told if title and (bare := without_site(title, names))]
    shown = _heading(signals, stated, names)
    if shown:
        return shown
    return next((_whole(title, stated) for title in stated), None)


def title_element(page: HtmlElement) -> str | None:
    """Return the title that a browser shows."""
    title = next(page.iter("title"), None)
    return text_of(title.text_content()) if title is not None else None


def parts_of(title: str) -> list[str]:
    """Return the parts of a title between the marks that separate a headline from a section and a site."""
    return [part.strip() for part in _MARKS.split(title) if part and part.strip()]


def without_site(title: str, names: list[str]) -> str:
    """Return a title without the parts at its end and its beginning that are names of the site."""
    spans = [(0, 0), *((match.start(), match.end()) for match in _MARKS.finditer(title)), (len(title), len(title))]
    starts, ends = [end for _, end in spans[:-1]], [start for start, _ in spans[1:]]
    first, last = 0, len(starts) - 1
    while last > first and _is_site(title[starts[last] : ends[last]], names):
        last -= 1
    while first < last and _is_site(title[starts[first] : ends[first]], names):
        first += 1
    return title[starts[first] : ends[last]].strip()


def _beside(told: list[str]) -> list[str]:
    """Return what one title has before another one that the page also tells: "LISK NOTES: The ferry", "The ferry"."""
    ahead = (title.removesuffix(other) for title in told for other in told if title != other and title.endswith(other))
    return [name for before in ahead if before.rstrip().endswith(_BETWEEN) and (name := squeezed(before))]


def _is_site(part: str, names: list[str]) -> bool:
    plain = squeezed(part)
    known = any(plain == name or (len(name) >= 6 and plain.startswith(name)) for name in names)
    return (known and len(part.split()) <= _LONGEST_SITE) or plain == "blogarchive"


def _heading(signals: Signals, stated: list[str], names: list[str]) -> str | None:
    """Return the heading that readers see as the title, as far as it shares words with what the page tells machines.

    One that is a part of a title wholly is it; the only heading of the first rank that there is needs to share no more
    than a few words with a title or the description, and nothing where its page calls it the headline.
    """
    ranks: dict[str, list[HtmlElement]] = {"h1": [], "h2": [], "h3": []}
    for heading in signals.page.iter("h1", "h2", "h3"):
        words = words_of(heading)
        if _SHORTEST <= len(words) <= _LONGEST and squeezed(words) not in names and not is_beside(heading):
            ranks[heading.tag].append(heading)
    marked = [one for rank in ranks.values() for one in rank if one.get("itemprop") == "headline"]
    best = _likest(marked, stated, 0.6)
    best = best if best is not None else _likest(ranks["h1"], stated, 0.6)
    best = best if best is not None else _likest(ranks["h2"], stated, 0.75)
    highest = ranks["h1"] or ranks["h2"]
    if best is None and len(highest) == 1 and _is_about(words_of(highest[0]), [*stated, *_described(signals)]):
        best = highest[0]
    if best is None and len(named := [one for one in ranks["h1"] if _is_named_headline(one)]) == 1:
        best = named[0]
    return without_site(_whole_heading(best, stated), names) if best is not None else None


def _likest(headings: list[HtmlElement], stated: list[str], least: float) -> HtmlElement | None:
    """Return the first of the headings that share the most with a title, where that is more than ``least``."""
    shares = [max((_likeness(words_of(one), title) for title in stated), default=0.0) for one in headings]
    most = max(shares, default=0.0)
    return headings[shares.index(most)] if most > least else None


def _whole_heading(heading: HtmlElement, stated: list[str]) -> str:
    """Return the words of a heading; a section's name or a subtitle inside it, which no title has, is left out."""
    words = words_of(heading)
    within = (
        title for title in stated if len(title.split()) >= 3 and (words.endswith(title) or _begins(heading, title))
    )
    return next(within, words)


def _begins(heading: HtmlElement, title: str) -> bool:
    return len(heading) > 0 and words_of(heading).startswith(f"{title} ")


def _likeness(words: str, title: str) -> float:
    return 1.0 if len(words.split()) >= 3 and words in parts_of(title) else _shared(words, title)


def _is_about(words: str, told: list[str]) -> bool:
    long = _stems(words)
    return len(words.split()) >= 4 and any(len(long & _stems(text)) >= 2 for text in told)


def _stems(words: str) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"\w{4,}", words.casefold())}


def _is_named_headline(heading: HtmlElement) -> bool:
    names = f"{heading.get('class') or ''} {heading.get('itemprop') or ''}"
    return bool(_HEADLINE.search(names)) and len(words_of(heading).split()) >= 2


def _described(signals: Signals) -> list[str]:
    return list(signals.every("og:description", "description", "twitter:description"))


def _shared(one: str, other: str) -> float:
    """Return the share of words that two titles have in common, of the shorter one and a little of the longer."""
    first, second = set(re.findall(r"\w+", one.casefold())), set(re.findall(r"\w+", other.casefold()))
    if not first or not second:
        return 0.0
    shared = len(first & second)
    return 0.4 * shared / min(len(first), len(second)) + 0.6 * shared / max(len(first), len(second))


def _whole(title: str, others: list[str]) -> str:
    """Return a title that was cut off ("...") as another of the page's own has it whole."""
    bare = _CUT.sub("", title).strip()
    return next(
        (other for other in others if bare != title and len(other) > len(title) and other.startswith(bare)), title
    )
