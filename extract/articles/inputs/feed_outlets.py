"""Who publishes the entries of a feed: not the feed, which is often one section of a paper."""

from __future__ import annotations

import re
from typing import Final

from whosays.extract.articles.publishers import host_of, known_outlet_at, name_spelt_like, outlet_at, outlet_named
from whosays.extract.lexicon import country_named, word_class

_BETWEEN: Final = re.compile(r"\s+[|–—•·»:>/-]+\s+|\s*[|»>]\s*|:\s+")
_SYSTEMS: Final = word_class("web_systems")  # who has a blog there publishes it
_SECTIONS: Final = word_class("feed_sections")


def feed_outlet(title: str | None, address: str | None) -> str | None:
    """Return the outlet of an entry by its address and by the title of its feed, ``None`` where neither tells it.

    Of ``Sport | The Lisk Gazette`` that is The Lisk Gazette, and so for every section of one paper.
    """
    known = known_outlet_at(address) if address else None
    if known and known.casefold() not in _SYSTEMS:
        return known
    return _titled(title or "", host_of(address or "") or "") or (outlet_at(address) if address else None)


def _titled(title: str, host: str) -> str | None:
    """Return the part of a feed's title that names an outlet: the one that spells the host, a known one, the first."""
    parts = [part for piece in _BETWEEN.split(title) if (part := piece.strip(" \"'")) and not _is_section(part)]
    spelt = name_spelt_like(host, title) if host else None
    named = spelt or next(filter(None, map(outlet_named, parts)), None) or next(iter(parts), None)
    return known_outlet_at(named) or named if named else None


def _is_section(part: str) -> bool:
    """Tell whether a part of a title says what a feed is about, or that it is one: "Latest world news", "RSS"."""
    words = re.findall(r"[^\W_]+", part.casefold())
    if outlet_named(part):
        return False
    return not words or all(word in _SECTIONS for word in words) or country_named(part) is not None
