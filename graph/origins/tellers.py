"""Who only tells what others say: outlets, and reports that no one is named for.

They are no origin of a claim beside a voice that says so itself: "the Courier reports" leads to the mayor, or to
whoever told the Courier.  A report that somebody stands behind ("a report by the Audit Office", "the Senate interim
report") is that one's word.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise
from typing import Final

from whosays.graph.names import body_form, plain
from whosays.graph.origins.descriptions import ANYBODY, WORD, proper
from whosays.resources import listed, read_records, word_classes

OUTLET: Final = "Outlet"
PERSON: Final = "Person"
_OUTLETS: Final = word_classes("graph")["nouns_for_outlets"]
_REPORTS: Final = word_classes("graph")["nouns_for_reports"]
_BARE: Final = word_classes("graph")["before_reports"]
_IN_NAMES: Final = word_classes("graph")["ends_of_outlets"]
_NEWS: Final = "news"  # which names of outlets do without ("the Courier", "Courier News")
_JOINED: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")  # two words: "CourierDaily"
_ENDS_OF_OTHERS: Final = word_classes("graph")["ends_of_watchers"]
_WHOSE: Final = frozenset({"by", "from", "of", "published", "released"})
_WHO_POSTS: Final = word_classes("graph")["who_posts"]
_PLATFORMS: Final = word_classes("graph")["platforms"]
_POSTS: Final = word_classes("graph")["posts"]
_CUTTING: Final = word_classes("graph")["behind_nouns"] | _WHOSE | {"late"}


def is_outlet(names: str, kind: str, nouns: Collection[str]) -> bool:
    """Tell whether a named voice publishes: by its type, by a name that ends as outlets' do, or by what it is called.

    ``names`` are one a line, ``nouns`` those of what it is called.  A blogger, or a channel on a platform, is quoted
    for what it says itself.
    """
    lines = proper(names)
    if _posts_itself(lines, nouns):
        return False
    if kind == OUTLET:  # which those are taken for now and then who watch, count or study
        return not any(plain(line).split()[-1:] and plain(line).split()[-1] in _ENDS_OF_OTHERS for line in lines)
    if not kind:
        return False
    if kind == PERSON:  # for whose name one that hardly any person has is taken now and then
        return any(map(_is_known, lines))
    acronyms = {word.lower() for word in WORD.findall(names) if word.isupper()}  # "SITE" is no site
    return not _OUTLETS.isdisjoint(set(nouns) - acronyms) or any(
        _is_known(line) or _ends_as_outlets(line) for line in lines
    )


def _posts_itself(lines: Iterable[str], nouns: Collection[str]) -> bool:
    """Tell whether a voice is one that posts in its own name: "the blogger Tarn", "the Tarn Telegram channel"."""
    words = (plain(line).split() for line in lines)
    channel = any(first in _PLATFORMS and then in _POSTS for each in words for first, then in pairwise(each))
    return channel or not _WHO_POSTS.isdisjoint(nouns)


def is_post(names: str, said: str) -> bool:
    """Tell whether a platform stands for what somebody posted there: "her Telegram post", for Telegram."""
    words = plain(said).split()
    platform = any(plain(line).replace(" ", "") in _PLATFORMS for line in proper(names))
    return platform and any(word.removesuffix("s") in _POSTS for word in words)


def _ends_as_outlets(name: str) -> bool:
    words = plain(_JOINED.sub(" ", name)).split()
    return len(words) > 1 and words[-1] in _IN_NAMES


def _is_known(name: str) -> bool:
    form = body_form(name)
    return form in _known() or f"{form} {_NEWS}" in _known()


@functools.cache
def _known() -> frozenset[str]:
    """Return the names of the outlets that everybody knows, common words left out."""
    rows = (row for row in read_records("gazetteer", "outlets.tsv") if not row["common"])
    return frozenset(body_form(name) for row in rows for name in (row["name"], *listed(row["other_names"])))


def is_report(description: str, singulars: Mapping[str, str], outlets: Collection[str]) -> bool:
    """Tell whether a description is of an outlet or a report that nobody stands behind: "media reports", "the paper".

    ``outlets`` are words of the names of outlets in the article, in small letters.
    """
    words = WORD.findall(description)
    small = [word.lower() for word in words]
    heads = [singulars.get(word, word.removesuffix("s")) for word in small]
    ends = (at for at, head in enumerate(heads) if head in _OUTLETS | _REPORTS and _ends(small[at + 1 :]))
    place = next(ends, None)
    if place is None:
        return False
    if heads[place] in _OUTLETS:
        return True
    behind = small[place + 1 :]
    if behind and behind[0] in _WHOSE:
        return any(word in outlets for word in behind)
    return small[place] != heads[place] or all(_tells_nothing(word, outlets) for word in words[:place])


def _ends(behind: Collection[str]) -> bool:
    """Tell whether a noun is the head of what is described, by the words behind it."""
    return not behind or next(iter(behind)) in _CUTTING


def outlet_words(names: Iterable[str]) -> frozenset[str]:
    """Return the words of outlets' names that tell them from other words."""
    return frozenset(word for name in names for word in plain(name).split() if word not in ANYBODY | _BARE)


def _tells_nothing(word: str, outlets: Collection[str]) -> bool:
    return word.lower() in ANYBODY | _BARE or plain(word) in outlets
